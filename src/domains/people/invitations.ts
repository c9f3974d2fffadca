// Inviting: a person gets an office and a letter with a link by which they join.
import { record } from '#platform/audit/journal.ts'
import type { Doing } from '#platform/http/serve.ts'
import { translator } from '#platform/i18n/words.ts'
import { type Id, type Locale, newId } from '#platform/kinds.ts'
import { demand, Invalid } from '#platform/refusals.ts'
import { blank, openOffices, putInOffice } from './actions.ts'
import type { NewInvitation, NewOffice, PersonFile } from './model.ts'
import { addPerson, findPerson } from './persons.ts'
import { organisationNameIn } from './places.ts'
import { whyNotGive, whyNotInvite } from './rules.ts'
import { type Installation, sendLink, sendWords } from './sign-in/letters.ts'
import { addLink } from './sign-in/links.ts'
import { hasJoined, holdPerson, personByEmail, putPerson, receiver } from './sign-in/persons.ts'
import type { PersonTable } from './store.ts'

/** Gives the office to whoever has this address here, or to a new person; who has joined before only learns of it. */
export async function invite(at: Doing, home: Installation, { email, name, locale, office }: NewInvitation): Promise<PersonFile> {
  demand(whyNotGive(office, at.viewer))
  const id = (await personByEmail(at.db, email))?.id ?? (await addInvited(at, email, name ?? email.slice(0, email.indexOf('@')), locale))
  const person = await holdPerson(at.db, id)
  await putInOffice(at, id, office)
  if (await hasJoined(at.db, person)) await tell(at, home, person, locale, office)
  else await sendInvitation(at, home, person, locale, office)
  return findPerson(at, id)
}

/** A new letter; also the way to invite a person whom only a source named, by saying where the letter should go. */
export async function inviteAgain(at: Doing, home: Installation, id: Id, { email, locale }: { email?: string | undefined; locale: Locale }): Promise<PersonFile> {
  await findPerson(at, id)
  const offices = await openOffices(at, id)
  demand(whyNotInvite({ offices }, at.viewer))
  const person = await holdPerson(at.db, id)
  demand((await hasJoined(at.db, person)) ? 'people.has-joined' : undefined)
  const to = email ?? person.email
  if (!to) throw new Invalid({ email: ['people.email-is-missing'] })
  await moveTo(at, person, to)
  await sendInvitation(at, home, { ...person, email: to }, locale, offices[0])
  return findPerson(at, id)
}

export async function withdrawInvitation(at: Doing, id: Id): Promise<PersonFile> {
  await findPerson(at, id)
  demand(whyNotInvite({ offices: await openOffices(at, id) }, at.viewer))
  await at.db.deleteFrom('signInLink').where('personId', '=', id).where('purpose', '=', 'invitation').where('usedAt', 'is', null).execute()
  await record(at, { what: 'person.invitation-withdrawn', about: id })
  return findPerson(at, id)
}

async function addInvited(at: Doing, email: string, name: string, locale: Locale): Promise<Id> {
  const closed = await at.db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst()
  demand(closed ? 'people.account-was-closed' : undefined)
  const id = newId()
  await addPerson(at.db, { id, ...blank, name, email, locale, createdAt: at.now })
  await record(at, { what: 'person.added', about: id, data: { name } })
  return id
}

async function moveTo(at: Doing, person: PersonTable, email: string): Promise<void> {
  if (person.email === email) return
  const other = await at.db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst()
  if (other) throw new Invalid({ email: ['people.email-is-taken'] })
  await putPerson(at.db, person.id, { email })
}

async function sendInvitation(at: Doing, home: Installation, person: PersonTable, locale: Locale, office: Pick<NewOffice, 'role' | 'organisationId'> | undefined): Promise<void> {
  const token = await addLink(at.db, person.id, 'invitation', at.now)
  const to = receiver(person, locale)
  await sendLink(at.db, home, to, 'invitation', token, await facts(at, 'invitation', to.locale, office))
  await record(at, { what: 'person.invited', about: person.id, data: { role: office?.role ?? null, organisationId: office?.organisationId ?? null } })
}

async function tell(at: Doing, home: Installation, person: PersonTable, locale: Locale, office: NewOffice): Promise<void> {
  const to = receiver(person, locale)
  await sendWords(at.db, home, to, 'office-given', await facts(at, 'office-given', to.locale, office))
}

async function facts(at: Doing, kind: 'invitation' | 'office-given', locale: Locale, office: Pick<NewOffice, 'role' | 'organisationId'> | undefined): Promise<Record<string, string>> {
  const text = translator(locale)
  const organisation = office?.organisationId ? await organisationNameIn(at.db, office.organisationId, locale) : ''
  const words = office ? text(`people.roles.${office.role}`) : ''
  return { by: at.viewer.name, office: words, place: organisation ? text(`people.letters.${kind}.place`, { office: words, organisation }) : '' }
}
