// The rules by which standing is computed, as data with a version and a source. A result names the version it was computed by, so
// a new set is added beside the old one and never changes it.
import * as z from 'zod'

const Bounds = z.object({ green: z.number(), amber: z.number() })
export const RuleSet = z.object({
  version: z.string(),
  /** Where the numbers come from. */
  sources: z.array(z.string()),
  /** Pace is what was done ÷ what was to be done by the day: at least `green`, at least `amber`, else red. */
  pace: Bounds,
  /** In the last year of the term; below `half` it is said to be far behind. */
  lastYear: Bounds.extend({ half: z.number() }),
  /** Months without activity after which an agreement is quiet, asleep, and proposed to be closed. */
  quietMonths: z.int(), asleepMonths: z.int(), closureMonths: z.int(),
  /** Days after which a claim that nobody answered is a reason. */
  unansweredDays: z.int(),
})
export type RuleSet = z.infer<typeof RuleSet>

export const ruleSets: readonly RuleSet[] = [{
  version: '2026-1',
  sources: [
    'Red also where nothing is known: UK Sustainable Development Commission, Sustainable Development in Government 2008',
    'Thresholds 80 % and 50 % in evaluation: JICA Guideline for Project Evaluation; 90 % as near the target: ClearPoint Strategy, RAG status for KPIs',
    'A year without activity is dormant, two years lead to a proposal to close: practice of university networks (UNICA) for dormant bodies; derived here for agreements',
  ],
  pace: { green: 0.9, amber: 0.5 },
  lastYear: { green: 1, amber: 0.8, half: 0.5 },
  quietMonths: 6, asleepMonths: 12, closureMonths: 24, unansweredDays: 30,
}]

/** The set by which standing is computed today. */
export const rulesNow: RuleSet = ruleSets.at(-1)!
