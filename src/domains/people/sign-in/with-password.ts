// Signing in with e-mail and password, and choosing a password.
import { hashPassword, isPassword } from '#platform/auth/passwords.ts'
import { isCommon } from '#platform/auth/weak-passwords.ts'
import type { Doing } from '#platform/http/serve.ts'
import { Invalid, Refused } from '#platform/refusals.ts'
import { beginSession } from './sessions.ts'
import { personByEmail } from './persons.ts'
import { rememberTry, waitsUntil } from './tries.ts'

/** The same answer, after the same time, for a wrong password and for an e-mail nobody has here. */
export async function signIn(at: Doing, given: { email: string; password: string }): Promise<{} | Refused> {
  const attempt = { email: given.email, address: at.visit.address, now: at.now }
  const until = await waitsUntil(at.db, attempt)
  if (until) return new Refused('people.wait-until', { until }, 429)
  const person = await personByEmail(at.db, given.email)
  const right = await isPassword(person?.passwordHash, given.password)
  await rememberTry(at.db, attempt, right)
  if (!person || !right) return new Refused('people.wrong-password', {}, 403)
  await beginSession(at, person.id, 'password')
  return {}
}

export const shortest = 10

/** The hash of a password that was chosen, unless it is one that strangers try first. No rules of composition (NIST SP 800-63B). */
export async function chosenPassword(password: string, { name, email }: { name: string; email: string | null }): Promise<string> {
  if ([...password].length < shortest) throw new Invalid({ password: ['people.password-too-short'] })
  const known = [...name.split(/\s+/), ...(email ?? '').split(/[@.]/), email ?? ''].filter((word) => word.length > 2)
  if (isCommon(password, known)) throw new Invalid({ password: ['people.password-too-common'] })
  return hashPassword(password)
}
