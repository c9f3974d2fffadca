// How a measure of a plan stands: pace is what was reached ÷ what was to be reached by the day, along its target curve. Computed, never typed.
// Thresholds are those of the house (`commitments/rule-model.ts`): 0.90 and 0.50, in the last year 1.00 and 0.80.
import { addDays, addMonths } from '#domains/agreements/rules.ts'
import { type RuleSet, rulesNow } from '#domains/commitments/rule-model.ts'
import type { Day } from '#platform/kinds.ts'
import type { IndicatorUnit } from './indicator-model.ts'
import type { Commentary, Measure, MeasureStanding, PlanValue } from './plan-model.ts'

/** What was reached: from the records, or what members claimed. Nothing is known when nobody said anything. */
export type Reached = { actual: number | null; claimed: number | null }

/** Levels are read off, the newest counts; all else adds up. */
const levelled = new Set<IndicatorUnit>(['percent', 'ratio', 'score'])
export const isLevel = ({ unit }: Pick<Measure, 'unit'>): boolean => levelled.has(unit)

/** From claims: what others confirmed, and beside it what would be reached if they confirmed the rest. */
export function reachedBy(measure: Pick<Measure, 'id' | 'unit' | 'baseline'>, values: readonly Pick<PlanValue, 'itemId' | 'state' | 'onDay' | 'value'>[], asOf: Day): Reached {
  const own = values.filter(({ itemId, onDay, state }) => itemId === measure.id && onDay <= asOf && state !== 'withdrawn')
  const of = (states: readonly string[]): number | null => {
    const some = own.filter(({ state }) => states.includes(state)).toSorted((a, b) => (a.onDay < b.onDay ? -1 : 1))
    if (some.length === 0) return null
    return isLevel(measure) ? some.at(-1)!.value : some.reduce((sum, { value }) => sum + value, measure.baseline)
  }
  return { actual: of(['confirmed']), claimed: of(['confirmed', 'open', 'disputed']) }
}

/** Along the curve, evenly from one point to the next, beginning at the baseline on the first day of the plan. */
export function expectedOn({ baseline, targets }: Pick<Measure, 'baseline' | 'targets'>, startsOn: Day, day: Day): number | null {
  if (day < startsOn) return null
  let [from, value] = [startsOn, baseline]
  for (const point of targets) {
    if (day <= point.on) return rounded(value + (point.value - value) * (daysFrom(from, day) / Math.max(1, daysFrom(from, point.on))))
    from = point.on
    value = point.value
  }
  return value
}

export function standingOf(measure: Measure, { startsOn, endsOn }: { startsOn: Day; endsOn: Day }, { actual, claimed }: Reached, asOf: Day, rules: RuleSet = rulesNow): MeasureStanding {
  const { id: subject, baseline, targets } = measure
  const last = targets.at(-1)!
  const expected = expectedOn(measure, startsOn, asOf)
  const inputs = {
    baseline, actual, claimed, expected, target: last.value, dueOn: last.on, firstDueOn: targets[0]!.on,
    finalYear: asOf >= addMonths(addDays(endsOn, 1), -12), pace: paceOf(measure, actual, expected),
  }
  return { id: 'plan.pace', subject, asOf, ruleVersion: rules.version, inputs, ...judge(inputs, startsOn, asOf, rules) }
}

/** What adds up is counted from the baseline; a level is compared as it stands; where lower is better the other way round. */
function paceOf(measure: Pick<Measure, 'unit' | 'baseline' | 'lowerIsBetter'>, actual: number | null, expected: number | null): number | null {
  if (actual === null || expected === null) return null
  if (measure.lowerIsBetter) return actual <= 0 ? 1 : rounded(expected / actual)
  const from = isLevel(measure) ? 0 : measure.baseline
  return expected - from <= 0 ? null : rounded((actual - from) / (expected - from))
}

function judge({ pace, actual, firstDueOn, finalYear }: MeasureStanding['inputs'], startsOn: Day, asOf: Day, { pace: always, lastYear }: RuleSet): Pick<MeasureStanding, 'status' | 'reason'> {
  const say = (status: MeasureStanding['status'], key: string, facts: MeasureStanding['reason']['facts'] = {}) => ({ status, reason: { key: `plans.why.${key}`, facts } })
  if (asOf < startsOn) return say('grey', 'not-begun', { on: startsOn })
  if (asOf <= firstDueOn) return say('grey', 'before-first-due', { on: firstDueOn })
  if (actual === null) return say('red', 'no-data', { on: firstDueOn })
  if (pace === null) return say('green', 'nothing-expected')
  const { green, amber } = finalYear ? lastYear : always
  const facts = { percent: Math.floor(pace * 100), green: green * 100, amber: amber * 100 }
  return pace >= green ? say('green', 'on-pace', facts) : pace >= amber ? say('amber', 'behind', facts) : say('red', 'far-behind', facts)
}

/** Months for which a commentary holds, while the measure stands as it did. Derived: a report is yearly. */
const commentaryMonths = 12
/** Amber and red are explained in words, by somebody, while they last. */
export function needsCommentary({ subject, status, asOf }: Pick<MeasureStanding, 'subject' | 'status' | 'asOf'>, written: readonly Pick<Commentary, 'measureId' | 'status' | 'writtenAt'>[]): boolean {
  if (status !== 'amber' && status !== 'red') return false
  const since = addMonths(asOf, -commentaryMonths)
  return !written.some((one) => one.measureId === subject && one.status === status && one.writtenAt.slice(0, 10) >= since)
}

const daysFrom = (from: Day, until: Day): number => Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)
const rounded = (number: number): number => Math.round(number * 1000) / 1000
