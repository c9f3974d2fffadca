// How a commitment stands on a day: pace is what was done ÷ what was to be done by then. Computed, never typed; what comes out shows
// its arithmetic. It goes by what is confirmed; what is only claimed is counted beside it.
import { addDays, addMonths } from '#domains/agreements/rules.ts'
import type { Day, Id } from '#platform/kinds.ts'
import type { Measure } from '#domains/texts/promise-model.ts'
import type { Given, SideSum, Standing, Status, Why } from './model.ts'
import { type RuleSet, rulesNow } from './rule-model.ts'

/** What is known of a commitment. `waits`: the one before it is not fulfilled yet. `sides` are those of the agreement, `endsOn` the last day of its term. */
export type Judged = Measure & { id: Id; startsOn: Day | null; dueOn: Day | null; dueMonths: number | null; endsOn: Day | null; waits: boolean; sides: readonly Id[]; given: readonly Given[] }

export function standingOf(judged: Judged, asOf: Day, rules: RuleSet = rulesNow): Standing {
  const { id: subject, unit, target, per, eachWay, startsOn, endsOn } = judged
  const dueOn = dueOf(judged)
  const firstDueOn = firstDueOf(judged, dueOn)
  const sides = sidesOf(judged).map((side) => summed(judged, side, dueOn, asOf))
  const total = (what: 'claimed' | 'confirmed' | 'expected') => rounded(sides.reduce((sum, side) => sum + side[what], 0))
  const paces = sides.map(({ pace }) => pace).filter((pace) => pace !== null)
  const inputs = {
    unit, target, per, eachWay, startsOn, dueOn, firstDueOn, endsOn, finalYear: endsOn !== null && asOf >= addMonths(addDays(endsOn, 1), -12),
    claimed: total('claimed'), confirmed: total('confirmed'), disputed: rounded(sumOf(judged.given.filter(({ state }) => state === 'disputed'))), expected: total('expected'),
    // Where each side owes its own, the slower one decides.
    pace: paces.length > 0 ? Math.min(...paces) : null,
    claimedPace: claimedPace(judged, sides), sides,
  }
  return { id: 'commitment.pace', subject, asOf, ruleVersion: rules.version, inputs, ...judge(judged, inputs, asOf, rules) }
}

/** The day it is due: as agreed, or so many months after its clock began. */
export const dueOf = ({ dueOn, dueMonths, startsOn }: Pick<Judged, 'dueOn' | 'dueMonths' | 'startsOn'>): Day | null =>
  dueOn ?? (dueMonths !== null && startsOn ? addMonths(startsOn, dueMonths) : null)

/** The day on which what was confirmed reached the target, or nothing. Only what is to be done once or in total is ever fulfilled. */
export function fulfilledOn(judged: Pick<Judged, 'per' | 'target' | 'eachWay' | 'sides' | 'given'>): Day | null {
  if (judged.per === 'year') return null
  const days = sidesOf(judged).map((side) => reachedOn(judged.target, ofSide(judged, side).filter(({ state }) => state === 'confirmed')))
  return days.includes(null) || days.length === 0 ? null : days.toSorted().at(-1)!
}

function reachedOn(target: number, confirmed: Given[]): Day | null {
  let sum = 0
  for (const { day, amount } of confirmed.toSorted((a, b) => (a.day < b.day ? -1 : 1))) if (rounded(sum += amount) >= target) return day
  return null
}

function judge(judged: Judged, { pace, finalYear, firstDueOn, startsOn, claimed, dueOn }: Standing['inputs'], asOf: Day, { pace: always, lastYear }: RuleSet): { status: Status; reason: Why } {
  const say = (status: Status, key: string, facts: Why['facts'] = {}) => ({ status, reason: { key: `commitments.why.${key}`, facts } })
  const kept = fulfilledOn(judged)
  if (kept) return say('green', 'fulfilled', { on: kept })
  if (judged.waits) return say('grey', 'waits')
  if (startsOn === null || startsOn > asOf) return say('grey', 'not-begun', { on: startsOn })
  if (firstDueOn === null) return say('grey', 'no-due-day')
  if (asOf <= firstDueOn) return say('grey', 'before-first-due', { on: firstDueOn })
  if (claimed === 0) return say('red', 'no-data', { on: dueOn ?? firstDueOn })
  const { green, amber } = finalYear ? lastYear : always
  const percent = { percent: Math.floor((pace ?? 0) * 100), green: green * 100, amber: amber * 100 }
  if ((pace ?? 0) >= green) return say('green', finalYear ? 'on-pace-last-year' : 'on-pace', percent)
  if ((pace ?? 0) >= amber) return say('amber', finalYear ? 'behind-last-year' : 'behind', percent)
  return say('red', finalYear && (pace ?? 0) >= lastYear.half ? 'late-last-year' : 'far-behind', percent)
}

