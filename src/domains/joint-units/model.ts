// A joint unit: a centre, a laboratory or a college that the sides of an agreement run together. It is an organisation of its own, founded by
// one agreement, and may carry out others.
import * as z from 'zod'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { Day, Id, Instant, Locale, LongText, ShortText } from '#platform/kinds.ts'

/** The forms that agreements give it; a workshop is that of vocational colleges (Luban Workshop). */
export const unitKinds = ['research-centre', 'laboratory', 'college', 'workshop', 'programme-office', 'other'] as const
export const UnitKind = z.enum(unitKinds)
export type UnitKind = z.infer<typeof UnitKind>

/** One row of `joint_unit`. */
export const JointUnit = z.object({
  id: Id, organisationId: Id, agreementId: Id, kind: UnitKind, foundedOn: Day, closedOn: Day.nullable(), closedBecause: z.string().nullable(), recordedBy: Id, recordedAt: Instant, changedAt: Instant,
})
export type JointUnit = z.infer<typeof JointUnit>

const AgreementNamed = z.object({ id: Id, title: z.string(), titleLang: z.string().nullable(), titles: z.record(z.string(), z.string()) })
export type AgreementNamed = z.infer<typeof AgreementNamed>
export const UnitLine = JointUnit.extend({ organisation: OrganisationBrief })
export type UnitLine = z.infer<typeof UnitLine>
/** `further`: other agreements that it carries out, as far as the reader sees them. */
export const UnitFile = UnitLine.extend({ agreement: AgreementNamed, further: z.array(AgreementNamed), sides: z.array(OrganisationBrief), mayWrite: z.boolean() })
export type UnitFile = z.infer<typeof UnitFile>

/** An organisation that is recorded already, or the name of a new one. */
export const UnitDraft = z.object({
  agreementId: Id, kind: UnitKind, foundedOn: Day, organisationId: Id.nullable().default(null), name: z.partialRecord(Locale, ShortText).default({}),
}).refine(({ organisationId, name }) => (organisationId === null) === Object.keys(name).length > 0, { path: ['name'], error: 'joint-units.one-or-the-other' })
export type UnitDraft = z.output<typeof UnitDraft>
/** `seen` is the `changedAt` that was seen. */
export const UnitChange = z.object({ kind: UnitKind, foundedOn: Day, agreementIds: z.array(Id).max(50).default([]), seen: Instant })
export type UnitChange = z.output<typeof UnitChange>
export const Closing = z.object({ on: Day, because: LongText })
export type Closing = z.infer<typeof Closing>
