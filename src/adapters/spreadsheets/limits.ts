// How much of a spreadsheet Pamir is willing to take in. A register of agreements is thousands of rows; these leave room for ten times that.
export const limits = {
  fileBytes: 20 * 1024 * 1024,
  rows: 200_000,
  columns: 200,
  cellCharacters: 32_767,
  zipEntries: 2_000,
  inflatedBytes: 500 * 1024 * 1024,
  /** Deflate reaches about 1000:1 on nothing but repetition; a real sheet stays below 50:1. */
  inflationRatio: 200,
  /** Small parts may be compressed as well as they like. */
  ratioMattersFromBytes: 4 * 1024 * 1024,
  sheetsTried: 20,
  mergedCellsFilled: 100_000,
  titleRows: 15,
} as const
