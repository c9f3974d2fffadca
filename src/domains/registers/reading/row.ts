// One row of a register, cell by cell.
import type { TableRow } from '#adapters/spreadsheets/table.ts'
import { isEmpty, textOf, textsOf } from './cells.ts'
import { isSaid } from './absent.ts'
import { countryOf } from './countries.ts'
import { kindOfRow, readKind } from './kinds.ts'
import type { Role } from './roles.ts'
import type { Places } from './rows.ts'
import { readStatus } from './status.ts'
import { termOfRow } from './term-row.ts'
import { problem, type DateReading, type KindReading, type KnownDate, type PartyText, type Problem, type UnderstoodRow } from './types.ts'

export interface DatesOfRow { signed: DateReading | null; starts: DateReading | null; expires: DateReading | null; year: DateReading | null }
export interface AboutRegister {
  skip: UnderstoodRow['skip']
  register: KindReading
  unit: 'months' | null
  /** The country that a line over this group of rows names. */
  section: string | null
  today: string
  width: number
}

export function understandRow(row: TableRow, places: Places, dates: DatesOfRow, about: AboutRegister): UnderstoodRow {
  const all = (role: Role): string[] => places(role).map((column) => textOf(row.cells[column]).trim()).filter((text) => text !== '' && isSaid(text))
  const one = (role: Role): string | null => all(role)[0] ?? null
  const signed = signedOf(dates)
  const { term, problems: termProblems } = termOf(row, places, dates, signed, about)
  const parties = partiesOf(row, places, one, about)
  const kind = kindOf(one, parties, about)
  const status = one('status')
  const read: UnderstoodRow = {
    row: row.row, cells: textsOf(row), skip: about.skip, pamirId: one('pamir-id'), parties, kind, title: one('title'), fields: all('field'),
    signedOn: known(signed), signedSureness: signed?.sureness ?? 0, startsOn: known(dates.starts), term,
    status: status === null ? null : { text: status, says: readStatus(status) },
    signatories: all('signatory'), contacts: all('contact'), remarks: all('remarks'), problems: [],
  }
  if (about.skip) return { ...read, parties: [], problems: [problem(about.skip === 'heading' ? 'perhaps-a-heading' : about.skip, firstText(row))] }
  const dateProblems = [...inColumn(signed, places(signed === dates.year ? 'year' : 'signed')[0]), ...inColumn(dates.starts, places('starts')[0])]
  return { ...read, problems: [...dateProblems, ...termProblems, ...cellProblems(row, places, read, one, about)] }
}

/** The date of signing; where its cell is silent, the year of its own column. */
function signedOf({ signed, year }: DatesOfRow): DateReading | null {
  return signed?.value == null && year?.value != null && (signed === null || signed.text.trim() === '') ? year : signed
}

const known = (reading: DateReading | null): KnownDate | null =>
  (reading?.value ? { value: reading.value, precision: reading.precision! } : null)

const inColumn = (reading: DateReading | null, column: number | undefined): Problem[] =>
  (reading?.problems ?? []).map((one) => ({ ...one, column: column ?? null }))

function termOf(row: TableRow, places: Places, dates: DatesOfRow, signed: DateReading | null, about: AboutRegister): ReturnType<typeof termOfRow> {
  const [term, end] = [places('term')[0], places('expires')[0]]
  return termOfRow({
    term: term === undefined ? null : { cell: row.cells[term] ?? '', column: term, options: { today: about.today, ...(about.unit && { unit: about.unit }) } },
    end: end === undefined || !dates.expires ? null : { cell: row.cells[end] ?? '', column: end, reading: dates.expires },
    remarks: places('remarks').map((column) => ({ text: textOf(row.cells[column]).trim(), column })).filter(({ text }) => text !== ''),
    signed, starts: dates.starts,
  })
}

type One = (role: Role) => string | null

function partiesOf(row: TableRow, places: Places, one: One, about: AboutRegister): PartyText[] {
  const country = one('country') ?? about.section
  const where = { unit: one('unit'), city: one('city'), country: country === null ? null : { text: country, code: countryOf(country)?.code ?? null } }
  return places('partner').flatMap((column, at): PartyText[] => {
    const text = textOf(row.cells[column]).trim()
    if (text === '' || !isSaid(text)) return []
    const beside = at === 0 ? where : { unit: null, city: null, country: null }
    return [{ text, column, ...beside, acronym: at === 0 ? one('acronym') : null, identifier: at === 0 ? one('identifier') : null }]
  })
}

function kindOf(one: One, parties: PartyText[], { register }: AboutRegister): KindReading {
  return kindOfRow({ kind: one('kind'), title: one('title'), partner: parties.map(({ text }) => text).join('; '), remarks: one('remarks') }, register)
}

function cellProblems(row: TableRow, places: Places, read: UnderstoodRow, one: One, about: AboutRegister): Problem[] {
  const problems: Problem[] = []
  if (read.parties.length === 0) problems.push(problem('partner-missing', firstText(row), {}, places('partner')[0] ?? null))
  const country = one('country')
  const found = country === null ? null : countryOf(country)
  if (country !== null && found === null) problems.push(problem('country-unknown', country, {}, places('country')[0]!))
  if (country !== null && found?.misspelt) problems.push(problem('country-misspelt', country, { code: found.code }, places('country')[0]!))
  const kind = one('kind')
  if (kind !== null && read.kind.from !== 'cell' && readKind(kind).value === null) problems.push(problem('kind-unclear', kind, {}, places('kind')[0]!))
  return [...problems, ...markedCells(row, about.width)]
}

function markedCells(row: TableRow, width: number): Problem[] {
  const problems: Problem[] = []
  row.cells.forEach((cell, column) => {
    if (column >= width && !isEmpty(cell)) problems.push(problem('row-wider-than-header', textOf(cell), {}, column))
    if (typeof cell === 'string') return
    if (cell.error !== undefined) problems.push(problem('cell-error', cell.text, {}, column))
    else if (cell.formula !== undefined) problems.push(problem('cell-formula', cell.text, { formula: cell.formula }, column))
  })
  return problems
}

const firstText = (row: TableRow): string => textsOf(row).find((text) => text.trim() !== '') ?? ''
