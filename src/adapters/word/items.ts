// What a document's text is gathered into while it is read, in its order: paragraphs and tables, and what somebody changed.
import type { Block, Inline } from '#platform/documents/rich.ts'
import { released } from '#platform/documents/word-text.ts'
import { limits } from './limits.ts'

/** Text that was put in or taken out with the changes tracked; the text itself is read as if they were accepted. */
export interface TrackedChange { kind: 'inserted' | 'deleted'; text: string; by: string | null; at: string | null }

/** One content control that carries a clause; the same clause may be met twice. */
export interface Clause { id: string; lang: string }

export type Item = { clause: Clause | null } & (
  | { kind: 'block'; block: Block }
  | { kind: 'entry'; list: string; ordered: boolean; line: Inline[] }
  | { kind: 'change'; change: TrackedChange }
  | { kind: 'begin' }
)

export interface Table { clause: Clause | null; from: number; rows: Inline[][][]; head: boolean; layout: boolean; dropRow: boolean }

/** Runs that look the same are one; a line of more looks than rich text holds loses them (`simplified`). */
export function lineOf(inlines: Inline[], simplified: () => void): Inline[] {
  const merged: Inline[] = []
  for (const inline of inlines) {
    const last = merged.at(-1)
    if (last && last.bold === inline.bold && last.italic === inline.italic) merged[merged.length - 1] = { ...last, text: last.text + inline.text }
    else if (inline.text) merged.push(inline)
  }
  const trimmed = trim(merged.map((inline) => ({ ...inline, text: released(inline.text) })))
  const short = trimmed.flatMap(cut)
  if (short.length <= limits.rich.inlines) return short
  simplified()
  return cut({ text: trimmed.map(({ text }) => text).join('') })
}

function trim(line: Inline[]): Inline[] {
  const ends = line.map((inline, at) => ({ ...inline, text: at === 0 ? inline.text.trimStart() : inline.text })).map((inline, at) => ({ ...inline, text: at === line.length - 1 ? inline.text.trimEnd() : inline.text }))
  return ends.filter(({ text }) => text !== '')
}

function cut(inline: Inline): Inline[] {
  const { letters } = limits.rich
  return Array.from({ length: Math.ceil(inline.text.length / letters) }, (_, at) => ({ ...inline, text: inline.text.slice(at * letters, (at + 1) * letters) }))
}

/** Every row as wide as the widest; a long table becomes several. */
export function blocksOf(rows: Inline[][][], head: boolean): Block[] {
  const filled = rows.filter((row) => row.some((line) => line.length > 0))
  const width = Math.max(0, ...filled.map((row) => row.length))
  const even = filled.map((row) => [...row, ...Array.from({ length: width - row.length }, (): Inline[] => [])])
  return Array.from({ length: Math.ceil(even.length / limits.rich.rows) }, (_, at) =>
    ({ kind: 'table', head: head && at === 0, rows: even.slice(at * limits.rich.rows, (at + 1) * limits.rich.rows) }))
}
