// Pace and its arithmetic, day by day, and what must hold whatever is thrown at it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '#platform/kinds.ts'
import type { Given } from './model.ts'
import { fulfilledOn, type Judged, standingOf } from './standing-rules.ts'

const [sargodha, zaozhuang] = [newId(), newId()]
const given = (day: string, amount = 1, state: Given['state'] = 'confirmed', side: string | null = null): Given => ({ day, amount, state, side })
const seminar = (more: Partial<Judged> = {}): Judged => ({
  id: newId(), unit: 'events', target: 1, per: 'year', eachWay: false, startsOn: '2026-03-02', dueOn: null, dueMonths: null, endsOn: '2031-03-01', waits: false, sides: [sargodha, zaozhuang], given: [], ...more,
})
const status = (judged: Judged, on: string) => { const { status, reason } = standingOf(judged, on); return `${status} ${reason.key.slice('commitments.why.'.length)}` }

describe('once, by a day', () => {
  const centre = (more: Partial<Judged> = {}) => seminar({ unit: 'milestone', per: 'once', dueOn: '2027-03-31', ...more })
  test.each([
    ['2027-03-31', [], 'grey before-first-due'],
    ['2027-04-01', [], 'red no-data'],
    ['2027-04-01', [given('2027-03-20', 1, 'open')], 'red far-behind'],
    ['2027-01-01', [given('2026-12-20')], 'green fulfilled'],
    ['2027-04-01', [given('2027-03-20', 1, 'withdrawn')], 'red no-data'],
    ['2027-04-01', [given('2027-03-20', 1, 'disputed')], 'red far-behind'],
  ] as const)('on %s, %j: %s', (on, all, expected) => expect(status(centre({ given: [...all] }), on)).toBe(expected))

  test('what is due so many months after the beginning counts from there, also from 29 February', () => {
    expect(standingOf(centre({ dueOn: null, dueMonths: 12, startsOn: '2028-02-29' }), '2028-03-01').inputs.dueOn).toBe('2029-03-01')
  })
  test('what waits for another is grey, whatever the day', () => expect(status(centre({ waits: true, startsOn: null, dueOn: null, dueMonths: 6 }), '2030-01-01')).toBe('grey waits'))
})

describe('every year', () => {
  test('grey in the first year, then year by year: a second seminar in one year does not make up for none in another', () => {
    expect(status(seminar(), '2027-03-01')).toBe('grey before-first-due')
    expect(status(seminar(), '2027-03-02')).toBe('red no-data')
    const twice = seminar({ given: [given('2026-05-01'), given('2026-06-01')] })
    expect(standingOf(twice, '2027-03-01').inputs).toMatchObject({ claimed: 2, confirmed: 2, expected: 1, pace: 1 })
    expect(standingOf(twice, '2028-03-01')).toMatchObject({ status: 'amber', inputs: { expected: 2, pace: 0.5, sides: [{ counted: 1, years: [{ confirmed: 2 }, { confirmed: 0 }] }] } })
  })
  test('halfway through a year half of its target is expected', () => {
    const { inputs } = standingOf(seminar({ target: 2, given: [given('2026-05-01', 2), given('2027-04-01')] }), '2027-08-31')
    expect(inputs.expected).toBeCloseTo(2 + 2 * (183 / 366), 2)
    expect(inputs.sides[0]!.years.map(({ from, until }) => [from, until])).toEqual([['2026-03-02', '2027-03-01'], ['2027-03-02', '2028-03-01']])
  })
  test('a year that begins on 29 February ends on the day before it comes round', () => {
    expect(standingOf(seminar({ startsOn: '2028-02-29' }), '2029-03-01').inputs.sides[0]!.years.map(({ until }) => until)).toEqual(['2029-02-28', '2030-02-28'])
  })
})

describe('each way', () => {
  const exchange = (all: Given[]) => seminar({ unit: 'persons', target: 2, eachWay: true, given: all })
  test('the slower side decides', () => {
    const one = standingOf(exchange([given('2026-05-01', 2, 'confirmed', sargodha), given('2026-06-01', 1, 'confirmed', zaozhuang)]), '2027-03-02')
    expect(one).toMatchObject({ status: 'red', inputs: { claimed: 3, confirmed: 3 } })
    expect(one.inputs.sides.map(({ side, confirmed }) => [side, confirmed])).toEqual([[sargodha, 2], [zaozhuang, 1]])
  })
})

test('in the last year of the term more is asked', () => {
  const total = (confirmed: number) => seminar({ per: 'total', target: 100, given: [given('2027-01-01', confirmed)] })
  expect(status(total(70), '2030-02-28')).toBe('amber behind')
  expect(status(total(76), '2030-02-28')).toBe('green on-pace')
  expect(status(total(70), '2030-12-31')).toBe('red late-last-year')
  expect(status(total(90), '2030-12-31')).toBe('amber behind-last-year')
  expect(status(total(40), '2030-12-31')).toBe('red far-behind')
  expect(status(total(100), '2030-12-31')).toBe('green fulfilled')
})

describe('whatever was given', () => {
  const day = fc.integer({ min: 0, max: 3000 }).map((days) => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
  const gift = fc.record({ day, amount: fc.integer({ min: 0, max: 5 }), state: fc.constantFrom<Given['state']>('open', 'confirmed', 'disputed', 'withdrawn'), side: fc.constantFrom(sargodha, zaozhuang) })
  const judgedOf = fc.record({
    target: fc.integer({ min: 1, max: 9 }), per: fc.constantFrom<'once' | 'year' | 'total'>('once', 'year', 'total'), eachWay: fc.boolean(), dueOn: fc.option(day), startsOn: fc.option(day), endsOn: fc.option(day),
    given: fc.array(gift, { maxLength: 12 }),
  }).map((some) => seminar(some))

  test('what is confirmed is never more than what is claimed, on any side in any year', () => {
    fc.assert(fc.property(judgedOf, day, (judged, on) => {
      const { inputs } = standingOf(judged, on)
      for (const sum of [inputs, ...inputs.sides, ...inputs.sides.flatMap(({ years }) => years)]) expect(sum.confirmed).toBeLessThanOrEqual(sum.claimed)
      if (inputs.pace !== null) expect(inputs.pace).toBeLessThanOrEqual(inputs.claimedPace!)
    }))
  })
  test('the order in which it was logged and confirmed does not matter', () => {
    fc.assert(fc.property(judgedOf, day, (judged, on) => {
      const other = { ...judged, given: judged.given.toReversed() }
      expect(standingOf(other, on)).toEqual(standingOf(judged, on))
      expect(fulfilledOn(other)).toBe(fulfilledOn(judged))
    }))
  })
  test('one more confirmation never makes it worse', () => {
    const better = { red: 0, amber: 1, grey: 2, green: 3 }
    fc.assert(fc.property(judgedOf.filter(({ given }) => given.some(({ state }) => state === 'open')), day, (judged, on) => {
      const at = judged.given.findIndex(({ state }) => state === 'open')
      const then = { ...judged, given: judged.given.map((one, place) => (place === at ? { ...one, state: 'confirmed' as const } : one)) }
      expect(better[standingOf(then, on).status]).toBeGreaterThanOrEqual(better[standingOf(judged, on).status])
    }))
  })
})
