// An organisation brings its certificate, or has one from the installation's own authority; and the keys are opened to sign.
import { sql } from 'kysely'
import { nameIn } from '#domains/organisations/model.ts'
import { holdOrganisation, organisationsById } from '#domains/organisations/store.ts'
import { record } from '#platform/audit/journal.ts'
import type { Writing } from '#platform/db/database.ts'
import type { Upload } from '#platform/http/contract.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, type Instant, newId } from '#platform/kinds.ts'
import { demand, found, Refused } from '#platform/refusals.ts'
import { describe, type Keyed, readP12 } from '#platform/signatures/certificates.ts'
import { type Signer, signerOf } from '#platform/signatures/cms.ts'
import { makeLeaf, makeRoot } from '#platform/signatures/issue.ts'
import type { Vault } from '#platform/signatures/vault.ts'
import type { CertificateShown } from './certificate-model.ts'
import { currentCertificate, putCertificate, showCertificate, stateOn } from './certificate-store.ts'
import { mayAdjust } from './clearance-rules.ts'

type Kept = { db: Writing; now: Instant }

/** Takes a PKCS#12 file. Its password opens it once and is not kept; the key is locked anew with the secret of this installation. */
export async function bringCertificate(at: Doing, vault: Vault, organisationId: Id, { bytes }: Upload, password: string): Promise<CertificateShown> {
  await holdFor(at, organisationId)
  const keyed = await readP12(bytes, password)
  const said = describe(keyed.certificate)
  const state = stateOn({ validFrom: said.from, validUntil: said.until }, at.now)
  if (state !== 'holds') throw new Refused(state === 'expired' ? 'signing.certificate-expired' : 'signing.certificate-not-yet', { from: said.from.slice(0, 10), until: said.until.slice(0, 10) }, 422)
  return keep(at, vault, organisationId, keyed, 'brought')
}

/** Issues one here: nobody outside knows this authority, and every page says so. */
export async function issueCertificate(at: Doing, vault: Vault, organisationId: Id): Promise<CertificateShown> {
  await holdFor(at, organisationId)
  return keep(at, vault, organisationId, await issue(at, vault, organisationId), 'installation')
}

export async function retireCertificate(at: Doing, organisationId: Id): Promise<{}> {
  await holdFor(at, organisationId)
  const row = found(await currentCertificate(at.db, organisationId))
  await at.db.updateTable('signingCertificate').set({ retiredAt: at.now }).where('id', '=', row.id).execute()
  await record(at, { what: 'organisation.certificate-retired', about: organisationId, data: { fingerprint: row.fingerprint } })
  return {}
}

/** The key with which a side signs today. Where none was brought, the installation's authority issues one. */
export async function signerFor(at: Doing, vault: Vault, organisationId: Id): Promise<{ signer: Signer; certificate: CertificateShown }> {
  let row = await currentCertificate(at.db, organisationId)
  // What the installation issued itself it issues again; what was brought is only brought anew by its owner.
  if (!row || (row.origin === 'installation' && stateOn(row, at.now) === 'expired')) {
    await keep(at, vault, organisationId, await issue(at, vault, organisationId), 'installation')
    row = found(await currentCertificate(at.db, organisationId))
  }
  const state = stateOn(row, at.now)
  demand(state === 'holds' ? undefined : state === 'expired' ? 'signing.certificate-expired' : 'signing.certificate-not-yet', { from: row.validFrom.slice(0, 10), until: row.validUntil.slice(0, 10) })
  return { signer: signerOf(vault.unlock(row.lockedKey, row.id), row.certificate, row.chain, vault.stamp), certificate: showCertificate(row, at.now) }
}

/** The installation's own key, which seals a paper that carries more than electronic signatures. */
export async function houseSigner(at: Kept, vault: Vault, name: string): Promise<Signer> {
  const root = await authority(at, vault)
  const { key, certificate, chain } = await makeLeaf(root, name, null, new Date(at.now))
  return signerOf(key, certificate, chain, vault.stamp)
}

async function holdFor(at: Doing, organisationId: Id): Promise<void> {
  await holdOrganisation(at.db, organisationId)
  demand(mayAdjust(organisationId, at.viewer) ? undefined : 'signing.only-a-director')
}

async function keep(at: Doing, vault: Vault, organisationId: Id, { certificate, key, chain }: Keyed, origin: CertificateShown['origin']): Promise<CertificateShown> {
  const { subject, issuer, serial, fingerprint, from, until } = describe(certificate)
  const id = newId()
  const row = {
    id, organisationId, origin, subject, issuer, serial, fingerprint, validFrom: from, validUntil: until, certificate: Buffer.from(certificate),
    chain: chain.map((one) => Buffer.from(one)), lockedKey: vault.lock(key, id), addedBy: at.viewer.id, addedAt: at.now, retiredAt: null,
  }
  await putCertificate(at.db, row)
  await record(at, { what: 'organisation.certificate-kept', about: organisationId, data: { origin, subject, issuer, until: until.slice(0, 10), fingerprint } })
  return showCertificate(row, at.now)
}

async function issue(at: Kept, vault: Vault, organisationId: Id): Promise<Keyed> {
  const organisation = found((await organisationsById(at.db, [organisationId])).get(organisationId))
  return makeLeaf(await authority(at, vault), nameIn(organisation, 'en') || organisation.name, organisation.country, new Date(at.now))
}

/** The root, made at first need; two who need it first at once get the same one. */
async function authority(at: Kept, vault: Vault): Promise<Keyed> {
  await sql`select pg_advisory_xact_lock(hashtextextended('signing authority', 2))`.execute(at.db)
  const row = await at.db.selectFrom('signingAuthority').selectAll().executeTakeFirst()
  if (row) return { certificate: row.certificate, key: vault.unlock(row.lockedKey, 'authority'), chain: [] }
  const name = 'Pamir, own authority of this installation'
  const root = await makeRoot(name, new Date(at.now))
  await at.db.insertInto('signingAuthority').values({ id: newId(), sole: true, name, certificate: Buffer.from(root.certificate), lockedKey: vault.lock(root.key, 'authority'), madeAt: at.now }).execute()
  return root
}
