// The path to membership without a database: whose turn, by when, what is closed and why.
import { expect, test } from 'vitest'
import { type Step, steps } from './admission-model.ts'
import { afterCheck, deeds, dueOf, missingOf, monthsAfter, ownerOf, type Stands, whyNot } from './admission-rules.ts'
import { MembershipRules, proposedRules } from './rule-model.ts'

const stands = (step: Step, change: Partial<Stands> = {}, application: Partial<Stands['application']> = {}): Stands => ({
  application: { step, organisationId: 'o', observesUntil: null, appealed: false, laidId: null, ...application }, rules: proposedRules, hats: { keeps: true, applies: true },
  papers: [{ requirement: 'letter' }, { requirement: 'statutes' }], council: null, bodySits: false, today: '2026-03-02', lapsesOn: null, ...change,
})
const open = (step: Step, change: Partial<Stands> = {}) => deeds.filter((deed) => whyNot(deed, stands(step, change)) === undefined)

test('at each step exactly its own deeds are open', () => {
  expect(Object.fromEntries(steps.map((step) => [step, open(step)]))).toEqual({
    check: ['hand-in', 'identify', 'check-complete', 'check-ask', 'check-refuse', 'withdraw'], completing: ['hand-in', 'answer', 'identify', 'check-refuse', 'withdraw'], observing: ['withdraw'],
    council: ['decide-admitted', 'decide-refused', 'withdraw'], pledge: ['pledge', 'withdraw'], member: [], refused: ['appeal'], withdrawn: [],
  })
})

test('neither side does what is the other’s, and a stranger nothing', () => {
  const of = (hats: Stands['hats']) => new Set(steps.flatMap((step) => open(step, { hats })))
  const [alliance, applicant] = [of({ keeps: true, applies: false }), of({ keeps: false, applies: true })]
  expect([...alliance].filter((deed) => applicant.has(deed))).toEqual([])
  expect(of({ keeps: false, applies: false }).size).toBe(0)
  expect(whyNot('check-complete', stands('check', { hats: { keeps: false, applies: true } }))).toBe('alliances.only-its-secretariat-may')
  expect(whyNot('pledge', stands('pledge', { hats: { keeps: true, applies: false } }))).toBe('memberships.only-the-applicant')
})

test('nothing is complete while a required paper lacks or nobody knows who applies', () => {
  expect(missingOf(proposedRules, [{ requirement: 'profile' }])).toEqual(['letter', 'statutes'])
  expect(whyNot('check-complete', stands('check', { papers: [{ requirement: 'letter' }] }))).toBe('memberships.papers-missing')
  expect(whyNot('answer', stands('completing', { papers: [] }))).toBe('memberships.papers-missing')
  expect(whyNot('check-complete', stands('check', {}, { organisationId: null }))).toBe('memberships.identify-first')
})

test('where a body sits, the secretariat admits nobody, and refuses only once it has not carried', () => {
  const council = (state: 'waits' | 'not-carried' | null) => stands('council', { bodySits: true, council: state && { state } })
  expect(['decide-admitted', 'decide-refused', 'lay'].map((deed) => whyNot(deed as 'lay', council(null)))).toEqual(['memberships.the-council-decides', 'memberships.the-council-decides', undefined])
  expect(['decide-admitted', 'decide-refused', 'lay'].map((deed) => whyNot(deed as 'lay', council('waits')))).toEqual(['memberships.the-council-decides', 'memberships.the-council-decides', 'memberships.laid-already'])
  expect(['decide-admitted', 'decide-refused', 'lay'].map((deed) => whyNot(deed as 'lay', council('not-carried')))).toEqual(['memberships.the-council-decides', undefined, undefined])
  expect(whyNot('lay', stands('council'))).toBe('memberships.no-council-sits')
})

test('one appeals once, and on the last day still', () => {
  expect(whyNot('appeal', stands('refused', { lapsesOn: '2026-03-02' }))).toBeUndefined()
  expect(whyNot('appeal', stands('refused', { lapsesOn: '2026-03-01' }))).toBe('memberships.appeal-too-late')
  expect(whyNot('appeal', stands('refused', { lapsesOn: '2026-04-01' }, { appealed: true }))).toBe('memberships.appealed-already')
})

test('the time as observer counts from the day it began, in calendar months', () => {
  expect(monthsAfter('2028-02-29', 12)).toBe('2029-02-28')
  expect(monthsAfter('2026-08-31', 6)).toBe('2027-02-28')
  expect(afterCheck(proposedRules, null, '2026-03-02')).toEqual({ step: 'observing', observesUntil: '2027-03-02' })
  expect(afterCheck(proposedRules, '2025-09-01', '2026-03-02')).toEqual({ step: 'observing', observesUntil: '2026-09-01' })
  expect(afterCheck(proposedRules, '2024-01-01', '2026-03-02')).toEqual({ step: 'council', observesUntil: '2025-01-01' })
  expect(afterCheck({ observerMonths: 0 }, null, '2026-03-02').step).toBe('council')
})

test('every step that waits has a day and an owner; one that is over has neither', () => {
  expect(steps.map((step) => [step, ownerOf({ step, laidId: null }), dueOf(step, proposedRules, '2026-03-02', '2027-03-02')])).toEqual([
    ['check', 'alliance', '2026-04-01'], ['completing', 'applicant', '2026-05-01'], ['observing', 'clock', '2027-03-02'], ['council', 'alliance', '2026-08-29'], ['pledge', 'applicant', '2026-05-01'],
    ['member', 'nobody', null], ['refused', 'nobody', null], ['withdrawn', 'nobody', null],
  ])
  expect(ownerOf({ step: 'council', laidId: 'm' })).toBe('council')
})

test('what Pamir proposes is itself a set of rules, each with its source', () => {
  expect(MembershipRules.parse(proposedRules)).toEqual(proposedRules)
  expect(Object.keys(proposedRules.sources).toSorted()).toEqual(['confirmation', 'council', 'dormancy', 'notice', 'observer', 'path', 'pledge'])
})
