// Passwords: argon2id with the parameters OWASP recommends (Password Storage Cheat Sheet: 19 MiB, 2 passes, 1 lane).
import { hash, verify } from '@node-rs/argon2'

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Written the same way whatever keyboard made it (RFC 8265: NFC for opaque strings). */
const written = (password: string): string => password.normalize('NFC')

export const hashPassword = (password: string): Promise<string> => hash(written(password), cost)

/** Takes as long when there is nothing to compare with: how long an answer takes must not tell who has an account. */
export async function isPassword(kept: string | null | undefined, given: string): Promise<boolean> {
  const right = await verify(kept ?? await nobodys(), written(given)).catch(() => false)
  return Boolean(kept) && right
}

let dummy: Promise<string> | undefined
const nobodys = (): Promise<string> => (dummy ??= hashPassword(crypto.randomUUID()))
