// The arithmetic of a review without a database: what each criterion gets, what does not apply, the one step, the bounds, and what is proposed.
import { describe, expect, test } from 'vitest'
import { newId } from '#platform/kinds.ts'
import type { DueFact, ReviewFacts } from './model.ts'
import { governanceChecks, judgeCriterion, stepsOf } from './criteria-rules.ts'
import { reviewRules, rulesNow } from './rule-model.ts'
import { actOf, dueOn, mistakesIn, reckon, spanOf, whyNotBegin, whyNotLay, whyNotReopen, whyNotWrite, yearsOf } from './rules.ts'

const [here, there] = [newId(), newId()]
const due = (pace: number, more: Partial<DueFact> = {}): DueFact => ({ id: newId(), what: { en: 'Seminar' }, kind: 'seminar', unit: 'events', eachWay: false, payerId: null, claimed: 10, confirmed: pace * 10, expected: 10, pace, sides: [{ side: null, counted: pace * 10, expected: 10 }], ...more })
const facts = (more: Partial<ReviewFacts> = {}): ReviewFacts => ({
  year: 2025, from: '2025-01-01', until: '2025-12-31', asOf: '2025-12-31', due: [], claimed: 0, confirmed: 0, disputed: 0, evidenced: 0, outputs: 0, people: 0, withOthers: 0, persons: [{ side: here, persons: 0 }, { side: there, persons: 0 }],
  offices: 2, vacancies: 0, waitingSince: null, quietMonths: 0, lastActivityOn: null, proposed: 0, takenUp: 0, open: 0, answered: 0, further: [], ...more,
})
const anchor = (name: Parameters<typeof judgeCriterion>[0], more: Partial<ReviewFacts>) => judgeCriterion(name, facts(more), rulesNow).anchor

test('the weights are a hundred, every set has its sources, and no version comes twice', () => {
  for (const { weights, sources } of reviewRules) expect([Object.values(weights).reduce((sum, one) => sum + one, 0), sources.length > 0]).toEqual([100, true])
  expect(new Set(reviewRules.map(({ version }) => version)).size).toBe(reviewRules.length)
})

test('a bound that is reached counts, also by a hair of arithmetic', () => {
  expect([0, 0.249, 0.25, 0.3 * 3 - 0.4, 0.8, 0.9, 7].map((value) => stepsOf(value, rulesNow.share))).toEqual([0, 0, 1, 2, 3, 4, 4])
})

describe('criteria', () => {
  test('activity is the mean of what was due, and none counts for more than was promised', () => {
    expect([anchor('activity', {}), anchor('activity', { due: [due(0)] }), anchor('activity', { due: [due(3), due(0)] }), anchor('activity', { due: [due(1), due(0.8)] })]).toEqual([null, 0, 2, 4])
    expect(judgeCriterion('activity', facts({ due: [due(3), due(0)] }), rulesNow)).toMatchObject({ share: 0.5, reason: { facts: { percent: 50, count: 2 } }, points: 12.5 })
  })

  test('reciprocity compares what each side owed for itself, else the people of each side who came', () => {
    const exchange = (one: number, other: number) => due(0.5, { eachWay: true, sides: [{ side: here, counted: one, expected: 4 }, { side: there, counted: other, expected: 4 }] })
    const came = (one: number, other: number) => ({ persons: [{ side: here, persons: one }, { side: there, persons: other }] })
    expect([anchor('reciprocity', { due: [exchange(4, 4)] }), anchor('reciprocity', { due: [exchange(4, 2)] }), anchor('reciprocity', { due: [exchange(4, 0)] }), anchor('reciprocity', { due: [exchange(0, 0)] })]).toEqual([4, 2, 0, 0])
    expect([anchor('reciprocity', came(40, 32)), anchor('reciprocity', came(40, 0)), anchor('reciprocity', came(0, 0))]).toEqual([4, 0, null])
    // Two that lean to opposite sides balance each other.
    expect(anchor('reciprocity', { due: [exchange(4, 2), exchange(2, 4)] })).toBe(4)
  })

  test('outputs and people are judged by what was promised of the kind, else by what was done, else not at all', () => {
    expect([anchor('outputs', { due: [due(1)] }), anchor('outputs', { due: [due(0.5, { kind: 'patent' })] }), anchor('outputs', { due: [due(0.9, { kind: 'other', unit: 'publications' })] }), anchor('outputs', { outputs: 3 })]).toEqual([null, 2, 4, 3])
    expect([anchor('people', {}), anchor('people', { due: [due(0, { kind: 'training' })], people: 9 }), anchor('people', { people: 5 })]).toEqual([null, 0, 4])
  })

  test('resources: the side that honoured least decides', () => {
    const owed = (payerId: string, pace: number) => due(pace, { payerId })
    expect([anchor('resources', { due: [due(1)] }), anchor('resources', { due: [owed(here, 1), owed(there, 0.5)] }), anchor('resources', { due: [owed(here, 1), owed(here, 0.6)] })]).toEqual([null, 2, 3])
  })

  test('society counts what was done with others; prospects what was proposed and taken up', () => {
    expect([anchor('society', {}), anchor('society', { confirmed: 4 }), anchor('society', { confirmed: 4, withOthers: 2 }), anchor('society', { due: [due(0)] })]).toEqual([null, 0, 2, 0])
    expect([anchor('prospects', {}), anchor('prospects', { proposed: 1 }), anchor('prospects', { proposed: 9 }), anchor('prospects', { proposed: 1, takenUp: 1 }), anchor('prospects', { takenUp: 2 })]).toEqual([0, 1, 2, 3, 4])
  })

  test('governance counts the checks that apply, with those that rooms above bring', () => {
    const met = (status: 'pass' | 'fail') => [{ id: 'committee', status, reason: { key: 'committees.met', facts: {} } }]
    expect([anchor('governance', {}), anchor('governance', { vacancies: 1 }), anchor('governance', { vacancies: 1, further: met('fail') }), anchor('governance', { further: met('pass') })]).toEqual([4, 2, 2, 4])
    const status = (more: Partial<ReviewFacts>) => Object.fromEntries(governanceChecks(facts(more), rulesNow).map((one) => [one.id, one.status]))
    expect(status({ offices: 0 })).toEqual({ offices: 'notApplicable', answers: 'pass', disputes: 'pass', evidence: 'notApplicable', challenges: 'notApplicable' })
    expect(status({ confirmed: 4, evidenced: 2, open: 2, answered: 1, disputed: 1, waitingSince: '2025-12-01' })).toEqual({ offices: 'pass', answers: 'fail', disputes: 'fail', evidence: 'pass', challenges: 'fail' })
    // What waits since after the year does not count against it.
    expect(status({ waitingSince: '2026-03-01' })['answers']).toBe('pass')
  })
})

