// The installation's own authority: makes its root, and certificates of organisations under it (RFC 5280). Nobody outside knows
// this root, and its name says so.
import { createHash, webcrypto } from 'node:crypto'
import { BitString, ObjectIdentifier, OctetString, PrintableString, Sequence, Set as AsnSet, Utf8String } from 'asn1js'
import * as pkijs from 'pkijs'
import type { Keyed } from './certificates.ts'
import { plain, readCertificate } from './cms.ts'

const curve = { name: 'ECDSA', namedCurve: 'P-256' }
const oids = {
  country: '2.5.4.6', organisation: '2.5.4.10', name: '2.5.4.3', basicConstraints: '2.5.29.19', keyUsage: '2.5.29.15', extendedKeyUsage: '2.5.29.37',
  subjectKey: '2.5.29.14', authorityKey: '2.5.29.35', documentSigning: '1.3.6.1.5.5.7.3.36', emailProtection: '1.3.6.1.5.5.7.3.4',
}

/** A root for this installation alone. Holds for twenty years. */
export async function makeRoot(name: string, at: Date): Promise<Keyed> {
  const keys = await pair()
  const certificate = begin(at, years(at, 20))
  certificate.subject = nameOf({ organisation: name, name })
  certificate.issuer = certificate.subject
  certificate.extensions = [
    extension(oids.basicConstraints, true, new pkijs.BasicConstraints({ cA: true, pathLenConstraint: 0 }).toSchema()),
    // keyCertSign and cRLSign.
    extension(oids.keyUsage, true, new BitString({ valueHex: Uint8Array.of(0x06).buffer, unusedBits: 1 })),
  ]
  return finish(certificate, keys, keys.privateKey, [])
}

/** A certificate of an organisation by the installation's own authority. Holds for three years, and no longer than the root. */
export async function makeLeaf(root: Keyed, organisation: string, country: string | null, at: Date): Promise<Keyed> {
  const above = readCertificate(root.certificate)
  const keys = await pair()
  const certificate = begin(at, new Date(Math.min(years(at, 3).getTime(), above.notAfter.value.getTime())))
  certificate.subject = nameOf({ ...(country && { country }), organisation, name: organisation })
  certificate.issuer = above.subject
  certificate.extensions = [
    extension(oids.basicConstraints, true, new pkijs.BasicConstraints({ cA: false }).toSchema()),
    // digitalSignature and nonRepudiation.
    extension(oids.keyUsage, true, new BitString({ valueHex: Uint8Array.of(0xc0).buffer, unusedBits: 6 })),
    // Document signing (RFC 9336), and mail, which older viewers ask for.
    extension(oids.extendedKeyUsage, false, new pkijs.ExtKeyUsage({ keyPurposes: [oids.documentSigning, oids.emailProtection] }).toSchema()),
    extension(oids.authorityKey, false, new pkijs.AuthorityKeyIdentifier({ keyIdentifier: new OctetString({ valueHex: keyId(above) }) }).toSchema()),
  ]
  return finish(certificate, keys, await webcrypto.subtle.importKey('pkcs8', Buffer.from(root.key), curve, false, ['sign']), [root.certificate])
}

const pair = () => webcrypto.subtle.generateKey(curve, true, ['sign', 'verify'])
const years = (from: Date, count: number) => new Date(Date.UTC(from.getUTCFullYear() + count, from.getUTCMonth(), from.getUTCDate()))

function begin(from: Date, until: Date): pkijs.Certificate {
  const certificate = new pkijs.Certificate({ version: 2 })
  const serial = webcrypto.getRandomValues(new Uint8Array(16))
  // Positive and without a leading zero, as DER wants an integer.
  serial[0] = (serial[0]! & 0x7f) | 0x40
  certificate.serialNumber.valueBlock.valueHexView = serial
  certificate.notBefore = new pkijs.Time({ type: 0, value: whole(from) })
  // Times from 2050 on are written another way (RFC 5280, 4.1.2.5).
  certificate.notAfter = new pkijs.Time({ type: until.getUTCFullYear() < 2050 ? 0 : 1, value: whole(until) })
  return certificate
}
const whole = (at: Date) => new Date(Math.floor(at.getTime() / 1000) * 1000)

/** Each part stands alone, as people and programs expect a name to be written. */
function nameOf(fields: { country?: string; organisation: string; name: string }): pkijs.RelativeDistinguishedNames {
  const parts = (Object.entries(fields) as [keyof typeof fields, string][]).map(([field, value]) => {
    const text = field === 'country' ? new PrintableString({ value }) : new Utf8String({ value: value.slice(0, 64) })
    return new AsnSet({ value: [new Sequence({ value: [new ObjectIdentifier({ value: oids[field] }), text] })] })
  })
  return pkijs.RelativeDistinguishedNames.fromBER(new Sequence({ value: parts }).toBER(false))
}

async function finish(certificate: pkijs.Certificate, keys: webcrypto.CryptoKeyPair, signing: webcrypto.CryptoKey, chain: Uint8Array[]): Promise<Keyed> {
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey as CryptoKey)
  certificate.extensions!.push(extension(oids.subjectKey, false, new OctetString({ valueHex: keyId(certificate) })))
  await certificate.sign(signing as CryptoKey, 'SHA-256')
  const key = new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey))
  return { certificate: new Uint8Array(certificate.toSchema(true).toBER(false)), key, chain }
}

/** SHA-1 of the public key's bits: a name for it, not a protection (RFC 5280, 4.2.1.2). */
const keyId = ({ subjectPublicKeyInfo }: pkijs.Certificate): ArrayBuffer =>
  plain(createHash('sha1').update(subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView).digest())

const extension = (extnID: string, critical: boolean, value: { toBER: (sizeOnly: boolean) => ArrayBuffer }) =>
  new pkijs.Extension({ extnID, critical, extnValue: value.toBER(false) })
