// What the registers need from the house: a reader and a writer of spreadsheets, and the resolver's desk. app.ts brings them.
import type { Desk } from '#domains/organisations/desk.ts'
import type { ReadOptions, Table } from '#adapters/spreadsheets/table.ts'

export type SheetToWrite = {
  name: string; columns: { header: string; width?: number; kind?: 'text' | 'date' | 'number' }[]; rows: Iterable<(string | number | null)[]>; rightToLeft?: boolean
}
export type Spreadsheets = {
  /** Throws the refusal that names what the file is, when it is no spreadsheet. Looks at the first bytes only. */
  sniff: (bytes: Uint8Array) => unknown
  readTable: (bytes: Uint8Array, name: string, options: ReadOptions) => Promise<Table>
  writeWorkbook: (sheets: SheetToWrite[]) => Promise<Uint8Array>
}
export type Services = { desk: Desk; spreadsheets: Spreadsheets }
