// When an office is vacated, what it answered for is listed and passes to a successor with a note.
import * as z from 'zod'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { Role } from '#platform/auth/viewer.ts'
import { Id, Instant, LongText } from '#platform/kinds.ts'

/** One row of `handover`. `personId` is who held the office. */
export const Handover = z.object({
  id: Id, officeId: Id, personId: Id, organisationId: Id, role: Role, vacatedAt: Instant, state: z.enum(['open', 'done']),
  successorId: Id.nullable(), note: z.string().nullable(), settledBy: Id.nullable(), settledAt: Instant.nullable(),
})
export type Handover = z.infer<typeof Handover>

/** What passes on: the promises the office answers for, the claims that wait for its side, the terms to decide on. */
export const HandoverFile = Handover.extend({
  organisation: OrganisationBrief, person: z.string().nullable(), successor: z.string().nullable(),
  commitments: z.array(z.object({ id: Id, agreementId: Id, title: z.string(), what: z.record(z.string(), z.string()) })), claims: z.int(), decisions: z.int(),
  /** Who holds the office, or another that keeps the records there, today. */
  candidates: z.array(z.object({ id: Id, name: z.string(), role: Role })), mayPass: z.boolean(),
})
export type HandoverFile = z.infer<typeof HandoverFile>

export const Passing = z.object({ successorId: Id, note: LongText.nullable().default(null) })
