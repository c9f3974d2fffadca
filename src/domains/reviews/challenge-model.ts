// A challenge: what hinders an alliance or an agreement, why, who answers for it and with what. It stays open across years until it is
// resolved, and stands beside the numbers of every review and report.
import * as z from 'zod'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { Day, Id, Instant, Locale, LongText, ShortText } from '#platform/kinds.ts'

const Texts = z.partialRecord(Locale, LongText)
/** In a few words, in at least one language. */
export const Worded = z.partialRecord(Locale, ShortText).refine((what) => Object.keys(what).length > 0, 'reviews.words-missing')

/** One row of `challenge`. It is an alliance's or an agreement's. */
export const Challenge = z.object({
  id: Id, allianceId: Id.nullable(), agreementId: Id.nullable(), what: z.partialRecord(Locale, ShortText), cause: Texts, answer: Texts, ownerId: Id.nullable(), since: Day, resolvedOn: Day.nullable(),
  recordedBy: Id, recordedAt: Instant, changedAt: Instant,
})
export type Challenge = z.infer<typeof Challenge>

const fields = { what: Worded, cause: Texts.default({}), answer: Texts.default({}), ownerId: Id.nullable().default(null), since: Day, resolvedOn: Day.nullable().default(null) }
const inOrder = ({ since, resolvedOn }: { since: Day; resolvedOn: Day | null }) => resolvedOn === null || resolvedOn >= since
const tooEarly = { path: ['resolvedOn'], message: 'reviews.resolved-before-it-began' }

export const ChallengeDraft = z.object({ allianceId: Id.optional(), agreementId: Id.optional(), ...fields })
  .refine(({ allianceId, agreementId }) => Boolean(allianceId) !== Boolean(agreementId), { path: ['allianceId'], message: 'reviews.one-owner' })
  .refine(inOrder, tooEarly)
export type ChallengeDraft = z.output<typeof ChallengeDraft>
/** `seen` is the `changedAt` that was seen. */
export const ChallengeChange = z.object({ ...fields, seen: Instant }).refine(inOrder, tooEarly)
export type ChallengeChange = z.output<typeof ChallengeChange>

/** The register of an agreement: its challenges with those who answer for them, and what this viewer may do. */
export const ChallengeRegister = z.object({
  agreement: z.object({ id: Id, names: z.record(z.string(), z.string()) }), sides: z.array(OrganisationBrief), challenges: z.array(Challenge), mayRecord: z.boolean(),
})
export type ChallengeRegister = z.infer<typeof ChallengeRegister>
