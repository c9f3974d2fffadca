// An authenticator made of software, to test passkeys with: what a phone or a security key does, byte by byte
// (W3C Web Authentication, level 3: 6.1 authenticator data, 6.5 attestation, format «none»).
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

type Question = { challenge: string; rp?: { id?: string }; rpId?: string; user?: { id: string } }

export function testAuthenticator(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credentialId = randomBytes(32)
  const id = credentialId.toString('base64url')
  let counter = 0

  function dataFor(host: string, flags: number, attested = Buffer.alloc(0)): Buffer {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(++counter)
    return Buffer.concat([createHash('sha256').update(host).digest(), Buffer.from([flags]), count, attested])
  }
  const clientData = (type: string, challenge: string, from: string) => Buffer.from(JSON.stringify({ type, challenge, origin: from, crossOrigin: false }))

  return {
    create({ challenge, rp }: Question, from = origin) {
      const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string }
      const key = isoCBOR.encode(new Map<number, number | Uint8Array>([[1, 2], [3, -7], [-1, 1], [-2, new Uint8Array(Buffer.from(x, 'base64url'))], [-3, new Uint8Array(Buffer.from(y, 'base64url'))]]) as never)
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, 32]), credentialId, key])
      const attestation = isoCBOR.encode(new Map<string, unknown>([['fmt', 'none'], ['attStmt', new Map()], ['authData', new Uint8Array(dataFor(rp!.id!, 0x45, attested))]]) as never)
      return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {}, response: {
        clientDataJSON: clientData('webauthn.create', challenge, from).toString('base64url'), attestationObject: Buffer.from(attestation).toString('base64url'), transports: ['internal'],
      } }
    },
    get({ challenge, rpId }: Question, from = origin, flags = 0x05) {
      const [data, client] = [dataFor(rpId!, flags), clientData('webauthn.get', challenge, from)]
      const signature = sign('sha256', Buffer.concat([data, createHash('sha256').update(client).digest()]), privateKey)
      return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {}, response: {
        clientDataJSON: client.toString('base64url'), authenticatorData: data.toString('base64url'), signature: signature.toString('base64url'),
      } }
    },
    rewind: () => { counter = 0 },
  }
}
