// Who comes, goes, and stands back. What follows for the quorum is worked out from these notes, never kept beside them.
import { record } from '#platform/audit/journal.ts'
import type { Doing } from '#platform/http/serve.ts'
import { announce } from '#platform/live/live.ts'
import { type Id, type Instant, newId } from '#platform/kinds.ts'
import { demand } from '#platform/refusals.ts'
import { holdItem, put, tellMeeting } from './meeting-actions.ts'
import { factsOf, findMeeting, type Sitting } from './meeting-store.ts'
import { quorumAt } from './quorum-rules.ts'
import { arranges } from './rules.ts'
import { liveOf } from './session-file.ts'
import type { MeetingFile } from './session-model.ts'
import { whyNotIn } from './session-rules.ts'

type Change = { personId: Id | null; mode: 'room' | 'online' | 'away' }

/** For oneself, or for another by who arranges the meeting. Said twice it is noted once; a changed place is a new stretch of time. */
export async function changePresence(at: Doing, id: Id, { personId, mode }: Change) {
  const sitting = await findMeeting(at.db, at.viewer, id)
  demand(whyNotIn('attend', sitting, at.viewer))
  const person = personId ?? at.viewer.id
  demand(person !== at.viewer.id && !arranges(sitting.held, at.viewer) ? 'committees.only-who-arranges' : undefined)
  demand(isOfIt(sitting, person) ? undefined : 'committees.only-a-member')
  const open = await at.db.selectFrom('presence').selectAll().where('meetingId', '=', id).where('personId', '=', person).where('untilAt', 'is', null).forUpdate().executeTakeFirst()
  if (open?.mode === mode || (!open && mode === 'away')) return liveOf(at.db, at.viewer, id, at.now)
  const moment = await after(at, id, person)
  if (open) await at.db.updateTable('presence').set({ untilAt: moment }).where('id', '=', open.id).execute()
  if (mode !== 'away') await at.db.insertInto('presence').values({ id: newId(), meetingId: id, personId: person, fromAt: moment, untilAt: null, mode }).onConflict((c) => c.columns(['meetingId', 'personId']).where('untilAt', 'is', null).doNothing()).execute()
  await noteQuorum(at, id, moment)
  await record(at, { what: mode === 'away' ? 'meeting.left' : 'meeting.arrived', about: sitting.meeting.bodyId, data: { meeting: id, person, mode } })
  await announce(at.db, `meeting:${id}`)
  return liveOf(at.db, at.viewer, id, moment)
}

/** Who leaves while their vote is on its way leaves after it. */
async function after(at: Doing, meetingId: Id, personId: Id): Promise<Instant> {
  const last = await at.db.selectFrom('vote').innerJoin('ballot', 'ballot.id', 'vote.ballotId').select('vote.at').where('ballot.meetingId', '=', meetingId).where('vote.personId', '=', personId).orderBy('vote.at', 'desc').executeTakeFirst()
  return last && last.at >= at.now ? new Date(Date.parse(last.at) + 1).toISOString() : at.now
}

/** A meeting that could decide at any moment of it counts for the year. */
async function noteQuorum(at: Doing, id: Id, moment: Instant): Promise<void> {
  const sitting = await findMeeting(at.db, at.viewer, id)
  if (!sitting.meeting.quorate && quorumAt(factsOf(sitting, moment), null, moment).ok) await at.db.updateTable('meeting').set({ quorate: true }).where('id', '=', id).execute()
}

const isOfIt = ({ held: { seats } }: Sitting, person: Id) => seats.some(({ memberId, alternateId, endedAt }) => endedAt === null && (memberId === person || alternateId === person))

export async function declare(at: Doing, id: Id, itemId: Id, { what, recused, personId }: { what: string; recused: boolean; personId: Id | null }): Promise<MeetingFile> {
  const [sitting] = await holdItem(at, id, itemId, 'attend')
  const person = personId ?? at.viewer.id
  demand(person !== at.viewer.id && !arranges(sitting.held, at.viewer) ? 'committees.only-who-arranges' : undefined)
  demand(isOfIt(sitting, person) ? undefined : 'committees.only-a-member')
  demand(await at.db.selectFrom('ballot').select('id').where('itemId', '=', itemId).where('closedAt', 'is', null).executeTakeFirst() ? 'committees.vote-open' : undefined)
  const before = sitting.declarations.find((one) => one.itemId === itemId && one.personId === person)
  demand(before?.recused ? 'committees.stood-back-already' : undefined)
  const said = { what, recused, at: at.now }
  // Who declared an interest may stand back for it later; nobody comes back who stood back.
  await at.db.insertInto('declaration').values({ id: newId(), meetingId: id, itemId, personId: person, ...said }).onConflict((c) => c.columns(['itemId', 'personId']).doUpdateSet(said)).execute()
  await put(at, sitting, {})
  return tellMeeting(at, sitting, 'declared', { item: itemId, person, recused })
}
