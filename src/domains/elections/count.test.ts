// The count, against a second one that is written another way: whatever the papers and in whatever order, both find the same, nobody is elected by fewer votes
// than another has, and no tie is broken by a vote that weighs twice.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countRound, type Counting } from './count-rules.ts'
import { limitCheck, orderCheck, termEnd, usualRules } from './rules.ts'

const rule = (more: Partial<Counting['rule']> = {}): Counting['rule'] => ({ majority: 'absolute', quorum: [1, 2], rotation: 'country', ...more })
const counting = (papers: (string | null)[], more: Partial<Counting> = {}): Counting => ({ round: 1, rule: rule(), standing: ['a', 'b', 'c'], electorate: 8, papers, tiedBefore: false, countryLast: new Map(), ...more })
const of = (said: string) => [...said].map((one) => (one === '-' ? null : one))

test('more than half elects; otherwise the two with most meet again, and whoever has as many as the second', () => {
  expect(countRound(counting(of('aaaab')))).toMatchObject({ outcome: 'elected', electedId: 'a', need: 3, blank: 0 })
  expect(countRound(counting(of('aabbc')))).toMatchObject({ outcome: 'runoff', next: ['a', 'b'], electedId: null })
  expect(countRound(counting(of('aaabbcc'), { electorate: 9 }))).toMatchObject({ outcome: 'again', next: ['a', 'b', 'c'] })
  expect(countRound(counting(of('aaabbc'), { rule: rule({ majority: 'relative' }) }))).toMatchObject({ outcome: 'elected', electedId: 'a' })
  expect(countRound(counting(of('aabbc'), { standing: ['a', 'b'], round: 2 }))).toMatchObject({ blank: 1, outcome: 'again', next: ['a', 'b'] })
})

test('a tie is voted on once more; then the country that has waited longest; and where that cannot tell, nobody', () => {
  const tie = counting(of('aabb'), { standing: ['a', 'b'], round: 3, tiedBefore: true, electorate: 4 })
  expect(countRound({ ...tie, countryLast: new Map([['a', 2022], ['b', 2018]]) })).toMatchObject({ outcome: 'elected-by-rotation', electedId: 'b' })
  expect(countRound({ ...tie, countryLast: new Map([['a', 2018], ['b', 2018]]) })).toMatchObject({ outcome: 'not-decided', electedId: null })
  expect(countRound({ ...tie, rule: rule({ rotation: 'none' }), countryLast: new Map([['a', 2022], ['b', 2018]]) })).toMatchObject({ outcome: 'not-decided' })
})

test('without half of the electorate there is no result; one who stands alone needs more votes than blank papers', () => {
  expect(countRound(counting(of('aaa')))).toMatchObject({ outcome: 'no-quorum', next: ['a', 'b', 'c'] })
  expect(countRound(counting([], { electorate: 0 })).outcome).toBe('no-quorum')
  expect(countRound(counting(of('aa--'), { standing: ['a'], electorate: 4 })).outcome).toBe('not-decided')
  expect(countRound(counting(of('aaa--'), { standing: ['a'], electorate: 5 }))).toMatchObject({ outcome: 'elected', electedId: 'a' })
  expect(countRound(counting(of('----'), { electorate: 4 })).outcome).toBe('not-decided')
})

/** A second judgement of the same papers, by sorting them instead of counting them. */
function judgedAgain({ papers, standing, rule: { majority, quorum: [num, den], rotation }, electorate, round, tiedBefore, countryLast }: Counting): { elected: string | null } {
  if (papers.length === 0 || papers.length / electorate < num / den) return { elected: null }
  const piles = standing.map((id) => [id, papers.filter((paper) => paper === id)] as const).toSorted(([, a], [, b]) => b.length - a.length)
  const valid = piles.reduce((sum, [, pile]) => sum + pile.length, 0)
  const [top, second] = piles
  if (!top || top[1].length === 0) return { elected: null }
  if (!second) return { elected: top[1].length > papers.length - valid ? top[0] : null }
  if (top[1].length * 2 > valid) return { elected: top[0] }
  if (majority === 'absolute' && round === 1) return { elected: null }
  if (top[1].length > second[1].length) return { elected: top[0] }
  if (!tiedBefore || rotation !== 'country') return { elected: null }
  const tied = piles.filter(([, pile]) => pile.length === top[1].length).map(([id]) => [id, countryLast.get(id) ?? 0] as const).toSorted((a, b) => a[1] - b[1])
  return { elected: tied[0]![1] < tied[1]![1] ? tied[0]![0] : null }
}

