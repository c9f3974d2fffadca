// Checks one CMS signature over a document's bytes (RFC 5652, 5.4 and 5.6; RFC 5035 for the certificate it names).
import { constants, createHash, createPublicKey, verify, X509Certificate } from 'node:crypto'
import { ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import * as pkijs from 'pkijs'
import { plain } from './cms.ts'
import type { CheckedSignature } from './checked.ts'

/** `value`: of the signature, and `token`: what an authority says about when that value was there. */
export type Verified = { integrity: Exclude<CheckedSignature['integrity'], 'partial'>; certificate: Uint8Array | null; all: Uint8Array[]; statedAt: Date | null; value?: Uint8Array; token?: Uint8Array | null }

const hashes: Record<string, string> = {
  '1.3.14.3.2.26': 'sha1', '2.16.840.1.101.3.4.2.1': 'sha256', '2.16.840.1.101.3.4.2.2': 'sha384', '2.16.840.1.101.3.4.2.3': 'sha512',
}
const types = { contentType: '1.2.840.113549.1.9.3', digest: '1.2.840.113549.1.9.4', time: '1.2.840.113549.1.9.5', certificate: '1.2.840.113549.1.9.16.2.47' }
const pss = '1.2.840.113549.1.1.10'
const unreadable: Verified = { integrity: 'unreadable', certificate: null, all: [], statedAt: null }

/** Takes the CMS in DER and the parts of the document that it covers. `attached`: what it covers stands in it. */
export function verifyCms(cms: Uint8Array, covered: readonly Uint8Array[], attached = false): Verified {
  try {
    const content = pkijs.ContentInfo.fromBER(plain(cms))
    const signed = new pkijs.SignedData({ schema: content.content })
    const [info, second] = signed.signerInfos
    const hash = info && hashes[info.digestAlgorithm.algorithmId]
    if (!info || second || !hash || Boolean(signed.encapContentInfo.eContent) !== attached) return unreadable
    const certificates = (signed.certificates ?? []).filter((one): one is pkijs.Certificate => one instanceof pkijs.Certificate)
    const own = certificates.find((one) => isNamed(info.sid, one))
    if (!own) return { ...unreadable, integrity: 'forged' }
    const [certificate, ...all] = [own, ...certificates].map((one) => new Uint8Array(one.toSchema().toBER(false)))
    return { integrity: integrityOf(info, hash, certificate!, covered), certificate: certificate!, all, statedAt: timeIn(info), value: new Uint8Array(info.signature.valueBlock.valueHexView), token: tokenIn(info) }
  } catch {
    return unreadable
  }
}

function integrityOf(info: pkijs.SignerInfo, hash: string, certificate: Uint8Array, covered: readonly Uint8Array[]): Verified['integrity'] {
  const digest = covered.reduce((so, part) => so.update(part), createHash(hash)).digest()
  if (!info.signedAttrs) return signatureHolds(info, hash, certificate, Buffer.concat(covered)) ? 'valid' : 'changed'
  const attributes = Buffer.from(info.signedAttrs.encodedValue)
  attributes[0] = 0x31
  if (!signatureHolds(info, hash, certificate, attributes) || !namesItself(info, certificate)) return 'forged'
  const stated = bytesOf(attribute(info, types.digest))
  return stated && digest.equals(stated) ? 'valid' : 'changed'
}

function signatureHolds(info: pkijs.SignerInfo, hash: string, certificate: Uint8Array, bytes: Uint8Array): boolean {
  const key = createPublicKey(new X509Certificate(certificate).publicKey.export({ format: 'pem', type: 'spki' }))
  const padding = info.signatureAlgorithm.algorithmId === pss ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO } : {}
  return verify(hash, bytes, { key, ...padding }, Buffer.from(info.signature.valueBlock.valueHexView))
}

/** A signature that names its certificate by hash holds for no other. */
function namesItself(info: pkijs.SignerInfo, certificate: Uint8Array): boolean {
  const named = attribute(info, types.certificate)
  const first = inside(inside(inside(named)[0])[0])
  if (named === undefined) return true
  const stated = first.find((one) => one instanceof OctetString)
  const algorithm = inside(first.find((one) => one instanceof Sequence && inside(one)[0] instanceof ObjectIdentifier))[0]
  // SHA-256 is the default, and then not written (RFC 5035, 4).
  const hash = first[0] instanceof OctetString ? 'sha256' : algorithm instanceof ObjectIdentifier ? hashes[algorithm.getValue()] : undefined
  return Boolean(hash && stated && createHash(hash).update(certificate).digest().equals(Buffer.from(stated.valueBlock.valueHexView)))
}

const inside = (node: unknown): unknown[] => (node instanceof Sequence ? node.valueBlock.value : [])
const bytesOf = (node: unknown) => (node as { valueBlock?: { valueHexView?: Uint8Array } } | undefined)?.valueBlock?.valueHexView
const attribute = (info: pkijs.SignerInfo, type: string): unknown => info.signedAttrs?.attributes.find((one) => one.type === type)?.values[0]

function timeIn(info: pkijs.SignerInfo): Date | null {
  const time = attribute(info, types.time) as { toDate?: () => Date } | undefined
  return time?.toDate?.() ?? null
}

const stampToken = '1.2.840.113549.1.9.16.2.14'
function tokenIn(info: pkijs.SignerInfo): Uint8Array | null {
  const token = info.unsignedAttrs?.attributes.find(({ type }) => type === stampToken)?.values[0] as { toBER: (sizeOnly: boolean) => ArrayBuffer } | undefined
  return token ? new Uint8Array(token.toBER(false)) : null
}

function isNamed(sid: unknown, certificate: pkijs.Certificate): boolean {
  if (sid instanceof pkijs.IssuerAndSerialNumber) return sid.issuer.isEqual(certificate.issuer) && sid.serialNumber.isEqual(certificate.serialNumber)
  const key = certificate.extensions?.find(({ extnID }) => extnID === '2.5.29.14')?.extnValue.valueBlock.valueHexView
  const stated = bytesOf(sid)
  return Boolean(key && stated && Buffer.from(key).subarray(2).equals(stated))
}
