// Admission: an application on its way from its first word to a member's standing; each step has an owner, a day it began, and a day it is due.
import * as z from 'zod'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { Country, Day, Id, Instant, Locale, LongText, ShortText } from '#platform/kinds.ts'
import { RulesShown } from './rule-model.ts'

export const steps = ['check', 'completing', 'observing', 'council', 'pledge', 'member', 'refused', 'withdrawn'] as const
export const Step = z.enum(steps)
export type Step = z.infer<typeof Step>
export const overSteps: readonly Step[] = ['member', 'refused', 'withdrawn']

/** Who applies, in their own words: what stands in the letter until somebody has said which organisation it is. */
export const Applicant = z.object({ name: ShortText, country: Country.nullable().default(null), city: ShortText.nullable().default(null), website: z.url({ protocol: /^https?$/ }).max(500).nullable().default(null) })
export type Applicant = z.output<typeof Applicant>
export const Contact = z.object({ name: ShortText, officeName: ShortText.nullable().default(null), email: z.string().trim().toLowerCase().max(254).pipe(z.email({ error: 'memberships.not-an-email' })), locale: Locale.default('en') })
export type Contact = z.output<typeof Contact>

export const LaidKind = z.enum(['meeting', 'procedure'])
/** One row of `application`. */
export const Application = z.object({
  id: Id, allianceId: Id, organisationId: Id.nullable(), applicant: Applicant, contact: Contact, letter: z.string().nullable(), step: Step, stepAt: Instant, dueOn: Day.nullable(), rulesVersion: z.int(),
  observesUntil: Day.nullable(), bodyId: Id.nullable(), laidKind: LaidKind.nullable(), laidId: Id.nullable(), decisionId: Id.nullable(), appealed: z.boolean(), byLink: z.boolean(), toldAt: Instant.nullable(), begunBy: Id, begunAt: Instant, changedAt: Instant,
})
export type Application = z.infer<typeof Application>

/** One row of `application_step`: what it went through, who ended it, and what they said. `decidedOn` is the day of a decision that was taken elsewhere. */
export const StepTaken = z.object({
  id: Id, applicationId: Id, step: Step, enteredAt: Instant, dueOn: Day.nullable(), leftAt: Instant.nullable(), who: Id.nullable(), byName: z.string().nullable(), outcome: z.string().nullable(),
  said: z.string().nullable(), asked: z.array(z.string()), decidedOn: Day.nullable(),
})
export type StepTaken = z.infer<typeof StepTaken>

export const Paper = z.object({ id: Id, applicationId: Id, requirement: z.string(), fileId: Id, byName: z.string().nullable(), addedBy: Id, addedAt: Instant, removedAt: Instant.nullable() })
export type Paper = z.infer<typeof Paper>
export const PaperShown = Paper.pick({ id: true, requirement: true, addedAt: true }).extend({ name: z.string(), size: z.int() })
export type PaperShown = z.infer<typeof PaperShown>

export const AllianceNamed = z.object({ id: Id, slug: z.string(), organisation: OrganisationBrief })
/** As a list names it. `owner`: whose turn it is. */
export const Owner = z.enum(['applicant', 'alliance', 'council', 'clock', 'nobody'])
export type Owner = z.infer<typeof Owner>
export const ApplicationLine = z.object({
  id: Id, allianceId: Id, organisation: OrganisationBrief.nullable(), applicant: Applicant, step: Step, stepAt: Instant, dueOn: Day.nullable(), observesUntil: Day.nullable(), begunAt: Instant, owner: Owner, appealed: z.boolean(), laid: z.boolean(),
})
export type ApplicationLine = z.infer<typeof ApplicationLine>

/** Whether the council has spoken where it was laid before one. */
export const Council = z.object({ kind: LaidKind, id: Id, bodyId: Id, bodyName: z.record(z.string(), z.string()), state: z.enum(['waits', 'not-carried', 'decided']) })
export type Council = z.infer<typeof Council>
/** What a viewer is to it: those who keep the alliance's records, and those who write the applicant's. */
export const Hats = z.object({ keeps: z.boolean(), applies: z.boolean() })
export type Hats = z.infer<typeof Hats>

export const ApplicationFile = ApplicationLine.extend({
  alliance: AllianceNamed, contact: Contact, letter: z.string().nullable(), rules: RulesShown, taken: z.array(StepTaken.extend({ name: z.string().nullable() })), papers: z.array(PaperShown),
  council: Council.nullable(), decision: z.object({ number: z.int(), takenOn: Day, bodyId: Id }).nullable(), missing: z.array(z.string()), asked: z.array(z.string()), hats: Hats, lapsesOn: Day.nullable(), bodySits: z.boolean(), pledgeHash: z.string(),
  meetings: z.array(z.object({ id: Id, number: z.int(), startsAt: Instant })),
})
export type ApplicationFile = z.infer<typeof ApplicationFile>

/** On the alliance's page: the rules, what is on its way as far as the viewer may see it, and for whom one may apply. */
export const AdmissionFile = z.object({
  alliance: AllianceNamed.extend({ public: z.boolean() }), rules: RulesShown, versions: z.array(z.object({ version: z.int(), adoptedAt: Instant, by: z.string().nullable() })), applications: z.array(ApplicationLine),
  may: z.object({ keep: z.boolean(), applyFor: z.array(OrganisationBrief) }), own: z.array(OrganisationBrief), bodies: z.array(z.object({ id: Id, name: z.record(z.string(), z.string()), constituted: z.boolean() })),
})
export type AdmissionFile = z.infer<typeof AdmissionFile>

/** What people fill in. */
export const Applying = z.object({ organisationId: Id, contact: Contact, letter: LongText.nullable().default(null) })
export type Applying = z.output<typeof Applying>
/** A stranger's: by the public page. */
export const ApplyingInPublic = z.object({ applicant: Applicant, contact: Contact, letter: LongText.nullable().default(null) })
export type ApplyingInPublic = z.output<typeof ApplyingInPublic>
export const Checked = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('complete') }), z.object({ outcome: z.literal('asked'), asked: z.array(z.string().max(40)).max(20), said: LongText }), z.object({ outcome: z.literal('refused'), said: LongText }),
])
export type Checked = z.infer<typeof Checked>
/** An organisation that is known, or nothing: then it is added as it was written. */
export const Identified = z.object({ organisationId: Id.nullable() })
/** Into a session that is called, or as a decision in writing. */
export const Laying = z.object({ meetingId: Id.nullable().default(null) })
export const Deciding = z.object({ outcome: z.enum(['admitted', 'refused']), on: Day, said: LongText })
export type Deciding = z.infer<typeof Deciding>
/** By name and date: the very words that were accepted are named by their hash. */
export const Pledging = z.object({ name: ShortText, officeName: ShortText, hash: z.string().regex(/^[0-9a-f]{64}$/) })
export type Pledging = z.infer<typeof Pledging>
export const Reasoned = z.object({ said: LongText })
