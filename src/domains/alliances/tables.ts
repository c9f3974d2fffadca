// The lists of alliances and members as tables to take away, in the reader's words.
import { nameIn } from '#domains/organisations/model.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Download } from '#platform/http/contract.ts'
import { countryName } from '#platform/i18n/format.ts'
import { dir } from '#platform/i18n/locale.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Id, Locale, Precision } from '#platform/kinds.ts'
import { listMembers } from './member-store.ts'
import type { AllianceFilter, AllianceRow, Member, MemberFilter } from './model.ts'
import { listAlliances } from './store.ts'

type Cell = string | number | null
type Column = { header: string; width?: number; kind?: 'text' | 'date' | 'number' }
export type Table = { name: string; columns: Column[]; rows: Cell[][]; rightToLeft: boolean }
/** Makes the file; the house knows how. */
export type WriteTable = (format: 'xlsx' | 'csv', table: Table) => Promise<Download>

/** Every page of a list, one after another. */
async function all<Row, F extends { after?: string | undefined; limit: number }>(filter: F, read: (filter: F) => Promise<{ rows: Row[]; next: string | null }>): Promise<Row[]> {
  const rows: Row[] = []
  for (let after: string | null | undefined; ;) {
    const page = await read({ ...filter, limit: 200, after: after ?? undefined })
    rows.push(...page.rows)
    after = page.next
    if (!after) return rows
  }
}

export async function alliancesTable(db: Reading, viewer: Viewer, filter: AllianceFilter): Promise<Table> {
  const rows = await all(filter, (page) => listAlliances(db, viewer, page))
  return tableOf('alliances.title', filter.locale, allianceColumns, rows)
}

export async function membersTable(db: Reading, alliance: { id: Id; parentId: Id | null }, filter: MemberFilter): Promise<Table> {
  const rows = await all(filter, (page) => listMembers(db, alliance, page))
  return tableOf('alliances.members', filter.locale, memberColumns, rows)
}

type Drawn<Row> = { key: string; kind?: Column['kind']; width?: number; of: (row: Row, locale: Locale) => Cell }

const allianceColumns: Drawn<AllianceRow>[] = [
  { key: 'alliances.name', width: 48, of: ({ organisation }, locale) => nameIn(organisation, locale) },
  { key: 'alliances.above', width: 36, of: ({ parent }, locale) => parent && nameIn(parent.organisation, locale) },
  { key: 'alliances.host', width: 36, of: ({ host }, locale) => host && nameIn(host, locale) },
  { key: 'alliances.founded', kind: 'date', of: ({ foundedOn, foundedPrecision }) => known(foundedOn, foundedPrecision) },
  { key: 'alliances.members-recorded', kind: 'number', of: ({ members }) => members },
  { key: 'alliances.members-stated', kind: 'number', of: ({ stated }) => stated.members ?? null },
]

const memberColumns: Drawn<Member>[] = [
  { key: 'alliances.member', width: 48, of: ({ organisation }, locale) => nameIn(organisation, locale) },
  { key: 'alliances.official-name', width: 48, of: ({ organisation }) => organisation.name },
  { key: 'alliances.ror', of: ({ organisation }) => organisation.ror },
  { key: 'alliances.country', of: ({ organisation }, locale) => organisation.country && countryName(organisation.country, locale) },
  { key: 'alliances.standing', of: ({ standing }, locale) => translator(locale)(`alliances.standings.${standing}`) },
  { key: 'alliances.since', kind: 'date', of: ({ fromOn, fromPrecision }) => known(fromOn, fromPrecision) },
  { key: 'alliances.source', width: 48, of: ({ source }) => source },
]

function tableOf<Row>(title: string, locale: Locale, columns: Drawn<Row>[], rows: Row[]): Table {
  const text = translator(locale)
  return {
    name: text(title), rightToLeft: dir(locale) === 'rtl',
    columns: columns.map(({ key, kind = 'text', width = 20 }) => ({ header: text(key), kind, width })),
    rows: rows.map((row) => columns.map(({ of }) => of(row, locale))),
  }
}

const lengths = { day: 10, month: 7, year: 4 }
const known = (day: string | null, precision: Precision | null): string | null => day && day.slice(0, lengths[precision ?? 'day'])
