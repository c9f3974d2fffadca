// Finds the table inside a grid: titles above, then the header if there is one, then the rows that hold something.
import { findHeader } from './header.ts'
import { limits } from './limits.ts'
import { isEmpty, textOf, textsOf, type Cell, type ReadOptions, type Table, type TableRow } from './table.ts'

export type Shape = Pick<Table, 'titles' | 'headerRow' | 'header' | 'rows'>

export function shape(grid: TableRow[], options: ReadOptions): Shape {
  const filled = grid.filter((row) => row.cells.some((cell) => !isEmpty(cell)))
  const found = findHeader(filled.slice(0, limits.titleRows + 40), options.soundsLikeHeader)
  const above = filled.slice(0, found?.from ?? 0)
  const header = found?.header ?? []
  const rows = filled.slice(found ? found.to + 1 : 0)
  const width = rows.reduce((most, row) => Math.max(most, lastFilled(row.cells) + 1), header.length)
  return {
    titles: above.flatMap((row) => [...new Set(textsOf(row).map((text) => text.trim()).filter(Boolean))]),
    headerRow: found ? filled[found.to]!.row : null,
    header: fit(header, width),
    rows: rows.map((row) => ({ ...row, cells: fit(row.cells, width) })),
  }
}

function lastFilled(cells: Cell[]): number {
  for (let at = cells.length - 1; at >= 0; at--) if (textOf(cells[at]) !== '') return at
  return -1
}

function fit<T extends Cell>(cells: T[], width: number): T[] {
  if (cells.length === width) return cells
  const fitted: Cell[] = cells.slice(0, width)
  while (fitted.length < width) fitted.push('')
  return fitted as T[]
}
