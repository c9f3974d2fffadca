// What the calls need from the house: a reader and a writer of spreadsheets. app.ts brings them.
import type { ReadOptions, Table } from '#adapters/spreadsheets/table.ts'

export type SheetColumn = { header: string; width?: number; kind?: 'text' | 'date' | 'number'; open?: boolean; choices?: { sheet: number; column: number; count: number }; least?: number | null; most?: number | null }
export type SheetToWrite = { name: string; columns: SheetColumn[]; rows: Iterable<(string | number | null)[]>; rightToLeft?: boolean; locked?: boolean }
export type Spreadsheets = {
  /** Throws the refusal that names what the file is, when it is no spreadsheet. */
  sniff: (bytes: Uint8Array) => unknown
  readTable: (bytes: Uint8Array, name: string, options: ReadOptions) => Promise<Table>
  writeWorkbook: (sheets: SheetToWrite[]) => Promise<Uint8Array>
}
