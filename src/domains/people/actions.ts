// The verbs of persons and offices. Each is one transaction: hold it, ask the rules, change it, write it in the journal.
import { record, recordBeginnings } from '#platform/audit/journal.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Day, type Id, newId } from '#platform/kinds.ts'
import { demand, Invalid } from '#platform/refusals.ts'
import type { NewOffice, Office, Person, PersonFile } from './model.ts'
import { addOffice, holdOffice, isOpen, officesOf, putOffice } from './offices.ts'
import { addPerson, findPerson, isLastAdministrator } from './persons.ts'
import { organisationExists } from './places.ts'
import { whyNotClose, whyNotEdit, whyNotGive, whyNotOffice } from './rules.ts'
import { dropLinks } from './sign-in/links.ts'
import { holdPerson, putPerson } from './sign-in/persons.ts'
import { endSessions } from './sign-in/sessions.ts'

export { proveAgain } from './sign-in/prove.ts'

type Named = Pick<Person, 'name' | 'nameNative'> & { source?: string | null; example?: boolean }

/** Persons whom a source names: they hold what the caller gives them, and sign in only once somebody invites them. */
export async function addPersons(at: Pick<Doing, 'db' | 'viewer' | 'now'>, named: Named[]): Promise<Id[]> {
  const persons = named.map((each) => ({ id: newId(), ...blank, ...each, createdAt: at.now }))
  for (const person of persons) await addPerson(at.db, person)
  await recordBeginnings(at, persons.map(({ id, name, source }) => ({ what: 'person.added', about: id, data: { name, source } })))
  return persons.map(({ id }) => id)
}

export const blank = { nameNative: null, email: null, locale: null, source: null, example: false, closedAt: null }

export async function addHolder(at: Doing, { office, ...named }: Named & { office: NewOffice }): Promise<PersonFile> {
  const [id] = await addPersons(at, [named])
  await putInOffice(at, id!, office)
  return findPerson(at, id!)
}

export async function rename(at: Doing, id: Id, names: Pick<Person, 'name' | 'nameNative'>): Promise<PersonFile> {
  const before = await findPerson(at, id)
  demand(whyNotEdit({ id, offices: await openOffices(at, id) }, at.viewer))
  await putPerson(at.db, id, names)
  await record(at, { what: 'person.changed', about: id, data: { before: { name: before.name, nameNative: before.nameNative }, ...names } })
  return findPerson(at, id)
}

export async function giveOffice(at: Doing, id: Id, office: NewOffice): Promise<PersonFile> {
  await findPerson(at, id)
  await holdPerson(at.db, id)
  await putInOffice(at, id, office)
  return findPerson(at, id)
}

/** Gives the office, if the viewer may and the person does not hold the same one already. */
export async function putInOffice(at: Doing, personId: Id, { role, organisationId, title, startsOn = at.today, endsOn }: NewOffice): Promise<Id> {
  demand(whyNotGive({ role, organisationId }, at.viewer))
  if (organisationId && !(await organisationExists(at.db, organisationId))) throw new Invalid({ organisationId: ['people.no-such-organisation'] })
  if (endsOn && endsOn < startsOn) throw new Invalid({ endsOn: ['people.ends-before-it-starts'] })
  const held = await openOffices(at, personId)
  demand(held.some((office) => office.role === role && office.organisationId === organisationId) ? 'people.already-holds' : undefined)
  const id = newId()
  await addOffice(at.db, { id, personId, role, organisationId, title, startsOn, endsOn, givenBy: at.viewer.id, source: null, example: false })
  await record(at, { what: 'office.given', about: personId, data: { officeId: id, role, organisationId, title, startsOn, endsOn } })
  return id
}

export async function changeOffice(at: Doing, id: Id, term: Pick<Office, 'title' | 'startsOn' | 'endsOn'>): Promise<Office> {
  const office = await knownOffice(at, id)
  demand(whyNotOffice('change', office, at.viewer, { today: at.today, lastAdministrator: term.endsOn !== null && await isLastAdministrator(at.db, office.personId, at.today) }))
  await putOffice(at.db, id, term)
  const { title, startsOn, endsOn } = office
  await record(at, { what: 'office.changed', about: office.personId, data: { officeId: id, role: office.role, before: { title, startsOn, endsOn }, ...term } })
  return holdOffice(at.db, id)
}

/** Ends it on a day that is named; otherwise at once, and from this moment it gives no right. */
export async function endOffice(at: Doing, id: Id, on: Day | null): Promise<Office> {
  const office = await knownOffice(at, id)
  demand(whyNotOffice('end', office, at.viewer, { today: at.today, lastAdministrator: await isLastAdministrator(at.db, office.personId, at.today) }))
  if (on && (on < office.startsOn || on < at.today)) throw new Invalid({ on: ['people.ends-before-it-starts'] })
  const endsOn = on ?? (at.today < office.startsOn ? office.startsOn : at.today)
  await putOffice(at.db, id, { endsOn, vacatedAt: on ? null : at.now })
  await record(at, { what: 'office.ended', about: office.personId, data: { officeId: id, role: office.role, organisationId: office.organisationId, on: endsOn, atOnce: !on } })
  return holdOffice(at.db, id)
}

export async function closeAccount(at: Doing, id: Id): Promise<PersonFile> {
  demand(whyNotClose(await findPerson(at, id), at.viewer))
  for (const office of await openOffices(at, id)) await endOffice(at, office.id, null)
  await endSessions(at.db, id)
  await dropLinks(at.db, id)
  await putPerson(at.db, id, { closedAt: at.now })
  await record(at, { what: 'person.closed', about: id })
  return findPerson(at, id)
}

export const openOffices = async ({ db, today }: Pick<Doing, 'db' | 'today'>, id: Id): Promise<Office[]> =>
  (await officesOf(db, [id])).filter((office) => isOpen(office, today))

/** An office of a person this viewer may know. */
async function knownOffice(at: Doing, id: Id): Promise<Office> {
  const office = await holdOffice(at.db, id)
  await findPerson(at, office.personId)
  return office
}
