// The certificate with which an organisation signs, and the installation's own authority.
import * as z from 'zod'
import { Id, Instant } from '#platform/kinds.ts'

/** Brought by the organisation as PKCS#12, or issued by this installation, whom nobody outside knows. */
export const origins = ['brought', 'installation'] as const

export const CertificateShown = z.object({
  id: Id, organisationId: Id, origin: z.enum(origins), subject: z.string(), issuer: z.string(), serial: z.string(), fingerprint: z.string(),
  validFrom: Instant, validUntil: Instant, state: z.enum(['holds', 'expired', 'not-yet']), chain: z.array(z.string()), addedAt: Instant,
})
export type CertificateShown = z.infer<typeof CertificateShown>
export type CertificateRow = Omit<CertificateShown, 'state' | 'chain'> & { certificate: Buffer; chain: Buffer[]; lockedKey: Buffer; addedBy: Id; retiredAt: Instant | null }
export type AuthorityRow = { id: Id; sole: boolean; name: string; certificate: Buffer; lockedKey: Buffer; madeAt: Instant }

export const Bringing = z.object({ password: z.string().max(500) })