/** Nothing is red before this day: the due day, or the end of the first year. */
function firstDueOf({ per, startsOn, endsOn }: Judged, dueOn: Day | null): Day | null {
  if (per === 'once') return dueOn ?? endsOn
  if (startsOn === null) return null
  const year = addDays(addMonths(startsOn, 12), -1)
  const end = earlier(dueOn, endsOn)
  return end !== null && end < year ? end : per === 'total' && end === null ? null : year
}

/** Where each side owes its own there is a sum for each, otherwise one for all. */
const sidesOf = ({ eachWay, sides }: Pick<Judged, 'eachWay' | 'sides'>): (Id | null)[] => (eachWay ? [...sides] : [null])
const ofSide = ({ given, eachWay }: Pick<Judged, 'given' | 'eachWay'>, side: Id | null): Given[] => given.filter((one) => !eachWay || one.side === side)

function summed(judged: Judged, side: Id | null, dueOn: Day | null, asOf: Day): SideSum {
  const given = ofSide(judged, side)
  const [claimed, confirmed] = [given.filter(isClaimed), given.filter(({ state }) => state === 'confirmed')]
  const years = judged.per === 'year' ? yearsOf(judged, given, dueOn, asOf) : []
  const expected = judged.per === 'year' ? rounded(years.reduce((sum, year) => sum + year.expected, 0)) : expectedBy(judged, dueOn, asOf)
  const counted = countedOf(judged, years, sumOf(confirmed), 'confirmed')
  return { side, claimed: sumOf(claimed), confirmed: sumOf(confirmed), expected, counted, pace: expected > 0 ? counted / expected : null, years }
}

/** What counts towards the pace: no more than was promised, and in a year no more than was promised for it. */
const countedOf = ({ per, target }: Measure, years: SideSum['years'], sum: number, what: 'claimed' | 'confirmed'): number =>
  rounded(per === 'year' ? years.reduce((all, year) => all + Math.min(year[what], target), 0) : Math.min(sum, target))

function claimedPace(judged: Judged, sides: readonly SideSum[]): number | null {
  const paces = sides.flatMap(({ years, claimed, expected }) => (expected > 0 ? [countedOf(judged, years, claimed, 'claimed') / expected] : []))
  return paces.length > 0 ? Math.min(...paces) : null
}

/** Once: nothing until the day it is due, then the whole. In total: evenly over the time, as long as it is not known otherwise. */
function expectedBy({ per, target, startsOn, endsOn, waits }: Judged, dueOn: Day | null, asOf: Day): number {
  const end = dueOn ?? endsOn
  if (waits || startsOn === null || end === null || asOf < startsOn) return 0
  if (asOf > end) return target
  return per === 'once' ? 0 : rounded(target * share(startsOn, end, asOf))
}

/** Year by year from the day its clock began: whole targets for years that are over, a part for the one that runs. */
function yearsOf({ startsOn, endsOn, target, waits }: Judged, given: Given[], dueOn: Day | null, asOf: Day): SideSum['years'] {
  const last = earlier(earlier(dueOn, endsOn), asOf)!
  if (startsOn === null || waits) return []
  const years: SideSum['years'] = []
  for (let year = 1, from = startsOn; from <= last; year++) {
    const next = addMonths(startsOn, year * 12)
    const until = addDays(next, -1)
    const within = given.filter(({ day }) => (day >= from || year === 1) && day <= until)
    years.push({
      year, from, until, expected: rounded(target * (until <= asOf ? 1 : share(from, until, asOf))),
      claimed: sumOf(within.filter(isClaimed)), confirmed: sumOf(within.filter(({ state }) => state === 'confirmed')),
    })
    from = next
  }
  return years
}

/** What was withdrawn was not done; what is disputed is still claimed. */
const isClaimed = ({ state }: Given): boolean => state !== 'withdrawn'
const sumOf = (given: readonly Given[]): number => rounded(given.reduce((sum, { amount }) => sum + amount, 0))
/** As many places as the tables keep. */
const rounded = (number: number): number => Math.round(number * 1000) / 1000
const earlier = (one: Day | null, other: Day | null): Day | null => (one === null ? other : other === null || one < other ? one : other)
const daysFrom = (from: Day, until: Day): number => Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)
/** The part of a time, both ends included, that is over on the evening of a day. */
const share = (from: Day, until: Day, on: Day): number => (daysFrom(from, on) + 1) / (daysFrom(from, until) + 1)
