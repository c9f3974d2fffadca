// How a review is reckoned, and what may happen to it. Pure: the page shows the same arithmetic. Nothing is typed in: each criterion gets as many
// steps of four as the facts give it, and the sides may move it by one, with a reason.
import { addDays } from '#domains/agreements/rules.ts'
import type { Day } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import { judgeCriterion } from './criteria-rules.ts'
import type { Assessed, Move, Outcome, Reckoned, ReviewFacts, Why } from './model.ts'
import { criteria, type CriterionName, type ReviewRules, rulesNow } from './rule-model.ts'

export const steps = 4

/** The year as far as it has gone by a day. Of a year to come there is no review. */
export function spanOf(year: number, today: Day): { from: Day; until: Day; asOf: Day } {
  const until = `${year}-12-31`
  return { from: `${year}-01-01`, until, asOf: today < until ? today : until }
}

/** By when the sides have agreed on the review of a year. */
export const dueOn = (year: number, rules: ReviewRules = rulesNow): Day => addDays(`${year}-12-31`, rules.dueDays)

/** An agreement that held on the first of July of a year, or later in it, is reviewed for it when it had begun by then. */
export const middleOf = (year: number): Day => `${year}-07-01`

export function reckon(facts: ReviewFacts, moves: readonly Pick<Move, 'criterion' | 'by'>[], rules: ReviewRules = rulesNow): Reckoned {
  const all = criteria.map((name) => moved(judgeCriterion(name, facts, rules), moves.find(({ criterion }) => criterion === name)?.by ?? 0, rules))
  const counted = all.filter(({ step }) => step !== null)
  const earned = counted.reduce((sum, { points }) => sum + points!, 0)
  const assessed = counted.reduce((sum, { weight }) => sum + weight, 0)
  // What does not apply takes nothing away: the rest is scaled to the hundred, to one place.
  const total = assessed === 0 ? null : Math.round((earned / assessed) * 1000) / 10
  return { criteria: all, earned, assessed, total, ...proposal(facts, total, assessed, rules), ruleVersion: rules.version }
}

/** Never further than the rules allow, never out of the scale. */
function moved(one: Assessed, by: number, { mostMove }: ReviewRules): Assessed {
  if (one.anchor === null) return one
  const step = Math.min(steps, Math.max(0, one.anchor + Math.max(-mostMove, Math.min(mostMove, by))))
  return { ...one, step, points: (one.weight * step) / steps }
}

/** Without activity no sum of points keeps an agreement alive; and where too little is known, the sum proposes nothing. */
function proposal({ quietMonths: months }: ReviewFacts, total: number | null, assessed: number, rules: ReviewRules): Pick<Reckoned, 'outcome' | 'reason'> {
  const say = (outcome: Outcome | null, key: string, facts: Why['facts']) => ({ outcome, reason: { key: `reviews.proposed.${key}`, facts } })
  if (months >= rules.closeMonths) return say('close', 'close', { months, bound: rules.closeMonths })
  if (months >= rules.dormantMonths) return say('dormant', 'dormant', { months, bound: rules.dormantMonths })
  if (total === null || assessed < rules.leastAssessed) return say(null, 'too-little', { assessed, bound: rules.leastAssessed })
  if (total >= rules.renewFive) return say('renew-five', 'renew-five', { total, bound: rules.renewFive })
  return total >= rules.renewThree ? say('renew-three', 'renew-three', { total, bound: rules.renewThree, upper: rules.renewFive }) : say('hearing', 'hearing', { total, bound: rules.renewThree })
}

type Powers = { draft: boolean; kept: readonly string[]; reviewing: readonly string[] }
type Said = { state: 'open' | 'laid' | 'agreed' }

export function whyNotBegin({ draft, reviewing }: Powers, year: number, today: Day, holds: { holdsFrom: Day | null }): Reason | undefined {
  if (reviewing.length === 0) return 'reviews.only-who-reviews'
  if (draft) return 'commitments.agreement-is-a-draft'
  if (`${year}-01-01` > today) return 'reviews.year-to-come'
  return holds.holdsFrom !== null && holds.holdsFrom > `${year}-12-31` ? 'reviews.before-it-held' : undefined
}

export const whyNotWrite = ({ state }: Said, { reviewing }: Pick<Powers, 'reviewing'>): Reason | undefined =>
  (reviewing.length === 0 ? 'reviews.only-who-reviews' : state === 'agreed' ? 'reviews.is-agreed' : state === 'laid' ? 'reviews.is-laid' : undefined)

/** Why it cannot be written so. A criterion moves once, where it applies and within the scale; the reason comes with it. */
export function mistakesIn(moves: readonly Pick<Move, 'criterion' | 'by'>[], facts: ReviewFacts, rules: ReviewRules = rulesNow): Record<string, string[]> {
  const names = moves.map(({ criterion }) => criterion)
  const anchorOf = (name: CriterionName) => judgeCriterion(name, facts, rules).anchor
  const wrong: [boolean, string][] = [
    [new Set(names).size < names.length, 'reviews.moved-twice'], [names.some((name) => anchorOf(name) === null), 'reviews.does-not-apply'],
    [moves.some(({ criterion, by }) => { const anchor = anchorOf(criterion); return anchor !== null && (anchor + by < 0 || anchor + by > steps) }), 'reviews.out-of-scale'],
  ]
  const keys = wrong.filter(([is]) => is).map(([, key]) => key)
  return keys.length > 0 ? { moves: keys } : {}
}

type Layable = Said & { outcome: Outcome | null; because: Partial<Record<string, string>>; conditions: Partial<Record<string, string>>; hearingOn: Day | null }
const empty = (texts: Partial<Record<string, string>>) => Object.values(texts).every((words) => !words?.trim())

/** Laid before the other sides with an outcome; another than the rules propose says why, conditions are named, a hearing has its day. */
export function whyNotLay({ state, outcome, because, conditions, hearingOn }: Layable, { kept }: Pick<Powers, 'kept'>, proposed: Outcome | null): Reason | undefined {
  if (kept.length === 0) return 'commitments.only-a-record-keeper'
  if (state !== 'open') return state === 'laid' ? 'reviews.is-laid' : 'reviews.is-agreed'
  if (outcome === null) return 'reviews.outcome-missing'
  if (outcome !== proposed && empty(because)) return 'reviews.because-missing'
  if (outcome === 'renew-three' && empty(conditions)) return 'reviews.conditions-missing'
  if (outcome === 'close' && empty(because)) return 'reviews.because-missing'
  return outcome === 'hearing' && hearingOn === null ? 'reviews.hearing-day-missing' : undefined
}

/** What waits is taken back by the side that laid it; what was agreed is decided anew only after a hearing. */
export function whyNotReopen({ state, sideId, outcome }: Said & { sideId: string | null; outcome: Outcome | null }, { kept }: Pick<Powers, 'kept'>): Reason | undefined {
  if (kept.length === 0) return 'commitments.only-a-record-keeper'
  if (state === 'open') return 'reviews.is-open'
  if (state === 'laid') return sideId !== null && kept.includes(sideId) ? undefined : 'reviews.only-who-laid-it'
  return outcome === 'hearing' ? undefined : 'reviews.is-agreed'
}

/** For so many years an outcome renews. */
export const yearsOf = (outcome: Outcome): number | null => (outcome === 'renew-five' ? 5 : outcome === 'renew-three' ? 3 : null)
/** The deed of the term to which an outcome leads; a hearing and dormancy lead to none. */
export const actOf = (outcome: Outcome): 'renew' | 'notice' | null => (yearsOf(outcome) !== null ? 'renew' : outcome === 'close' ? 'notice' : null)
