// Reads the cells of one sheet, row by row; rows with nothing in them cost a tag and leave nothing behind.
import { cellOf, type RawCell } from './sheet-cell.ts'
import { limits } from './limits.ts'
import { columnOf, fillMerged, parseBlock, type Block } from './merged.ts'
import { refusal } from './refuse.ts'
import { isEmpty, type Cell, type TableRow } from './table.ts'
import type { SheetPart, Workbook } from './workbook.ts'
import { readXml } from '#platform/office/xml.ts'

export interface Sheet { rows: TableRow[]; hiddenColumns: number[] }

export async function readSheet(book: Workbook, sheet: SheetPart): Promise<Sheet> {
  const reader = new SheetReader(book)
  await readXml(book.package, sheet.part, reader)
  return { rows: fillMerged(reader.rows, reader.blocks), hiddenColumns: reader.hiddenColumns }
}

class SheetReader {
  readonly rows: TableRow[] = []
  readonly blocks: Block[] = []
  readonly hiddenColumns: number[] = []
  readonly #book: Workbook
  #row = 0
  #hidden = false
  #column = -1
  #cells: Cell[] = []
  #raw: RawCell | null = null
  #into: 'value' | 'formula' | null = null
  #phonetic = false

  constructor(book: Workbook) { this.#book = book }

  lighten = withoutEmptyRows

  open = (tag: string, attributes: Record<string, string>): void => {
    if (tag === 'row') this.#startRow(attributes)
    else if (tag === 'c') this.#startCell(attributes)
    else if (tag === 'rPh') this.#phonetic = true
    else if (this.#raw && (tag === 'v' || (tag === 't' && !this.#phonetic))) this.#into = 'value'
    else if (this.#raw && tag === 'f') {
      this.#raw.hasFormula = true
      this.#into = 'formula'
    } else if (tag === 'mergeCell') this.#addBlock(attributes['ref'])
    else if (tag === 'col' && isSet(attributes['hidden'])) this.#hideColumns(attributes)
  }

  text = (text: string): void => {
    if (this.#into && this.#raw) this.#raw[this.#into] += text
  }

  close = (tag: string): void => {
    if (tag === 'c') this.#endCell()
    else if (tag === 'row') this.#endRow()
    else if (tag === 'rPh') this.#phonetic = false
    else if (tag === 'v' || tag === 't' || tag === 'f') this.#into = null
  }

  #startRow({ r, hidden }: Record<string, string>): void {
    this.#row = r === undefined ? this.#row + 1 : Number(r)
    this.#hidden = isSet(hidden)
    this.#column = -1
    this.#cells = []
  }

  #startCell({ r, t = 'n', s = '0' }: Record<string, string>): void {
    this.#column = r === undefined ? this.#column + 1 : columnOf(r)
    this.#raw = { type: t, style: Number(s), value: '', formula: '', hasFormula: false }
  }

  #endCell(): void {
    const raw = this.#raw
    this.#raw = null
    if (!raw || (raw.value === '' && !raw.hasFormula)) return
    const cell = cellOf(raw, this.#book)
    if (isEmpty(cell) && typeof cell === 'string') return
    if (this.#column >= limits.columns) throw refusal('too-many-columns', { limit: limits.columns })
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells[this.#column] = cell
  }

  #endRow(): void {
    if (this.#cells.length === 0) return
    if (this.rows.length >= limits.rows) throw refusal('too-many-rows', { limit: limits.rows })
    this.rows.push({ row: this.#row, cells: this.#cells, ...(this.#hidden && { hidden: true as const }) })
    this.#cells = []
  }

  /** `min` and `max` count from 1; what lies beyond the widest table is of no interest. */
  #hideColumns({ min, max }: Record<string, string>): void {
    for (let column = Number(min); column <= Math.min(Number(max), limits.columns); column++) this.hiddenColumns.push(column - 1)
  }

  #addBlock(reference: string | undefined): void {
    const block = parseBlock(reference ?? '')
    if (block) this.blocks.push(block)
  }
}

const isSet = (attribute: string | undefined): boolean => attribute === '1' || attribute === 'true'

/** A million formatted but empty rows are ten times faster dropped than parsed. Those cut by the end of a chunk are parsed like any other. */
function withoutEmptyRows(xml: string): string {
  return xml.replace(/<c r="[A-Z]+\d+"(?: s="\d+")?\/>/g, '').replace(/<row r="\d+"[^>]*(?:\/>|(?<!\/)><\/row>)/g, '')
}
