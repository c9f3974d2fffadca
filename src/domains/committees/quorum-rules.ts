// Who acts for which seat at a moment, and whether the body can decide then (G05 to G07, G21). A function of the recorded facts.
import type { Id, Instant } from '#platform/kinds.ts'
import type { Declaration, Presence } from './meeting-model.ts'
import type { Seat, Side } from './model.ts'
import type { Fraction, RuleSet } from './rule-model.ts'

export type SeatFact = Pick<Seat, 'id' | 'sideId' | 'place' | 'role' | 'voting' | 'memberId' | 'alternateId' | 'alternateNamedAt' | 'startedAt' | 'endedAt'>
export type SpanFact = Pick<Presence, 'personId' | 'fromAt' | 'untilAt'>
export type RecusalFact = Pick<Declaration, 'itemId' | 'personId' | 'at' | 'recused'>
/** All that a quorum follows from. `openedAt`: alternates must have been named by then. */
export type Facts = { rules: RuleSet; sides: readonly Pick<Side, 'id'>[]; seats: readonly SeatFact[]; spans: readonly SpanFact[]; recusals: readonly RecusalFact[]; openedAt: Instant }
export type Acting = { seatId: Id; sideId: Id | null; personId: Id; as: 'member' | 'alternate' }
export type Quorum = {
  acting: Acting[]; seats: number; needed: number; sides: { sideId: Id; acting: number; seats: number; needed: number }[]; represented: number; neededSides: number
  ok: boolean; wants: 'nobody' | 'side' | 'sides' | 'total' | null; wantsSide: Id | null
}

/** The least whole number that is this share of so many. */
export const shareOf = ([some, of]: Fraction, many: number): number => Math.ceil((some * many) / of)

/** What is and is not there at a moment: from the arrival, up to but not at the departure. */
const during = (from: Instant, until: Instant | null, at: Instant): boolean => from <= at && (until === null || at < until)
export const presentAt = (spans: readonly SpanFact[], at: Instant): Set<Id> => new Set(spans.filter(({ fromAt, untilAt }) => during(fromAt, untilAt, at)).map(({ personId }) => personId))
const barredAt = (recusals: readonly RecusalFact[], itemId: Id | null, at: Instant): Set<Id> => new Set(recusals.filter((one) => one.recused && one.itemId === itemId && one.at <= at).map(({ personId }) => personId))
export const seatsAt = <S extends SeatFact>(seats: readonly S[], at: Instant): S[] => seats.filter(({ voting, startedAt, endedAt }) => voting && during(startedAt, endedAt, at)).toSorted((a, b) => a.place - b.place)

/** Named in time: so many hours before the meeting opened. */
export const namedInTime = ({ alternateId, alternateNamedAt }: SeatFact, openedAt: Instant, hours: number): boolean =>
  alternateId !== null && alternateNamedAt !== null && Date.parse(alternateNamedAt) + hours * 3_600_000 <= Date.parse(openedAt)

/** One person acts for one seat once: members for their own, then alternates, in the order of the seats. */
export function actingAt({ rules, seats, spans, recusals, openedAt }: Facts, itemId: Id | null, at: Instant): { acting: Acting[]; eligible: SeatFact[] } {
  const [here, barred, all] = [presentAt(spans, at), barredAt(recusals, itemId, at), seatsAt(seats, at)]
  const free = (person: Id | null): person is Id => person !== null && here.has(person) && !barred.has(person)
  const taken = new Set<Id>()
  const acting: Acting[] = []
  const sit = (seat: SeatFact, person: Id | null, as: Acting['as']) => {
    if (!free(person) || taken.has(person)) return
    taken.add(person)
    acting.push({ seatId: seat.id, sideId: seat.sideId, personId: person, as })
  }
  for (const seat of all) sit(seat, seat.memberId, 'member')
  const seated = new Set(acting.map(({ seatId }) => seatId))
  for (const seat of all) if (!seated.has(seat.id) && rules.alternates && namedInTime(seat, openedAt, rules.alternateNoticeHours)) sit(seat, seat.alternateId, 'alternate')
  const sitting = new Set(acting.map(({ seatId }) => seatId))
  // A seat whose member stands back is left out of the count, unless its alternate acts.
  return { acting, eligible: all.filter(({ id, memberId }) => sitting.has(id) || memberId === null || !barred.has(memberId)) }
}

export function quorumAt(facts: Facts, itemId: Id | null, at: Instant): Quorum {
  const { rules: { quorum }, sides: all } = facts
  const { acting, eligible } = actingAt(facts, itemId, at)
  const sides = all.map(({ id }) => ({ sideId: id, acting: acting.filter(({ sideId }) => sideId === id).length, seats: eligible.filter(({ sideId }) => sideId === id).length, needed: quorum.sides ? 0 : quorum.perSide }))
  const needed = shareOf(quorum.total, eligible.length)
  const represented = sides.filter((side) => side.acting >= Math.max(1, quorum.perSide)).length
  const neededSides = quorum.sides ? shareOf(quorum.sides, sides.length) : 0
  const short = sides.find((side) => side.acting < side.needed)
  const wants = acting.length === 0 ? 'nobody' : short ? 'side' : represented < neededSides ? 'sides' : acting.length < needed ? 'total' : null
  return { acting, seats: eligible.length, needed, sides, represented, neededSides, ok: wants === null, wants, wantsSide: wants === 'side' ? short!.sideId : null }
}
