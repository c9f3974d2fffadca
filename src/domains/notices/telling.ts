// Makes notices of what stands in the journal: from a remembered place on, each entry once, for those who keep the records of a side
// and see the agreement at that moment. The one who did it is not told.
import { sql } from 'kysely'
import { seenBy } from '#domains/agreements/store.ts'
import { recordKeepers, type Viewer } from '#platform/auth/viewer.ts'
import type { Database, Writing } from '#platform/db/database.ts'
import { type Id, type Instant, type Locale, newId } from '#platform/kinds.ts'
import { putSetting, readSetting } from '#platform/settings.ts'
import { type Installation, writeNotice } from './letters.ts'
import { isNews, toldAs } from './model.ts'
import { wishesOf } from './store.ts'

export type Teller = { home: Installation; viewerOf: (id: Id) => Promise<Viewer>; clock: () => Date; /** By how much the clocks of the servers may differ, in milliseconds; two seconds where nothing is said. */ clocksDiffer?: number }
type Entry = { id: Id; at: Instant; who: Id; what: string; about: Id; data: Record<string, unknown> }
const place = 'notices.told-until'
const portion = 200

/** Everything that is new, portion by portion; each portion is told and remembered in one transaction. */
export async function tellNew(db: Database, teller: Teller): Promise<number> {
  let told = 0
  for (;;) {
    const read = await db.transaction().execute((tx) => tellSome(tx, teller))
    told += read.told
    if (read.entries < portion) return told
  }
}

async function tellSome(db: Writing, teller: Teller): Promise<{ entries: number; told: number }> {
  // Several servers do this: one at a time.
  await sql`select pg_advisory_xact_lock(hashtextextended(${place}, 0))`.execute(db)
  const from = await readSetting<Id>(db, place)
  const until = await settledUntil(db, teller.clocksDiffer ?? 2000)
  if (from === undefined) {
    // What happened before anyone listened is history.
    await putSetting(db, place, until)
    return { entries: 0, told: 0 }
  }
  const entries: Entry[] = await db.selectFrom('journal').select(['id', 'at', 'who', 'what', 'about', 'data']).where('id', '>', from).where('id', '<', until)
    .where('what', 'in', Object.keys(toldAs)).orderBy('id').limit(portion).execute()
  let told = 0
  for (const entry of entries) if (isNews(entry)) told += await tell(db, teller, entry)
  const reached = entries.length < portion ? until : entries.at(-1)!.id
  if (reached > from) await putSetting(db, place, reached)
  return { entries: entries.length, told }
}

/**
 * The id below which no entry can appear any more: ids begin with the moment they were made (RFC 9562), after their transaction began, so
 * what is older than every transaction under way has ended one way or the other, if clocks differ by no more than that.
 */
async function settledUntil(db: Writing, clocksDiffer: number): Promise<Id> {
  const { rows: [row] } = await sql<{ at: number }>`select floor(extract(epoch from least(clock_timestamp(), coalesce(min(xact_start), clock_timestamp()))) * 1000)::bigint as at
    from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null and backend_type = 'client backend'`.execute(db)
  const stamp = (Math.max(0, row!.at - clocksDiffer)).toString(16).padStart(12, '0')
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7000-8000-000000000000`
}

async function tell(db: Writing, teller: Teller, entry: Entry): Promise<number> {
  const kind = toldAs[entry.what]!
  let told = 0
  for (const reader of await readersOf(db, entry)) {
    const viewer = await teller.viewerOf(reader.id)
    const seen = await seenBy(db, viewer).select(['agreement.id', 'agreement.title', 'agreement.titleLang', 'agreement.titles']).where('agreement.id', '=', entry.about).executeTakeFirst()
    if (!seen || (kind === 'done' && await hasHeard(db, reader.id, entry))) continue
    const { inApp, byMail, inDigest } = (await wishesOf(db, reader.id))[kind]
    if (!inApp && !byMail && !inDigest) continue
    const { id: entryId, what, about, data, who, at } = entry
    const made = await db.insertInto('notice').values({ id: newId(), personId: reader.id, entryId, kind, what, about, data: sql`${JSON.stringify(data)}::jsonb` as never, who, inApp, inDigest, at, readAt: null })
      .onConflict((on) => on.columns(['personId', 'entryId']).doNothing()).returning('id').executeTakeFirst()
    if (!made) continue
    if (byMail && reader.email) await writeNotice(db, teller.home, { ...reader, email: reader.email }, { what, agreement: seen }, teller.clock().toISOString())
    told++
  }
  return told
}

/** What serves several agreements stands in the history of each, and arrived once. */
async function hasHeard(db: Writing, personId: Id, { what, data }: Entry): Promise<boolean> {
  const before = await db.selectFrom('notice').select('id').where('personId', '=', personId).where('what', '=', what).where(sql<boolean>`data ->> 'activity' = ${data['activity']} and data ->> 'sha256' = ${data['sha256']}`).limit(1).executeTakeFirst()
  return before !== undefined
}

type Reader = { id: Id; email: string | null; locale: Locale | null }
/** Those who keep the records of a party, or of what it is part of, and have not done it themselves; of what one left, oneself. */
async function readersOf(db: Writing, { about, who, at, what }: Entry): Promise<Reader[]> {
  if (toldAs[what] === 'done') return db.selectFrom('person').select(['id', 'email', 'locale']).where('id', '=', who).where('closedAt', 'is', null).execute()
  const { rows } = await sql<Reader>`with recursive up as (
      select p.organisation_id as id from agreement_party p where p.agreement_id = ${about} and p.role <> 'witness'
      union select o.parent_id from up join organisation o on o.id = up.id where o.parent_id is not null)
    select distinct person.id, person.email, person.locale from up join office on office.organisation_id = up.id join person on person.id = office.person_id
    where office.role = any(${recordKeepers}::text[]) and office.vacated_at is null and office.starts_on <= ${at}::timestamptz::date and (office.ends_on is null or office.ends_on >= ${at}::timestamptz::date)
      and person.closed_at is null and person.id <> ${who} order by person.id`.execute(db)
  return rows
}
