// Claims that a side with accounts leaves open: besides its place in the letter of the week, one letter at each step of the ladder, with all of them in it.
import { sql } from 'kysely'
import { seenBy } from '#domains/agreements/store.ts'
import { kindOf } from '#domains/confirmations/claim-store.ts'
import { claimantOf, remindAfter, titleOf } from '#domains/confirmations/rules.ts'
import { findClaim } from '#domains/confirmations/store.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import { recordKeepers, type Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Writing } from '#platform/db/database.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Id, Instant, Locale } from '#platform/kinds.ts'
import { type Receiver, send } from './letters.ts'
import { wishesOf } from './store.ts'
import type { Teller } from './telling.ts'

type Step = { confirmationId: Id; place: number; round: number; days: number }
type Open = Step & { scope: Id; sideId: Id; claimedBy: Id }
/** So many are named in a letter; the others are counted. */
const named = 10

/** Every day: who has come to a step gets one letter, whatever the number of claims. How many letters were written. */
export async function remindSides(db: Writing, teller: Teller): Promise<number> {
  const now = teller.clock().toISOString()
  const open = await comeToStep(db, now)
  if (open.length === 0) return 0
  const steps = open.map(({ confirmationId, place, round, days }) => ({ confirmationId, place, round, days, at: now }))
  for (let from = 0; from < steps.length; from += 2000) await db.insertInto('noticeReminder').values(steps.slice(from, from + 2000)).onConflict((before) => before.doNothing()).execute()
  const bySide = Map.groupBy(open, ({ sideId }) => sideId)
  const receivers = await answering(db, [...bySide.keys()], now)
  let written = 0
  for (const [id, rows] of Map.groupBy(receivers, ({ id }) => id)) {
    const claims = rows.flatMap(({ sideId }) => bySide.get(sideId)!).filter(({ claimedBy }) => claimedBy !== id)
    if (await writeReminder(db, teller, rows[0]!, claims, now)) written++
  }
  return written
}

/** Open claims that have waited for a step which their side was not reminded at; of several steps that passed only the last. */
async function comeToStep(db: Writing, now: Instant): Promise<Open[]> {
  const { rows } = await sql<Open>`select distinct on (c.id, s.place) c.id as "confirmationId", s.place, c.round, step.days, c.scope, s.organisation_id as "sideId", c.claimed_by as "claimedBy"
    from confirmation c join confirmation_side s on s.confirmation_id = c.id cross join unnest(${remindAfter}::integer[]) as step(days)
    where c.state in ('open', 'disputed') and s.answer = 'open' and c.claimed_at <= ${now}::timestamptz - step.days * interval '1 day'
      and not exists (select from notice_reminder r where r.confirmation_id = c.id and r.place = s.place and r.round = c.round and r.days >= step.days)
    order by c.id, s.place, step.days desc limit 50000`.execute(db)
  return rows
}

type Answering = Receiver & { sideId: Id; director: boolean }
/** The directors of a side, or of what it is part of; where there are none, all who keep its records. */
async function answering(db: Writing, sides: readonly Id[], now: Instant): Promise<Answering[]> {
  const { rows } = await sql<Answering>`with recursive up as (select id as side_id, id from organisation where id = ${anyOf(sides)} union select up.side_id, o.parent_id from up join organisation o on o.id = up.id where o.parent_id is not null)
    select p.id, p.email, p.locale, up.side_id as "sideId", bool_or(f.role = 'director') as director from up join office f on f.organisation_id = up.id join person p on p.id = f.person_id
    where f.role = any(${recordKeepers}::text[]) and f.vacated_at is null and f.starts_on <= ${now}::timestamptz::date and (f.ends_on is null or f.ends_on >= ${now}::timestamptz::date)
      and p.email is not null and p.closed_at is null group by p.id, up.side_id order by p.id, up.side_id`.execute(db)
  const directed = new Set(rows.filter(({ director }) => director).map(({ sideId }) => sideId))
  return rows.filter(({ director, sideId }) => director || !directed.has(sideId))
}

async function writeReminder(db: Writing, teller: Teller, to: Receiver, claims: readonly Open[], now: Instant): Promise<boolean> {
  const { byMail, inDigest } = (await wishesOf(db, to.id)).turn
  // Who ended the letters gets none.
  if (!byMail && !inDigest) return false
  const seen = await stillSeen(db, await teller.viewerOf(to.id), claims)
  if (seen.length === 0) return false
  const locale = to.locale ?? 'en'
  const text = translator(locale)
  const lines: string[] = []
  for (const one of seen.slice(0, named)) lines.push(...await lineOf(db, teller, one.confirmationId, locale))
  if (seen.length > named) lines.push(`  ${text('notices.letters.remind.more', { count: seen.length - named })}`)
  await send(db, teller.home, to, { kind: 'reminder', subject: text('notices.letters.remind.subject', { count: seen.length }), lines: [text('notices.letters.remind.greeting'), '', ...lines, '', text('notices.letters.remind.open'), teller.home.publicUrl] }, now)
  return true
}

async function stillSeen(db: Writing, viewer: Viewer, claims: readonly Open[]): Promise<Open[]> {
  const rows = await seenBy(db, viewer).select('agreement.id').where('agreement.id', '=', anyOf([...new Set(claims.map(({ scope }) => scope))])).execute()
  const ids = new Set(rows.map(({ id }) => id))
  return claims.filter(({ scope }) => ids.has(scope))
}

async function lineOf(db: Writing, { home }: Teller, id: Id, locale: Locale): Promise<string[]> {
  const claim = await findClaim(db, id)
  const side = claimantOf(claim.sides).organisationId
  const claimant = (await organisationsById(db, [side])).get(side)
  const values = { what: titleOf(await kindOf(claim).shown(db, claim), locale), claimant: claimant ? nameIn(claimant, locale) : '', day: formatDay(claim.claimedAt.slice(0, 10), 'day', locale) }
  return [`  • ${translator(locale)('notices.letters.remind.line', values)}`, `    ${home.publicUrl}/confirmations/${id}`]
}
