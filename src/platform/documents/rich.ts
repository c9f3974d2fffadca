// Rich text as data: what a clause, a comment or a letter may look like, and nothing that could run. Editors, Word, PDF and
// pages are made from it and read back into it, so it holds only what all of them can show.
import * as z from 'zod'

/** A run of letters of one look. */
export const Inline = z.object({ text: z.string().max(20_000), bold: z.literal(true).optional(), italic: z.literal(true).optional() })
export type Inline = z.infer<typeof Inline>

const Line = z.array(Inline).max(400)

export const Block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), line: Line }),
  z.object({ kind: z.literal('heading'), level: z.union([z.literal(1), z.literal(2), z.literal(3)]), line: Line }),
  z.object({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(Line).min(1).max(200) }),
  /** Rows of cells; every row has as many cells as the first. `head`: the first row names the columns. */
  z.object({ kind: z.literal('table'), head: z.boolean(), rows: z.array(z.array(Line).min(1).max(20)).min(1).max(200) }),
])
export type Block = z.infer<typeof Block>

export const Rich = z.array(Block).max(400)
export type Rich = z.infer<typeof Rich>

/** One paragraph per line of plain text. */
export const richOf = (plain: string): Rich =>
  plain.split(/\r?\n/).map((text) => text.trim()).filter(Boolean).map((text) => ({ kind: 'paragraph', line: [{ text }] }))

/** The same without its look: a line for each paragraph, item and row, cells parted by a tab. */
export const plainOf = (rich: Rich): string => rich.flatMap(linesOf).join('\n')

function linesOf(block: Block): string[] {
  if (block.kind === 'list') return block.items.map(textOf)
  if (block.kind === 'table') return block.rows.map((row) => row.map(textOf).join('\t'))
  return [textOf(block.line)]
}

export const textOf = (line: readonly Inline[]): string => line.map(({ text }) => text).join('')
