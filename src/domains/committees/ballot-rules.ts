// How votes become a result, by the class of the matter (G17 to G20). Nobody's vote weighs twice: a tie is not carried.
import type { Id, Instant } from '#platform/kinds.ts'
import type { Choice, Entitled } from './meeting-model.ts'
import type { Tally } from './model.ts'
import type { DecisionClass, Matter, RuleSet } from './rule-model.ts'

export type Cast = { sideId: Id | null; choice: Choice }
type Counting = { class: DecisionClass; unit: 'seat' | 'side'; entitled: readonly Pick<Entitled, 'seatId' | 'sideId'>[]; seats: number; sides: readonly { id: Id }[]; cast: readonly Cast[] }
type SideTally = Tally['sides'][number]

export const classOf = (rules: RuleSet, matter: Matter): DecisionClass => rules.classes[matter]

const tallyOf = (cast: readonly Cast[], entitled: number) => {
  const count = (choice: Choice) => cast.filter((one) => one.choice === choice).length
  return { for: count('for'), against: count('against'), abstain: count('abstain'), silent: Math.max(0, entitled - cast.length) }
}
/** A side says what more of those who voted for it say; one that is divided evenly, or silent, says nothing. */
const saysOf = ({ for: pro, against }: Pick<SideTally, 'for' | 'against'>): SideTally['says'] => (pro > against ? 'for' : against > pro ? 'against' : 'nothing')

export function count({ class: by, unit, entitled, seats, sides: all, cast }: Counting): Tally {
  const sides = all.map(({ id }): SideTally => {
    const tally = tallyOf(cast.filter(({ sideId }) => sideId === id), entitled.filter(({ sideId }) => sideId === id).length)
    return { sideId: id, ...tally, says: saysOf(tally) }
  })
  const seated = { ...tallyOf(cast, entitled.length), seats }
  const bySide = unit === 'side' && sides.length > 0
  const [pro, against, of] = bySide ? [sides.filter(({ says }) => says === 'for').length, sides.filter(({ says }) => says === 'against').length, sides.length] : [seated.for, seated.against, seats]
  return { ...seated, sides, ...outcome(by, { pro, against, of, everySide: sides.every(({ says }) => says === 'for'), sides: sides.length, opposed: seated.against, supported: seated.for, seats }) }
}

type Sums = { pro: number; against: number; of: number; everySide: boolean; sides: number; opposed: number; supported: number; seats: number }
function outcome(by: DecisionClass, { pro, against, of, everySide, sides, opposed, supported, seats }: Sums): Pick<Tally, 'carried' | 'why'> {
  switch (by) {
    case 'consensus': return opposed === 0 && supported > 0 ? { carried: true, why: 'consensus' } : { carried: false, why: 'no-consensus' }
    // Without sides each seat stands for itself.
    case 'every-side': return (sides > 0 ? everySide : supported === seats && seats > 0) ? { carried: true, why: 'every-side' } : { carried: false, why: 'want-of-side' }
    case 'two-thirds': return pro > 0 && 3 * pro >= 2 * of ? { carried: true, why: 'two-thirds' } : { carried: false, why: 'under-two-thirds' }
    case 'simple': return pro > against ? { carried: true, why: 'majority' } : { carried: false, why: pro === against && pro > 0 ? 'tie' : 'no-majority' }
  }
}

/** Whether each side's part is told: always of an open vote; of a secret one only where the sides decide, not the seats. */
export const tellsSides = ({ secret, class: by, unit }: { secret: boolean; class: DecisionClass; unit: 'seat' | 'side' }): boolean => !secret || unit === 'side' || by === 'every-side'

/** A side that is told and for which one person votes keeps no secret, nor does a vote of one. */
export const loneVoter = ({ class: by, unit, entitled }: Pick<Counting, 'class' | 'unit' | 'entitled'>): boolean =>
  entitled.length < 2 || (tellsSides({ secret: true, class: by, unit }) && [...Map.groupBy(entitled, ({ sideId }) => sideId)].some(([side, own]) => side !== null && own.length < 2))

/** What was carried does not hold when the body could not decide at the opening or the close of the vote. */
export const withQuorum = (tally: Tally, opened: { ok: boolean }, closed: { ok: boolean }): Tally => (opened.ok && closed.ok ? tally : { ...tally, carried: false, why: 'quorum-lost' })

/** The side for whose want it was not carried. */
export const missingSide = ({ sides, why }: Tally): SideTally | undefined => (why === 'want-of-side' ? sides.find(({ says }) => says !== 'for') : undefined)

/** After a deadlock between equals the heads of the sides have so long (G20). */
export const escalationDue = (closedAt: Instant, { escalationDays }: RuleSet): Instant => new Date(Date.parse(closedAt) + escalationDays * 86_400_000).toISOString()
