// The first administrator: until there is one who can sign in, every start of Pamir prints a one-time link that makes one.
import { record } from '#platform/audit/journal.ts'
import { house } from '#platform/auth/viewer.ts'
import type { Database, Reading, Writing } from '#platform/db/database.ts'
import { type Id, type Instant, newId } from '#platform/kinds.ts'
import { addressOf, addLink } from './links.ts'
import { hasWayIn } from './persons.ts'
import type { PersonTable } from '../store.ts'

/** The one-time address for the first administrator, or nothing when there is one who can sign in. */
export async function firstLink(db: Database, publicUrl: string, now: Instant = new Date().toISOString()): Promise<string | undefined> {
  return db.transaction().execute(async (tx) => {
    const administrators = await administratorsOn(tx, now.slice(0, 10))
    for (const one of administrators) if (await hasWayIn(tx, one)) return undefined
    const id = administrators[0]?.id ?? await addAdministrator(tx, now)
    return addressOf(publicUrl, 'first', await addLink(tx, id, 'first', now))
  })
}

/** A new link for an administrator who is locked out: the one with this e-mail, or the one who has been it longest. */
export async function linkForAdministrator(db: Database, publicUrl: string, email?: string): Promise<string | undefined> {
  const first = await firstLink(db, publicUrl)
  if (first) return first
  return db.transaction().execute(async (tx) => {
    const now = new Date().toISOString()
    const administrators = await administratorsOn(tx, now.slice(0, 10))
    const one = email ? administrators.find((each) => each.email === email.toLowerCase()) : administrators[0]
    return one && addressOf(publicUrl, 'reset', await addLink(tx, one.id, 'reset', now))
  })
}

export async function administratorsOn(db: Reading, today: string): Promise<PersonTable[]> {
  return db.selectFrom('person').innerJoin('office', 'office.personId', 'person.id').selectAll('person')
    .where('role', '=', 'administrator').where('closedAt', 'is', null).where('startsOn', '<=', today).where('vacatedAt', 'is', null)
    .where((is) => is.or([is('endsOn', 'is', null), is('endsOn', '>=', today)])).orderBy('office.startsOn').orderBy('office.id').execute()
}

/** Nameless until the link is used: who it is, they say themselves. */
async function addAdministrator(db: Writing, now: Instant): Promise<Id> {
  const id = newId()
  await db.insertInto('person').values({
    id, name: '', nameNative: null, email: null, locale: null, passwordHash: null, source: null, example: false, createdAt: now, closedAt: null,
  }).execute()
  await db.insertInto('office').values({
    id: newId(), personId: id, role: 'administrator', organisationId: null, title: null, startsOn: now.slice(0, 10), endsOn: null, givenBy: house.id, source: null, example: false,
  }).execute()
  await record({ db, viewer: house, now }, { what: 'office.given', about: id, data: { role: 'administrator', organisationId: null } })
  return id
}
