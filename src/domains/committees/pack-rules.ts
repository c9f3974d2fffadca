// What each side has kept of what was promised: every promise and side in exactly one state, so that the numbers add up and lead to their lines.
import type { Commitment, Standing } from '#domains/commitments/model.ts'
import { rulesNow } from '#domains/commitments/rule-model.ts'
import type { Id } from '#platform/kinds.ts'
import { type OwedBySide, type OwedState, owedStates, type PackPromise, type PackWanted, type SideSums } from './pack-model.ts'

type Owed = { target: number; expected: number; claimed: number; confirmed: number }
/** What was to be there by now decides; before anything is due, the whole. Near enough is what the standing calls on pace. */
export function stateOf({ target, expected, claimed, confirmed }: Owed): OwedState {
  const wanted = expected > 0 ? expected * rulesNow.pace.green : target
  if (confirmed >= wanted) return 'confirmed'
  if (claimed >= wanted) return 'done'
  if (expected > 0) return 'late'
  return claimed > 0 ? 'under-way' : 'not-started'
}

/** What a side brought to a promise that the sides owe together. */
export type Brought = { side: Id; claimed: number; confirmed: number }

export function promiseOf({ id, agreementId, what, unit }: Pick<Commitment, 'id' | 'agreementId' | 'what' | 'unit'>, { status, reason, inputs }: Standing, sides: readonly Id[], brought: readonly Brought[]): PackPromise {
  const { target, dueOn, firstDueOn, claimed, confirmed, expected, pace, eachWay, per } = inputs
  const owed = (side: Id): OwedBySide => {
    const own = inputs.sides.find((one) => one.side === side)
    if (own) return { side, target, expected: own.expected, claimed: own.claimed, confirmed: own.confirmed, state: stateOf({ target, expected: own.expected, claimed: own.claimed, confirmed: own.confirmed }) }
    const mine = brought.find((one) => one.side === side)
    return { side, target: null, expected: null, claimed: mine?.claimed ?? 0, confirmed: mine?.confirmed ?? 0, state: together }
  }
  const whole = eachWay ? target * Math.max(1, inputs.sides.length) : target
  const together = stateOf({ target: whole, expected, claimed, confirmed })
  return { id, agreementId, what, unit, target, dueOn: dueOn ?? firstDueOn, status, claimed, confirmed, per, eachWay, expected, pace, why: reason, state: together, sides: sides.map(owed) }
}

/** What needs the body first. */
const urgency: OwedState[] = ['late', 'not-started', 'under-way', 'done', 'confirmed']
export const byUrgency = (a: Pick<PackPromise, 'state' | 'id'>, b: Pick<PackPromise, 'state' | 'id'>): number => urgency.indexOf(a.state) - urgency.indexOf(b.state) || (a.id < b.id ? -1 : 1)

const counted: Record<OwedState, keyof Omit<SideSums, 'side' | 'promised'>> = { confirmed: 'confirmed', done: 'done', 'under-way': 'underWay', late: 'late', 'not-started': 'notStarted' }
export const sumOf = (sums: SideSums, state: OwedState): number => sums[counted[state]]

/** In the order in which sides first appear. */
export function sumsOf(promises: readonly Pick<PackPromise, 'sides'>[]): SideSums[] {
  const sums = new Map<Id, SideSums>()
  for (const { side, state } of promises.flatMap(({ sides }) => sides)) {
    const one = sums.get(side) ?? { side, promised: 0, confirmed: 0, done: 0, underWay: 0, late: 0, notStarted: 0 }
    one.promised += 1
    one[counted[state]] += 1
    sums.set(side, one)
  }
  return [...sums.values()]
}

/** The lines of a side in the order of their states, so that each number leads to a stretch of them. */
export const linesOf = (promises: readonly PackPromise[], side: Id): { state: OwedState; lines: { promise: PackPromise; own: OwedBySide }[] }[] => {
  const all = promises.flatMap((promise) => promise.sides.filter((own) => own.side === side).map((own) => ({ promise, own })))
  return owedStates.toReversed().map((state) => ({ state, lines: all.filter(({ own }) => own.state === state) })).filter(({ lines }) => lines.length > 0)
}

/** Carried out once everything that followed from it is done; late while something of it is overdue. */
export const becameOf = (actions: readonly { done: boolean; dueOn: string }[], today: string): 'carried-out' | 'open' | 'late' | 'nothing' =>
  actions.length === 0 ? 'nothing' : actions.every(({ done }) => done) ? 'carried-out' : actions.some(({ done, dueOn }) => !done && dueOn < today) ? 'late' : 'open'

/** The list behind a number: of one side, in one state. */
export const ofSide = (promises: readonly PackPromise[], { side, state }: PackWanted): PackPromise[] =>
  promises.filter((one) => (side === undefined ? state === undefined || one.state === state : one.sides.some((own) => own.side === side && (state === undefined || own.state === state))))
