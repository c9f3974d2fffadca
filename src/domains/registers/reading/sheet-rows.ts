// What the cells of each row say, column by column, before anyone asks which organisation is meant.
import { textOf, type Cell, type Table, type TableRow } from '#adapters/spreadsheets/table.ts'
import { columnsOf, type Mapping } from './columns.ts'
import { countryOf } from './countries.ts'
import { readDates } from './dates.ts'
import { kindOfRow, registerKind } from './kinds.ts'
import type { Role } from './roles.ts'
import { readTerm } from './terms.ts'
import { termOfRow } from './term-of-row.ts'
import { problem, type ColumnOfDates, type DateReading, type KindReading, type KnownDate, type Problem, type Term } from './types.ts'

export interface SpokenRow {
  row: number
  /** As they came. */
  cells: string[]
  partners: string[]
  country: string | null
  city: string | null
  ror: string | null
  domain: string | null
  agreementId: string | null
  title: string | null
  kind: KindReading
  signed: KnownDate | null
  starts: KnownDate | null
  term: Term
  notes: string | null
  problems: Problem[]
}
export interface SpokenTable { rows: SpokenRow[]; dates: { column: string; reading: ColumnOfDates }[] }

/** Reads every row of a table by its mapping. `today` (`YYYY-MM-DD`) says what lies in the future. */
export function readRows(table: Table, mapping: Mapping, today: string): SpokenTable {
  const rows = table.rows.filter((row) => row.cells.some((cell) => textOf(cell).trim() !== ''))
  const at = (role: Role) => columnsOf(mapping, role)
  const dates = readDateColumns(rows, mapping, today)
  const kind = registerKind(table)
  const read = rows.map((row, place) => {
    const says = (role: Role) => at(role).map((column) => textOf(row.cells[column]).trim()).filter((text) => text !== '')
    const dated = (role: Role) => dates.find((one) => one.role === role)?.reading.readings[place] ?? null
    return spoken(row, says, dated, kind, { width: table.header.length })
  })
  return { rows: read, dates: dates.map(({ column, reading }) => ({ column: table.header[column] ?? String(column + 1), reading })) }
}

type Says = (role: Role) => string[]
type Dated = (role: Role) => DateReading | null

function spoken(row: TableRow, says: Says, dated: Dated, registersKind: KindReading, { width }: { width: number }): SpokenRow {
  const place = placeOf(says)
  const [title, kindText, partner] = [says('title').join('; '), says('kind').join('; '), says('partner').join('; ')]
  const [signed, starts, expires] = [dated('signed'), dated('starts'), dated('expires')]
  const { term, problems: ofTerm } = termOfRow(readTerm(says('term').join(' ')), { signed, starts, expires })
  return {
    row: row.row, cells: row.cells.map(textOf), partners: says('partner'), ...place,
    ...identifiersOf(says('identifier')), agreementId: says('pamir-id')[0]?.toLowerCase() ?? null, domain: domainOf(says('contact')),
    title: title || null, kind: kindOfRow({ kind: kindText, title, partner, remarks: says('remarks').join('; ') }, registersKind),
    signed: known(signed), starts: known(starts), term, notes: notesOf(says),
    problems: [...place.problems, ...cellProblems(row.cells, width), ...[signed, starts, expires].flatMap((date) => date?.problems ?? []), ...ofTerm],
  }
}

const known = (date: DateReading | null): KnownDate | null => (date?.value && date.precision ? { value: date.value, precision: date.precision } : null)

/** A country cell that is none may still help as the name of a place; it is kept as it came. */
function placeOf(says: Says): { country: string | null; city: string | null; problems: Problem[] } {
  const [text, city] = [says('country')[0], says('city')[0] ?? null]
  if (!text) return { country: null, city, problems: [] }
  const country = countryOf(text)
  if (!country) return { country: null, city: city ?? text, problems: [problem('country-unknown', text)] }
  return { country: country.code, city, problems: country.misspelt ? [problem('country-misspelt', text, { country: country.code })] : [] }
}

/** A formula is never computed and an error is no value: both are said. */
function cellProblems(cells: Cell[], width: number): Problem[] {
  const marked = cells.flatMap((cell, column) => {
    if (typeof cell === 'string') return []
    if (cell.error) return [problem('cell-error', cell.text, { error: cell.error }, column)]
    return cell.formula ? [problem('cell-formula', cell.text, { formula: cell.formula }, column)] : []
  })
  return cells.length > width && width > 0 ? [...marked, problem('row-wider-than-header', cells.slice(width).map(textOf).join(' | '))] : marked
}

function identifiersOf(texts: string[]): { ror: string | null } {
  return { ror: texts.map((text) => /(?:^|ror\.org\/)(0[a-z0-9]{6}\d{2})$/i.exec(text)?.[1]?.toLowerCase()).find(Boolean) ?? null }
}

/** The web address or mail domain of a contact says who is meant, unless it is one that everybody uses. */
function domainOf(texts: string[]): string | null {
  const domain = /(?:@|https?:\/\/(?:www\.)?|www\.)([a-z0-9-]+(?:\.[a-z0-9-]+)+)/i.exec(texts.join(' '))?.[1]?.toLowerCase()
  return domain && !/^(gmail|yahoo|hotmail|outlook|163|126|qq|mail|yandex)\./.test(domain) ? domain : null
}

const notesOf = (says: Says): string | null =>
  (['remarks', 'unit', 'status', 'field', 'signatory', 'contact'] as const).flatMap(says).join('\n') || null

function readDateColumns(rows: TableRow[], mapping: Mapping, today: string): { role: Role; column: number; reading: ColumnOfDates }[] {
  return (['signed', 'starts', 'expires'] as const).flatMap((role) => {
    const column = columnsOf(mapping, role)[0]
    if (column === undefined) return []
    const reading = readDates(rows.map(({ cells }) => cells[column] ?? ''), { today, mayBeFuture: role !== 'signed', required: role === 'signed' })
    return [{ role, column, reading: inColumn(reading, column) }]
  })
}

const inColumn = (reading: ColumnOfDates, column: number): ColumnOfDates => ({
  ...reading, readings: reading.readings.map((one) => ({ ...one, problems: one.problems.map((said) => ({ ...said, column })) })),
})
