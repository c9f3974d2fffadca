// Certificates: what one says of itself, which stands above which, and the PKCS#12 files that organisations bring.
import { createPrivateKey, webcrypto, X509Certificate } from 'node:crypto'
import { P12Signer } from '@libpdf/core'
import { Refused } from '../refusals.ts'
import { readCertificate } from './cms.ts'

/** A certificate with its private key (PKCS#8) and those above it, all DER. */
export type Keyed = { certificate: Uint8Array; key: Uint8Array; chain: Uint8Array[] }
/** What a certificate says of itself. */
export type Said = { subject: string; issuer: string; serial: string; from: string; until: string; fingerprint: string; selfSigned: boolean }

/** Reads a PKCS#12 file. The certificate is the one that the private key belongs to, wherever it stands in the file. */
export async function readP12(bytes: Uint8Array, password: string): Promise<Keyed> {
  const signer = await P12Signer.create(bytes, password).catch((problem: Error) => {
    throw new Refused(/password|integrity|MAC|decrypt|OperationError/i.test(problem.message) ? 'web.p12-password-wrong' : 'web.p12-not-readable', {}, 422)
  })
  // The library keeps the key to itself, although it may leave: bracket access is TypeScript's door to it.
  const key = new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', signer['privateKey'] as webcrypto.CryptoKey))
  const all = [signer.certificate, ...signer.certificateChain]
  const own = all.find((one) => belongs(one, key))
  if (!own) throw new Refused('web.p12-not-readable', {}, 422)
  return { certificate: own, key, chain: chainFrom(own, all) }
}

/** What a certificate says of itself. */
export function describe(certificate: Uint8Array): Said {
  const read = new X509Certificate(certificate)
  const { notBefore, notAfter, subject, issuer } = readCertificate(certificate)
  return {
    subject: nameIn(subject), issuer: nameIn(issuer), serial: read.serialNumber.toLowerCase(), from: notBefore.value.toISOString(), until: notAfter.value.toISOString(),
    fingerprint: read.fingerprint256.replaceAll(':', '').toLowerCase(), selfSigned: issuedBy(certificate, certificate),
  }
}

/** Whether the one certificate was really issued, and signed, by the other. */
export function issuedBy(certificate: Uint8Array, above: Uint8Array): boolean {
  const [below, over] = [new X509Certificate(certificate), new X509Certificate(above)]
  return below.checkIssued(over) && below.verify(over.publicKey)
}

/** The certificates above this one, from the nearest up, as far as they are here. */
export function chainFrom(certificate: Uint8Array, all: readonly Uint8Array[]): Uint8Array[] {
  const chain: Uint8Array[] = []
  for (let last = certificate; chain.length < 8;) {
    const above = all.find((one) => one !== last && !chain.includes(one) && issuedBy(last, one))
    if (!above) break
    chain.push(above)
    last = above
  }
  return chain
}

/** The common name, or else the organisation: the name by which people know it. */
function nameIn({ typesAndValues }: { typesAndValues: { type: string; value: { valueBlock: { value: unknown } } }[] }): string {
  const field = (type: string) => typesAndValues.find((one) => one.type === type)?.value.valueBlock.value
  return String(field('2.5.4.3') ?? field('2.5.4.10') ?? '')
}

const belongs = (certificate: Uint8Array, key: Uint8Array) =>
  new X509Certificate(certificate).checkPrivateKey(createPrivateKey({ key: Buffer.from(key), format: 'der', type: 'pkcs8' }))
