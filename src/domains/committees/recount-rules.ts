// A second count of a vote, made differently: what happened is replayed in its order, as one who sat there with a pencil would have
// noted it. A decision is written down only where both counts agree; whoever doubts one can be shown either.
import type { Id, Instant } from '#platform/kinds.ts'
import type { Ballot, Vote } from './meeting-model.ts'
import type { Facts } from './quorum-rules.ts'

type Stroke = { at: Instant; order: number; does: (room: Room) => void }
type Room = { inside: Map<Id, number>; back: Set<Id> }
export type Recounted = { carried: boolean; because: string }
type Counted = Pick<Ballot, 'itemId' | 'openedAt' | 'closedAt' | 'class' | 'unit' | 'entitled'> & { secret: boolean }
type Votes = readonly (Pick<Vote, 'seatId' | 'personId' | 'at'> & { choice: string | null })[]

export function recount(facts: Facts, ballot: Counted, votes: Votes, papers: readonly { sideId: Id | null; choice: string }[] = []): Recounted {
  const closedAt = ballot.closedAt
  if (closedAt === null) return no('still-open')
  const [start, end] = [roomAt(facts, ballot.itemId, ballot.openedAt), roomAt(facts, ballot.itemId, closedAt)]
  if (!enough(facts, start, ballot.openedAt) || !enough(facts, end, closedAt)) return no('quorum')
  const sitters = chairsIn(facts, start, ballot.openedAt)
  for (const { seatId, personId, at } of votes) {
    const sits = sitters.get(seatId)
    if (sits !== personId || at < ballot.openedAt || at > closedAt || !roomAt(facts, ballot.itemId, at).inside.has(personId)) return no('vote-not-entitled')
  }
  if (new Set(votes.map(({ seatId }) => seatId)).size !== votes.length) return no('vote-twice')
  const sideOf = new Map(facts.seats.map(({ id, sideId }) => [id, sideId]))
  const strokes = ballot.secret ? papers.map(({ sideId, choice }) => [sideId, choice] as const) : votes.map(({ seatId, choice }) => [sideOf.get(seatId) ?? null, choice] as const)
  if (strokes.length !== votes.length) return no('papers-differ')
  return passes(facts, ballot, strokes, byRight(facts, start, ballot.openedAt))
}

const no = (because: string): Recounted => ({ carried: false, because })

/** The room as it was at a moment, from all that was noted up to then. */
function roomAt({ spans, recusals }: Facts, itemId: Id | null, at: Instant): Room {
  const strokes: Stroke[] = [
    ...spans.map(({ personId, fromAt }) => ({ at: fromAt, order: 1, does: ({ inside }: Room) => void inside.set(personId, (inside.get(personId) ?? 0) + 1) })),
    ...spans.filter(({ untilAt }) => untilAt !== null).map(({ personId, untilAt }) => ({ at: untilAt!, order: 0, does: ({ inside }: Room) => leave(inside, personId) })),
    ...recusals.filter(({ recused, itemId: on }) => recused && on === itemId).map(({ personId, at: when }) => ({ at: when, order: 2, does: ({ back }: Room) => void back.add(personId) })),
  ]
  const room: Room = { inside: new Map(), back: new Set() }
  for (const stroke of strokes.filter((one) => one.at <= at).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.order - b.order))) stroke.does(room)
  for (const [person, times] of room.inside) if (times <= 0) room.inside.delete(person)
  return room
}

function leave(inside: Map<Id, number>, person: Id): void {
  inside.set(person, (inside.get(person) ?? 0) - 1)
}

/** Which chair is taken by whom: everyone sits down once, on their own chair first. */
function chairsIn({ rules, seats, openedAt }: Facts, { inside, back }: Room, at: Instant): Map<Id, Id> {
  const chairs = new Map<Id, Id>()
  const waiting = [...inside.keys()].filter((person) => !back.has(person))
  const live = seats.filter((seat) => seat.voting && seat.startedAt <= at && !(seat.endedAt !== null && seat.endedAt <= at)).sort((a, b) => a.place - b.place)
  const standing = new Set(waiting)
  for (const role of ['member', 'alternate'] as const) {
    for (const seat of live) {
      const person = role === 'member' ? seat.memberId : seat.alternateId
      if (chairs.has(seat.id) || person === null || !standing.has(person)) continue
      if (role === 'alternate' && (!rules.alternates || seat.alternateNamedAt === null || Date.parse(openedAt) - Date.parse(seat.alternateNamedAt) < rules.alternateNoticeHours * 3_600_000)) continue
      chairs.set(seat.id, person)
      standing.delete(person)
    }
  }
  return chairs
}

/** Seats that count: all that exist, but for those left empty by one who stands back. */
function byRight(facts: Facts, room: Room, at: Instant): number {
  const chairs = chairsIn(facts, room, at)
  let seats = 0
  for (const { id, voting, startedAt, endedAt, memberId } of facts.seats) {
    if (!voting || startedAt > at || (endedAt !== null && endedAt <= at)) continue
    if (chairs.has(id) || memberId === null || !room.back.has(memberId)) seats += 1
  }
  return seats
}

function enough(facts: Facts, room: Room, at: Instant): boolean {
  const { total: [some, of], perSide, sides: fraction } = facts.rules.quorum
  const chairs = chairsIn(facts, room, at)
  if (chairs.size === 0 || chairs.size * of < some * byRight(facts, room, at)) return false
  const heads = facts.sides.map(({ id }) => facts.seats.filter((seat) => seat.sideId === id && chairs.has(seat.id)).length)
  if (fraction) return heads.filter((many) => many > 0 && many >= perSide).length * fraction[1] >= fraction[0] * heads.length
  return heads.every((many) => many >= perSide)
}

function passes({ sides }: Facts, { class: by, unit }: Counted, strokes: readonly (readonly [Id | null, string | null])[], seats: number): Recounted {
  const lean = (some: typeof strokes) => some.reduce((sum, [, choice]) => sum + (choice === 'for' ? 1 : choice === 'against' ? -1 : 0), 0)
  const [pro, contra] = [strokes.filter(([, choice]) => choice === 'for').length, strokes.filter(([, choice]) => choice === 'against').length]
  const leans = sides.map(({ id }) => Math.sign(lean(strokes.filter(([side]) => side === id))))
  const perSide = unit === 'side' && sides.length > 0
  const [yes, nay, all] = perSide ? [leans.filter((one) => one > 0).length, leans.filter((one) => one < 0).length, sides.length] : [pro, contra, seats]
  const carried = {
    consensus: contra === 0 && pro > 0, 'every-side': sides.length > 0 ? leans.every((one) => one > 0) : pro > 0 && pro === seats, 'two-thirds': yes > 0 && yes / all >= 2 / 3 - 1e-9, simple: yes > nay,
  }[by]
  return { carried, because: by }
}
