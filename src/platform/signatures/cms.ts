// The signature itself as cryptography sees it: CMS SignedData, detached, with the attributes that PAdES B-B asks for
// (ETSI EN 319 142-1, 6.3; RFC 5652; RFC 5035). The signing time stands in the PDF (/M), as PAdES demands, not here.
import { createHash, createPrivateKey, type KeyObject, sign as signBytes } from 'node:crypto'
import { fromBER, Null, ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import * as pkijs from 'pkijs'

/** A private key with its certificate and those above it, each in DER; `stamp`: asks an authority when its signatures were made. */
export type Signer = { key: KeyObject; certificate: Uint8Array; chain: readonly Uint8Array[]; stamp?: ((signature: Uint8Array) => Promise<Uint8Array>) | undefined }

export const signerOf = (pkcs8: Uint8Array, certificate: Uint8Array, chain: readonly Uint8Array[] = [], stamp?: Signer['stamp']): Signer =>
  ({ key: createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' }), certificate, chain, stamp })

const oids = {
  data: '1.2.840.113549.1.7.1', signedData: '1.2.840.113549.1.7.2', contentType: '1.2.840.113549.1.9.3', messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.47', sha256: '2.16.840.1.101.3.4.2.1', stamp: '1.2.840.113549.1.9.16.2.14', rsa: '1.2.840.113549.1.1.11', ecdsa: '1.2.840.10045.4.3.2',
}

/** Signs a SHA-256 of a document's bytes. Gives a CMS ContentInfo in DER; with a stamp of its time (PAdES B-T) where there is an authority for it. */
export async function makeCms({ key, certificate, chain, stamp }: Signer, digest: Uint8Array): Promise<Uint8Array> {
  const own = readCertificate(certificate)
  const attributes = [
    attribute(oids.contentType, new ObjectIdentifier({ value: oids.data })),
    attribute(oids.messageDigest, new OctetString({ valueHex: plain(digest) })),
    attribute(oids.signingCertificate, signingCertificate(own, certificate)),
  ]
  const signed = new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes })
  const toSign = new Uint8Array(signed.toSchema().toBER(false))
  // They are signed as a SET OF, and sent as [0] (RFC 5652, 5.4).
  toSign[0] = 0x31
  const signature = signBytes('sha256', toSign, key)
  const token = await stamp?.(signature)
  const info = new pkijs.SignerInfo({
    version: 1, sid: new pkijs.IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
    digestAlgorithm: sha256(), signedAttrs: signed, signatureAlgorithm: algorithmOf(key),
    signature: new OctetString({ valueHex: plain(signature) }),
    ...(token && { unsignedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 1, attributes: [attribute(oids.stamp, fromBER(plain(token)).result)] }) }),
  })
  const content = new pkijs.SignedData({
    version: 1, encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: oids.data }), digestAlgorithms: [sha256()],
    certificates: [own, ...chain.map(readCertificate)], signerInfos: [info],
  })
  return new Uint8Array(new pkijs.ContentInfo({ contentType: oids.signedData, content: content.toSchema(true) }).toSchema().toBER(false))
}

export const readCertificate = (der: Uint8Array): pkijs.Certificate => pkijs.Certificate.fromBER(plain(der))

const attribute = (type: string, value: object) => new pkijs.Attribute({ type, values: [value] })
const sha256 = () => new pkijs.AlgorithmIdentifier({ algorithmId: oids.sha256, algorithmParams: new Null() })
function algorithmOf(key: KeyObject): pkijs.AlgorithmIdentifier {
  if (key.asymmetricKeyType === 'ec') return new pkijs.AlgorithmIdentifier({ algorithmId: oids.ecdsa })
  if (key.asymmetricKeyType === 'rsa') return new pkijs.AlgorithmIdentifier({ algorithmId: oids.rsa, algorithmParams: new Null() })
  throw new TypeError(`A key of kind ${key.asymmetricKeyType} does not sign.`)
}

/** Which certificate signed, so that no other can be put in its place (RFC 5035, ESSCertIDv2 with SHA-256 as its default). */
function signingCertificate(own: pkijs.Certificate, der: Uint8Array): Sequence {
  const names = new pkijs.GeneralNames({ names: [new pkijs.GeneralName({ type: 4, value: own.issuer })] })
  const serial = new Sequence({ value: [names.toSchema(), own.serialNumber] })
  const id = new Sequence({ value: [new OctetString({ valueHex: plain(createHash('sha256').update(der).digest()) }), serial] })
  return new Sequence({ value: [new Sequence({ value: [id] })] })
}

/** The bytes in a buffer of their own, as pkijs wants them. */
export const plain = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer
