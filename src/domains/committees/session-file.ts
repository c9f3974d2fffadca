// A meeting as its page shows it, and the pulse of it that all who are in it hear.
import { nameIn } from '#domains/organisations/model.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading } from '#platform/db/database.ts'
import { countryName } from '#platform/i18n/format.ts'
import type { Id, Instant, Locale } from '#platform/kinds.ts'
import { actionsOf } from './action-store.ts'
import { type Held, namesOf, shownSeats } from './body-store.ts'
import { invitedTo, isValid, namedIn } from './invitation-rules.ts'
import type { Item, Reply } from './meeting-model.ts'
import { callChecks, decidable, interestCheck, quorumChecks, requestCheck, rotationCheck } from './meeting-rules.ts'
import { factsOf, findMeeting, type Sitting, votedIn, zonesOf } from './meeting-store.ts'
import { minutesOf } from './minutes-store.ts'
import { presentAt, quorumAt } from './quorum-rules.ts'
import { arranges, speaksFor, sitsIn } from './rules.ts'
import type { MeetingFile, Pulse } from './session-model.ts'

export async function showMeeting(db: Reading, viewer: Viewer, id: Id, now: Instant): Promise<MeetingFile> {
  const sitting = await findMeeting(db, viewer, id)
  const { held, meeting, spans, declarations, rules } = sitting
  const moment = meeting.closedAt ?? now
  const [sides, seats, replies, ballots, decisions, actions, last, minutes, items] = await Promise.all([
    sidesShown(db, held), shownSeats(db, held.seats.filter(({ endedAt }) => endedAt === null || (meeting.openedAt !== null && endedAt > meeting.openedAt))), db.selectFrom('meetingReply').selectAll().where('meetingId', '=', id).execute(), ballotsOf(db, id),
    db.selectFrom('decision').selectAll().where('meetingId', '=', id).orderBy('number').execute(), actionsOf(db, meeting.bodyId), lastDecisions(db, sitting), minutesOf(db, sitting, now, viewer), shownItems(db, sitting, moment),
  ])
  const invited = await shownInvited(db, sitting)
  const people = await namesOf(db, [...spans, ...declarations, ...replies].map(({ personId }) => personId))
  const quorum = quorumAt(factsOf(sitting, moment), null, moment)
  const { id: bodyId, name, kind, agreementId, allianceId } = held.body
  return {
    ...meeting, body: { id: bodyId, name, kind, agreementId, allianceId }, sides, seats, people: [...people.values()], rules, items, spans, declarations, replies: replies.map((one) => ({ ...one, valid: isValid(one, meeting) })), invited, ballots, decisions, open: actions.filter(({ doneAt }) => doneAt === null), last, quorum,
    checks: await checksOf(db, sitting, replies, quorum, now, viewer.locale ?? 'en'), minutes, may: { arrange: arranges(held, viewer), speaksFor: speaksFor(held, viewer), sits: sitsIn(held, viewer) },
  }
}

async function shownItems(db: Reading, sitting: Sitting, moment: Instant): Promise<MeetingFile['items']> {
  const { items, rules, meeting, held } = sitting
  const papers = items.length === 0 ? [] : await db.selectFrom('file').select(['id', 'name', 'size', 'about']).where('about', '=', anyOf(items.map(({ id }) => id))).where('removedAt', 'is', null).orderBy('id').execute()
  const under = { rules: rules.rules, version: rules.version, asOf: moment }
  return items.map((item) => ({
    ...item, papers: papers.filter(({ about }) => about === item.id).map(({ id, name, size }) => ({ id, name, size })), check: decidable(under, item, meeting, held.sides), quorum: meeting.state === 'open' ? quorumFor(sitting, item, moment) : null,
  }))
}

/** Everyone who is invited, with whether a letter went to them. */
async function shownInvited(db: Reading, { held, meeting }: Sitting): Promise<MeetingFile['invited']> {
  const invited = invitedTo(held.seats)
  const [names, written] = await Promise.all([namesOf(db, invited.map(({ personId }) => personId)), db.selectFrom('meetingLink').select('personId').where('meetingId', '=', meeting.id).where('sequence', '=', meeting.sequence).where('cancelled', '=', false).execute()])
  return invited.map((one) => ({ ...one, name: names.get(one.personId)?.name ?? '', written: written.some(({ personId }) => personId === one.personId) }))
}

function quorumFor(sitting: Sitting, item: Item, moment: Instant): MeetingFile['items'][number]['quorum'] {
  const { acting: _who, ...shown } = quorumAt(factsOf(sitting, moment), item.id, moment)
  return shown
}

