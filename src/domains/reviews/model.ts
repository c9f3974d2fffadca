// The yearly review of an agreement: facts as of a day, what follows from them for each criterion, by how much the sides moved it and why, the
// challenges and new areas of the year, and the outcome. What is laid before the other sides is frozen with its hash.
import * as z from 'zod'
import { ClaimState } from '#domains/confirmations/model.ts'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { PromiseKind, Unit } from '#domains/texts/promise-model.ts'
import { Day, Id, Instant, Locale, LongText, ShortText } from '#platform/kinds.ts'
import { NewArea } from './area-model.ts'
import { Challenge } from './challenge-model.ts'
import { CriterionName, Outcome } from './rule-model.ts'

export { criteria, CriterionName, outcomes, Outcome } from './rule-model.ts'

const Names = z.record(z.string(), z.string())
const Texts = z.partialRecord(Locale, LongText)
export const Why = z.object({ key: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()]).nullable()) })
export type Why = z.infer<typeof Why>

/** Something that holds or does not, as every check of the house; those of the rooms above are brought (`further-store.ts`). */
export const ReviewCheck = z.object({ id: z.string(), status: z.enum(['pass', 'fail', 'notApplicable']), reason: Why })
export type ReviewCheck = z.infer<typeof ReviewCheck>

/** A commitment of which something was due by the day. */
export const DueFact = z.object({
  id: Id, what: Names, kind: PromiseKind, unit: Unit, eachWay: z.boolean(), payerId: Id.nullable(), claimed: z.number(), confirmed: z.number(), expected: z.number(), pace: z.number(),
  sides: z.array(z.object({ side: Id.nullable(), counted: z.number(), expected: z.number() })),
})
export type DueFact = z.infer<typeof DueFact>

/** Everything that a review is reckoned from. Activities are those of the year, each counted once. */
export const ReviewFacts = z.object({
  year: z.int(), from: Day, until: Day, asOf: Day, due: z.array(DueFact),
  claimed: z.int(), confirmed: z.int(), disputed: z.int(), evidenced: z.int(), outputs: z.int(), people: z.int(), withOthers: z.int(),
  /** Those who took part in what was confirmed, by side. */
  persons: z.array(z.object({ side: Id, persons: z.int() })),
  offices: z.int(), vacancies: z.int(), waitingSince: Day.nullable(), quietMonths: z.int(), lastActivityOn: Day.nullable(),
  proposed: z.int(), takenUp: z.int(), open: z.int(), answered: z.int(), further: z.array(ReviewCheck),
})
export type ReviewFacts = z.infer<typeof ReviewFacts>

/** A criterion moved by a step, by whom and why. */
export const Move = z.object({ criterion: CriterionName, by: z.union([z.literal(1), z.literal(-1)]), reason: ShortText, sideId: Id, personId: Id, at: Instant })
export type Move = z.infer<typeof Move>

/** What follows for a criterion. `anchor`: the steps that the facts give; `step`: with the move; nothing where it does not apply. */
export const Assessed = z.object({
  id: CriterionName, status: z.enum(['assessed', 'notApplicable']), asOf: Day, ruleVersion: z.string(), weight: z.number(), share: z.number().nullable(), anchor: z.int().nullable(), step: z.int().nullable(),
  points: z.number().nullable(), reason: Why, checks: z.array(ReviewCheck),
})
export type Assessed = z.infer<typeof Assessed>

/** `total`: the points out of the hundred, where less was assessed scaled to it. `outcome` is what the rules propose. */
export const Reckoned = z.object({
  criteria: z.array(Assessed), earned: z.number(), assessed: z.number(), total: z.number().nullable(), outcome: Outcome.nullable(), reason: Why, ruleVersion: z.string(),
})
export type Reckoned = z.infer<typeof Reckoned>

