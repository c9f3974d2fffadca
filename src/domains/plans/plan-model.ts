// A plan of an alliance or of an agreement: its parts in several languages, objectives, tasks with owners, and measures with a baseline and a
// target curve. What is written is the working text; a version is that text as it was laid before the sides, and never changes.
import * as z from 'zod'
import { ClaimState } from '#domains/confirmations/model.ts'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { Day, Id, Instant, Locale, LongText, ShortText } from '#platform/kinds.ts'
import { Disaggregation, Feed, IndicatorUnit } from './indicator-model.ts'

/** In several languages. */
const Texts = z.partialRecord(Locale, LongText)
export type Texts = z.infer<typeof Texts>
const Title = z.partialRecord(Locale, ShortText)
const Named = Title.refine((name) => Object.keys(name).length > 0, 'plans.name-missing')

/** The parts that a development plan of an alliance has: those of the SCO University Digital Education Development Plan (Urumqi, 12 May 2025). */
export const partNames = ['background', 'importance', 'objectives', 'tasks', 'strategies', 'support'] as const
export type PartName = (typeof partNames)[number]

/** The rows of a logical framework above its activities, which are the tasks. */
export const levels = ['goal', 'purpose', 'output'] as const
export const Objective = z.object({ id: Id, level: z.enum(levels), aboveId: Id.nullable().default(null), what: Named, assumptions: Texts.default({}) })
export type Objective = z.output<typeof Objective>
export const Task = z.object({ id: Id, objectiveId: Id, what: Named, owners: z.array(Id).max(40), startsOn: Day, endsOn: Day, afterIds: z.array(Id).max(20).default([]) })
export type Task = z.output<typeof Task>
/** `code`: a built-in indicator whose feed it takes. Without a feed it lives on what members claim and others confirm. */
export const Measure = z.object({
  id: Id, objectiveId: Id, what: Named, unit: IndicatorUnit, code: z.string().max(8).nullable().default(null), feed: Feed.nullable().default(null), baseline: z.number().min(0).max(1e12).default(0),
  targets: z.array(z.object({ on: Day, value: z.number().min(0).max(1e12) })).min(1).max(40), lowerIsBetter: z.boolean().default(false), source: Texts.default({}), by: z.array(Disaggregation).max(4).default([]),
})
export type Measure = z.output<typeof Measure>

export const PlanContent = z.object({
  title: Named, startsOn: Day, endsOn: Day, parts: z.partialRecord(z.enum(partNames), Texts).default({}),
  objectives: z.array(Objective).max(60).default([]), tasks: z.array(Task).max(200).default([]), measures: z.array(Measure).max(100).default([]),
})
export type PlanContent = z.output<typeof PlanContent>

/** One row of `plan`. It is an alliance's or an agreement's. */
export const Plan = z.object({
  id: Id, allianceId: Id.nullable(), agreementId: Id.nullable(), content: PlanContent, approvedId: Id.nullable(), begunBy: Id, begunAt: Instant, changedAt: Instant, removedAt: Instant.nullable(),
})
export type Plan = z.infer<typeof Plan>

/** One row of `plan_version`. `decisionId`: of the body that approved it, where it was not the sides one by one. */
export const PlanVersion = z.object({
  id: Id, planId: Id, number: z.int(), content: PlanContent, hash: z.string(), note: z.string().nullable(), laidBy: Id, laidAt: Instant, approvedAt: Instant.nullable(), decisionId: Id.nullable(),
})
export type PlanVersion = z.infer<typeof PlanVersion>

const Split = z.object({ sideId: Id.nullable().default(null), sex: z.enum(['female', 'male']).nullable().default(null), level: ShortText.nullable().default(null), mode: z.enum(['in-person', 'online']).nullable().default(null), value: z.number().min(0) })
/** One row of `plan_value`: what a member says was reached for a measure, or that a task is done. `state` follows its confirmation. */
export const PlanValue = z.object({
  id: Id, planId: Id, itemId: Id, onDay: Day, value: z.number(), sideId: Id, split: z.array(Split), note: z.string().nullable(), url: z.string().nullable(), state: ClaimState, claimedBy: Id, claimedAt: Instant,
})
export type PlanValue = z.infer<typeof PlanValue>

