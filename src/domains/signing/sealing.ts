// The last signature seals: what every party signed becomes one file that never changes, and the agreement comes into force. All of
// it happens in the transaction of that signature, so that it is done or not begun.
import { bringIntoForce } from '#domains/agreements/actions.ts'
import { record } from '#platform/audit/journal.ts'
import { dayIn } from '#platform/day-zones.ts'
import { contentOf, keepContent } from '#platform/files/files.ts'
import type { Doing } from '#platform/http/serve.ts'
import { signPdf } from '#platform/signatures/sign.ts'
import type { Vault } from '#platform/signatures/vault.ts'
import { houseSigner } from './certificate-actions.ts'
import type { SignatureRow, SigningRow } from './model.ts'
import { wholeSigning } from './store.ts'

/** Seals when every place is signed. Gives the signing as it is then. */
export async function sealIfComplete(at: Doing, vault: Vault, signing: SigningRow): Promise<SigningRow> {
  const { seats, signed } = await wholeSigning(at.db, signing)
  if (seats.some(({ id }) => !signed.some(({ seatId }) => seatId === id))) return signing
  const sealedSha256 = await sealedFile(at, vault, signing, signed)
  const sealed = { ...signing, headSha256: sealedSha256, sealedAt: at.now, sealedSha256 }
  await at.db.updateTable('signing').set({ headSha256: sealedSha256, sealedAt: at.now, sealedSha256 }).where('id', '=', signing.id).execute()
  await record(at, { what: 'signing.sealed', about: signing.agreementId, data: { sha256: sealedSha256, code: signing.code, signatures: signed.length } })
  const { signedOn, zone } = lastOf(signed)
  await bringIntoForce(at, signing.agreementId, { signedOn, zone, sealed: true })
  return sealed
}

/**
 * An agreement is signed on the day of its last signature, as it is where that was given: whoever signs last in New York may sign on the day
 * before those who signed first in Karachi. Of ink only the day is known, unless it was recorded on that day.
 */
export const lastOf = <One extends Pick<SignatureRow, 'signedAt' | 'signedOn' | 'zone'>>(signed: readonly One[]): One =>
  signed.toSorted((a, b) => momentOf(a).localeCompare(momentOf(b))).at(-1)!
const momentOf = ({ signedAt, signedOn, zone }: Pick<SignatureRow, 'signedAt' | 'signedOn' | 'zone'>): string => (signedOn === dayIn(zone, signedAt) ? signedAt : `${signedOn}T23:59:59.999Z`)

/** Signed in one file by all: that file as it is. Otherwise scans and copies signed apart go into it, under a seal of this installation. */
async function sealedFile(at: Doing, vault: Vault, signing: SigningRow, signed: readonly SignatureRow[]): Promise<string> {
  const head = await bytesOf(at, signing.headSha256)
  const files = await Promise.all(signed.filter(({ means }) => means !== 'electronic').map(async (one) => ({ ...one, bytes: await bytesOf(at, one.fileSha256) })))
  const apart = files.filter(({ means, bytes }) => means === 'ink' || !startsWith(head, bytes))
  if (apart.length === 0) return signing.headSha256
  const attachments = apart.map(({ name, means, fileType, fileName, bytes }, place) => ({ name: `${place + 1} ${fileName ?? means}`, type: fileType, bytes, description: `${name} (${means})` }))
  const [signer, reason] = [await houseSigner(at, vault, 'Pamir'), 'Seals this document with what was signed apart from it']
  return keepContent(at.db, await signPdf(head, { signer, field: 'seal', shown: { name: 'Pamir', nameLang: 'en', lines: [] }, reason, at: new Date(at.now), attachments }))
}

export const startsWith = (whole: Uint8Array, start: Uint8Array): boolean => whole.length >= start.length && Buffer.compare(whole.subarray(0, start.length), start) === 0

export async function bytesOf(at: { db: Doing['db'] }, sha256: string): Promise<Uint8Array> {
  const { body } = await contentOf(at.db, { sha256, name: 'paper.pdf', type: 'application/pdf' })
  return body as Uint8Array
}
