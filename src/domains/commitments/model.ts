// What an agreement promises: who answers for it on each side, how much of what by when, and how it stands. What was done for it
// is in `activity-model.ts`, what becomes of the agreement in `term-model.ts`.
import * as z from 'zod'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { Measure, PromiseKind } from '#domains/texts/promise-model.ts'
import { Role } from '#platform/auth/viewer.ts'
import { Day, Id, Instant, Locale, ShortText } from '#platform/kinds.ts'
import { ClaimState } from '#domains/confirmations/model.ts'

/** Who answers for it at a side: an office there, by its role and, where the side calls it otherwise, its title. */
export const Responsible = z.object({ organisationId: Id, role: Role, title: ShortText.nullable() })
export type Responsible = z.infer<typeof Responsible>

const Money = { amount: z.number().positive().max(1e13).nullable(), currency: z.string().regex(/^[A-Z]{3}$/).nullable(), payerId: Id.nullable() }

/** In a few words, by language. */
const What = z.partialRecord(Locale, ShortText)
export type What = z.infer<typeof What>

/** One row of `commitment`. */
export const Commitment = z.object({
  id: Id, agreementId: Id, place: z.int(), clauseId: Id.nullable(), kind: PromiseKind, what: What, ...Measure.shape,
  dueOn: Day.nullable(), dueMonths: z.int().nullable(), afterId: Id.nullable(), ...Money,
  /** `text`: promised by the text itself, which every side has signed; `recorded`: one side says so and the others confirm it. */
  origin: z.enum(['recorded', 'text']),
  startsOn: Day.nullable(), fulfilledOn: Day.nullable(), withdrawnAt: Instant.nullable(), withdrawnBecause: z.string().nullable(),
  recordedBy: Id, recordedAt: Instant, changedAt: Instant,
})
export type Commitment = z.infer<typeof Commitment>

const Fillable = z.object({
  clauseId: Id.nullable().default(null), kind: PromiseKind, what: What.refine((what) => Object.keys(what).length > 0, { error: 'commitments.what-missing' }), ...Measure.shape,
  dueOn: Day.nullable().default(null), dueMonths: z.int().min(0).max(600).nullable().default(null), afterId: Id.nullable().default(null),
  amount: Money.amount.default(null), currency: Money.currency.default(null), payerId: Id.nullable().default(null),
  /** One office for each side; a side that is left out is answered for by its director of linkages. */
  offices: z.array(Responsible).max(60).default([]),
})
const inOrder = (filled: { amount: number | null; currency: string | null; dueOn: string | null; dueMonths: number | null }, context: z.core.$RefinementCtx): void => {
  if ((filled.amount === null) !== (filled.currency === null)) context.addIssue({ code: 'custom', path: ['currency'], message: 'commitments.currency-missing' })
  if (filled.dueOn !== null && filled.dueMonths !== null) context.addIssue({ code: 'custom', path: ['dueOn'], message: 'commitments.due-twice' })
}
/** What a person fills in. */
export const CommitmentDraft = Fillable.superRefine(inOrder)
export type CommitmentDraft = z.output<typeof CommitmentDraft>
/** A revision says what was seen, so that two people do not overwrite each other. */
export const CommitmentRevision = Fillable.extend({ seen: Instant }).superRefine(inOrder)
export type CommitmentRevision = z.output<typeof CommitmentRevision>

/** What an activity gave to a commitment, as adding up needs it. `side` where each side owes its own. */
export type Given = { day: Day; amount: number; state: ClaimState; side: Id | null }

export const statuses = ['green', 'amber', 'red', 'grey'] as const
export const Status = z.enum(statuses)
export type Status = z.infer<typeof Status>

export const Why = z.object({ key: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()]).nullable()) })
export type Why = z.infer<typeof Why>

const Sum = { claimed: z.number(), confirmed: z.number() }
/** One year of a measure that counts by the year. What exceeds its target is not carried into another year. */
const Year = z.object({ year: z.int(), from: Day, until: Day, expected: z.number(), ...Sum })
const SideSum = z.object({ side: Id.nullable(), ...Sum, expected: z.number(), counted: z.number(), pace: z.number().nullable(), years: z.array(Year) })
export type SideSum = z.infer<typeof SideSum>

/** How a commitment stands on a day, with the arithmetic: the same shape as every check of the house. */
export const Standing = z.object({
  id: z.literal('commitment.pace'), status: Status, subject: Id, asOf: Day, ruleVersion: z.string(), reason: Why,
  inputs: z.object({
    ...Measure.shape, startsOn: Day.nullable(), dueOn: Day.nullable(), firstDueOn: Day.nullable(), endsOn: Day.nullable(), finalYear: z.boolean(),
    ...Sum, disputed: z.number(), expected: z.number(), pace: z.number().nullable(), claimedPace: z.number().nullable(), sides: z.array(SideSum),
  }),
})
export type Standing = z.infer<typeof Standing>

/** An office as it answers for a commitment: who holds it today; nobody is a vacancy. */
export const OfficeShown = Responsible.extend({ organisation: OrganisationBrief, holders: z.array(z.object({ id: Id, name: z.string() })) })
export type OfficeShown = z.infer<typeof OfficeShown>

/** A commitment as its agreement's page shows it. `claim`: whether the other sides confirm that it is one; nothing when the text says so. */
export const CommitmentShown = Commitment.extend({
  offices: z.array(OfficeShown), standing: Standing, claim: z.object({ id: Id, state: ClaimState }).nullable(),
})
export type CommitmentShown = z.infer<typeof CommitmentShown>

export const pulses = ['active', 'quiet', 'asleep', 'none'] as const
export const PulseKind = z.enum(pulses)
export type PulseKind = z.infer<typeof PulseKind>

/** One row of `agreement_pulse`: how lively an agreement is, and why. Claimed and confirmed are activities, each counted once. */
export const Pulse = z.object({
  agreementId: Id, asOf: Day, pulse: PulseKind, reasons: z.array(Why), proposeClosure: z.boolean(), lastActivityOn: Day.nullable(), lastConfirmedOn: Day.nullable(),
  claimed: z.int(), confirmed: z.int(), disputed: z.int(), commitments: z.int(), started: z.int(), green: z.int(), amber: z.int(), red: z.int(), grey: z.int(),
  offices: z.int(), vacancies: z.int(), bounced: z.int(), waitingSince: Instant.nullable(), ruleVersion: z.string(),
})
export type Pulse = z.infer<typeof Pulse>

/** The part of an agreement's page that is about what it promises. */
export const Promises = z.object({
  pulse: Pulse, commitments: z.array(CommitmentShown), mayRecord: z.boolean(), mayLog: z.boolean(),
  sides: z.array(OrganisationBrief),
})
export type Promises = z.infer<typeof Promises>
