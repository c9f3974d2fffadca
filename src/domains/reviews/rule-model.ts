// The rules by which a review is reckoned, as data with a version and sources. A review names the version it was reckoned by: a new set is
// added beside the old one and never changes it. The scorecard is Pamir's own; none of the published ones is claimed to be this.
import * as z from 'zod'
import { PromiseKind, Unit } from '#domains/texts/promise-model.ts'

export const criteria = ['activity', 'reciprocity', 'outputs', 'people', 'society', 'governance', 'resources', 'prospects'] as const
export const CriterionName = z.enum(criteria)
export type CriterionName = z.infer<typeof CriterionName>

export const outcomes = ['renew-five', 'renew-three', 'hearing', 'dormant', 'close'] as const
export const Outcome = z.enum(outcomes)
export type Outcome = z.infer<typeof Outcome>

/** Four bounds: reaching the first gives one step, the last four. Of shares between 0 and 1, or of how many. */
const Bounds = z.tuple([z.number(), z.number(), z.number(), z.number()])
const Kinds = z.object({ kinds: z.array(PromiseKind), units: z.array(Unit) })
export const ReviewRules = z.object({
  version: z.string(), sources: z.array(z.string()),
  weights: z.record(CriterionName, z.number()),
  /** What was confirmed ÷ what was due, as a mean over commitments. */
  share: Bounds,
  /** The side that gave least ÷ the side that gave most. */
  balance: Bounds,
  /** Checks passed ÷ checks that apply. */
  checks: Bounds,
  /** Where nothing was promised: how many were done. */
  count: Bounds,
  /** Which promises are about joint outputs, and which about people. */
  outputs: Kinds, people: Kinds,
  /** The part of what was confirmed that carries evidence, so that the check passes. */
  evidenced: z.number(), unansweredDays: z.int(),
  /** Points out of a hundred from which it is renewed for five years, and for three with conditions; below, a hearing. */
  renewFive: z.number(), renewThree: z.number(),
  /** So much of the hundred must have been assessed before the sum says anything. */
  leastAssessed: z.number(),
  dormantMonths: z.int(), closeMonths: z.int(),
  /** How far the sides may move a criterion from what was reckoned. */
  mostMove: z.int(),
  /** Days after the end of the year by which the sides have agreed on its review. */
  dueDays: z.int(),
})
export type ReviewRules = z.infer<typeof ReviewRules>

export const reviewRules: readonly ReviewRules[] = [{
  version: '2026-1',
  sources: [
    'University of Montana, review of partnerships before expiry: productive agreements are renewed for five years, those that fall short but can be mended are heard and renewed for three, others lapse',
    'Kharazmi University, selection criteria: a hundred points over weighted groups',
    'JICA, ex-post evaluation: at least 80 % of what was planned is high, 50 to 80 % fair, below low; ClearPoint: 90 % is near the target',
    'University of Tulsa and University of New Mexico, questions to consider: enough of both sides to balance an exchange; the bound 0.8 is Pamir’s own',
    'UNICA, internal rules: a working group without activity for a year is dissolved; here a year is dormant and two years lead to a proposal to close',
    'European University Association 2023: counts alone miss what hinders, so challenges stand beside the points',
    'Weights, anchors and the step of one are Pamir’s own, derived from these',
  ],
  weights: { activity: 25, reciprocity: 10, outputs: 20, people: 15, society: 10, governance: 10, resources: 5, prospects: 5 },
  share: [0.25, 0.5, 0.8, 0.9], balance: [0.2, 0.4, 0.6, 0.8], checks: [0.25, 0.5, 0.75, 1], count: [1, 2, 3, 5],
  outputs: { kinds: ['joint-unit', 'programme', 'patent'], units: ['publications', 'patents', 'programmes'] },
  people: { kinds: ['exchange', 'training', 'supervision'], units: ['theses'] },
  evidenced: 0.5, unansweredDays: 30,
  renewFive: 70, renewThree: 50, leastAssessed: 50, dormantMonths: 12, closeMonths: 24, mostMove: 1, dueDays: 90,
}]

export const rulesNow: ReviewRules = reviewRules.at(-1)!
export const rulesOf = (version: string): ReviewRules => reviewRules.find((one) => one.version === version) ?? rulesNow
