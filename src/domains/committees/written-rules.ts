// Deciding without a meeting (G22, G23): a text and a day, answers counted per side, a window in which a side may say no, and what it never serves for.
import type { Day, Id, Instant } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import { count } from './ballot-rules.ts'
import { check, type Under } from './check-rules.ts'
import type { Ballot, Vote } from './meeting-model.ts'
import type { Side, Tally } from './model.ts'
import type { Check, Matter, RuleSet } from './rule-model.ts'

type Where = Pick<Side, 'id' | 'holidays'> & { country: string | null }
/** Days of the week on which a country rests, as JavaScript counts them; Saturday and Sunday elsewhere. */
const rests: Record<string, number[]> = { AF: [4, 5], IR: [5], BD: [5, 6], EG: [5, 6], SA: [5, 6], QA: [5, 6], KW: [5, 6], OM: [5, 6], YE: [5, 6], IQ: [5, 6], JO: [5, 6], DZ: [5, 6], NP: [6] }

export const worksOn = ({ holidays, country }: Pick<Where, 'holidays' | 'country'>, day: Day): boolean =>
  !holidays.includes(day) && !(rests[country ?? ''] ?? [6, 0]).includes(new Date(`${day}T00:00:00Z`).getUTCDay())

const next = (day: Day, by = 1): Day => new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)

/** The deadline: so many days on, and then the first day on which every side works. */
export function deadlineOf(from: Day, days: number, sides: readonly Where[]): Day {
  let day = next(from, days)
  for (let tries = 0; tries < 60 && sides.some((side) => !worksOn(side, day)); tries += 1) day = next(day)
  return day
}

export const writtenChecks = (under: Under, matter: Matter, sides: readonly Pick<Side, 'id' | 'forbidsWritten'>[]): Check[] => [
  check('g22', under, { ok: under.rules.written.allowed && !under.rules.written.excluded.includes(matter), inputs: { matter, days: under.rules.written.days, veto: under.rules.written.vetoDays } }),
  check('g23', under, { ok: !sides.some(({ forbidsWritten }) => forbidsWritten), inputs: { sides: sides.filter(({ forbidsWritten }) => forbidsWritten).length } }),
]

type Procedure = Pick<Ballot, 'class' | 'unit' | 'entitled' | 'seats'>
/** Silence is not consent, unless the rules say that it is. */
export function writtenResult(rules: RuleSet, procedure: Procedure, votes: readonly Pick<Vote, 'seatId' | 'choice'>[], sides: readonly { id: Id }[]): Tally {
  const sideOf = new Map(procedure.entitled.map(({ seatId, sideId }) => [seatId, sideId]))
  const said = votes.flatMap(({ seatId, choice }) => (choice && sideOf.has(seatId) ? [{ seatId, sideId: sideOf.get(seatId) ?? null, choice }] : []))
  const silent = procedure.entitled.filter(({ seatId }) => !said.some((one) => one.seatId === seatId))
  const cast = rules.written.silence === 'consent' ? [...said, ...silent.map(({ seatId, sideId }) => ({ seatId, sideId, choice: 'for' as const }))] : said
  const tally = count({ ...procedure, sides, cast })
  // Consensus in writing is a yes of everyone: who says nothing has not agreed.
  if (procedure.class === 'consensus' && tally.carried && tally.silent > 0) return { ...tally, carried: false, why: 'no-consensus' }
  // In writing more than half of all say yes (DESCA: 51 % of all parties), not of those who answered.
  if (procedure.class === 'simple' && tally.carried && !moreThanHalf(procedure, tally)) return { ...tally, carried: false, why: 'no-majority' }
  return tally
}

const moreThanHalf = ({ unit, seats }: Procedure, { sides, for: pro }: Tally): boolean =>
  unit === 'side' && sides.length > 0 ? 2 * sides.filter(({ says }) => says === 'for').length > sides.length : 2 * pro > seats

/** Where it stands: open for answers, then for a veto, then settled. */
export const stageOf = ({ closedAt, settledAt, vetoedBySide, deadlineOn, vetoUntilOn }: Pick<Ballot, 'closedAt' | 'settledAt' | 'vetoedBySide' | 'deadlineOn' | 'vetoUntilOn'>, over: Day): 'answers' | 'to-close' | 'veto' | 'to-settle' | 'settled' => {
  if (settledAt !== null || vetoedBySide !== null) return 'settled'
  if (closedAt === null) return deadlineOn !== null && over > deadlineOn ? 'to-close' : 'answers'
  return vetoUntilOn !== null && over > vetoUntilOn ? 'to-settle' : 'veto'
}

export function whyNotVeto(procedure: Pick<Ballot, 'kind' | 'settledAt' | 'vetoedBySide' | 'vetoUntilOn'>, over: Day): Reason | undefined {
  if (procedure.kind !== 'written') return 'committees.no-veto-here'
  if (procedure.settledAt !== null || procedure.vetoedBySide !== null) return 'committees.procedure-over'
  return procedure.vetoUntilOn !== null && over > procedure.vetoUntilOn ? 'committees.veto-over' : undefined
}

/** The version of the rules that held at a moment. */
export const versionAt = <V extends { fromAt: Instant; version: number }>(versions: readonly V[], at: Instant): V | undefined =>
  versions.filter(({ fromAt }) => fromAt <= at).toSorted((a, b) => a.version - b.version).at(-1)
