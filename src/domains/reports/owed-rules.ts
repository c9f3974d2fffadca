// What each side owes by a day: what was to be done by then, less what the others have confirmed of it. What is only claimed does not settle it.
import type { Commitment, Standing } from '#domains/commitments/model.ts'
import type { Id } from '#platform/kinds.ts'

export type Owed = { commitment: Commitment; who: 'we' | 'they' | 'together'; open: number; claimed: number; payment: boolean }

/** `ours` are the organisations of the viewer; whoever else is a side is one of `they`. */
export function owedOf(commitment: Commitment & { standing: Standing }, ours: ReadonlySet<Id>): Owed[] {
  const { standing: { inputs, status, reason }, payerId, amount } = commitment
  const whose = (side: Id | null) => (side === null ? 'together' as const : ours.has(side) ? 'we' as const : 'they' as const)
  const sums = inputs.sides.map(({ side, expected, counted, claimed, confirmed }) => {
    const open = whole(expected - counted)
    return { commitment, who: whose(side), open, claimed: Math.min(open, whole(claimed - confirmed)), payment: false }
  })
  const settled = status === 'green' && reason.key.endsWith('.fulfilled')
  const money = payerId !== null && amount !== null && !settled ? [{ commitment, who: whose(payerId), open: amount, claimed: 0, payment: true }] : []
  return [...sums.filter(({ open }) => open > 0), ...money]
}

/** A part of a visit is not owed yet: what runs evenly over a year falls due one by one. */
const whole = (number: number): number => Math.max(0, Math.floor(number + 1e-6))
