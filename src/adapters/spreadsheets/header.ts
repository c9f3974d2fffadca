// Which row, if any, is the header. Words decide where the caller knows them; otherwise the header is the row that is unlike its column.
import { isEmpty, textOf, textsOf, type Cell, type TableRow } from './table.ts'
import { limits } from './limits.ts'

/** A header may stand in two rows, the upper one merged over several columns of the lower. */
export interface Header { from: number; to: number; header: string[] }

export function findHeader(rows: TableRow[], sounds?: (cells: string[]) => number): Header | null {
  const width = usualWidth(rows)
  for (let at = 0; at < Math.min(rows.length, limits.titleRows); at++) {
    const cells = rows[at]!.cells
    if (countFilled(cells) < Math.min(width, 2) || cells.some(isData)) continue
    const own = distinct(cells)
    if (width > 1 && own.length === 1) continue
    if (sounds && sounds(own) >= (own.length === 1 ? 1 : 0.5)) return withSecondRow(rows, at, sounds)
  }
  const first = rows.findIndex((row) => countFilled(row.cells) >= width)
  return first >= 0 && first < limits.titleRows && width > 1 && differsFromBelow(rows, first) ? alone(rows, first) : null
}

function alone(rows: TableRow[], at: number): Header {
  return { from: at, to: at, header: textsOf(rows[at]!).map(clean) }
}

function withSecondRow(rows: TableRow[], at: number, sounds: (cells: string[]) => number): Header {
  const upper = rows[at]!
  const lower = rows[at + 1]
  const isSpread = upper.cells.some((cell) => typeof cell !== 'string' && cell.merged) || upper.cells.some((cell) => isEmpty(cell))
  if (!lower || !isSpread || lower.cells.some(isData) || sounds(distinct(lower.cells)) < 0.6) return alone(rows, at)
  const width = Math.max(upper.cells.length, lower.cells.length)
  const header = Array.from({ length: width }, (_, column) => {
    const [above, below] = [clean(textOf(upper.cells[column])), clean(textOf(lower.cells[column]))]
    return above === below || below === '' ? above : above === '' ? below : `${above} / ${below}`
  })
  return { from: at, to: at + 1, header }
}

/** Where the rows below carry digits and this row does not, in the same column, this row names the column. */
function differsFromBelow(rows: TableRow[], at: number): boolean {
  const below = rows.slice(at + 1, at + 30)
  if (below.length === 0 || rows[at]!.cells.some(isData)) return false
  return rows[at]!.cells.some((cell, column) => {
    if (isEmpty(cell) || /\d/.test(textOf(cell))) return false
    const values = below.map((row) => row.cells[column]).filter((value) => !isEmpty(value))
    return values.length > 0 && values.filter((value) => /\p{Nd}{2}/u.test(textOf(value))).length / values.length >= 0.7
  })
}

function usualWidth(rows: TableRow[]): number {
  const counts = new Map<number, number>()
  for (const row of rows) counts.set(countFilled(row.cells), (counts.get(countFilled(row.cells)) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}

const countFilled = (cells: Cell[]): number => cells.reduce<number>((count, cell) => count + (isEmpty(cell) ? 0 : 1), 0)
const distinct = (cells: Cell[]): string[] => [...new Set(cells.map(textOf).map(clean).filter(Boolean))]
const clean = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Dates, years, addresses and long sentences are data, never the name of a column. */
function isData(cell: Cell): boolean {
  if (typeof cell !== 'string' && cell.serial !== undefined) return true
  const text = textOf(cell).trim()
  return text.length > 120 || /^[\d\s./:-]{3,}$/.test(text) || /^\S+@\S+\.\S+$/.test(text) || /^https?:/.test(text)
}
