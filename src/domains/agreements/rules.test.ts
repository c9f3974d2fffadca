// How an agreement stands: precision, leap days, boundary days, renewal, and who may do what.
import { describe, expect, test } from 'vitest'
import { person } from '#test/world.ts'
import type { End, Term } from './model.ts'
import { addMonths, derive, endOfTerm, nextRenewal, problemsOf, standingOn, stateOn, whyNot, whyNotEndOn } from './rules.ts'

const blank: Term & End = {
  signedOn: null, signedPrecision: null, startsOn: null, termKind: 'not-stated', termYears: null, termUntil: null, untilPrecision: null, renewalYears: null,
  noticeMonths: null, termText: null, endedOn: null, endedBecause: null,
}
const made = (more: Partial<Term & End>) => {
  const agreement = { ...blank, ...more }
  return { ...agreement, ...derive(agreement) }
}
const fixed = (signedOn: string, signedPrecision: 'day' | 'month' | 'year', termYears: number) => made({ signedOn, signedPrecision, termKind: 'fixed', termYears })

describe('a fixed term', () => {
  test('ends the day before it comes round again', () => expect(fixed('2017-02-23', 'day', 5)).toMatchObject({ holdsFrom: '2017-02-23', holdsUntil: '2022-02-22' }))
  test('known to the month is counted to the end of the month', () => expect(fixed('2018-04-01', 'month', 5).holdsUntil).toBe('2023-04-30'))
  test('known to the year is counted to the end of the year', () => {
    const agreement = fixed('2018-01-01', 'year', 5)
    expect(agreement.holdsUntil).toBe('2023-12-31')
    expect(standingOn('2023-12-31', agreement)).toMatchObject({ state: 'expiring', until: '2023-12-31', because: { key: 'agreements.because.counted-year' } })
    expect(standingOn('2024-01-01', agreement)).toMatchObject({ state: 'lapsed', since: '2024-01-01' })
  })
  test('from 29 February never comes out short', () => {
    expect(endOfTerm('2016-02-29', 'day', 1)).toBe('2017-02-28')
    expect(endOfTerm('2016-02-29', 'day', 4)).toBe('2020-02-28')
  })
  test('of months, and of less than one', () => {
    expect(endOfTerm('2018-08-31', 'day', 0.5)).toBe('2019-02-28')
    expect(endOfTerm('2018-12-01', 'month', 1.5)).toBe('2020-06-30')
    expect(endOfTerm('2018-01-01', 'year', 1.5)).toBe('2020-06-30')
    expect(endOfTerm('2018-03-01', 'day', 0.02)).toBe('2018-03-07')
  })
  test('counts from its start where that is stated', () => expect(made({ signedOn: '2018-06-01', signedPrecision: 'day', startsOn: '2018-09-01', termKind: 'fixed', termYears: 1 })).toMatchObject({ holdsFrom: '2018-09-01', holdsUntil: '2019-08-31' }))
  test('without any start is unclear, and says so', () => {
    const agreement = made({ termKind: 'fixed', termYears: 5 })
    expect(standingOn('2026-01-01', agreement)).toMatchObject({ state: 'unclear', because: { key: 'agreements.because.start-unknown' } })
    expect(problemsOf(agreement, [{ role: 'party' }])).toEqual(['partner-unknown', 'signed-unknown', 'start-unknown'])
  })
})

test('the boundary days', () => {
  const agreement = made({ signedOn: '2020-01-01', signedPrecision: 'day', termKind: 'until', termUntil: '2026-12-31', untilPrecision: 'day' })
  expect(['2019-12-31', '2020-01-01', '2026-07-03', '2026-07-04', '2026-12-31', '2027-01-01'].map((day) => stateOn(day, agreement)))
    .toEqual(['not-yet', 'in-force', 'in-force', 'expiring', 'expiring', 'lapsed'])
})

test('a term until a month or a year holds to the end of it', () => {
  expect(made({ termKind: 'until', termUntil: '2024-02-01', untilPrecision: 'month' }).holdsUntil).toBe('2024-02-29')
  expect(made({ termKind: 'until', termUntil: '2024-01-01', untilPrecision: 'year' }).holdsUntil).toBe('2024-12-31')
})

