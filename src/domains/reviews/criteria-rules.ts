// Each criterion: whether it applies, how many of four steps the facts give it, and why in words with the numbers.
import type { Assessed, DueFact, ReviewCheck, ReviewFacts, Why } from './model.ts'
import type { CriterionName, ReviewRules } from './rule-model.ts'

type Found = { share: number | null; anchor: number | null; key: string; facts: Why['facts']; checks?: ReviewCheck[] }

export function judgeCriterion(id: CriterionName, facts: ReviewFacts, rules: ReviewRules): Assessed {
  const { share, anchor, key, facts: said, checks = [] } = judges[id](facts, rules)
  return { id, status: anchor === null ? 'notApplicable' : 'assessed', asOf: facts.asOf, ruleVersion: rules.version, weight: rules.weights[id], share, anchor, step: anchor, points: anchor === null ? null : (rules.weights[id] * anchor) / 4, reason: { key: `reviews.why.${key}`, facts: said }, checks }
}

/** How many of the four bounds are reached. A hair below a bound, as arithmetic leaves it, counts as on it. */
export const stepsOf = (value: number, bounds: readonly number[]): number => bounds.filter((bound) => value >= bound - 1e-9).length

/** No commitment counts for more than was promised of it. */
const meanOf = (due: readonly DueFact[]): number => due.reduce((sum, { pace }) => sum + Math.min(1, Math.max(0, pace)), 0) / due.length
const percent = (share: number): number => Math.floor(share * 100 + 1e-9)
const notApplicable = (key: string): Found => ({ share: null, anchor: null, key, facts: {} })
const byShare = (key: string, due: readonly DueFact[], bounds: readonly number[]): Found => {
  const share = meanOf(due)
  return { share, anchor: stepsOf(share, bounds), key, facts: { percent: percent(share), count: due.length } }
}

const judges: Record<CriterionName, (facts: ReviewFacts, rules: ReviewRules) => Found> = {
  activity: ({ due }, { share }) => (due.length === 0 ? notApplicable('nothing-due') : byShare('activity', due, share)),
  reciprocity: reciprocity,
  outputs: ({ due, outputs }, rules) => ofKinds('outputs', due.filter(isOf(rules.outputs)), outputs, rules),
  people: ({ due, people }, rules) => ofKinds('people', due.filter(isOf(rules.people)), people, rules),
  society: ({ withOthers, confirmed, due }, { count }) => (confirmed === 0 && due.length === 0 ? notApplicable('nothing-due') : { share: null, anchor: stepsOf(withOthers, count), key: 'society', facts: { count: withOthers, confirmed } }),
  governance: (facts, rules) => {
    const checks = governanceChecks(facts, rules)
    const applying = checks.filter(({ status }) => status !== 'notApplicable')
    if (applying.length === 0) return { ...notApplicable('no-check'), checks }
    const passed = applying.filter(({ status }) => status === 'pass').length
    return { share: passed / applying.length, anchor: stepsOf(passed / applying.length, rules.checks), key: 'governance', facts: { passed, count: applying.length }, checks }
  },
  resources: ({ due }, { share }) => {
    const owed = due.filter(({ kind, unit, payerId }) => kind === 'resource' || unit === 'money' || payerId !== null)
    if (owed.length === 0) return notApplicable('no-resource-due')
    // Each side honours its own: the one that honoured least decides.
    const least = [...Map.groupBy(owed, ({ payerId }) => payerId).values()].map((of) => byShare('resources', of, share)).toSorted((a, b) => a.share! - b.share!)[0]!
    return { ...least, facts: { ...least.facts, all: owed.length } }
  },
  prospects: ({ proposed, takenUp }) => ({ share: null, anchor: takenUp >= 2 ? 4 : takenUp === 1 ? 3 : Math.min(2, proposed), key: 'prospects', facts: { proposed, takenUp } }),
}

const isOf = ({ kinds, units }: ReviewRules['outputs']) => ({ kind, unit }: DueFact): boolean => kinds.includes(kind) || units.includes(unit)

/** Against what was promised of the kind; where none was due, by how many were done. Not promised and not done, it does not apply. */
function ofKinds(key: 'outputs' | 'people', due: readonly DueFact[], done: number, { share, count }: ReviewRules): Found {
  if (due.length > 0) return byShare(key, due, share)
  return done === 0 ? notApplicable(`${key}-not-promised`) : { share: null, anchor: stepsOf(done, count), key: `${key}-done`, facts: { count: done } }
}

/** What each side owes for itself; where nothing is owed so, the people of each side who took part. */
function reciprocity({ due, persons }: ReviewFacts, { balance }: ReviewRules): Found {
  const owed = due.filter(({ eachWay }) => eachWay)
  const sums = new Map<string, number>()
  for (const { side, counted, expected } of owed.flatMap(({ sides }) => sides)) if (side && expected > 0) sums.set(side, (sums.get(side) ?? 0) + counted / expected)
  const bySide = owed.length > 0 ? [...sums.values()] : persons.map((one) => one.persons)
  const [least, most] = [Math.min(...bySide), Math.max(...bySide)]
  if (owed.length > 0 && sums.size > 0) {
    const share = most === 0 ? 0 : least / most
    return { share, anchor: stepsOf(share, balance), key: most === 0 ? 'reciprocity-none' : 'reciprocity', facts: { percent: percent(share), count: owed.length } }
  }
  if (bySide.length < 2 || most === 0) return notApplicable('no-exchange')
  return { share: least / most, anchor: stepsOf(least / most, balance), key: 'reciprocity-people', facts: { least, most, percent: percent(least / most) } }
}

/** What the records tell of how it is run, and what the rooms above bring: that its committee met, that its minutes are approved. */
export function governanceChecks({ offices, vacancies, waitingSince, asOf, disputed, confirmed, evidenced, open, answered, further }: ReviewFacts, { unansweredDays, evidenced: least }: ReviewRules): ReviewCheck[] {
  const check = (id: string, applies: boolean, holds: boolean, facts: Why['facts'] = {}): ReviewCheck => {
    const status = !applies ? 'notApplicable' : holds ? 'pass' : 'fail'
    return { id, status, reason: { key: `reviews.check.${id}.${status}`, facts } }
  }
  const days = waitingSince ? Math.round((Date.parse(asOf) - Date.parse(waitingSince)) / 86_400_000) : 0
  return [
    check('offices', offices > 0, vacancies === 0, { vacancies, offices }), check('answers', true, days < unansweredDays, { days, bound: unansweredDays }),
    check('disputes', true, disputed === 0, { count: disputed }), check('evidence', confirmed > 0, evidenced >= least * confirmed, { evidenced, confirmed }),
    check('challenges', open > 0, answered === open, { open, answered }), ...further,
  ]
}
