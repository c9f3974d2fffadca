// A pack's lists as a workbook: a sheet for each, and every number leads to the rows that it counts.
import type { List } from './pack-lists.ts'
import type { Speaker } from './saying.ts'

/** A number that leads to a row of another sheet of the same workbook, both counted from 0 and 1. */
export type Leading = { value: number; sheet: number; row: number }
type Value = string | number | null | Leading
export type Sheets = (sheets: { name: string; columns: { header: string; width?: number; kind?: 'text' | 'date' | 'number' }[]; rows: Iterable<Value[]>; rightToLeft?: boolean }[]) => Promise<Uint8Array>

export function writePackWorkbook(lists: readonly List[], say: Speaker, sheets: Sheets): Promise<Uint8Array> {
  const places = placesOf(lists)
  const leading = ({ value, to }: { value: number; to: string }): Value => { const place = places.get(to); return place ? { value, ...place } : value }
  return sheets(lists.map(({ title, columns, groups }) => ({
    name: title, rightToLeft: say.locale === 'ur', columns: columns.map(({ label, width, kind }) => ({ header: label, width, ...(kind ? { kind } : {}) })),
    rows: groups.flatMap(({ rows }) => rows.map((row) => row.map((entry): Value => (entry !== null && typeof entry === 'object' ? leading(entry) : entry)))),
  })))
}

/** The first row of each group; a list itself is found at its first. The heading is row 1. */
function placesOf(lists: readonly List[]): Map<string, { sheet: number; row: number }> {
  const places = new Map<string, { sheet: number; row: number }>()
  for (const [sheet, { id, groups }] of lists.entries()) {
    places.set(id, { sheet, row: 2 })
    let row = 2
    for (const group of groups) {
      places.set(group.id, { sheet, row })
      row += group.rows.length
    }
  }
  return places
}
