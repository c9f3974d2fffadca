// How persons are kept. Every finder begins at `seenBy`: what a viewer may not see does not exist for them.
import { sql } from 'kysely'
import type { Viewer } from '#platform/auth/viewer.ts'
import { organisationsOf } from '#platform/auth/viewer.ts'
import { anyOf, type Reading, type Writing } from '#platform/db/database.ts'
import type { Day, Id, Instant, Page } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import type { Office, PeopleFilter, Person, PersonFile, PersonRow } from './model.ts'
import { isOpen, officesOf } from './offices.ts'
import { publicRoles, seesEmail, seesOffice } from './rules.ts'
import { administratorsOn } from './sign-in/first.ts'
import { hasWayIn } from './sign-in/persons.ts'

type Looking = { db: Reading; viewer: Viewer; today: Day; now: Instant }
type Kept = Person & { joined: boolean; invitedUntil: Instant | null }
const page = 50

export async function listPeople(at: Looking, filter: PeopleFilter): Promise<Page<PersonRow>> {
  const { search, organisationId, role, standing, after } = filter
  const rows = await seenBy(at).where('closedAt', 'is', null).where('name', '<>', '')
    .$if(Boolean(search), (people) => people.where(named(at.viewer, search!)))
    .$if(Boolean(organisationId ?? role), (people) => people.where('id', 'in', holders(at.db, at.today, organisationId, role)))
    .$if(standing === 'joined', (people) => people.where(joined, '=', true))
    .$if(standing === 'invited', (people) => people.where(joined, '=', false).where(invitedUntil, 'is not', null))
    .$if(Boolean(after), (people) => people.where(sql<boolean>`(name, id) > (select name, id from person where id = ${after!})`))
    .orderBy('name').orderBy('id').limit(page + 1).execute()
  const shown = await withOffices(at, rows.slice(0, page), (office) => isOpen(office, at.today))
  return { rows: shown, next: rows.length > page ? shown.at(-1)!.id : null, total: null }
}

export async function findPerson(at: Looking, id: Id): Promise<PersonFile> {
  const person = found(await seenBy(at).where('id', '=', id).executeTakeFirst())
  const [shown] = await withOffices(at, [person], () => true)
  const { source, createdAt, closedAt } = person
  return { ...shown!, source, createdAt, closedAt, lastAdministrator: await isLastAdministrator(at.db, id, at.today) }
}

/** No other administrator could sign in tomorrow. */
export async function isLastAdministrator(db: Reading, id: Id, today: Day): Promise<boolean> {
  const administrators = await administratorsOn(db, today)
  if (!administrators.some((one) => one.id === id)) return false
  for (const other of administrators) if (other.id !== id && await hasWayIn(db, other)) return false
  return true
}

export async function addPerson(db: Writing, person: Person): Promise<void> {
  await db.insertInto('person').values({ ...person, passwordHash: null }).execute()
}

const joined = sql<boolean>`(joined_at is not null or password_hash is not null or exists (select from passkey k where k.person_id = person.id) or exists (select from outside_identity o where o.person_id = person.id))`
const invitedUntil = sql<Instant | null>`(select max(l.expires_at) from sign_in_link l where l.person_id = person.id and l.purpose in ('invitation', 'first') and l.used_at is null)`

/** Oneself; those who speak for an organisation; the others only among those who hold an office at the same one. */
function seenBy({ db, viewer }: Looking) {
  const people = db.selectFrom('person').select(['id', 'name', 'nameNative', 'email', 'locale', 'source', 'example', 'createdAt', 'closedAt', joined.as('joined'), invitedUntil.as('invitedUntil')])
  if (viewer.admin) return people
  if (viewer.offices.length === 0) return people.where('id', '=', viewer.id)
  const known = db.selectFrom('office').select('personId')
    .where((is) => is.or([is('role', 'in', publicRoles), is('organisationId', '=', anyOf(organisationsOf(viewer)))]))
  return people.where((is) => is.or([is('id', '=', viewer.id), is('id', 'in', known)]))
}

/** By name in either script; by e-mail only for those who see every address. */
function named(viewer: Viewer, search: string) {
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  const name = sql<boolean>`(name || ' ' || coalesce(name_native, '')) ilike ${like}`
  return viewer.admin ? sql<boolean>`(${name} or email ilike ${like})` : name
}

function holders(db: Reading, today: Day, organisationId: Id | undefined, role: Office['role'] | undefined) {
  return db.selectFrom('office').select('personId').where('vacatedAt', 'is', null)
    .where((is) => is.or([is('endsOn', 'is', null), is('endsOn', '>=', today)]))
    .$if(Boolean(organisationId), (held) => held.where('organisationId', '=', organisationId!))
    .$if(Boolean(role), (held) => held.where('role', '=', role!))
}

async function withOffices(at: Looking, people: Kept[], wanted: (office: Office) => boolean): Promise<PersonRow[]> {
  const all = await officesOf(at.db, people.map(({ id }) => id))
  return people.map((person) => {
    const own = all.filter(({ personId }) => personId === person.id)
    const sees = seesEmail(at.viewer, { id: person.id, offices: own.filter((office) => isOpen(office, at.today)) })
    const { id, name, nameNative, example } = person
    return {
      id, name, nameNative, example, email: sees ? person.email : null, standing: sees ? standingOf(person, at.now) : null,
      offices: own.filter((office) => wanted(office) && seesOffice(at.viewer, office)),
    }
  })
}

function standingOf({ closedAt, joined, invitedUntil }: Kept, now: Instant): PersonRow['standing'] {
  if (closedAt) return 'closed'
  if (joined) return 'joined'
  if (!invitedUntil) return 'cannot-sign-in'
  return invitedUntil > now ? 'invited' : 'invitation-over'
}
