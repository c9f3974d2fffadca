// How much of a Word file Pamir is willing to take in: the longest treaty has some hundred pages; these leave room for a thousand.
export const limits = {
  fileBytes: 20 * 1024 * 1024,
  zipEntries: 2_000,
  inflatedBytes: 200 * 1024 * 1024,
  inflationRatio: 200,
  ratioMattersFromBytes: 4 * 1024 * 1024,
  characters: 2_000_000,
  paragraphs: 50_000,
  tables: 500,
  /** Elements inside each other; Word itself stays far below. */
  depth: 250,
  /** What one piece of rich text holds (`platform/documents/rich.ts`). */
  rich: { blocks: 400, inlines: 400, letters: 20_000, items: 200, rows: 200, columns: 20 },
} as const
