// The annual report: what was counted in a year, frozen on a day, approved by the sides, published. Its content is data without a language;
// page, PDF, Word, workbook and public page say the same of it in four.
import * as z from 'zod'
import { ClaimState } from '#domains/confirmations/model.ts'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { Item, ValueShown } from '#domains/plans/indicator-model.ts'
import { Commentary, Measure, MeasureStanding } from '#domains/plans/plan-model.ts'
import { Country, Day, Id, Instant, Locale } from '#platform/kinds.ts'
import { Challenge } from '#domains/reviews/challenge-model.ts'
import { BriefBlock } from './model.ts'

export const annualKinds = ['alliance', 'agreement', 'organisation', 'country', 'plan', 'joint-unit'] as const
export const AnnualKind = z.enum(annualKinds)
export type AnnualKind = z.infer<typeof AnnualKind>

const Names = z.record(z.string(), z.string())
const Both = { confirmed: z.int(), claimed: z.int() }
/** `listed`: how many lines stand in the report, where a number counts more. */
export const AnnualContent = z.object({
  about: z.object({ kind: AnnualKind, id: Id.nullable(), country: Country.nullable(), names: Names }), year: z.int(), from: Day, until: Day, asOf: Day, agreements: z.int(),
  states: z.record(z.string(), z.int()), pulses: z.record(z.string(), z.int()), standings: z.record(z.string(), z.int()),
  months: z.array(z.object({ month: z.int(), ...Both })), countries: z.array(z.object({ country: z.string(), agreements: z.int(), ...Both })),
  indicators: z.array(ValueShown), lists: z.record(z.string(), z.array(Item)),
  obstacles: z.array(Challenge.omit({ recordedBy: true, recordedAt: true, changedAt: true }).extend({ owner: Names.nullable() })),
  plans: z.array(z.object({ id: Id, title: Names, measures: z.array(z.object({ measure: Measure.pick({ id: true, what: true, unit: true }), standing: MeasureStanding, commentary: Commentary.pick({ lang: true, words: true, writtenAt: true }).nullable() })) })),
  ruleVersion: z.string(),
})
export type AnnualContent = z.output<typeof AnnualContent>

/** One row of `annual_report`. */
export const AnnualReport = z.object({
  id: Id, kind: AnnualKind, aboutId: Id.nullable(), country: Country.nullable(), year: z.int(), content: AnnualContent, hash: z.string(), houseId: Id.nullable(), frozenBy: Id, frozenAt: Instant,
  approvedAt: Instant.nullable(), decisionId: Id.nullable(), publishedAt: Instant.nullable(), publishedBy: Id.nullable(),
})
export type AnnualReport = z.infer<typeof AnnualReport>

/** A check of the house: adopted and published within 90 days of the year's end. */
export const DueCheck = z.object({ id: z.literal('G34'), status: z.enum(['pass', 'warn', 'notApplicable']), subject: z.string(), asOf: Day, inputs: z.object({ year: z.int(), dueOn: Day, publishedOn: Day.nullable() }), ruleVersion: z.string(), reason: z.object({ key: z.string(), facts: z.record(z.string(), z.string()) }) })
export type DueCheck = z.infer<typeof DueCheck>

export const About = z.object({ kind: AnnualKind, aboutId: Id.optional(), country: Country.optional(), year: z.coerce.number().int().min(1950).max(2200) })
  .refine(({ kind, aboutId, country }) => (kind === 'country' ? Boolean(country) && !aboutId : Boolean(aboutId) && !country), { path: ['aboutId'], message: 'reports.about-what' })
export type About = z.output<typeof About>
export const PreviewQuery = About.safeExtend({ locale: Locale.default('en') })
export const Freezing = About.safeExtend({ asked: z.array(Id).max(200).default([]) })
export type Freezing = z.output<typeof Freezing>
export const ListedQuery = z.object({ aboutId: Id.optional(), country: Country.optional() })
export const AnnualFile = z.object({ locale: Locale.default('en'), form: z.enum(['pdf', 'docx', 'xlsx']).default('pdf') })
export type AnnualFile = z.output<typeof AnnualFile>

const Line = AnnualReport.omit({ content: true }).extend({ names: Names })
export const AnnualLine = Line.extend({ due: DueCheck })
export type AnnualLine = z.infer<typeof AnnualLine>
/** `others`: whom one may ask to approve it; of an agreement every side is asked. `uncommented`: measures that lag and nobody explained. */
export const Preview = z.object({ names: Names, blocks: z.array(BriefBlock), title: z.string(), whyNot: z.string().nullable(), facts: z.record(z.string(), z.union([z.string(), z.number()])), others: z.array(OrganisationBrief), everySide: z.boolean(), challenges: z.array(Challenge), mayRecord: z.boolean() })
export type Preview = z.infer<typeof Preview>
export const AnnualShown = Line.extend({ blocks: z.array(BriefBlock), title: z.string(), due: DueCheck, claim: z.object({ id: Id, state: ClaimState }).nullable(), mayPublish: z.boolean(), whyNotPublish: z.string().nullable() })
export type AnnualShown = z.infer<typeof AnnualShown>

export const MinistryQuery = z.object({ country: Country, locale: Locale.default('en') })
export const MinistryFile = MinistryQuery.extend({ form: z.enum(['pdf', 'docx', 'xlsx']).default('pdf') })
export const MinistryShown = z.object({ country: Country, title: z.string(), blocks: z.array(BriefBlock) })
