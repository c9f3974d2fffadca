// What happens to terms by the clock: an agreement that renews itself does so on its day, one that ends is seen to end, and both sides are
// reminded in time. Each may run twice, on several servers, and after days of silence.
import { sql } from 'kysely'
import { type Hand, record } from '#platform/audit/journal.ts'
import { when } from '#platform/audit/news.ts'
import { prolongAgreement } from '#domains/agreements/actions.ts'
import { addDays, dayOf } from '#domains/agreements/rules.ts'
import { house } from '#platform/auth/viewer.ts'
import { dayIn } from '#platform/day-zones.ts'
import type { Writing } from '#platform/db/database.ts'
import type { Day, Id, Instant } from '#platform/kinds.ts'
import { nextTerm, presentTerm, renewsItself } from './term-rules.ts'
import { findHeld, type Held, holdTerm, termColumns } from './term-store.ts'

/** Sets the clock of an agreement anew: the next day on which it renews itself, or none. */
export async function resetClock({ db, now }: Hand, agreementId: Id): Promise<void> {
  const agreement = await findHeld(db, house, agreementId).catch(() => undefined)
  await putClock(db, agreementId, agreement && renewsItself(agreement) ? presentTerm(agreement, dayOf(now, agreement)).renewsOn : null)
}

async function putClock(db: Writing, agreementId: Id, renewsOn: Day | null): Promise<void> {
  if (renewsOn === null) await db.deleteFrom('termClock').where('agreementId', '=', agreementId).execute()
  else await db.insertInto('termClock').values({ agreementId, renewsOn }).onConflict((conflict) => conflict.column('agreementId').doUpdateSet({ renewsOn })).execute()
}

for (const deed of ['agreement.in-force', 'agreement.revised', 'agreement.ended', 'agreement.end-taken-back', 'agreement.restored']) when(deed, async (at, { about }) => resetClock(at, about))

/** Writes every renewal whose day has come where the agreement counts. The agreement is held by the caller, or is held here. */
export async function renewDue(at: Hand, agreementId: Id): Promise<number> {
  const clock = await at.db.selectFrom('termClock').selectAll().where('agreementId', '=', agreementId).executeTakeFirst()
  if (!clock) return 0
  const agreement = await holdTerm(at.db, house, agreementId)
  if (!renewsItself(agreement)) { await putClock(at.db, agreementId, null); return 0 }
  const today = dayOf(at.now, agreement)
  let [renewsOn, written] = [clock.renewsOn, 0]
  while (renewsOn <= today) {
    const { from, until } = nextTerm(agreement, addDays(renewsOn, -1))
    const next = presentTerm(agreement, renewsOn).renewsOn
    await prolongAgreement({ ...at, viewer: house }, agreementId, { from, until: next ? addDays(next, -1) : until, automatic: true })
    written++
    if (!next) break
    renewsOn = next
  }
  if (written > 0) await putClock(at.db, agreementId, renewsOn)
  return written
}

type Night = { db: Writing; now: Instant }
/** The day it still is somewhere, and the day it is already: what happens in between is looked at agreement by agreement. */
const latest = (now: Instant): Day => dayIn('Pacific/Kiritimati', now)

export async function renewAll({ db, now }: Night): Promise<number> {
  const due = await db.selectFrom('termClock').select('agreementId').where('renewsOn', '<=', latest(now)).orderBy('agreementId').limit(5000).execute()
  let written = 0
  for (const { agreementId } of due) written += await renewDue({ db, viewer: house, now }, agreementId)
  return written
}

/** Agreements that renew themselves and have no clock yet, as registers bring them: their past renewals are not invented. */
export async function windClocks({ db, now }: Night): Promise<void> {
  const rows = await db.selectFrom('agreement').select(termColumns).select('id').where('termKind', '=', 'auto-renew').where('openEnded', '=', true).where('draft', '=', false)
    .where('endedOn', 'is', null).where('removedAt', 'is', null).where(sql<boolean>`not exists (select 1 from term_clock c where c.agreement_id = agreement.id)`).limit(20_000).execute()
  const clocks = rows.filter(renewsItself).flatMap((row) => { const { renewsOn } = presentTerm(row, dayOf(now, row)); return renewsOn ? [{ agreementId: row.id, renewsOn }] : [] })
  for (let from = 0; from < clocks.length; from += 2000) await db.insertInto('termClock').values(clocks.slice(from, from + 2000)).onConflict((conflict) => conflict.doNothing()).execute()
}

/** A term that is over where the agreement counts is written down as lapsed, once. What had lapsed before it was recorded here is not news. */
export async function tellLapses({ db, now }: Night): Promise<number> {
  const rows = await db.selectFrom('agreement').select(['id', 'holdsUntil']).where('holdsUntil', '<', latest(now)).where('draft', '=', false).where('removedAt', 'is', null).where('endedOn', 'is', null)
    .where(sql<boolean>`recorded_at::date <= holds_until`).where(sql<boolean>`not exists (select 1 from term_lapse l where l.agreement_id = agreement.id and l.until_on = agreement.holds_until)`)
    .orderBy('id').limit(5000).execute()
  let written = 0
  for (const { id, holdsUntil } of rows) if (await lapse({ db, viewer: house, now }, await holdTerm(db, house, id), holdsUntil!)) written++
  return written
}

async function lapse(at: Hand, agreement: Held, until: Day): Promise<boolean> {
  if (agreement.holdsUntil !== until || agreement.endedOn || dayOf(at.now, agreement) <= until) return false
  const { numInsertedOrUpdatedRows } = await at.db.insertInto('termLapse').values({ agreementId: agreement.id, untilOn: until, toldAt: at.now }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  if (Number(numInsertedOrUpdatedRows ?? 0) === 0) return false
  const decided = await at.db.selectFrom('termAct').select('act').where('agreementId', '=', agreement.id).where('endsOn', '=', until).where('state', '<>', 'withdrawn').executeTakeFirst()
  await record(at, { what: 'agreement.lapsed', about: agreement.id, data: { until, decided: decided?.act ?? null } })
  return true
}
