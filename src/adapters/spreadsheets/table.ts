// What a spreadsheet is once it has been taken in: a table of cells that still say what the person saw.

/** Which part of a date a cell's format shows; a cell that shows `Nov-18` does not state a day. */
export type Shown = 'day' | 'month' | 'year' | 'time'

/** A cell that is more than its text: a date kept as a number, a formula's last result, an error. */
export interface MarkedCell {
  text: string
  /** Days since 1899-12-31 as Excel counts them in its 1900 system; workbooks of the 1904 system are converted. */
  serial?: number
  shows?: Shown
  formula?: string
  error?: string
  /** The value stands in another cell of the same merged block. */
  merged?: true
}

export type Cell = string | MarkedCell

export interface TableRow {
  /** 1-based, as the person sees it in the margin. */
  row: number
  cells: Cell[]
  /** Hidden in the file, by hand or by a filter that is still set. */
  hidden?: true
}

export interface Table {
  format: 'csv' | 'xlsx'
  name: string
  sheet: string | null
  sheets: string[]
  encoding: string | null
  separator: string | null
  /** What stands above the header: the register's title, its owner, its day. */
  titles: string[]
  headerRow: number | null
  header: string[]
  /** Columns that are hidden in the file, counted from 0. */
  hiddenColumns: number[]
  rows: TableRow[]
}

export interface ReadOptions {
  sheet?: string
  encoding?: string
  /** How many of these cells sound like headings, 0 to 1: the reader of a domain knows its words, the adapter does not. */
  soundsLikeHeader?: (cells: string[]) => number
  /** Whether a table is of the kind that is looked for: of several sheets, the first such is read. */
  isWanted?: (table: Pick<Table, 'titles' | 'headerRow' | 'header' | 'rows'>) => boolean
}

export const textOf = (cell: Cell | undefined): string => (cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text)

export const isEmpty = (cell: Cell | undefined): boolean => textOf(cell).trim() === ''

/** Every cell of a row as it came. */
export const textsOf = (row: TableRow): string[] => row.cells.map(textOf)