/** One row of `plan_commentary`: why a measure stands as it does, written while it stood so. */
export const Commentary = z.object({ id: Id, planId: Id, measureId: Id, status: z.enum(['green', 'amber', 'red', 'grey']), lang: Locale, words: z.string(), writtenBy: Id, writtenAt: Instant })
export type Commentary = z.infer<typeof Commentary>

/** How a measure stands on a day: the shape of every check of the house. */
export const MeasureStanding = z.object({
  id: z.literal('plan.pace'), subject: Id, asOf: Day, ruleVersion: z.string(), status: z.enum(['green', 'amber', 'red', 'grey']),
  reason: z.object({ key: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()]).nullable()) }),
  inputs: z.object({ baseline: z.number(), actual: z.number().nullable(), claimed: z.number().nullable(), expected: z.number().nullable(), target: z.number(), dueOn: Day, firstDueOn: Day, finalYear: z.boolean(), pace: z.number().nullable() }),
})
export type MeasureStanding = z.infer<typeof MeasureStanding>

const taskStates = ['done', 'claimed', 'late', 'running', 'to-come'] as const
export const PlanFile = Plan.extend({
  about: z.object({ kind: z.enum(['alliance', 'agreement']), id: Id, name: z.record(z.string(), z.string()) }),
  versions: z.array(PlanVersion.omit({ content: true }).extend({ claim: z.object({ id: Id, state: ClaimState }).nullable() })),
  standings: z.array(MeasureStanding), tasks: z.array(z.object({ id: Id, state: z.enum(taskStates), doneOn: Day.nullable() })),
  values: z.array(PlanValue.extend({ claimId: Id.nullable() })), commentaries: z.array(Commentary.extend({ by: z.string().nullable() })), uncommented: z.array(Id),
  organisations: z.array(OrganisationBrief), members: z.array(Id), mayWrite: z.boolean(), mayClaimFor: z.array(Id),
})
export type PlanFile = z.infer<typeof PlanFile>
export const PlanLine = z.object({ id: Id, title: z.record(z.string(), z.string()), about: PlanFile.shape.about, startsOn: Day, endsOn: Day, approved: z.int().nullable(), changedAt: Instant })
export type PlanLine = z.infer<typeof PlanLine>

export const PlansQuery = z.object({ alliance: Id.optional(), agreement: Id.optional() })
export const NewPlan = z.object({ allianceId: Id.optional(), agreementId: Id.optional(), title: Named, startsOn: Day, endsOn: Day })
  .refine(({ allianceId, agreementId }) => Boolean(allianceId) !== Boolean(agreementId), { path: ['allianceId'], message: 'plans.one-owner' })
export type NewPlan = z.output<typeof NewPlan>
export const Writing = z.object({ content: PlanContent, seen: Instant })
/** `asked`: the members that are to approve; of an agreement it is always every side. */
export const Laying = z.object({ asked: z.array(Id).max(200).default([]), note: ShortText.nullable().default(null) })
export type Laying = z.output<typeof Laying>
export const Claiming = z.object({
  itemId: Id, onDay: Day, value: z.number().min(0).max(1e12).default(1), sideId: Id, askId: Id.nullable().default(null), split: z.array(Split).max(60).default([]), note: LongText.nullable().default(null),
  url: z.url({ protocol: /^https?$/ }).max(2000).nullable().default(null),
})
export type Claiming = z.output<typeof Claiming>
export const Commenting = z.object({ measureId: Id, lang: Locale, words: LongText })
export type Commenting = z.output<typeof Commenting>
