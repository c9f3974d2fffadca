// Tables back to files that open well in any office program, and in which no text is ever run as a formula.
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { stringify } from 'csv-stringify/sync'
import type { Cell, DataValidation, stream as streams, Worksheet } from 'exceljs'
import { numberOfDay } from '#platform/day-numbers.ts'

/** `sheet` counts from 0 in the order given, `row` from 1 with the heading: a number that leads there. */
export type Leading = { value: number; sheet: number; row: number }
/** What leads out of the workbook, to a page of ours. */
export type Linked = { value: string | number; href: string }
export type Value = string | number | null | Leading | Linked
/** `open`: may be filled in where the sheet is locked. `choices` lead to cells of a sheet of the same book that hold what may be chosen. */
export interface SheetColumn { header: string; width?: number; kind?: 'text' | 'date' | 'number'; open?: boolean; choices?: { sheet: number; column: number; count: number }; least?: number | null; most?: number | null }
/** `locked`: nothing can be changed but what is `open`, as long as nobody lifts it: it guards against slips, not against people. */
export interface SheetToWrite { name: string; columns: SheetColumn[]; rows: Iterable<Value[]>; rightToLeft?: boolean; locked?: boolean }

export async function writeWorkbook(sheets: SheetToWrite[]): Promise<Uint8Array> {
  // Half a second to load, which no start and no other command should wait for.
  const { default: exceljs } = await import('exceljs')
  const stream = new PassThrough()
  const bytes = buffer(stream)
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true })
  const taken = new Set<string>()
  const names = sheets.map(({ name }) => freeName(name, taken))
  for (const [at, sheet] of sheets.entries()) writeSheet(book, sheet, names[at]!, names)
  await book.commit()
  return new Uint8Array(await bytes)
}

function writeSheet(book: streams.xlsx.WorkbookWriter, sheet: SheetToWrite, name: string, names: string[]): void {
  const views = [{ state: 'frozen' as const, ySplit: 1, rightToLeft: sheet.rightToLeft ?? false }]
  const page: Worksheet = book.addWorksheet(name, { views })
  page.columns = sheet.columns.map(({ header, width = 20 }) => ({ header, width }))
  page.getRow(1).font = { bold: true }
  page.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: Math.max(1, sheet.columns.length) } }
  page.getRow(1).commit()
  let last = 1
  for (const values of sheet.rows) {
    const row = page.addRow([])
    for (let at = 0; at < Math.max(values.length, sheet.locked ? sheet.columns.length : 0); at++) {
      const [cell, column] = [row.getCell(at + 1), sheet.columns[at]]
      put(cell, values[at] ?? null, column?.kind ?? 'text', names)
      if (sheet.locked && column?.open) cell.protection = { locked: false }
      // A day that is typed into an empty cell is then a day, whatever the program makes of it elsewhere.
      if (column?.open && column.kind === 'date') cell.numFmt = dateFormats[10]!
    }
    row.commit()
    last++
  }
  if (last > 1) guide(page, sheet, last, names)
  if (sheet.locked) void page.protect('', { formatColumns: true, formatRows: true, sort: true, autoFilter: true })
  page.commit()
}

/** What a spreadsheet program itself should refuse, while one is still at it. */
function guide(page: Worksheet, { columns }: SheetToWrite, last: number, names: string[]): void {
  const rules = (page as unknown as { dataValidations: { add: (cells: string, rule: DataValidation) => void } }).dataValidations
  for (const [at, { choices, kind, least, most, open }] of columns.entries()) {
    const cells = `${letterOf(at)}2:${letterOf(at)}${last}`
    if (choices) rules.add(cells, { type: 'list', allowBlank: true, showErrorMessage: true, formulae: [`'${names[choices.sheet]!.replaceAll("'", "''")}'!$${letterOf(choices.column)}$2:$${letterOf(choices.column)}$${choices.count + 1}`] })
    else if (open && kind === 'number') rules.add(cells, { type: 'decimal', operator: 'between', allowBlank: true, showErrorMessage: true, formulae: [least ?? -1e15, most ?? 1e15] })
    else if (open && kind === 'date') rules.add(cells, { type: 'date', operator: 'between', allowBlank: true, showErrorMessage: true, formulae: [new Date(Date.UTC(1901, 0, 1)), new Date(Date.UTC(2200, 0, 1))] })
  }
}

const letterOf = (at: number): string => (at < 26 ? String.fromCharCode(65 + at) : letterOf(Math.floor(at / 26) - 1) + letterOf(at % 26))

const dateFormats: Record<number, string> = { 10: 'yyyy-mm-dd', 7: 'yyyy-mm', 4: 'yyyy' }

/** A date is written with exactly the precision it has, so that reading it again gives the same. */
function put(cell: Cell, value: Value, kind: 'text' | 'date' | 'number', names: string[]): void {
  if (value === null || value === '') return
  if (typeof value === 'object') return 'href' in value ? link(cell, value) : lead(cell, value, names)
  if (kind === 'date' && typeof value === 'string') {
    const serial = /^\d{4}(-\d\d){0,2}$/.test(value) ? numberOfDay(`${value}-01-01`.slice(0, 10)) : null
    if (serial === null) cell.value = value
    else if (value.length === 4) cell.value = Number(value)
    else {
      cell.value = serial
      cell.numFmt = dateFormats[value.length]!
    }
    return
  }
  cell.value = kind === 'number' && typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value
}

/** A formula is only ever written so: from our own numbers and the names of the sheets, so that the number stays one that can be added up. */
function lead(cell: Cell, { value, sheet, row }: Leading, names: string[]): void {
  const place = `#'${names[sheet]!.replaceAll("'", "''")}'!A${row}`.replaceAll('"', '""')
  cell.value = { formula: `HYPERLINK("${place}",${Number(value)})`, result: Number(value) }
  cell.font = { color: { argb: 'FF1F4E9E' }, underline: true }
}

/** As the format's own link, which no text can turn into a formula; a number stays one that can be added up. */
function link(cell: Cell, { value, href }: Linked): void {
  if (typeof value === 'string') cell.value = { text: value, hyperlink: href }
  else if (/^https?:\/\/[^"]+$/.test(href) && href.length < 250) cell.value = { formula: `HYPERLINK("${href}",${Number(value)})`, result: Number(value) }
  else cell.value = value
  cell.font = { color: { argb: 'FF1F4E9E' }, underline: true }
}

/** Excel refuses a sheet's name over 31 characters, empty, repeated, or with one of []:*?/\. */
function freeName(wanted: string, taken: Set<string>): string {
  const base = wanted.replace(/[[\]:*?/\\]/g, ' ').replace(/^'+|'+$/g, '').trim().slice(0, 31) || 'Sheet'
  let name = base
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${base.slice(0, 27)} ${count}`
  taken.add(name.toLowerCase())
  return name
}

/** With its mark, so that Excel reads UTF-8 as UTF-8; a cell that would be calculated is guarded by an apostrophe. */
export function writeCsv(columns: string[], rows: Iterable<(string | number | null)[]>): Uint8Array {
  return new TextEncoder().encode(stringify([columns, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' }))
}
