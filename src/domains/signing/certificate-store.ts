// Certificates of organisations, and the installation's own authority.
import type { Reading, Writing } from '#platform/db/database.ts'
import type { Id, Instant } from '#platform/kinds.ts'
import { describe } from '#platform/signatures/certificates.ts'
import type { CertificateRow, CertificateShown } from './certificate-model.ts'
import './tables.ts'

export const currentCertificate = (db: Reading, organisationId: Id): Promise<CertificateRow | undefined> =>
  db.selectFrom('signingCertificate').selectAll().where('organisationId', '=', organisationId).where('retiredAt', 'is', null).orderBy('addedAt', 'desc').limit(1).executeTakeFirst()

export async function shownCertificate(db: Reading, organisationId: Id, now: Instant): Promise<CertificateShown | null> {
  const row = await currentCertificate(db, organisationId)
  return row ? showCertificate(row, now) : null
}

/** Named one by one: the key never goes along. */
export const showCertificate = (row: CertificateRow, now: Instant): CertificateShown => ({
  id: row.id, organisationId: row.organisationId, origin: row.origin, subject: row.subject, issuer: row.issuer, serial: row.serial, fingerprint: row.fingerprint,
  validFrom: row.validFrom, validUntil: row.validUntil, addedAt: row.addedAt, state: stateOn(row, now), chain: row.chain.map((one) => describe(one).subject),
})

export const stateOn = ({ validFrom, validUntil }: Pick<CertificateRow, 'validFrom' | 'validUntil'>, now: Instant): CertificateShown['state'] =>
  new Date(now) < new Date(validFrom) ? 'not-yet' : new Date(now) > new Date(validUntil) ? 'expired' : 'holds'

/** The fingerprint of the installation's root, if it was ever needed. */
export async function authorityFingerprint(db: Reading): Promise<string | null> {
  const row = await db.selectFrom('signingAuthority').select('certificate').executeTakeFirst()
  return row ? describe(row.certificate).fingerprint : null
}

export async function putCertificate(db: Writing, row: CertificateRow): Promise<void> {
  await db.updateTable('signingCertificate').set({ retiredAt: row.addedAt }).where('organisationId', '=', row.organisationId).where('retiredAt', 'is', null).execute()
  await db.insertInto('signingCertificate').values(row).execute()
}
