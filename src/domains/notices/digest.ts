// The letter of the week: what waits for the reader, what falls due, what sleeps, and what happened. Where there is nothing, no letter.
import { sql } from 'kysely'
import { addDays } from '#domains/agreements/rules.ts'
import { seenBy } from '#domains/agreements/store.ts'
import '#domains/commitments/store.ts'
import '#domains/committees/body-store.ts'
import { organisationsOf, recordKeepers, type Viewer } from '#platform/auth/viewer.ts'
import type { Database, Writing } from '#platform/db/database.ts'
import { formatDay } from '#platform/i18n/format.ts'
import type { Text } from '#platform/i18n/message.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Day, Id, Instant, Locale } from '#platform/kinds.ts'
import { turnsOf } from '#platform/turns.ts'
import { type Receiver, send } from './letters.ts'
import { noticesFor, wishesOf } from './store.ts'
import type { Teller } from './telling.ts'

const most = 10

/** To everyone who keeps records, sits in a body or has taken something on there, and has a mail address: once a week however often this runs. */
export async function writeDigests(db: Database, teller: Teller): Promise<number> {
  const now = teller.clock().toISOString()
  const weekOf = mondayOf(now.slice(0, 10))
  const readers = await db.selectFrom('person').select(['person.id', 'person.email', 'person.locale']).where('person.email', 'is not', null).where('person.closedAt', 'is', null)
    .where((is) => is.or([
      is.exists(is.selectFrom('office').select('office.id').whereRef('office.personId', '=', 'person.id').where('office.role', 'in', recordKeepers)),
      is.exists(is.selectFrom('bodySeat').select('bodySeat.id').whereRef('bodySeat.memberId', '=', 'person.id').where('bodySeat.endedAt', 'is', null)),
      is.exists(is.selectFrom('bodyAction').select('bodyAction.id').whereRef('bodyAction.ownerId', '=', 'person.id').where('bodyAction.doneAt', 'is', null)),
    ]))
    .where((is) => is.not(is.exists(is.selectFrom('noticeDigest as had').select('had.personId').whereRef('had.personId', '=', 'person.id').where('had.weekOf', '>=', weekOf)))).orderBy('person.id').execute()
  let written = 0
  for (const reader of readers) written += Number(await db.transaction().execute((tx) => writeOne(tx, teller, { ...reader, email: reader.email! }, weekOf, now)))
  return written
}

async function writeOne(db: Writing, teller: Teller, reader: Receiver, weekOf: Day, now: Instant): Promise<boolean> {
  const first = await sql<{ personId: Id }>`insert into notice_digest (person_id, week_of) values (${reader.id}, ${weekOf}) on conflict (person_id) do update set week_of = excluded.week_of
    where notice_digest.week_of < excluded.week_of returning person_id as "personId"`.execute(db)
  if (first.rows.length === 0) return false
  const wishes = await wishesOf(db, reader.id)
  if (!Object.values(wishes).some(({ inDigest }) => inDigest)) return false
  const locale = reader.locale ?? 'en'
  const parts = await partsFor(db, await teller.viewerOf(reader.id), locale, now)
  if (parts.length === 0) return false
  const text = translator(locale)
  const lines = [text('notices.letters.digest.greeting', { day: formatDay(now.slice(0, 10), 'day', locale) }), ...parts.flatMap(({ head, lines }) => ['', head, ...lines.map((line) => `  • ${line}`)]), '', text('notices.letters.digest.open'), teller.home.publicUrl]
  await send(db, teller.home, reader, { kind: 'digest', subject: text('notices.letters.digest.subject', { name: teller.home.name }), lines }, now)
  await db.updateTable('noticeDigest').set({ sentAt: now }).where('personId', '=', reader.id).execute()
  return true
}

/** How many there are, of which the letter names the first. */
const ofAll = sql<number>`(count(*) over ())::int`.as('count')
type Part = { head: string; lines: string[] }
async function partsFor(db: Writing, viewer: Viewer, locale: Locale, now: Instant): Promise<Part[]> {
  const [text, today, sides] = [translator(locale), now.slice(0, 10), organisationsOf(viewer, ...recordKeepers)]
  const asked = { sides, today, now, limit: most }
  const [yours, theirs, due, news] = await Promise.all([
    turnsOf(db, viewer, { ...asked, whose: 'yours' }), turnsOf(db, viewer, { ...asked, whose: 'theirs' }), dueSoon(db, viewer, sides, today),
    noticesFor(db, viewer).select(ofAll).where('notice.inDigest', '=', true).where('notice.at', '>', `${addDays(today, -7)}T00:00:00Z`).orderBy('notice.id', 'desc').limit(most).execute(),
  ])
  const turns = (rows: typeof yours.rows) => rows.map(({ kind, title, facts, since }) => { const [room, what] = kind.split('.'); return `${titleBy(title, locale)}: ${text(`${room}.turns.${what}`, facts)} (${text('notices.letters.digest.since', { day: formatDay(since.slice(0, 10), 'day', locale) })})` })
  return [
    part(text, 'yours', yours.count, turns(yours.rows)), part(text, 'theirs', theirs.count, turns(theirs.rows)),
    part(text, 'due', due[0]?.count ?? 0, due.map(({ what, dueOn }) => `${formatDay(dueOn, 'day', locale)}: ${titleBy(what, locale)}`)),
    part(text, 'news', news[0]?.count ?? 0, news.map(({ what, title }) => text(`notices.told.${what}`, { title: titleBy(title, locale) }))),
  ].filter(({ lines }) => lines.length > 0)
}

const part = (text: Text, name: string, count: number, lines: string[]): Part => ({ head: text(`notices.letters.digest.${name}`, { count }), lines })
const titleBy = (title: Partial<Record<string, string>>, locale: Locale): string => title[locale] ?? title['en'] ?? Object.values(title)[0] ?? ''

async function dueSoon(db: Writing, viewer: Viewer, sides: readonly Id[], today: Day) {
  if (sides.length === 0) return []
  return seenBy(db, viewer).where(sql<boolean>`agreement.party_ids && ${sides as Id[]}::uuid[]`).innerJoin('commitmentStanding as kept', 'kept.agreementId', 'agreement.id').innerJoin('commitment', 'commitment.id', 'kept.commitmentId')
    .where('commitment.withdrawnAt', 'is', null).where('kept.status', '<>', 'green').where('kept.dueOn', '>=', today).where('kept.dueOn', '<=', addDays(today, 30))
    .select(['commitment.what', sql<Day>`kept.due_on`.as('dueOn'), ofAll]).orderBy('kept.dueOn').orderBy('commitment.id').limit(most).execute()
}

/** The Monday of a day's week. */
const mondayOf = (day: Day): Day => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
