// When a claim is confirmed, and who may say so.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '#platform/kinds.ts'
import { person } from '#test/world.ts'
import type { Claim, SideAnswer } from './model.ts'
import { stateOf, whyNotAnswer, whyNotAsk, whyNotClaimAgain, whyNotOpen } from './rules.ts'

const [sargodha, zaozhuang, lge] = [newId(), newId(), newId()]
const [ayesha, wang, kim] = [person('Ayesha', { role: 'director', at: sargodha }), person('Wang', { role: 'coordinator', at: zaozhuang }), person('Kim', { role: 'director', at: lge })]
const both = person('Both', { role: 'director', at: sargodha }, { role: 'director', at: zaozhuang })
const teacher = person('Li', { role: 'faculty', at: zaozhuang })

const claimed = (by = ayesha, ...answers: SideAnswer[]): Claim => ({
  id: newId(), kind: 'test', about: newId(), scope: newId(), round: 1, state: stateOf(answers.map((answer) => ({ answer }))), claimedBy: by.id, claimedOffice: null, claimedAt: '2026-03-01T00:00:00.000Z',
  settledAt: null, withdrawnBecause: null,
  sides: [{ place: 0, organisationId: sargodha, answer: 'claims' }, ...answers.map((answer, at) => ({ place: at + 1, organisationId: [zaozhuang, lge][at]!, answer }))],
})

describe('a claim', () => {
  test.each<[SideAnswer[], string]>([
    [['claims'], 'open'], [['claims', 'open'], 'open'], [['claims', 'confirmed'], 'confirmed'], [['claims', 'confirmed', 'open'], 'open'],
    [['claims', 'confirmed', 'confirmed'], 'confirmed'], [['claims', 'confirmed', 'disputed'], 'disputed'], [['claims', 'open', 'disputed'], 'disputed'],
  ])('%j is %s', (answers, state) => expect(stateOf(answers.map((answer) => ({ answer })))).toBe(state))

  test('comes out the same in whatever order the sides answer', () => {
    const answers = fc.array(fc.constantFrom<SideAnswer>('open', 'confirmed', 'disputed'), { maxLength: 6 })
    fc.assert(fc.property(answers, fc.nat(), (given, turn) => {
      const sides = given.map((answer) => ({ answer }))
      expect(stateOf([...sides.slice(turn % (sides.length || 1)), ...sides.slice(0, turn % (sides.length || 1))].toReversed())).toBe(stateOf(sides))
    }))
  })
})

test('another side answers, through its record keepers; nobody confirms their own claim', () => {
  expect(whyNotAnswer(claimed(ayesha, 'open'), wang, 'confirmed')).toBeUndefined()
  expect(whyNotAnswer(claimed(ayesha, 'open'), ayesha, 'confirmed')).toBe('confirmations.only-another-side')
  expect(whyNotAnswer(claimed(ayesha, 'open'), teacher, 'confirmed')).toBe('confirmations.only-another-side')
  expect(whyNotAnswer(claimed(ayesha, 'open'), kim, 'disputed')).toBe('confirmations.only-another-side')
  expect(whyNotAnswer(claimed(both, 'open'), both, 'confirmed')).toBe('confirmations.own-claim')
  expect(whyNotAnswer(claimed(ayesha, 'confirmed'), wang, 'confirmed')).toBe('confirmations.said-already')
  expect(whyNotAnswer(claimed(ayesha, 'confirmed'), wang, 'disputed')).toBeUndefined()
  expect(whyNotAnswer({ ...claimed(ayesha, 'open'), state: 'withdrawn' }, wang, 'confirmed')).toBe('confirmations.is-withdrawn')
})

test('only a disputed claim is made again, by its own side; only an open side is asked', () => {
  expect(whyNotClaimAgain(claimed(ayesha, 'disputed'), ayesha)).toBeUndefined()
  expect(whyNotClaimAgain(claimed(ayesha, 'open'), ayesha)).toBe('confirmations.not-disputed')
  expect(whyNotClaimAgain(claimed(ayesha, 'disputed'), wang)).toBe('confirmations.only-the-claimant')
  expect(whyNotAsk(claimed(ayesha, 'open'), ayesha, 1)).toBeUndefined()
  expect(whyNotAsk(claimed(ayesha, 'open'), ayesha, 0)).toBe('confirmations.no-such-side')
  expect(whyNotAsk(claimed(ayesha, 'confirmed'), ayesha, 1)).toBe('confirmations.answered-already')
  expect(whyNotAsk(claimed(ayesha, 'open'), wang, 1)).toBe('confirmations.only-the-claimant')
})

test('a link that is over, taken back or never was opens nothing', () => {
  const now = '2026-03-02T09:00:00.000Z'
  expect(whyNotOpen({ expiresAt: '2026-03-02T09:00:01.000Z', revokedAt: null }, now)).toBeUndefined()
  for (const link of [undefined, { expiresAt: now, revokedAt: null }, { expiresAt: '2027-01-01T00:00:00.000Z', revokedAt: now }]) expect(whyNotOpen(link, now)).toBe('confirmations.link-over')
})
