// What the cells of each row say, as the resolver and the run take it up.
import type { Table } from '#adapters/spreadsheets/table.ts'
import type { Mapping } from './columns.ts'
import { countryOf } from './countries.ts'
import { understand } from './rows.ts'
import type { ColumnOfDates, KindReading, KnownDate, Problem, Term, UnderstoodRow } from './types.ts'

export interface SpokenRow {
  row: number
  /** As they came. */
  cells: string[]
  partners: string[]
  /** The country cell as it came, and the country it is. */
  countryText: string | null
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
  /** What the register itself says of its standing. */
  status: UnderstoodRow['status']
  problems: Problem[]
  /** Not an agreement: the header said again, or a line over a group of rows. */
  skip: UnderstoodRow['skip']
}
export interface SpokenTable { rows: SpokenRow[]; dates: { column: string; reading: ColumnOfDates }[] }

/** Reads every row of a table by its mapping. `today` (`YYYY-MM-DD`) says what lies in the future. */
export function readRows(table: Table, mapping: Mapping, today: string): SpokenTable {
  const { rows, dateColumns } = understand(table, mapping, { today })
  return {
    rows: rows.map(spoken),
    dates: dateColumns.map(({ column, reading }) => ({ column: table.header[column] || String(column + 1), reading })),
  }
}

function spoken(row: UnderstoodRow): SpokenRow {
  const [first] = row.parties
  return {
    row: row.row, cells: row.cells, partners: row.parties.map(({ text }) => text), ...placeOf(row),
    ror: rorOf(first?.identifier ?? ''), domain: domainOf(row.contacts), agreementId: row.pamirId?.toLowerCase() ?? null,
    title: row.title, kind: row.kind, signed: row.signedOn, starts: row.startsOn, term: row.term, notes: notesOf(row), status: row.status, skip: row.skip,
    // Whether a row has a partner is known only when its cells are taken apart.
    problems: row.problems.filter(({ key }) => key !== 'registers.problems.partner-missing'),
  }
}

/** A country cell that is none may still help as the name of a place; it is kept as it came. */
function placeOf({ parties: [first] }: UnderstoodRow): Pick<SpokenRow, 'countryText' | 'country' | 'city'> {
  if (!first?.country) return { countryText: null, country: null, city: first?.city ?? null }
  const country = countryOf(first.country.text)
  return { countryText: first.country.text, country: country?.code ?? null, city: first.city ?? (country ? null : first.country.text) }
}

const rorOf = (text: string): string | null => /(?:^|ror\.org\/)(0[a-z0-9]{6}\d{2})$/i.exec(text)?.[1]?.toLowerCase() ?? null

/** The web address or mail domain of a contact says who is meant, unless it is one that everybody uses. */
function domainOf(texts: string[]): string | null {
  const domain = /(?:@|https?:\/\/(?:www\.)?|www\.)([a-z0-9-]+(?:\.[a-z0-9-]+)+)/i.exec(texts.join(' '))?.[1]?.toLowerCase()
  return domain && !/^(gmail|yahoo|hotmail|outlook|163|126|qq|mail|yandex)\./.test(domain) ? domain : null
}

const notesOf = ({ remarks, parties, status, fields, signatories, contacts }: UnderstoodRow): string | null =>
  [...remarks, parties[0]?.unit, status?.text, ...fields, ...signatories, ...contacts].filter(Boolean).join('\n') || null
