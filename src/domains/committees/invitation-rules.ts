// Who is invited to a meeting, and whether an answer is about the meeting as it is called now.
import type { Id } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import type { Meeting, Reply } from './meeting-model.ts'
import type { Seat } from './model.ts'

type SeatLike = Pick<Seat, 'sideId' | 'memberId' | 'alternateId' | 'endedAt'>
export type Invited = { personId: Id; sideId: Id | null; as: 'member' | 'alternate' }

/** Members, and those who would act for them; whoever is both comes as a member. */
export function invitedTo(seats: readonly SeatLike[]): Invited[] {
  const live = seats.filter(({ endedAt }) => endedAt === null)
  const people = new Map<Id, Invited>()
  for (const { memberId, sideId } of live) if (memberId) people.set(memberId, { personId: memberId, sideId, as: 'member' })
  for (const { alternateId, sideId } of live) if (alternateId && !people.has(alternateId)) people.set(alternateId, { personId: alternateId, sideId, as: 'alternate' })
  return [...people.values()]
}

export const isValid = ({ sequence }: Pick<Reply, 'sequence'>, meeting: Pick<Meeting, 'sequence'>): boolean => sequence === meeting.sequence

/** Who has been named to come or not to; «perhaps» names nobody. */
export const namedIn = (replies: readonly Pick<Reply, 'personId' | 'coming' | 'sequence'>[], invited: readonly Invited[], meeting: Pick<Meeting, 'sequence'>): number =>
  invited.filter(({ personId, as }) => as === 'member' && replies.some((one) => one.personId === personId && one.coming !== 'maybe' && isValid(one, meeting))).length

export const whyNotAnswer = ({ state }: Pick<Meeting, 'state'>): Reason | undefined =>
  (state === 'called-off' ? 'committees.meeting-off' : state !== 'called' ? 'committees.meeting-begun' : undefined)