describe('the sum', () => {
  const full = facts({ due: [due(1), due(1, { kind: 'patent' }), due(1, { kind: 'training' }), due(1, { kind: 'resource' }), due(1, { eachWay: true, sides: [{ side: here, counted: 1, expected: 1 }, { side: there, counted: 1, expected: 1 }] })], confirmed: 5, evidenced: 5, withOthers: 5, takenUp: 2 })

  test('a hundred when all was done; what does not apply takes nothing away', () => {
    expect(reckon(full, [])).toMatchObject({ earned: 100, assessed: 100, total: 100, outcome: 'renew-five' })
    const some = reckon(facts({ due: [due(1)], confirmed: 1, evidenced: 1, withOthers: 1 }), [])
    expect([some.earned, some.assessed, some.total]).toEqual([25 + 2.5 + 10, 25 + 10 + 10 + 5, 75])
  })

  test('a criterion moves by one step and never out of the scale; a larger wish is cut to one', () => {
    const total = (moves: { criterion: 'activity'; by: 1 | -1 }[]) => reckon(full, moves).total
    expect([total([{ criterion: 'activity', by: -1 }]), total([{ criterion: 'activity', by: 1 }]), total([{ criterion: 'activity', by: -4 as -1 }])]).toEqual([93.8, 100, 93.8])
    expect(mistakesIn([{ criterion: 'activity', by: 1 }], full)).toEqual({ moves: ['reviews.out-of-scale'] })
    expect(mistakesIn([{ criterion: 'activity', by: -1 }, { criterion: 'activity', by: -1 }], full)).toEqual({ moves: ['reviews.moved-twice'] })
    expect(mistakesIn([{ criterion: 'resources', by: 1 }], facts())).toEqual({ moves: ['reviews.does-not-apply'] })
    expect(mistakesIn([{ criterion: 'prospects', by: 1 }], facts())).toEqual({})
  })

  test('the bounds of what is proposed: 70, 50, too little known, a year and two years of silence', () => {
    const proposed = (earned: Partial<ReviewFacts>) => reckon(facts(earned), []).outcome
    const half = { due: [due(0.5)], confirmed: 1, evidenced: 1 }
    // (12.5 + 0 + 10 + 0) of 50 is 45; with two taken up 27.5 of 50 is 55.
    expect([proposed(half), proposed({ ...half, takenUp: 2 }), proposed({ ...half, due: [due(1)] })]).toEqual(['hearing', 'renew-three', 'renew-five'])
    expect([reckon(facts(), []).outcome, reckon(facts(), []).reason.key]).toEqual([null, 'reviews.proposed.too-little'])
    expect([11, 12, 23, 24].map((quietMonths) => reckon({ ...full, quietMonths }, []).outcome)).toEqual(['renew-five', 'dormant', 'dormant', 'close'])
  })

  test('whatever the facts, points stay between nothing and the weight, and the total between 0 and 100', () => {
    let seed = 7
    const draw = (most: number) => { seed = (seed * 48_271) % 2_147_483_647; return seed % (most + 1) }
    for (let round = 0; round < 500; round++) {
      const of = facts({ due: Array.from({ length: draw(4) }, () => due(draw(30) / 10, { kind: (['patent', 'training', 'seminar', 'resource'] as const)[draw(3)]! })), confirmed: draw(5), evidenced: draw(5), withOthers: draw(5), vacancies: draw(2), proposed: draw(3), takenUp: draw(3), disputed: draw(2) })
      const reckoned = reckon(of, [{ criterion: 'activity', by: draw(1) === 0 ? 1 : -1 }])
      for (const { anchor: reached, step, points, weight } of reckoned.criteria) {
        if (reached === null) expect([step, points]).toEqual([null, null])
        else expect([step! >= 0 && step! <= 4, Math.abs(step! - reached) <= 1, points! >= 0 && points! <= weight]).toEqual([true, true, true])
      }
      expect(reckoned.total === null || (reckoned.total >= 0 && reckoned.total <= 100)).toBe(true)
    }
  })
})