test('one that ends before it starts is unclear', () => {
  const agreement = made({ signedOn: '2020-05-01', signedPrecision: 'day', termKind: 'until', termUntil: '2019-01-01', untilPrecision: 'year' })
  expect(standingOn('2026-01-01', agreement)).toMatchObject({ state: 'unclear', because: { key: 'agreements.because.ends-before-it-starts' } })
})

test('it renews itself again and again', () => {
  const agreement = made({ signedOn: '2016-02-29', signedPrecision: 'day', termKind: 'auto-renew', termYears: 5, renewalYears: 1 })
  expect(standingOn('2026-02-28', agreement)).toMatchObject({ state: 'in-force', until: null, renews: '2026-03-01' })
  expect(nextRenewal('2018-01-01', agreement)).toBe('2021-03-01')
  expect(nextRenewal('2018-01-01', made({ termKind: 'auto-renew' }))).toBeNull()
  expect(standingOn('2026-01-01', made({ termKind: 'auto-renew' })).because.key).toBe('agreements.because.renews-itself-period-unknown')
})

test('not stated, not understood, until one side ends it', () => {
  const on = (more: Partial<Term & End>) => standingOn('2026-01-01', made({ signedOn: '2017-01-01', signedPrecision: 'year', ...more }))
  expect(on({})).toMatchObject({ state: 'unclear', since: '2017-01-01', because: { key: 'agreements.because.term-not-stated' } })
  expect(on({ termKind: 'unclear', termText: 'As per HEC policy' }).because).toMatchObject({ key: 'agreements.because.term-unclear', facts: { text: 'As per HEC policy' } })
  expect(on({ termKind: 'until-ended' })).toMatchObject({ state: 'in-force', until: null, because: { key: 'agreements.because.until-ended' } })
})

test('ended early, from that day on', () => {
  const agreement = made({ signedOn: '2024-01-01', signedPrecision: 'day', termKind: 'fixed', termYears: 5, endedOn: '2025-03-10', endedBecause: 'No students came' })
  expect([stateOn('2025-03-09', agreement), stateOn('2025-03-10', agreement)]).toEqual(['expiring', 'ended'])
  expect(standingOn('2026-01-01', agreement)).toMatchObject({ since: '2025-03-10', because: { key: 'agreements.because.ended', facts: { reason: 'No students came' } } })
  expect(whyNotEndOn('2023-01-01', agreement)).toBe('agreements.ends-before-it-starts')
  expect(whyNotEndOn('2030-01-01', fixed('2024-01-01', 'day', 5))).toBe('agreements.had-lapsed-by-then')
})

test('a day that a month lacks is the first of the next', () => expect(addMonths('2018-01-31', 1)).toBe('2018-03-01'))

describe('who may', () => {
  const at = crypto.randomUUID()
  const agreement = { endedOn: null, parties: [{ organisationId: at }] }
  const director = person('Ayesha', { role: 'director', at })
  test('a record keeper of a party', () => expect(whyNot('revise', agreement, director)).toBeUndefined())
  test('not a teacher there, not a director elsewhere', () => {
    expect(whyNot('revise', agreement, person('Bilal', { role: 'faculty', at }))).toBe('agreements.only-a-record-keeper')
    expect(whyNot('revise', agreement, person('Li', { role: 'director', at: crypto.randomUUID() }))).toBe('agreements.only-a-record-keeper')
  })
  test('not twice, and not what was removed', () => {
    expect(whyNot('end', { ...agreement, endedOn: '2025-01-01' }, director)).toBe('agreements.has-ended-already')
    expect(whyNot('take-back-end', agreement, director)).toBe('agreements.has-not-ended')
    expect(whyNot('end', { ...agreement, removedAt: '2025-01-01T00:00:00Z' }, director)).toBe('agreements.is-removed')
    expect(whyNot('restore', agreement, director)).toBe('agreements.not-removed')
  })
})
