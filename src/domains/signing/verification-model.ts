// What the public page of verification tells: only what the agreement's visibility allows; of minutes, only that they are genuine and how they stand.
import * as z from 'zod'
import { Kind, State } from '#domains/agreements/model.ts'
import { Day, Instant } from '#platform/kinds.ts'
import { CheckedSignature } from '#platform/signatures/checked.ts'

/**
 * `sealed`: byte for byte what every party signed. `revision`: an earlier state of it, before the last signature. `longer`: the sealed file with
 * something added behind. `shorter`: only its beginning. `other`: nothing that was sealed here.
 */
export const findings = ['sealed', 'revision', 'longer', 'shorter', 'other'] as const
export const Finding = z.enum(findings)

/** The agreement as far as it may be shown: to everybody if it is public, else only that it is there and how it stands. */
const SealedAgreement = z.object({
  about: z.literal('agreement'), code: z.string(), state: State, sealedAt: Instant, sealedSha256: z.string(), signedOn: Day.nullable(), since: Day.nullable(), until: Day.nullable(),
  public: z.object({ kind: Kind, title: z.string(), parties: z.array(z.string()), signatures: z.array(z.object({ name: z.string(), title: z.string().nullable(), side: z.string(), means: z.string(), signedOn: Day })) }).nullable(),
})
/** Minutes of a body, or the correction with this number, as everybody may know them: how many sides signed, and what corrections stand beside them today. */
export const SealedMinutes = z.object({
  about: z.enum(['minutes', 'correction']), code: z.string().nullable(), number: z.int().nullable(), sealedAt: Instant, sealedSha256: z.string(), sides: z.int(), signed: z.int(), signedAt: Instant.nullable(),
  corrections: z.array(z.object({ number: z.int(), sealedAt: Instant })),
})
export type SealedMinutes = z.infer<typeof SealedMinutes>
export const Verified = z.discriminatedUnion('about', [SealedAgreement, SealedMinutes])
export type Verified = z.infer<typeof Verified>

export const Verification = z.object({
  finding: Finding, sha256: z.string(), sealed: z.union([SealedAgreement, SealedMinutes, z.null()]), whole: z.boolean(),
  signatures: z.array(CheckedSignature.extend({ issuedHere: z.boolean() })),
})
export type Verification = z.infer<typeof Verification>
