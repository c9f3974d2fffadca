// No sequence of arrivals, departures, alternates, recusals and votes lets a decision pass that a second, independent count refuses.
import { expect, test } from 'vitest'
import { count, withQuorum } from './ballot-rules.ts'
import { seat, seeded } from './engine.fixture.ts'
import type { Choice } from './meeting-model.ts'
import { actingAt, type Facts, presentAt, quorumAt, type RecusalFact, type SpanFact } from './quorum-rules.ts'
import { readyMade } from './ready-rules.ts'
import { recount } from './recount-rules.ts'
import { type DecisionClass, ruleSetNames, type RuleSet } from './rule-model.ts'

type Random = ReturnType<typeof seeded>
const minute = (many: number) => new Date(Date.UTC(2026, 4, 23, 9, many)).toISOString()

function roster(random: Random, sides: { id: string }[]) {
  return Array.from({ length: 1 + random.below(7) }, (_, place) => seat(`s${place}`, sides.length ? random.pick(sides).id : null, place, {
    voting: random.chance(0.9), memberId: random.chance(0.95) ? `m${random.below(8)}` : null, alternateId: random.chance(0.5) ? random.pick(['a0', 'a1', `m${random.below(8)}`]) : null,
    alternateNamedAt: random.chance(0.8) ? minute(-60 + random.below(70)) : null, startedAt: minute(random.chance(0.9) ? -1000 : random.below(40)), endedAt: random.chance(0.1) ? minute(5 + random.below(50)) : null,
  }))
}

function comings(random: Random): SpanFact[] {
  const people = [...Array.from({ length: 8 }, (_, n) => `m${n}`), 'a0', 'a1']
  return people.flatMap((personId) => Array.from({ length: random.below(3) }, () => {
    const from = random.below(50) - 10
    return { personId, fromAt: minute(from), untilAt: random.chance(0.4) ? minute(from + random.below(30)) : null }
  }))
}

function scene(random: Random): Facts {
  const sides = Array.from({ length: random.below(4) }, (_, n) => ({ id: `side${n}` }))
  const set = readyMade[random.pick(ruleSetNames)]
  const rules: RuleSet = { ...set, alternates: random.chance(0.8), alternateNoticeHours: random.below(2), quorum: { perSide: random.below(3), total: random.pick([[1, 2], [2, 3], [1, 1], [0, 1]]), sides: random.chance(0.2) ? [2, 3] : null } }
  const recusals: RecusalFact[] = Array.from({ length: random.below(4) }, () => ({ itemId: random.pick(['item', 'other']), personId: random.pick(['m0', 'm1', 'm2', 'a0']), at: minute(random.below(40)), recused: random.chance(0.8) }))
  return { rules, sides, seats: roster(random, sides), spans: comings(random), recusals, openedAt: minute(0) }
}

/** A vote as the house takes it: opened, cast by those entitled while they are there, closed. `cheats`: cast past the door. */
function vote(random: Random, facts: Facts, cheats: boolean) {
  const [open, close] = [1 + random.below(20), 22 + random.below(20)]
  const { acting, eligible } = actingAt(facts, 'item', minute(open))
  const ballot = { itemId: 'item', openedAt: minute(open), closedAt: minute(close), class: random.pick<DecisionClass>(['consensus', 'every-side', 'two-thirds', 'simple']), unit: random.pick(['seat', 'side'] as const), entitled: acting, secret: random.chance(0.3) }
  const votes = acting.flatMap(({ seatId, sideId, personId }) => {
    const at = minute(open + random.below(close - open + 1))
    const choice = random.pick<Choice>(['for', 'for', 'for', 'against', 'abstain'])
    return random.chance(0.85) && (cheats || presentAt(facts.spans, at).has(personId)) ? [{ seatId, sideId, personId, at, choice }] : []
  })
  const tally = count({ ...ballot, seats: eligible.length, sides: facts.sides, cast: votes })
  return { ballot, votes, tally: withQuorum(tally, quorumAt(facts, 'item', ballot.openedAt), quorumAt(facts, 'item', ballot.closedAt)) }
}
const recounted = (facts: Facts, { ballot, votes }: ReturnType<typeof vote>) =>
  recount(facts, ballot, votes.map((one) => ({ ...one, choice: ballot.secret ? null : one.choice })), ballot.secret ? votes : [])

test('six thousand scenes, counted twice, come to the same', () => {
  let carried = 0
  for (let seed = 1; seed <= 6000; seed += 1) {
    const random = seeded(seed)
    const facts = scene(random)
    const taken = vote(random, facts, false)
    expect(recounted(facts, taken).carried, `scene ${seed}: ${JSON.stringify({ taken, facts, recounted: recounted(facts, taken) })}`).toBe(taken.tally.carried)
    carried += Number(taken.tally.carried)
  }
  // A house in which nothing is ever carried would agree with itself too.
  expect(carried).toBeGreaterThan(300)
})

test('votes cast past the door, twice, or for a chair of somebody else never make a decision', () => {
  let refused = 0
  for (let seed = 1; seed <= 2000; seed += 1) {
    const random = seeded(seed)
    const facts = scene(random)
    const taken = vote(random, facts, true)
    const absent = taken.votes.some(({ personId, at }) => !presentAt(facts.spans, at).has(personId))
    if (absent) { refused += 1; expect(recounted(facts, taken).carried).toBe(false) }
    const one = taken.votes[0]
    if (!one || !taken.tally.carried) continue
    expect(recounted(facts, { ...taken, votes: [...taken.votes, one] }).carried).toBe(false)
    expect(recounted(facts, { ...taken, votes: [{ ...one, personId: 'somebody' }, ...taken.votes.slice(1)] }).carried).toBe(false)
  }
  expect(refused).toBeGreaterThan(100)
})
