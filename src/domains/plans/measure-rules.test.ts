// Pace of a plan's measures: along the curve, from the baseline, the other way round where lower is better, and what has to be explained.
import { expect, test } from 'vitest'
import { newId } from '#platform/kinds.ts'
import { expectedOn, needsCommentary, reachedBy, standingOf } from './measure-rules.ts'
import { Measure, PlanContent } from './plan-model.ts'
import { mistakesIn, taskStateOn, whyNotLay } from './plan-rules.ts'

const days = { startsOn: '2026-01-01', endsOn: '2028-12-31' }
const measure = (more: object = {}) => Measure.parse({ id: newId(), objectiveId: newId(), what: { en: 'Teachers trained' }, unit: 'persons', targets: [{ on: '2026-12-31', value: 100 }, { on: '2028-12-31', value: 300 }], ...more })
const status = (one: Measure, actual: number | null, asOf: string) => { const { status: colour, reason } = standingOf(one, days, { actual, claimed: actual }, asOf); return [colour, reason.key.slice('plans.why.'.length)] }

test('what is due runs evenly from point to point', () => {
  expect(['2025-12-31', '2026-01-01', '2026-07-02', '2026-12-31', '2027-12-31', '2028-12-31', '2029-06-01'].map((day) => expectedOn(measure(), days.startsOn, day)))
    .toEqual([null, 0, 50, 100, 199.863, 300, 300])
})

test('grey before the first target, red when nothing is known after it, thresholds of the house', () => {
  expect([status(measure(), 0, '2025-06-01'), status(measure(), 100, '2026-12-31'), status(measure(), null, '2027-01-01')]).toEqual([['grey', 'not-begun'], ['grey', 'before-first-due'], ['red', 'no-data']])
  const due = 199.863
  expect([due, due * 0.9, due * 0.89, due * 0.5, due * 0.49].map((actual) => status(measure(), actual, '2027-12-31')[0])).toEqual(['green', 'green', 'amber', 'amber', 'red'])
  // The last year asks for the whole, and forgives a fifth.
  expect([300, 299, 240, 239].map((actual) => status(measure(), actual, '2028-12-31')[0])).toEqual(['green', 'amber', 'amber', 'red'])
})

test('what adds up counts from its baseline; a level does not; lower may be better', () => {
  const sum = measure({ baseline: 2000, targets: [{ on: '2026-12-31', value: 2100 }] })
  expect(status(sum, 2000, '2027-06-01')).toEqual(['red', 'far-behind'])
  const level = measure({ unit: 'percent', baseline: 40, targets: [{ on: '2026-12-31', value: 80 }] })
  expect(status(level, 72, '2027-06-01')).toEqual(['green', 'on-pace'])
  const lower = measure({ unit: 'percent', baseline: 20, lowerIsBetter: true, targets: [{ on: '2026-12-31', value: 10 }] })
  expect([10, 15, 25].map((actual) => status(lower, actual, '2027-06-01')[0])).toEqual(['green', 'amber', 'red'])
})

test('claims add up or are read off, and only what is confirmed counts', () => {
  const [sum, level] = [measure(), measure({ unit: 'percent' })]
  const value = (itemId: string, onDay: string, amount: number, state: 'open' | 'confirmed' | 'disputed' | 'withdrawn') => ({ itemId, onDay, value: amount, state })
  const values = [sum, level].flatMap(({ id }) => [value(id, '2026-02-01', 20, 'confirmed'), value(id, '2026-03-01', 30, 'confirmed'), value(id, '2026-04-01', 7, 'open'), value(id, '2026-05-01', 50, 'withdrawn')])
  expect([reachedBy(sum, values, '2026-12-31'), reachedBy(level, values, '2026-12-31'), reachedBy(sum, values, '2026-02-15'), reachedBy(measure(), values, '2026-12-31')])
    .toEqual([{ actual: 50, claimed: 57 }, { actual: 30, claimed: 7 }, { actual: 20, claimed: 20 }, { actual: null, claimed: null }])
})

test('amber and red are explained while they last', () => {
  const standing = { subject: newId(), status: 'amber' as const, asOf: '2027-06-01' }
  const written = (status: 'amber' | 'red', at: string) => [{ measureId: standing.subject, status, writtenAt: `${at}T09:00:00.000Z` }]
  expect([needsCommentary(standing, []), needsCommentary({ ...standing, status: 'green' as never }, []), needsCommentary(standing, written('red', '2027-05-01')), needsCommentary(standing, written('amber', '2026-05-01')), needsCommentary(standing, written('amber', '2027-05-01'))])
    .toEqual([true, false, true, true, false])
})

test('a plan that cannot be says so, field by field', () => {
  const [goal, task, other, owner] = [newId(), newId(), newId(), newId()]
  const line = (id: string, afterIds: string[] = [], more = {}) => ({ id, objectiveId: goal, what: { en: 'Task' }, owners: [owner], ...days, afterIds, ...more })
  const plan = (more: object) => PlanContent.parse({ title: { en: 'Plan' }, ...days, objectives: [{ id: goal, level: 'goal', what: { en: 'Goal' } }], ...more })
  const wrong = (more: object) => Object.values(mistakesIn(plan(more), new Set([owner]))).flat()
  expect([
    wrong({}), wrong({ tasks: [line(task, [other]), line(other, [task])] }), wrong({ tasks: [line(task, [other])] }), wrong({ tasks: [line(task, [], { owners: [newId()] })] }), wrong({ tasks: [line(task, [], { objectiveId: task })] }),
    wrong({ measures: [measure({ objectiveId: goal, targets: [{ on: '2027-01-01', value: 1 }, { on: '2026-12-31', value: 2 }] })] }), wrong({ endsOn: '2025-01-01' }), wrong({ tasks: [line(task), line(task)] }),
  ]).toEqual([[], ['plans.after-is-circular'], ['plans.after-unknown'], ['plans.owner-not-a-member'], ['plans.objective-unknown'], ['plans.targets-out-of-order'], ['plans.ends-before-it-starts'], ['plans.twice-the-same']])
  expect([whyNotLay(plan({}), true), whyNotLay(plan({ objectives: [] }), false), whyNotLay(plan({ tasks: [line(task, [], { owners: [] })] }), false), whyNotLay(plan({}), false), whyNotLay(plan({ measures: [measure({ objectiveId: goal })] }), false)])
    .toEqual(['plans.version-waits', 'plans.no-objective', 'plans.task-without-owner', 'plans.no-measure', undefined])
})

test('a task is done when another confirmed it', () => {
  const task = { id: newId(), startsOn: '2026-03-01', endsOn: '2026-06-30' }
  const said = (state: 'open' | 'confirmed') => [{ itemId: task.id, state, onDay: '2026-05-01' }]
  expect([taskStateOn('2026-01-01', task, []), taskStateOn('2026-04-01', task, []), taskStateOn('2026-07-01', task, []), taskStateOn('2026-07-01', task, said('open')), taskStateOn('2026-07-01', task, said('confirmed'))].map(({ state, doneOn }) => [state, doneOn]))
    .toEqual([['to-come', null], ['running', null], ['late', null], ['claimed', null], ['done', '2026-05-01']])
})