test('both counts agree on every set of papers, in every order', () => {
  const arbitrary = fc.record({
    round: fc.integer({ min: 1, max: 3 }), standing: fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }), votes: fc.array(fc.constantFrom('a', 'b', 'c', 'd', null), { maxLength: 24 }), away: fc.integer({ min: 0, max: 20 }),
    majority: fc.constantFrom('absolute' as const, 'relative' as const), rotation: fc.constantFrom('country' as const, 'none' as const), tiedBefore: fc.boolean(), years: fc.array(fc.integer({ min: 2010, max: 2014 }), { minLength: 4, maxLength: 4 }), seed: fc.integer(),
  })
  fc.assert(fc.property(arbitrary, ({ votes, away, standing, years, seed, majority, rotation, ...rest }) => {
    const given = counting(votes, { ...rest, standing, electorate: votes.length + away, rule: rule({ majority, rotation }), countryLast: new Map(['a', 'b', 'c', 'd'].map((id, at) => [id, years[at]!])) })
    const result = countRound(given)
    expect(result.electedId).toBe(judgedAgain(given).elected)
    const mixed = votes.map((vote, at) => [Math.sin(seed + at), vote] as const).toSorted((a, b) => a[0] - b[0]).map(([, vote]) => vote)
    expect(countRound({ ...given, papers: mixed })).toEqual(result)
    expect(result.counts.reduce((sum, { votes: own }) => sum + own, 0) + result.blank).toBe(votes.length)
    const own = (id: string | null) => result.counts.find(({ candidateId }) => candidateId === id)?.votes ?? 0
    if (result.electedId) expect(Math.max(...result.counts.map(({ votes: some }) => some))).toBe(own(result.electedId))
    if (result.outcome === 'elected' && result.round === 1 && majority === 'absolute' && standing.length > 1) expect(own(result.electedId) * 2).toBeGreaterThan(votes.length - result.blank)
    // One more vote for who was elected never takes it away.
    if (result.outcome === 'elected') expect(countRound({ ...given, papers: [...votes, result.electedId], electorate: given.electorate + 1 }).electedId).toBe(result.electedId)
    expect(result.next.every((id) => standing.includes(id)) && (result.electedId === null || result.next.length === 0)).toBe(true)
  }), { numRuns: 2000 })
})

test('terms follow each other when less than a year lies between; a country that had the post later than another is told so', () => {
  const under = { rule: usualRules[0]!, version: 3 }
  const held = (personId: string, country: string, fromOn: string, untilOn: string) => ({ personId, post: 'president' as const, country, fromOn, untilOn })
  const past = [held('p', 'PK', '2018-01-01', '2021-12-31'), held('p', 'PK', '2022-01-01', '2025-12-31'), held('q', 'CN', '2014-01-01', '2017-12-31')]
  expect(limitCheck(under, past, { personId: 'p', name: 'P' }, '2026-01-01')).toEqual({ id: 'g30', status: 'warn', subject: 'P', inputs: { terms: 3, limit: 2 }, ruleVersion: 3, reason: 'elections.checks.too-many-terms' })
  expect(limitCheck(under, past, { personId: 'q', name: 'Q' }, '2026-01-01')).toMatchObject({ status: 'pass', inputs: { terms: 1 } })
  expect(orderCheck(under, past, ['PK', 'CN', 'KZ'], { name: 'P', country: 'PK' })).toMatchObject({ id: 'g31', status: 'warn', inputs: { country: 'PK', waiting: 2, year: 2022 } })
  expect(orderCheck(under, past, ['PK', 'CN', 'KZ'], { name: 'N', country: 'KZ' }).status).toBe('pass')
  expect([termEnd('2026-01-01', 4), termEnd('2026-03-01', 2), termEnd('2024-02-29', 1)]).toEqual(['2029-12-31', '2028-02-29', '2025-02-28'])
})
