// The one door for spreadsheets: bytes that are not trusted in, a table out, or a refusal that says why.
import { decode } from './encoding.ts'
import { limits } from './limits.ts'
import { refusal } from './refuse.ts'
import { readSeparated } from './separated.ts'
import { shape } from './shape.ts'
import { readSheet } from './sheet.ts'
import { sniff } from './sniff.ts'
import { isEmpty, type ReadOptions, type Table, type TableRow } from './table.ts'
import { readWorkbook, type SheetPart, type Workbook } from './workbook.ts'
import { openPackage } from '#platform/office/zip.ts'

export async function readTable(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<Table> {
  return sniff(bytes) === 'zip' ? readXlsx(bytes, name, options) : readCsv(bytes, name, options)
}

function readCsv(bytes: Uint8Array, name: string, options: ReadOptions): Table {
  const { text, encoding } = decode(bytes, options.encoding)
  if (isBinary(text)) throw refusal('not-a-spreadsheet')
  const { separator, records } = readSeparated(text)
  const grid: TableRow[] = []
  for (let at = 0; at < records.length; at++) {
    const cells = records[at]!
    if (cells.every(isEmpty)) continue
    if (cells.some((cell) => cell.length > limits.cellCharacters)) throw refusal('cell-too-long', { limit: limits.cellCharacters })
    if (cells.findLastIndex((cell) => cell !== '') >= limits.columns) throw refusal('too-many-columns', { limit: limits.columns })
    if (grid.length >= limits.rows) throw refusal('too-many-rows', { limit: limits.rows })
    grid.push({ row: at + 1, cells })
  }
  if (grid.length === 0) throw refusal('no-rows')
  return { format: 'csv', name, sheet: null, sheets: [], encoding, separator, hiddenColumns: [], ...shape(grid, options) }
}

/** Text has no control characters but tabs and line ends; a stray few are forgiven. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 20_000)
  // oxlint-disable-next-line no-control-regex
  return (sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0) > sample.length / 100
}

async function readXlsx(bytes: Uint8Array, name: string, options: ReadOptions): Promise<Table> {
  const book = await readWorkbook(await openPackage(bytes, { limits, refusal }))
  const { sheet, hiddenColumns, shaped } = await chooseSheet(book, options)
  const sheets = book.sheets.filter((one) => !one.hidden).map((one) => one.name)
  return { format: 'xlsx', name, sheet: sheet.name, sheets, encoding: null, separator: null, hiddenColumns, ...shaped }
}

interface Chosen { sheet: SheetPart; hiddenColumns: number[]; shaped: ReturnType<typeof shape> }

/** The sheet asked for; otherwise the first visible one of the kind wanted, else with a header and rows, else with anything in it. */
async function chooseSheet(book: Workbook, options: ReadOptions): Promise<Chosen> {
  const candidates = options.sheet === undefined ? book.sheets.filter((one) => !one.hidden) : book.sheets.filter((one) => one.name === options.sheet)
  if (options.sheet !== undefined && candidates.length === 0) throw refusal('no-such-sheet', { sheet: options.sheet })
  let fallback: Chosen | null = null
  let headed: Chosen | null = null
  for (const sheet of candidates.slice(0, limits.sheetsTried)) {
    const { rows, hiddenColumns } = await readSheet(book, sheet)
    if (rows.length === 0) continue
    const chosen = { sheet, hiddenColumns, shaped: shape(rows, options) }
    const isHeaded = chosen.shaped.headerRow !== null && chosen.shaped.rows.length > 0
    if (isHeaded && (options.isWanted?.(chosen.shaped) ?? true)) return chosen
    if (isHeaded) headed ??= chosen
    fallback ??= chosen
  }
  const first = headed ?? fallback
  if (!first) throw refusal('no-rows')
  return first
}
