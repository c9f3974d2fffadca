// Proving once more who one is, before a deed that a browser left open must not be enough for.
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { isPassword } from '#platform/auth/passwords.ts'
import type { Doing } from '#platform/http/serve.ts'
import { found, Refused } from '#platform/refusals.ts'
import { rememberTry, waitsUntil } from './tries.ts'
import { passkeyAnswered } from './with-passkey.ts'

export type Proof = { password?: string | undefined; passkey?: object | undefined }

/** The viewer's own password or passkey. A refusal is given back, not thrown: a wrong try must be remembered. */
export async function proveAgain(at: Doing, { password, passkey }: Proof): Promise<Refused | undefined> {
  if (passkey) {
    const key = await passkeyAnswered(at, passkey as AuthenticationResponseJSON)
    return key.personId === at.viewer.id ? undefined : new Refused('people.passkey-of-another', {}, 403)
  }
  const { email, passwordHash } = found(await at.db.selectFrom('person').select(['email', 'passwordHash']).where('id', '=', at.viewer.id).executeTakeFirst())
  if (!passwordHash) return new Refused('people.nothing-to-prove-with', {}, 403)
  const attempt = { email: email ?? at.viewer.id, address: at.visit.address, now: at.now }
  const until = await waitsUntil(at.db, attempt)
  if (until) return new Refused('people.wait-until', { until }, 429)
  const right = await isPassword(passwordHash, password ?? '')
  await rememberTry(at.db, attempt, right)
  return right ? undefined : new Refused('people.wrong-password', {}, 403)
}
