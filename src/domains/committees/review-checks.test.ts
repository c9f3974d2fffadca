// What a review hears of the committees of its agreement: that they met with a quorum within twelve months, signed their minutes, did what they set themselves.
import { expect, test } from 'vitest'
import { committeeChecks } from './review-checks.ts'

const none = { constitutedOn: null, metOn: null, sessions: 0, unsealed: 0, actions: 0, overdue: 0 }
const status = (more: object) => committeeChecks({ ...none, ...more }, '2025-12-31').map((one) => one.status)

test('without a committee nothing applies; twelve months are counted from the last session with a quorum', () => {
  expect(status({})).toEqual(['notApplicable', 'notApplicable', 'notApplicable'])
  const old = { constitutedOn: '2020-05-01' }
  expect([status({ ...old, metOn: '2024-12-31' })[0], status({ ...old, metOn: '2024-12-30' })[0], status(old)[0]]).toEqual(['pass', 'fail', 'fail'])
})

test('one that is younger than a year has not failed to meet, and has met when it did', () => {
  expect([status({ constitutedOn: '2025-03-01' })[0], status({ constitutedOn: '2025-03-01', metOn: '2025-06-01' })[0]]).toEqual(['notApplicable', 'pass'])
})

test('minutes and actions', () => {
  expect([status({ sessions: 2, unsealed: 1, actions: 3, overdue: 0 }), status({ sessions: 2, unsealed: 0, actions: 3, overdue: 1 })].map(([, ...rest]) => rest)).toEqual([['fail', 'pass'], ['pass', 'fail']])
})
