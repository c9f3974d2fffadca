// Signing in by a letter: asking for one, looking at it, and using it by a press of a button. Programs that read mail
// open every link in it; opening therefore does nothing.
import { setTimeout as sleep } from 'node:timers/promises'
import { record } from '#platform/audit/journal.ts'
import type { Doing, Looking } from '#platform/http/serve.ts'
import type { Locale } from '#platform/kinds.ts'
import { Invalid } from '#platform/refusals.ts'
import { heldOffices } from '../offices.ts'
import type { LinkFile } from '../model.ts'
import type { PersonTable } from '../store.ts'
import { type Installation, sendLink, sendWords } from './letters.ts'
import { addLink, dropLinks, linksSince, openLink, useUpLink } from './links.ts'
import { hasJoined, holdPerson, personByEmail, putPerson, receiver } from './persons.ts'
import { beginSession, endSessions } from './sessions.ts'
import { acceptPasskey, askForNewPasskey, type PasskeyAnswer } from './with-passkey.ts'
import { chosenPassword } from './with-password.ts'

const lettersAnHour = 5
const answersAfter = 150

/** One answer, after one time, whoever is asked for. */
export async function askForLetter(at: Doing, home: Installation, { email, purpose, locale }: { email: string; purpose: 'link' | 'reset'; locale: Locale }): Promise<{}> {
  const answer = sleep(answersAfter)
  const person = await personByEmail(at.db, email)
  if (person && (await linksSince(at.db, person.id, hourBefore(at.now))) < lettersAnHour) {
    await sendLink(at.db, home, receiver(person, locale), purpose, await addLink(at.db, person.id, purpose, at.now))
  }
  await answer
  return {}
}

export async function lookAtLink(at: Looking, token: string): Promise<LinkFile> {
  const link = await openLink(at.db, token, at.now)
  const { name, email } = await at.db.selectFrom('person').select(['name', 'email']).where('id', '=', link.personId).executeTakeFirstOrThrow()
  return { purpose: link.purpose, expiresAt: link.expiresAt, name, email, offices: await heldOffices(at.db, link.personId, at.today) }
}

export type LinkUse = { token: string; name?: string | undefined; email?: string | undefined; password?: string | undefined; passkey?: PasskeyAnswer | undefined; locale: Locale }

/** Uses a link: it signs in, sets the new password, or lets a person join under a name and a secret of their own. */
export async function takeLink(at: Doing, home: Installation, use: LinkUse): Promise<{}> {
  const link = await useUpLink(at.db, use.token, at.now)
  const person = await holdPerson(at.db, link.personId)
  if (link.purpose === 'reset') await reset(at, home, person, use)
  else if (link.purpose !== 'link') await join(at, person, use, link.purpose)
  else if (!(await hasJoined(at.db, person))) await record(as(at, person), { what: 'person.joined', about: person.id, data: { by: 'link' } })
  await beginSession(at, person.id, link.purpose === 'link' ? 'link' : 'invitation')
  return {}
}

/** What a browser needs to make a passkey for the person who is about to join. */
export async function askPasskeyForLink(at: Doing, home: Installation, { token, name, email }: { token: string; name: string; email?: string | undefined }): Promise<object> {
  const link = await openLink(at.db, token, at.now)
  const person = await holdPerson(at.db, link.personId)
  return askForNewPasskey(at, { id: person.id, name, email: person.email ?? email ?? null }, home.name)
}

/** A new password ends every session and every other letter: whoever had the old one is out. */
async function reset(at: Doing, home: Installation, person: PersonTable, { password = '' }: LinkUse): Promise<void> {
  await putPerson(at.db, person.id, { passwordHash: await chosenPassword(password, person) })
  await endSessions(at.db, person.id)
  await dropLinks(at.db, person.id)
  await sendWords(at.db, home, receiver(person), 'password-changed')
  await record(as(at, person), { what: 'person.password-changed', about: person.id })
}

async function join(at: Doing, person: PersonTable, use: LinkUse, purpose: 'first' | 'invitation'): Promise<void> {
  const name = use.name ?? person.name
  if (!name) throw new Invalid({ name: ['people.name-is-missing'] })
  const email = purpose === 'first' ? use.email ?? person.email : person.email
  if (!email) throw new Invalid({ email: ['people.not-an-email'] })
  const other = await personByEmail(at.db, email)
  if (other && other.id !== person.id) throw new Invalid({ email: ['people.email-is-taken'] })
  const passwordHash = use.passkey ? person.passwordHash : await chosenPassword(use.password ?? '', { name, email })
  if (use.passkey) await acceptPasskey(at, person.id, use.passkey)
  await putPerson(at.db, person.id, { name, email, passwordHash, locale: use.locale })
  await dropLinks(at.db, person.id)
  await record(as(at, { id: person.id, name }), { what: 'person.joined', about: person.id, data: { by: use.passkey ? 'passkey' : 'password' } })
}

/** A deed of the person who is just coming in. */
const as = (at: Doing, { id, name }: { id: string; name: string }): Doing => ({ ...at, viewer: { ...at.viewer, id, name, acting: null } })

const hourBefore = (now: string): string => new Date(Date.parse(now) - 3_600_000).toISOString()
