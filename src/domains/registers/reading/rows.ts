// From a table and the roles of its columns to rows that are understood as far as they can be; nothing that came is dropped.
import type { Cell, Table, TableRow } from '#adapters/spreadsheets/table.ts'
import { textsOf } from './cells.ts'
import { columnsOf, type Mapping } from './columns.ts'
import { countryOf } from './countries.ts'
import { headingText } from './headings.ts'
import { readDates } from './dates.ts'
import { registerKind } from './kinds.ts'
import { skipOf, withDittos } from './lines.ts'
import type { Role } from './roles.ts'
import { understandRow, type DatesOfRow } from './row.ts'
import { type ColumnOfDates, type KindReading, type Order, problem, type UnderstoodRow } from './types.ts'

export interface Understood {
  /** What the register as a whole says its rows are. */
  kind: KindReading
  /** How day and month were told apart in the column of signing; null without one. */
  dates: Omit<ColumnOfDates, 'readings'> | null
  /** The same of every column of dates. */
  dateColumns: { column: number; reading: ColumnOfDates }[]
  rows: UnderstoodRow[]
}

export interface UnderstandOptions {
  /** `YYYY-MM-DD`. */
  today: string
  /** What a person decided of day and month. */
  order?: Order
}

const isOrder = (decision: ColumnOfDates['decision'] | undefined): decision is Order => decision === 'day-first' || decision === 'month-first'

/** The columns by role, looked up once for all rows. */
export type Places = (role: Role) => number[]

export function understand(table: Table, mapping: Mapping, options: UnderstandOptions): Understood {
  const places = placesOf(mapping)
  const kind = registerKind({ ...table, header: table.header.filter((_, column) => !places('kind').includes(column)) })
  const meant = withDittos(table.rows)
  const dates = readDateColumns(meant, places, options)
  const unit = places('term').some((column) => /month|月|месяц|ماہ|مہین|\bay\b|bulan/.test(headingText(table.header[column] ?? ''))) ? 'months' as const : null
  const header = table.header.map(headingText)
  let section: string | null = null
  const rows = meant.map((row, at) => {
    const skip = skipOf(row, header, places)
    if (skip === 'heading') section = textsOf(row).find((text) => text.trim() !== '') ?? null
    const about = { skip, register: kind, unit, section: places('country').length === 0 && section && countryOf(section) ? section : null, today: options.today }
    const read = understandRow(row, places, dates.at(at), { ...about, width: headerWidth(table) })
    return { ...read, problems: row.hidden && !skip ? [...read.problems, problem('row-hidden', '')] : read.problems, cells: textsOf(table.rows[at]!) }
  })
  return { kind, dates: dates.signed && { decision: dates.signed.decision, because: dates.signed.because }, dateColumns: dates.columns, rows }
}

function placesOf(mapping: Mapping): Places {
  const known = new Map<Role, number[]>()
  return (role) => {
    const before = known.get(role)
    if (before) return before
    const columns = columnsOf(mapping, role)
    known.set(role, columns)
    return columns
  }
}

const headerWidth = (table: Table): number => (table.headerRow === null ? table.header.length : table.header.findLastIndex((text) => text.trim() !== '') + 1)

interface DateColumns { signed: ColumnOfDates | null; columns: Understood['dateColumns']; at(row: number): DatesOfRow }

function readDateColumns(rows: TableRow[], places: Places, { today, order }: UnderstandOptions): DateColumns {
  const cells = (column: number): Cell[] => rows.map((row) => row.cells[column] ?? '')
  const columns: Understood['dateColumns'] = []
  /** One hand writes the dates of a row: where the days of signing leave it open, the last days may tell. */
  const orderOf = (column: number | undefined): Order | undefined => {
    const decision = column === undefined ? undefined : readDates(cells(column), { today, mayBeFuture: true }).decision
    return isOrder(decision) ? decision : undefined
  }
  const read = (role: Role, more: object): ColumnOfDates | null => {
    const column = places(role)[0]
    if (column === undefined) return null
    const reading = readDates(cells(column), { today, ...more })
    columns.push({ column, reading })
    return reading
  }
  const elsewhere = order ?? orderOf(places('expires')[0] ?? places('starts')[0])
  const signed = read('signed', { required: true, ...(elsewhere && { prefer: elsewhere }) })
  const decided = isOrder(signed?.decision) ? signed.decision : elsewhere
  const others = { mayBeFuture: true, ...(decided && { prefer: decided }) }
  const [starts, expires, year] = [read('starts', others), read('expires', others), read('year', {})]
  return {
    signed, columns,
    at: (row) => ({ signed: signed?.readings[row] ?? null, starts: starts?.readings[row] ?? null, expires: expires?.readings[row] ?? null, year: year?.readings[row] ?? null }),
  }
}
