// What each side has kept: states that exclude each other, numbers that add up, and lists that are as long as their numbers.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { standingOf } from '#domains/commitments/standing-rules.ts'
import { newId } from '#platform/kinds.ts'
import { executedIn, longOverdue, sessionsIn, share, signedInTime } from './figure-rules.ts'
import { owedStates } from './pack-model.ts'
import { becameOf, linesOf, ofSide, promiseOf, stateOf, sumOf, sumsOf } from './pack-rules.ts'

const [ours, theirs] = [newId(), newId()]
const promise = (more: { eachWay?: boolean; given?: [side: string | null, amount: number, state: 'confirmed' | 'open'][]; brought?: { side: string; claimed: number; confirmed: number }[] }, on = '2027-06-01') => {
  const judged = { id: newId(), unit: 'persons' as const, target: 10, per: 'once' as const, eachWay: more.eachWay ?? false, startsOn: '2026-01-01', dueOn: '2026-12-31', dueMonths: null, endsOn: '2031-01-01', waits: false, sides: [ours, theirs], given: (more.given ?? []).map(([side, amount, state]) => ({ day: '2026-05-01', amount, state, side })) }
  return promiseOf({ id: judged.id, agreementId: newId(), what: { en: 'Exchange' }, unit: 'persons' }, standingOf(judged, on), [ours, theirs], more.brought ?? [])
}

describe('a promise and a side', () => {
  test.each([
    [{ target: 10, expected: 0, claimed: 0, confirmed: 0 }, 'not-started'], [{ target: 10, expected: 0, claimed: 3, confirmed: 0 }, 'under-way'], [{ target: 10, expected: 10, claimed: 3, confirmed: 3 }, 'late'],
    [{ target: 10, expected: 10, claimed: 10, confirmed: 3 }, 'done'], [{ target: 10, expected: 10, claimed: 10, confirmed: 9 }, 'confirmed'], [{ target: 10, expected: 0, claimed: 10, confirmed: 10 }, 'confirmed'],
  ] as const)('%j is %s', (owed, state) => expect(stateOf(owed)).toBe(state))

  test('what each owes for itself is late at one side and kept at the other', () => {
    const { sides } = promise({ eachWay: true, given: [[ours, 10, 'confirmed'], [theirs, 2, 'open']] })
    expect(sides).toMatchObject([{ side: ours, target: 10, confirmed: 10, state: 'confirmed' }, { side: theirs, target: 10, claimed: 2, confirmed: 0, state: 'late' }])
  })
  test('what they owe together stands the same for both, with what each brought', () => {
    const { sides, expected, pace, why } = promise({ given: [[null, 6, 'confirmed']], brought: [{ side: ours, claimed: 6, confirmed: 6 }] })
    expect(sides).toMatchObject([{ target: null, claimed: 6, state: 'late' }, { target: null, claimed: 0, state: 'late' }])
    expect([expected, pace, why?.key]).toEqual([10, 0.6, 'commitments.why.behind'])
  })
})

test('the numbers of a side add up to what it promised, and each is as long as its list', () => {
  const side = fc.constantFrom(ours, theirs, null)
  const some = fc.array(fc.record({ eachWay: fc.boolean(), given: fc.array(fc.tuple(side, fc.integer({ min: 0, max: 12 }), fc.constantFrom('confirmed' as const, 'open' as const)), { maxLength: 4 }) }), { maxLength: 8 })
  fc.assert(fc.property(some, fc.constantFrom('2026-03-01', '2027-06-01'), (all, on) => {
    const promises = all.map((one) => promise(one, on))
    for (const sums of sumsOf(promises)) {
      expect(owedStates.reduce((sum, state) => sum + sumOf(sums, state), 0)).toBe(sums.promised)
      expect(linesOf(promises, sums.side).flatMap(({ lines }) => lines)).toHaveLength(sums.promised)
      for (const state of owedStates) expect(ofSide(promises, { side: sums.side, state })).toHaveLength(sumOf(sums, state))
    }
  }))
})

test.each([
  [[], 'nothing'], [[{ done: true, dueOn: '2026-01-01' }], 'carried-out'], [[{ done: true, dueOn: '2026-01-01' }, { done: false, dueOn: '2026-05-01' }], 'open'], [[{ done: false, dueOn: '2026-01-01' }], 'late'],
] as const)('a decision with %j: %s', (actions, became) => expect(becameOf(actions, '2026-03-01')).toBe(became))

describe('a year of bodies', () => {
  const span = { from: '2026-01-01', until: '2026-12-31' }
  test.each([
    ['held in the month it was due', { everyMonths: 12, from: '2025-03-01', heldOn: ['2026-03-01'] }, { due: 1, held: 1 }],
    ['not held', { everyMonths: 12, from: '2025-03-01', heldOn: [] }, { due: 1, held: 0 }],
    ['due last year and never held', { everyMonths: 36, from: '2022-03-01', heldOn: [] }, { due: 1, held: 0 }],
    ['constituted this year: not due yet', { everyMonths: 12, from: '2026-03-01', heldOn: [] }, { due: 0, held: 0 }],
    ['twice a year, once held', { everyMonths: 6, from: '2025-01-01', heldOn: ['2025-12-15', '2026-06-15'] }, { due: 2, held: 1 }],
    ['more than was due', { everyMonths: 12, from: '2025-03-01', heldOn: ['2026-02-01', '2026-09-01'] }, { due: 2, held: 2 }],
  ] as const)('%s', (_what, body, sessions) => expect(sessionsIn(body, span)).toEqual(sessions))

  test('decisions by the day of the last action, actions long overdue, minutes in thirty days', () => {
    const inTime = { actions: [{ dueOn: '2026-05-01', doneOn: '2026-04-20' }] }
    const half = { actions: [{ dueOn: '2026-05-01', doneOn: '2026-04-20' }, { dueOn: '2026-06-01', doneOn: null }] }
    expect(executedIn([inTime, half, { actions: [{ dueOn: '2027-01-01', doneOn: null }] }], span)).toEqual({ due: 2, inTime: 1 })
    expect(longOverdue([{ dueOn: '2026-11-30', doneOn: null }, { dueOn: '2026-12-01', doneOn: null }, { dueOn: '2026-06-01', doneOn: '2027-01-05' }, { dueOn: '2026-06-01', doneOn: '2026-07-05' }], '2026-12-31')).toBe(2)
    const minutes = [{ closedAt: '2026-05-01T10:00:00Z', signedAt: '2026-05-31T10:00:00Z' }, { closedAt: '2026-05-01T10:00:00Z', signedAt: '2026-06-02T10:00:00Z' }, { closedAt: '2026-12-20T10:00:00Z', signedAt: null }]
    expect(signedInTime(minutes, '2026-12-31T23:59:59Z')).toEqual({ due: 2, inTime: 1 })
    expect([share(1, 2), share(0, 0)]).toEqual([50, null])
  })
})
