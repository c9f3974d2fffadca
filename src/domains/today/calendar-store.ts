// Finds the days of a calendar. It begins at what the viewer sees now, and holds what is of the organisations where they have an office.
import { sql } from 'kysely'
import { addDays, addMonths } from '#domains/agreements/rules.ts'
import { seenBy } from '#domains/agreements/store.ts'
import '#domains/commitments/store.ts'
import '#domains/reviews/store.ts'
import { monthsBefore } from '#domains/commitments/term-rules.ts'
import { sessionsFor } from '#domains/committees/meeting-store.ts'
import { listCeremonies } from '#domains/signing/ceremony-store.ts'
import { dayIn } from '#platform/day-zones.ts'
import { organisationsOf, type Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Day, Id } from '#platform/kinds.ts'
import type { CalendarEvent, CalendarQuery, EventKind, FeedRow } from './calendar-model.ts'
import { namedOf } from './living-store.ts'

declare module '#platform/db/database.ts' {
  interface Tables { calendarAddress: FeedRow }
}

const most = 2000
type Found = { agreementId: Id; kind: EventKind; id: string; day: Day; what: CalendarEvent['what'] }

/** In the order of days; never more than a calendar program would take. */
export async function eventsOf(db: Reading, viewer: Viewer, { from, until, kind }: CalendarQuery): Promise<CalendarEvent[]> {
  const own = organisationsOf(viewer)
  const sessions = !kind || kind === 'meeting' ? await sessionsIn(db, viewer, from, until) : []
  // Who holds no office sits in a body all the same.
  if (own.length === 0) return sessions
  const [due, terms, hearings, ceremonies] = await Promise.all([dueIn(db, viewer, own, from, until), termsIn(db, viewer, own, from, until), hearingsIn(db, viewer, own, from, until), ceremoniesIn(db, viewer, from, until)])
  const found = [...due, ...terms, ...hearings].filter((one) => !kind || one.kind === kind)
  const agreements = await namedOf(db, viewer, own, found.map(({ agreementId }) => agreementId))
  const ofAgreements = found.flatMap(({ agreementId, ...event }): CalendarEvent[] => { const agreement = agreements.get(agreementId); return agreement ? [{ ...event, agreement, ceremony: null, meeting: null }] : [] })
  return [...ofAgreements, ...sessions, ...(!kind || kind === 'ceremony' ? ceremonies : [])].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1)).slice(0, most)
}

const ours = (db: Reading, viewer: Viewer, own: readonly Id[]) => seenBy(db, viewer).where(sql<boolean>`agreement.party_ids && ${own as Id[]}::uuid[]`).where('agreement.draft', '=', false)

const dueIn = (db: Reading, viewer: Viewer, own: readonly Id[], from: Day, until: Day): Promise<Found[]> => ours(db, viewer, own)
  .innerJoin('commitmentStanding as kept', 'kept.agreementId', 'agreement.id').innerJoin('commitment', 'commitment.id', 'kept.commitmentId')
  .where('commitment.withdrawnAt', 'is', null).where('commitment.fulfilledOn', 'is', null).where('kept.dueOn', '>=', from).where('kept.dueOn', '<=', until)
  .select(['agreement.id as agreementId', 'commitment.what', sql<'due'>`'due'`.as('kind'), sql<string>`commitment.id || '-due'`.as('id'), sql<Day>`kept.due_on`.as('day')])
  .orderBy('kept.dueOn').orderBy('commitment.id').limit(most).execute()

/** The days on which the sides of a review hear each other, once they have agreed to do so. */
const hearingsIn = (db: Reading, viewer: Viewer, own: readonly Id[], from: Day, until: Day): Promise<Found[]> => ours(db, viewer, own)
  .innerJoin('review', 'review.agreementId', 'agreement.id').where('review.state', '=', 'agreed').where('review.outcome', '=', 'hearing').where('review.hearingOn', '>=', from).where('review.hearingOn', '<=', until)
  .select(['agreement.id as agreementId', sql<null>`null`.as('what'), sql<'hearing'>`'hearing'`.as('kind'), sql<string>`review.id || '-hearing'`.as('id'), sql<Day>`review.hearing_on`.as('day')])
  .orderBy('review.hearingOn').orderBy('review.id').limit(most).execute()

/** The ceremonies of one's own organisations, with the hour where it is held. */
async function ceremoniesIn(db: Reading, viewer: Viewer, from: Day, until: Day): Promise<CalendarEvent[]> {
  const rows = (await listCeremonies(db, viewer)).filter(({ heldOn }) => heldOn >= from && heldOn <= until)
  return rows.map(({ id, title, heldOn, startsAt, zone, venue, city, country }) =>
    ({ id: `${id}-ceremony`, kind: 'ceremony', day: heldOn, what: null, agreement: null, ceremony: { id, title, place: [venue, city, country].filter(Boolean).join(', '), startsAt, zone }, meeting: null }))
}

/** The sessions to which one is invited, on the day on which they are where they are held. */
async function sessionsIn(db: Reading, viewer: Viewer, from: Day, until: Day): Promise<CalendarEvent[]> {
  return (await sessionsFor(db, viewer, from, until)).map((meeting): CalendarEvent => ({ id: meeting.id, kind: 'meeting', day: dayIn(meeting.zone, meeting.startsAt), what: null, agreement: null, ceremony: null, meeting })).filter(({ day }) => day >= from && day <= until)
}

/** A term's last day or the day on which it renews itself, and before either the last day on which notice is in time. */
async function termsIn(db: Reading, viewer: Viewer, own: readonly Id[], from: Day, until: Day): Promise<Found[]> {
  const day = sql<Day>`coalesce(clock.renews_on, agreement.holds_until)`
  const rows = await ours(db, viewer, own).leftJoin('termClock as clock', 'clock.agreementId', 'agreement.id')
    .where('agreement.endedOn', 'is', null).where(sql<boolean>`${day} between ${from}::date and ${addMonths(until, 60)}::date`)
    .select(['agreement.id as agreementId', 'agreement.noticeMonths', day.as('day'), sql<boolean>`clock.renews_on is not null`.as('renews')]).orderBy(day).orderBy('agreement.id').limit(most).execute()
  return rows.flatMap(({ agreementId, noticeMonths, day, renews }): Found[] => {
    const event = (kind: EventKind, on: Day): Found => ({ agreementId, kind, id: `${agreementId}-${kind}`, day: on, what: null })
    const lastDay = noticeMonths ? monthsBefore(renews ? day : addDays(day, 1), noticeMonths) : null
    return [event(renews ? 'renews' : 'ends', day), ...(lastDay ? [event('notice', lastDay)] : [])].filter((one) => one.day >= from && one.day <= until)
  })
}
