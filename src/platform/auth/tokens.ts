// Secrets that leave the house: 256 random bits. Only their SHA-256 is kept, so a stolen copy of the database opens no door.
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

export const newToken = (): string => randomBytes(32).toString('base64url')

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** What a change must bring along: it follows from the session's token, which a page cannot read, and does not reveal it. */
export const csrfOf = (token: string): string => createHmac('sha256', token).update('csrf').digest('base64url')

export function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(hashOf(one)), Buffer.from(hashOf(other))]
  return timingSafeEqual(a, b)
}
