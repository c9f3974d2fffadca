// Bodies to judge in tests, without a database: two sides, their seats, and who came and went.
import type { Id, Instant } from '#platform/kinds.ts'
import type { Facts, SeatFact } from './quorum-rules.ts'
import { readyMade } from './ready-rules.ts'
import type { RuleSet } from './rule-model.ts'

export const at = (time: string, day = '2026-05-23'): Instant => `${day}T${time}:00.000Z`
export const opened = at('09:00')
export const rules: RuleSet = readyMade['joint-coordination-committee']
export const [pk, cn] = ['pk', 'cn'] as const

export const seat = (id: Id, sideId: Id | null, place: number, more: Partial<SeatFact> = {}): SeatFact => ({
  id, sideId, place, role: 'member', voting: true, memberId: `m-${id}`, alternateId: null, alternateNamedAt: null, startedAt: at('00:00', '2026-01-01'), endedAt: null, ...more,
})
export const there = (personId: Id, from = '08:50', until: string | null = null) => ({ personId, fromAt: at(from), untilAt: until && at(until) })
export const stoodBack = (personId: Id, itemId = 'item', from = '09:10') => ({ itemId, personId, at: at(from), recused: true })

/** Two of each side, all there. */
export const facts = (more: Partial<Facts> = {}): Facts => ({
  rules, openedAt: opened, sides: [{ id: pk }, { id: cn }], recusals: [],
  seats: [seat('p1', pk, 0), seat('p2', pk, 1), seat('c1', cn, 2), seat('c2', cn, 3)], spans: ['m-p1', 'm-p2', 'm-c1', 'm-c2'].map((person) => there(person)), ...more,
})

/** Numbers that look random and are the same each time (mulberry32). */
export function seeded(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  return { below: (many: number) => Math.floor(next() * many), chance: (share: number) => next() < share, pick: <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]! }
}
