// What a cell says as text, whether it came plain or marked.
import type { Cell, TableRow } from '#adapters/spreadsheets/table.ts'

export const textOf = (cell: Cell | undefined): string => (cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text)

export const isEmpty = (cell: Cell | undefined): boolean => textOf(cell).trim() === ''

/** Every cell of a row as it came. */
export const textsOf = (row: TableRow): string[] => row.cells.map(textOf)
