// Hosting turns: who hosts what of an alliance in which year; proposed by a rule or by hand, agreed to by the host, swapped by agreement of both.
import * as z from 'zod'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { Id, Instant, Locale, ShortText } from '#platform/kinds.ts'
import { Year } from './model.ts'

export const hosted = ['conference', 'council', 'committee', 'secretariat'] as const
export const Hosted = z.enum(hosted)
export type Hosted = z.infer<typeof Hosted>
export const Answer = z.enum(['agreed', 'declined'])

/** One row of `hosting_turn`. */
export const Turn = z.object({ id: Id, allianceId: Id, what: Hosted, year: Year, organisationId: Id, note: z.string().nullable(), proposedBy: Id, proposedAt: Instant, answer: Answer.nullable(), answeredBy: Id.nullable(), answeredAt: Instant.nullable(), because: z.string().nullable() })
export type Turn = z.infer<typeof Turn>
/** One row of `hosting_swap`: `askedFor` hosted `turnId`, `askedOf` hosted `otherId`, before they changed places. */
export const Swap = z.object({ id: Id, turnId: Id, otherId: Id, askedFor: Id, askedOf: Id, because: z.string().nullable(), askedBy: Id, askedAt: Instant, answer: Answer.nullable(), answeredBy: Id.nullable(), answeredAt: Instant.nullable() })
export type Swap = z.infer<typeof Swap>

/** What a check finds, as everywhere: by which version of the rule, of what, and why. */
export const RotationCheck = z.object({ id: z.literal('g31'), status: z.enum(['pass', 'warn', 'notApplicable']), subject: z.string(), inputs: z.record(z.string(), z.union([z.string(), z.number()])), ruleVersion: z.int(), reason: z.string() })
export type RotationCheck = z.infer<typeof RotationCheck>

export const TurnShown = Turn.extend({ organisation: OrganisationBrief, mine: z.boolean() })
export type TurnShown = z.infer<typeof TurnShown>
export const SwapShown = Swap.extend({ mayAnswer: z.boolean() })
export const HostingFile = z.object({
  alliance: z.object({ id: Id, name: z.partialRecord(Locale, z.string()) }), mayManage: z.boolean(), turns: z.array(TurnShown), swaps: z.array(SwapShown), checks: z.array(RotationCheck), members: z.array(OrganisationBrief),
})
export type HostingFile = z.infer<typeof HostingFile>

export const Proposing = z.object({ what: Hosted, from: Year, years: z.int().min(1).max(12) })
export const Assigning = z.object({ what: Hosted, year: Year, organisationId: Id, note: ShortText.nullable().default(null) })
export const Answering = z.object({ answer: Answer, because: ShortText.nullable().default(null) }).refine(({ answer, because }) => answer === 'agreed' || because, { path: ['because'], error: 'dues.reason-missing' })
export const Swapping = z.object({ otherId: Id, because: ShortText.nullable().default(null) })