async function checksOf(db: Reading, { held, meeting, items, rules, declarations }: Sitting, replies: readonly Reply[], quorum: MeetingFile['quorum'], now: Instant, locale: Locale) {
  const before = await db.selectFrom('meeting').select('hostSideId').where('bodyId', '=', meeting.bodyId).where('state', '=', 'closed').where('startsAt', '<', meeting.startsAt).orderBy('startsAt', 'desc').limit(20).execute()
  const [sides, votes] = [await sidesShown(db, held), declarations.length > 0 ? await db.selectFrom('vote').innerJoin('ballot', 'ballot.id', 'vote.ballotId').select(['ballot.itemId', 'vote.personId', 'vote.at']).where('ballot.meetingId', '=', meeting.id).execute() : []]
  const named = sides.map((side) => ({ id: side.id, name: side.organisation ? nameIn(side.organisation, locale) : countryName(side.country ?? '', locale) }))
  const under = { rules: rules.rules, version: rules.version, asOf: meeting.closedAt ?? now }
  const invited = invitedTo(held.seats)
  const asked = meeting.requestId && await db.selectFrom('bodyRequest').select('at').where('id', '=', meeting.requestId).executeTakeFirst()
  return [...(asked ? [requestCheck(under, asked.at, meeting.openedAt ?? meeting.startsAt, now)] : []), ...callChecks(under, meeting, items, held.sides, { lastHost: before[0]?.hostSideId ?? null, replies: namedIn(replies, invited, meeting), invited: invited.filter(({ as }) => as === 'member').length, now: meeting.openedAt ?? now }), ...rotationCheck(under, meeting, named, before.map(({ hostSideId }) => hostSideId)), ...interestCheck(under, declarations, votes), ...(meeting.state === 'open' ? quorumChecks(under, quorum) : [])]
}

/** Of an open vote nobody sees who said what; of a secret one nobody ever does. */
async function ballotsOf(db: Reading, meetingId: Id): Promise<MeetingFile['ballots']> {
  const rows = await db.selectFrom('ballot').selectAll().where('meetingId', '=', meetingId).orderBy('openedAt').execute()
  const voted = await votedIn(db, rows.map(({ id }) => id))
  const shown = rows.filter(({ closedAt, secret }) => closedAt !== null && !secret).map(({ id }) => id)
  const votes = shown.length === 0 ? [] : await db.selectFrom('vote').selectAll().where('ballotId', '=', anyOf(shown)).execute()
  return rows.map((row) => ({ ...row, entitled: row.entitled.length, voted: voted.get(row.id) ?? 0, votes: votes.filter(({ ballotId }) => ballotId === row.id) }))
}

/** The decisions since the session before this one, and those made in writing. */
const lastDecisions = (db: Reading, { meeting }: Sitting) => db.selectFrom('decision').selectAll().where('bodyId', '=', meeting.bodyId).where((is) => is.or([is('meetingId', 'is', null), is('meetingId', '<>', meeting.id)]))
  .where('takenAt', '<', meeting.closedAt ?? '9999-01-01').orderBy('number', 'desc').limit(20).execute()

export async function sidesShown(db: Reading, held: Held): Promise<MeetingFile['sides']> {
  const [organisations, zones] = await Promise.all([organisationsById(db, held.sides.map(({ organisationId }) => organisationId)), zonesOf(db, held)])
  return held.sides.map(({ id, country, organisationId }) => ({ id, country, organisation: organisations.get(organisationId ?? '') ?? null, zone: zones.get(id) ?? null }))
}

export async function pulseOf(db: Reading, sitting: Sitting, now: Instant): Promise<Pulse> {
  const { meeting } = sitting
  const ballot = await db.selectFrom('ballot').selectAll().where('meetingId', '=', meeting.id).where('closedAt', 'is', null).executeTakeFirst()
  const moment = meeting.closedAt ?? now
  const { ok, sides } = quorumAt(factsOf(sitting, moment), ballot?.itemId ?? null, moment)
  const voted = ballot ? (await votedIn(db, [ballot.id])).get(ballot.id) ?? 0 : 0
  return {
    version: meeting.changedAt, state: meeting.state, present: presentAt(sitting.spans, moment).size, ok, sides: sides.map(({ sideId, acting: many, needed }) => ({ sideId, acting: many, needed })),
    ballot: ballot ? { id: ballot.id, itemId: ballot.itemId!, text: ballot.text, secret: ballot.secret, voted, entitled: ballot.entitled.length } : null,
  }
}

/** The pulse, and where this viewer stands in it. */
export async function liveOf(db: Reading, viewer: Viewer, id: Id, now: Instant) {
  const sitting = await findMeeting(db, viewer, id)
  const pulse = await pulseOf(db, sitting, now)
  const mine = sitting.spans.find(({ personId, untilAt }) => personId === viewer.id && untilAt === null)
  const own = pulse.ballot && await db.selectFrom('ballot').select('entitled').where('id', '=', pulse.ballot.id).executeTakeFirst()
  const seat = own?.entitled.find(({ personId }) => personId === viewer.id)
  const voted = seat && await db.selectFrom('vote').select('seatId').where('ballotId', '=', pulse.ballot!.id).where('seatId', '=', seat.seatId).executeTakeFirst()
  return { ...pulse, mine: { present: mine?.mode ?? null, entitled: Boolean(seat), voted: Boolean(voted) } }
}
