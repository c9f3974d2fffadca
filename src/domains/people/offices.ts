// How offices are kept.
import { organisationsById } from '#domains/organisations/store.ts'
import { anyOf, type Reading, type Writing } from '#platform/db/database.ts'
import type { Day, Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { forgetIdentities } from './sign-in/identify.ts'
import type { Office } from './model.ts'
import type { OfficeTable } from './store.ts'

type NewOffice = Omit<OfficeTable, 'vacatedAt'>

const offices = (db: Reading) => db.selectFrom('office')
  .select(['id', 'personId', 'role', 'organisationId', 'title', 'startsOn', 'endsOn', 'vacatedAt', 'source', 'example'])

/** Every office these persons hold, held, or will hold; the newest first. */
export const officesOf = async (db: Reading, personIds: Id[]): Promise<Office[]> =>
  placed(db, await offices(db).where('personId', '=', anyOf(personIds)).orderBy('startsOn', 'desc').orderBy('id', 'desc').execute())

/** Not over: held today, or to be held. */
export const isOpen = (office: Pick<Office, 'vacatedAt' | 'endsOn'>, today: Day): boolean => !office.vacatedAt && (office.endsOn === null || office.endsOn >= today)

export const heldOffices = async (db: Reading, personId: Id, today: Day): Promise<Office[]> =>
  (await officesOf(db, [personId])).filter((office) => isOpen(office, today) && office.startsOn <= today).reverse()

export const holdOffice = async (db: Writing, id: Id): Promise<Office> =>
  (await placed(db, [found(await offices(db).where('id', '=', id).forUpdate().executeTakeFirst())]))[0]!

async function placed(db: Reading, rows: Omit<Office, 'organisation'>[]): Promise<Office[]> {
  const organisations = await organisationsById(db, rows.map(({ organisationId }) => organisationId))
  return rows.map((row) => ({ ...row, organisation: (row.organisationId && organisations.get(row.organisationId)) || null }))
}

export async function addOffice(db: Writing, office: NewOffice): Promise<void> {
  await db.insertInto('office').values(office).execute()
  forgetIdentities()
}

export async function putOffice(db: Writing, id: Id, change: Partial<Pick<Office, 'title' | 'startsOn' | 'endsOn' | 'vacatedAt'>>): Promise<void> {
  await db.updateTable('office').set(change).where('id', '=', id).execute()
  forgetIdentities()
}
