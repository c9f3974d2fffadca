// How agreements are written, thousands at a time: rows travel as one JSON value, which PostgreSQL turns into rows of the table.
import { sql } from 'kysely'
import type { Writing } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { learnWords } from '#platform/search/vocabulary.ts'
import { ids } from './seen.ts'
import type { AgreementRow, PartyRow } from './tables.ts'

/** A row as an action makes it: what follows from the parties is filled in by the database. */
export type NewRow = Omit<AgreementRow, 'search' | 'countries' | 'partyIds' | 'dayZone'>

const batch = 2000
const written = [
  'kind', 'title', 'titleLang', 'titles', 'fields', 'signedOn', 'signedPrecision', 'startsOn', 'termKind', 'termYears', 'termUntil', 'untilPrecision',
  'renewalYears', 'noticeMonths', 'termText', 'endedOn', 'endedBecause', 'renewedUntil', 'holdsFrom', 'holdsUntil', 'openEnded', 'problems', 'parentId', 'visibility',
  'source', 'notes', 'zone', 'draft', 'sealedAt', 'changedAt', 'removedAt', 'words',
] as const satisfies (keyof NewRow)[]
const once = ['id', 'example', 'recordedBy', 'recordedAt'] as const satisfies (keyof NewRow)[]
const derived = ['party_ids', 'countries', 'search', 'day_zone'] as const

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const all = [...once, ...written].map(snake)
const list = (names: readonly string[], prefix = '') => sql.raw(names.map((name) => `${prefix}${name}`).join(', '))
/** The rows as one JSON value with the columns' names; every row has the same keys as the first. */
function asJson<Row extends object>(rows: readonly Row[], also?: (row: Row) => [string, unknown]): string {
  const names = Object.keys(rows[0] ?? {}).map((key) => [key as keyof Row, snake(key)] as const)
  return JSON.stringify(rows.map((row) => {
    const kept: Record<string, unknown> = {}
    for (const [key, column] of names) kept[column] = row[key]
    if (also) { const [column, value] = also(row); kept[column] = value }
    return kept
  }))
}

/** Adds agreements with their parties. What they take over from their parties is made on the way in, so that each row is written once. */
export async function insertAgreements(db: Writing, rows: readonly NewRow[], parties: readonly PartyRow[]): Promise<void> {
  const partiesOf = Map.groupBy(parties, ({ agreementId }) => agreementId)
  for (let from = 0; from < rows.length; from += batch) {
    const some = rows.slice(from, from + batch)
    const text = asJson(some, ({ id }) => ['party_ids', (partiesOf.get(id) ?? []).map(({ organisationId }) => organisationId)])
    await sql`
      insert into agreement (${list([...all, ...derived])})
      select ${list(all, 'r.')}, r.party_ids, coalesce(o.countries, '{}'), r.words || coalesce(o.search, ''), coalesce(r.zone, o.zone, 'UTC')
      from jsonb_populate_recordset(null::agreement, ${text}::jsonb) r
      left join lateral (
        select array_agg(distinct country) filter (where country is not null) as countries, tsvector_sum(search) as search, max(time_zone) filter (where id = r.party_ids[1] and time_zone ~ '^[A-Za-z]') as zone
        from organisation where id = any(r.party_ids)) o on true`.execute(db)
    await insertParties(db, some.flatMap(({ id }) => partiesOf.get(id) ?? []))
  }
  await learnWords(db, rows.map(({ words }) => words))
}

export async function updateAgreements(db: Writing, rows: readonly NewRow[]): Promise<void> {
  await learnWords(db, rows.map(({ words }) => words))
  for (let from = 0; from < rows.length; from += batch) {
    const names = written.map(snake)
    // A zone that is said counts at once; who takes one back refreshes.
    await sql`update agreement set (${list(names)}, day_zone) = (select ${list(names, 'r.')}, coalesce(r.zone, agreement.day_zone)) from jsonb_populate_recordset(null::agreement, ${asJson(rows.slice(from, from + batch))}::jsonb) r
      where agreement.id = r.id`.execute(db)
  }
}

export async function replaceParties(db: Writing, agreements: readonly Id[], parties: readonly PartyRow[]): Promise<void> {
  await db.deleteFrom('agreementParty').where('agreementId', '=', sql<Id>`any(${ids(agreements)})`).execute()
  for (let from = 0; from < parties.length; from += batch) await insertParties(db, parties.slice(from, from + batch))
}

/** Writes again what follows from the parties. */
export async function refresh(db: Writing, agreements: readonly Id[]): Promise<void> {
  for (let from = 0; from < agreements.length; from += batch) {
    await sql`select agreement_refresh(${ids(agreements.slice(from, from + batch))})`.execute(db)
  }
}

async function insertParties(db: Writing, parties: readonly PartyRow[]): Promise<void> {
  if (parties.length === 0) return
  await sql`insert into agreement_party select * from jsonb_populate_recordset(null::agreement_party, ${asJson(parties)}::jsonb)`.execute(db)
}