const Written = {
  moves: z.array(Move), outcome: Outcome.nullable(), because: Texts, conditions: Texts, summary: Texts, hearingOn: Day.nullable(),
}
/** What is laid before the sides, and never changes: its hash is over this. */
export const ReviewContent = z.object({
  agreement: z.object({ id: Id, names: Names }), sides: z.array(z.object({ id: Id, names: Names })), facts: ReviewFacts, reckoned: Reckoned, ...Written,
  challenges: z.array(Challenge.omit({ recordedBy: true, recordedAt: true, changedAt: true })), areas: z.array(NewArea.pick({ id: true, what: true, state: true, sideId: true, because: true })),
})
export type ReviewContent = z.output<typeof ReviewContent>

export const reviewStates = ['open', 'laid', 'agreed'] as const
/** One row of `review`: of an agreement and a year there is one. `sideId`: who laid it. */
export const Review = z.object({
  id: Id, agreementId: Id, year: z.int(), state: z.enum(reviewStates), ...Written, content: ReviewContent.nullable(), hash: z.string().nullable(), layingId: Id.nullable(), sideId: Id.nullable(),
  begunBy: Id, begunAt: Instant, changedAt: Instant, laidBy: Id.nullable(), laidAt: Instant.nullable(), agreedAt: Instant.nullable(), decisionId: Id.nullable(),
})
export type Review = z.infer<typeof Review>

export const Beginning = z.object({ year: z.int().min(1950).max(2200) })
/** What a person writes. `seen` is the `changedAt` that was seen. */
export const Writing = z.object({
  moves: z.array(Move.pick({ criterion: true, by: true, reason: true })).max(8), outcome: Outcome.nullable(), because: Texts.default({}), conditions: Texts.default({}), summary: Texts.default({}), hearingOn: Day.nullable().default(null), seen: Instant,
})
export type Writing = z.output<typeof Writing>
export const FileQuery = z.object({ locale: Locale.default('en'), form: z.enum(['pdf', 'docx']).default('pdf') })

/** What happened to it, for its sides. */
export const Happened = z.object({ id: Id, at: Instant, what: z.string(), who: z.string().nullable(), office: z.string().nullable(), because: z.string().nullable(), outcome: Outcome.nullable() })
export const Steps = z.object({ write: z.string().nullable(), lay: z.string().nullable(), reopen: z.string().nullable(), carryOut: z.string().nullable() })
/** A review as its page shows it; of one that is not laid yet the facts are as of today. `whyNot` says of each step why it is closed. */
export const ReviewFile = Review.omit({ content: true }).extend({
  of: ReviewContent, claim: z.object({ id: Id, state: ClaimState }).nullable(), sides: z.array(OrganisationBrief), whyNot: Steps, dueOn: Day, history: z.array(Happened),
  before: z.object({ id: Id, year: z.int(), outcome: Outcome, conditions: Texts, total: z.number().nullable() }).nullable(),
})
export type ReviewFile = z.infer<typeof ReviewFile>

export const lineStates = ['due', ...reviewStates] as const
/** A line of a list: of an agreement and a year, whether there is a review yet. `total` is for those of its sides. */
export const ReviewLine = z.object({
  agreementId: Id, names: Names, year: z.int(), reviewId: Id.nullable(), state: z.enum(lineStates), dueOn: Day, late: z.boolean(), outcome: Outcome.nullable(), total: z.number().nullable(), agreedAt: Instant.nullable(), mayBegin: z.boolean(),
})
export type ReviewLine = z.infer<typeof ReviewLine>
export const DueQuery = z.object({ alliance: Id.optional(), year: z.coerce.number().int().min(1950).max(2200).optional(), after: z.string().max(80).optional() })
export const DueList = z.object({ rows: z.array(ReviewLine), next: z.string().nullable(), total: z.int().nullable(), year: z.int() })
export type DueList = z.infer<typeof DueList>
/** The reviews of one agreement, the newest first, and the year that may be begun. */
export const OfAgreement = z.object({ lines: z.array(ReviewLine), open: z.object({ challenges: z.int(), areas: z.int() }) })
export type OfAgreement = z.infer<typeof OfAgreement>