describe('steps', () => {
  const powers = { draft: false, kept: [here], reviewing: [here] }
  const said = { state: 'open' as const, outcome: 'renew-five' as const, because: {}, conditions: {}, hearingOn: null }

  test('begun for a year that runs or is over, by who reviews, once it holds', () => {
    const begin = (year: number, more = {}) => whyNotBegin({ ...powers, ...more }, year, '2026-03-02', { holdsFrom: '2025-03-02' })
    expect([begin(2025), begin(2026), begin(2027), begin(2024), begin(2025, { reviewing: [] }), begin(2025, { draft: true })]).toEqual([undefined, undefined, 'reviews.year-to-come', 'reviews.before-it-held', 'reviews.only-who-reviews', 'commitments.agreement-is-a-draft'])
    expect([spanOf(2025, '2026-03-02').asOf, spanOf(2026, '2026-03-02').asOf, dueOn(2025)]).toEqual(['2025-12-31', '2026-03-02', '2026-03-31'])
  })

  test('written while it is open', () => {
    expect([whyNotWrite({ state: 'open' }, powers), whyNotWrite({ state: 'laid' }, powers), whyNotWrite({ state: 'agreed' }, powers), whyNotWrite({ state: 'open' }, { reviewing: [] })]).toEqual([undefined, 'reviews.is-laid', 'reviews.is-agreed', 'reviews.only-who-reviews'])
  })

  test('laid with an outcome; another than proposed says why, conditions are named, a hearing has its day', () => {
    const lay = (more: object, proposed: 'renew-five' | 'renew-three' | 'hearing' | null = 'renew-five') => whyNotLay({ ...said, ...more }, powers, proposed)
    expect([lay({}), lay({ outcome: null }), lay({}, 'hearing'), lay({ because: { en: 'A pandemic' } }, 'hearing'), lay({ because: { en: '  ' } }, 'hearing'), lay({}, null)]).toEqual([undefined, 'reviews.outcome-missing', 'reviews.because-missing', undefined, 'reviews.because-missing', 'reviews.because-missing'])
    expect([lay({ outcome: 'renew-three' }, 'renew-three'), lay({ outcome: 'renew-three', conditions: { zh: '双方任命联络人' } }, 'renew-three'), lay({ outcome: 'hearing' }, 'hearing'), lay({ outcome: 'hearing', hearingOn: '2026-05-01' }, 'hearing')]).toEqual(['reviews.conditions-missing', undefined, 'reviews.hearing-day-missing', undefined])
    expect(whyNotLay(said, { kept: [] }, 'renew-five')).toBe('commitments.only-a-record-keeper')
  })

  test('taken back by the side that laid it; decided anew after a hearing only', () => {
    const reopen = (state: 'open' | 'laid' | 'agreed', outcome: 'hearing' | 'close', side = here) => whyNotReopen({ state, outcome, sideId: side }, powers)
    expect([reopen('laid', 'close'), reopen('laid', 'close', there), reopen('agreed', 'hearing', there), reopen('agreed', 'close'), reopen('open', 'close')]).toEqual([undefined, 'reviews.only-who-laid-it', undefined, 'reviews.is-agreed', 'reviews.is-open'])
  })

  test('where each outcome leads', () => {
    const all = ['renew-five', 'renew-three', 'hearing', 'dormant', 'close'] as const
    expect(all.map((one) => [yearsOf(one), actOf(one)])).toEqual([[5, 'renew'], [3, 'renew'], [null, null], [null, null], [null, 'notice']])
  })
})
