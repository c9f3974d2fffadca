// What the public page of verification tells: only what the agreement's visibility allows.
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
export const Verified = z.object({
  code: z.string(), state: State, sealedAt: Instant, sealedSha256: z.string(), signedOn: Day.nullable(), since: Day.nullable(), until: Day.nullable(),
  public: z.object({ kind: Kind, title: z.string(), parties: z.array(z.string()), signatures: z.array(z.object({ name: z.string(), title: z.string().nullable(), side: z.string(), means: z.string(), signedOn: Day })) }).nullable(),
})
export type Verified = z.infer<typeof Verified>

export const Verification = z.object({
  finding: Finding, sha256: z.string(), sealed: Verified.nullable(), whole: z.boolean(),
  signatures: z.array(CheckedSignature.extend({ issuedHere: z.boolean() })),
})
export type Verification = z.infer<typeof Verification>
