// How a message that leaves the house is signed, as https://www.standardwebhooks.com says: HMAC-SHA256 over its id, the moment and the bytes.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const beginning = 'whsec_'

export const newSecret = (): Buffer => randomBytes(32)
/** As it is shown once, and given to the libraries that check signatures. */
export const secretText = (secret: Uint8Array): string => `${beginning}${Buffer.from(secret).toString('base64')}`

const signatureOf = (secret: Uint8Array, id: string, seconds: number, body: string): string =>
  `v1,${createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('base64')}`

/** The three headers. While one secret follows another both sign. */
export const signedHeaders = (secrets: readonly Uint8Array[], id: string, seconds: number, body: string) => ({
  'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': secrets.map((secret) => signatureOf(secret, id, seconds, body)).join(' '),
})

/** What a receiver does: one of the signatures must be by this secret, and the moment not long ago. */
export function isSigned(secret: string, headers: Record<string, string | string[] | undefined>, body: string, now: number, tolerance = 300): boolean {
  const seconds = Number(headers['webhook-timestamp'])
  if (!Number.isInteger(seconds) || Math.abs(now / 1000 - seconds) > tolerance) return false
  const expected = Buffer.from(signatureOf(Buffer.from(secret.slice(beginning.length), 'base64'), String(headers['webhook-id']), seconds, body))
  return String(headers['webhook-signature']).split(' ').map((one) => Buffer.from(one)).some((one) => one.length === expected.length && timingSafeEqual(one, expected))
}
