// What people do with their own account.
import { record } from '#platform/audit/journal.ts'
import { isPassword } from '#platform/auth/passwords.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Doing, Looking } from '#platform/http/serve.ts'
import type { Id } from '#platform/kinds.ts'
import { demand, found, Refused } from '#platform/refusals.ts'
import { rememberTry, waitsUntil } from '../sign-in/tries.ts'
import { heldOffices } from '../offices.ts'
import type { Profile } from '../model.ts'
import { whyNotAct, whyNotRemovePasskey } from '../rules.ts'
import { type Installation, sendWords } from '../sign-in/letters.ts'
import { dropLinks } from '../sign-in/links.ts'
import { holdPerson, putPerson, receiver } from '../sign-in/persons.ts'
import { endSessions, putActing } from '../sign-in/sessions.ts'
import { acceptPasskey, type PasskeyAnswer } from '../sign-in/with-passkey.ts'
import { chosenPassword } from '../sign-in/with-password.ts'

type Names = Pick<Profile, 'name' | 'nameNative' | 'locale'>

export async function profileOf({ db, viewer, today }: Pick<Looking, 'db' | 'viewer' | 'today'>): Promise<Profile> {
  const { passwordHash, ...person } = found(await db.selectFrom('person').select(['id', 'name', 'nameNative', 'email', 'locale', 'passwordHash']).where('id', '=', viewer.id).executeTakeFirst())
  const providers = await db.selectFrom('outsideIdentity').select('issuer').where('personId', '=', viewer.id).execute()
  return {
    ...person, hasPassword: Boolean(passwordHash), passkeys: await passkeysOf(db, viewer.id), providers: providers.map(({ issuer }) => issuer),
    offices: await heldOffices(db, viewer.id, today), acting: viewer.acting,
  }
}

export async function changeProfile(at: Doing, names: Names): Promise<Profile> {
  const before = await holdPerson(at.db, at.viewer.id)
  await putPerson(at.db, at.viewer.id, names)
  await record(at, { what: 'person.changed', about: at.viewer.id, data: { before: { name: before.name, nameNative: before.nameNative }, ...names } })
  return profileOf(at)
}

/** In whose name one acts, until one chooses again: the journal notes the office with every deed. */
export async function act(at: Doing, officeId: Id): Promise<Viewer> {
  demand(whyNotAct(officeId, at.viewer))
  await putActing(at.db, at.visit.session!, officeId)
  return { ...at.viewer, acting: officeId }
}

/** The old password is asked for when there is one: a browser left open must not be enough to take the account. */
export async function setPassword(at: Doing, home: Installation, given: { current: string | null; password: string }): Promise<{} | Refused> {
  const person = await holdPerson(at.db, at.viewer.id)
  const refused = person.passwordHash ? await wrongPassword(at, person.passwordHash, given.current ?? '') : undefined
  if (refused) return refused
  await putPerson(at.db, person.id, { passwordHash: await chosenPassword(given.password, person) })
  await endSessions(at.db, person.id, at.visit.session)
  await dropLinks(at.db, person.id)
  if (person.email) await sendWords(at.db, home, receiver(person), 'password-changed')
  await record(at, { what: 'person.password-changed', about: person.id })
  return {}
}

async function wrongPassword(at: Doing, kept: string, given: string): Promise<Refused | undefined> {
  const attempt = { email: `password of ${at.viewer.id}`, address: at.visit.address, now: at.now }
  const until = await waitsUntil(at.db, attempt)
  if (until) return new Refused('people.wait-until', { until }, 429)
  const right = await isPassword(kept, given)
  await rememberTry(at.db, attempt, right)
  return right ? undefined : new Refused('people.wrong-current-password')
}

export const passkeysOf = (db: Reading, personId: Id) =>
  db.selectFrom('passkey').select(['id', 'name', 'createdAt', 'usedAt']).where('personId', '=', personId).orderBy('id').execute()

export async function addPasskey(at: Doing, home: Installation, answer: PasskeyAnswer) {
  const person = await holdPerson(at.db, at.viewer.id)
  await acceptPasskey(at, person.id, answer)
  if (person.email) await sendWords(at.db, home, receiver(person), 'passkey-added', { passkey: answer.name })
  await record(at, { what: 'person.passkey-added', about: person.id, data: { name: answer.name } })
  return passkeysOf(at.db, person.id)
}

export async function removePasskey(at: Doing, home: Installation, id: Id) {
  const person = await holdPerson(at.db, at.viewer.id)
  const keys = await passkeysOf(at.db, person.id)
  const key = found(keys.find((one) => one.id === id))
  demand(whyNotRemovePasskey({ passkeys: keys.length, hasPassword: Boolean(person.passwordHash), lettersLeave: Boolean(home.post.smtp && person.email) }))
  await at.db.deleteFrom('passkey').where('id', '=', id).execute()
  await record(at, { what: 'person.passkey-removed', about: person.id, data: { name: key.name } })
  return keys.filter((one) => one.id !== id)
}
