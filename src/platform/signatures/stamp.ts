// Time stamps by an authority outside (RFC 3161): what makes of PAdES B-B a B-T. Asked only where the operator named one, and what it answers is
// checked before it goes into a document.
import { createHash } from 'node:crypto'
import { HttpTimestampAuthority } from '@libpdf/core'
import { fromBER } from 'asn1js'
import * as pkijs from 'pkijs'
import { Refused } from '../refusals.ts'
import { plain, readCertificate } from './cms.ts'
import { describe } from './certificates.ts'
import { verifyCms } from './verify-cms.ts'

/** Gives a token (DER) that says when these bytes, the value of a signature, were there. */
export type Stamp = (signature: Uint8Array) => Promise<Uint8Array>
export type Stamped = { at: Date; by: string }

/** As long as a person waits who signs. */
const patience = 10_000

/** An authority at an address. Where it does not answer, or answers wrongly, nothing is signed: a signature without its stamp would pass for one. */
export function stampAt(url: string | null): Stamp | undefined {
  if (url === null) return undefined
  const authority = new HttpTimestampAuthority(url, { timeout: patience })
  return async (signature) => {
    const token = await authority.timestamp(createHash('sha256').update(signature).digest(), 'SHA-256').catch(() => null)
    if (!token || !readStamp(token, signature)) throw new Refused('web.timestamp-missing', {}, 503)
    return token
  }
}

const timeStamping = '1.3.6.1.5.5.7.3.8'
const tokenInfo = '1.2.840.113549.1.9.16.1.4'
const hashes: Record<string, string> = { '2.16.840.1.101.3.4.2.1': 'sha256', '2.16.840.1.101.3.4.2.2': 'sha384', '2.16.840.1.101.3.4.2.3': 'sha512' }

/** When a token says that these bytes were there, and who says so; nothing unless it is of these bytes and signed by a certificate for time stamps. */
export function readStamp(token: Uint8Array, signature: Uint8Array): Stamped | null {
  try {
    const { encapContentInfo: inside } = new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(plain(token)).content })
    const bytes = inside.eContentType === tokenInfo && inside.eContent ? new Uint8Array(inside.eContent.getValue()) : null
    if (!bytes) return null
    const { messageImprint, genTime } = new pkijs.TSTInfo({ schema: fromBER(plain(bytes)).result })
    const hash = hashes[messageImprint.hashAlgorithm.algorithmId]
    if (!hash || !createHash(hash).update(signature).digest().equals(Buffer.from(messageImprint.hashedMessage.valueBlock.valueHexView))) return null
    const { integrity, certificate } = verifyCms(token, [bytes], true)
    return integrity === 'valid' && certificate && isForStamps(certificate, genTime) ? { at: genTime, by: describe(certificate).subject } : null
  } catch {
    return null
  }
}

function isForStamps(der: Uint8Array, at: Date): boolean {
  const { extensions, notBefore, notAfter } = readCertificate(der)
  const uses = extensions?.find(({ extnID }) => extnID === '2.5.29.37')?.parsedValue as pkijs.ExtKeyUsage | undefined
  return Boolean(uses?.keyPurposes.includes(timeStamping)) && at >= notBefore.value && at <= notAfter.value
}
