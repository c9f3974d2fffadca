// The ladder: at each of its steps both sides are written to, in the language of whoever holds the office, with what can be done and by when.
import { sql } from 'kysely'
import { record } from '#platform/audit/journal.ts'
import { titleIn } from '#domains/agreements/model.ts'
import { addDays, dayOf } from '#domains/agreements/rules.ts'
import { recordKeepers } from '#platform/auth/viewer.ts'
import { house } from '#platform/auth/viewer.ts'
import type { Writing } from '#platform/db/database.ts'
import { anyOf } from '#platform/db/database.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Day, Id, Instant, Locale } from '#platform/kinds.ts'
import { type Post, writeLetter } from '#platform/mail/mail.ts'
import { heldOn } from './observing.ts'
import { usualLadder } from './term-model.ts'
import { noticeOn, presentTerm, stepToTell } from './term-rules.ts'
import { findHeld, type Held, sidesBound } from './term-store.ts'

export type Installation = { publicUrl: string; name: string; post: Post }
const furthest = 60

/** Tells every step that has come and was not told. Terms that somebody has decided on are left in peace. */
export async function climbLadders({ db, now }: { db: Writing; now: Instant }, home: Installation): Promise<number> {
  // The day before is looked at too: where an agreement counts it may not be over yet.
  const yesterday = addDays(now.slice(0, 10), -1)
  const rows = await db.selectFrom('agreement').leftJoin('termLadder as ladder', 'ladder.agreementId', 'agreement.id').leftJoin('termClock as clock', 'clock.agreementId', 'agreement.id')
    .select(['agreement.id', 'agreement.dayZone', 'ladder.months']).select(sql<Day>`coalesce(clock.renews_on - 1, agreement.holds_until)::text`.as('endsOn'))
    .select(sql<number[]>`coalesce((select array_agg(t.months) from term_reminder t where t.agreement_id = agreement.id and t.ends_on = coalesce(clock.renews_on - 1, agreement.holds_until)), '{}')`.as('told'))
    .where('agreement.draft', '=', false).where('agreement.removedAt', 'is', null).where('agreement.endedOn', 'is', null)
    .where(sql<boolean>`(agreement.holds_until between ${yesterday}::date and ${yesterday}::date + interval '61 months' or clock.renews_on between ${yesterday}::date and ${yesterday}::date + interval '61 months')`)
    .where(sql<boolean>`not exists (select 1 from term_act a where a.agreement_id = agreement.id and a.ends_on = coalesce(clock.renews_on - 1, agreement.holds_until) and a.state <> 'withdrawn')`)
    .orderBy('agreement.id').execute()
  let written = 0
  for (const { id, dayZone, months, endsOn, told } of rows) {
    const today = dayOf(now, { dayZone })
    const step = stepToTell(endsOn, (months ?? usualLadder).filter((each) => each <= furthest), told, today)
    if (step === undefined) continue
    await db.insertInto('termReminder').values({ agreementId: id, endsOn, months: step, toldAt: now }).onConflict((conflict) => conflict.doNothing()).execute()
    written += await remind({ db, today, now }, home, await findHeld(db, house, id), step)
  }
  return written
}

async function remind({ db, today, now }: { db: Writing; today: Day; now: Instant }, home: Installation, agreement: Held, months: number): Promise<number> {
  const { endsOn, renewsOn } = presentTerm(agreement, today)
  const notice = noticeOn(today, agreement)
  const receivers = await answeringFor(db, sidesBound(agreement), today)
  for (const { id, email, name, locale } of receivers) {
    const text = translator(locale)
    const day = (on: Day | null) => (on ? formatDay(on, 'day', locale) : '')
    const values = { name, title: titleIn(agreement, locale), installation: home.name, until: day(endsOn), renews: day(renewsOn), months, link: `${home.publicUrl}/agreements/${agreement.id}/term`, lastDay: day(notice.lastDayToStop) }
    const kind = renewsOn ? 'renews' : 'ends'
    await writeLetter(db, home.post, { toAddress: email, toPerson: id, locale, kind: `commitments.${kind}`, subject: text(`commitments.letters.${kind}.subject`, values), body: bare(text(`commitments.letters.${kind}.body`, values)) })
  }
  await record({ db, viewer: house, now }, { what: 'term.reminded', about: agreement.id, data: { until: endsOn, months, letters: receivers.length } })
  return receivers.length
}

type Receiver = { id: Id; email: string; name: string; locale: Locale }
/** The directors of a side; where that office is vacant, all who keep its records. */
async function answeringFor(db: Writing, sides: readonly Id[], today: Day): Promise<Receiver[]> {
  const rows = await db.selectFrom('office').innerJoin('person', 'person.id', 'office.personId').select(['person.id', 'person.email', 'person.name', 'person.locale', 'office.role', 'office.organisationId'])
    .where('office.organisationId', '=', anyOf(sides)).where('office.role', 'in', recordKeepers).where(heldOn('office', today)).where('person.email', 'is not', null).where('person.closedAt', 'is', null).orderBy('office.startsOn').execute()
  const chosen = sides.flatMap((side) => {
    const own = rows.filter(({ organisationId }) => organisationId === side)
    const directors = own.filter(({ role }) => role === 'director')
    return directors.length > 0 ? directors : own
  })
  return [...new Map(chosen.map(({ id, email, name, locale }) => [id, { id, email: email!, name, locale: locale ?? 'en' }])).values()]
}

const bare = (body: string): string => body.replace(/[\u2068\u2069]*(https?:\/\/[^\s\u2068\u2069]+)[\u2068\u2069]*/g, '$1')
