// What a check of a PDF's signatures says. Pure: pages show it, the public verification page too.
import * as z from 'zod'
import { Instant } from '../kinds.ts'

/**
 * `valid`: what it covers is what was signed, by the key of this certificate. `changed`: the bytes it covers are not those that were
 * signed. `forged`: it was not made by the key of the certificate it names. `partial`: it leaves out part of the document.
 * `unreadable`: it cannot be read, or is of a kind that is not checked here.
 */
export const integrities = ['valid', 'changed', 'forged', 'partial', 'unreadable'] as const
/** What came after it: nothing, further signatures only, or other content. */
export const afterwards = ['nothing', 'signatures', 'content'] as const
/** The certificate at the time of the signature's stamp; without one at the time that it states, which nothing proves. */
export const validities = ['in-date', 'expired', 'not-yet', 'unknown'] as const

export const CertificateSaid = z.object({
  subject: z.string(), issuer: z.string(), serial: z.string(), from: Instant, until: Instant, fingerprint: z.string(), selfSigned: z.boolean(),
})
export const CheckedSignature = z.object({
  field: z.string(), signer: z.string().nullable(), reason: z.string().nullable(), place: z.string().nullable(), statedAt: Instant.nullable(),
  integrity: z.enum(integrities), after: z.enum(afterwards),
  certificate: CertificateSaid.nullable(), validThen: z.enum(validities), validNow: z.enum(validities),
  /** When an authority says that the signature was there, and who says so: only where its stamp is of this very signature. */
  stamped: z.object({ at: Instant, by: z.string() }).nullish(),
  /** Fingerprints of the certificates above, from the nearest up, each really issuing the one below. */
  chain: z.array(z.string()),
})
export type CheckedSignature = z.infer<typeof CheckedSignature>

export const Checked = z.object({
  pages: z.int(), sha256: z.string(), signatures: z.array(CheckedSignature),
  /** Whether the last signature covers every byte of the file. */
  whole: z.boolean(),
})
export type Checked = z.infer<typeof Checked>

/** Whether a signature holds, to the last: intact, in date when it was made, and nothing but signatures after it. */
export const holdsUp = ({ integrity, after, validThen }: Pick<CheckedSignature, 'integrity' | 'after' | 'validThen'>): boolean =>
  integrity === 'valid' && after !== 'content' && validThen === 'in-date'
