// How officers are kept: a person, a post, a term as far as it is known.
import { organisationsById } from '#domains/organisations/store.ts'
import type {} from '#domains/people/store.ts'
import type { Reading, Writing } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { type Officer, type OfficerShown, posts } from './model.ts'

export async function officersOf(db: Reading, allianceId: Id): Promise<OfficerShown[]> {
  const rows = await db.selectFrom('allianceOfficer as f').innerJoin('person', 'person.id', 'f.personId').where('f.allianceId', '=', allianceId)
    .selectAll('f').select(['person.name as personName', 'person.nameNative as personNameNative']).orderBy('f.fromOn', 'desc').orderBy('f.id').execute()
  const briefs = await organisationsById(db, rows.map(({ organisationId }) => organisationId))
  return rows.map((row) => ({ ...row, organisation: (row.organisationId && briefs.get(row.organisationId)) || null }))
    .toSorted((a, b) => posts.indexOf(a.post) - posts.indexOf(b.post))
}

export const holdOfficers = (db: Writing, allianceId: Id): Promise<Officer[]> =>
  db.selectFrom('allianceOfficer').selectAll().where('allianceId', '=', allianceId).forUpdate().execute()

export async function addOfficers(db: Writing, officers: Officer[]): Promise<void> {
  if (officers.length) await db.insertInto('allianceOfficer').values(officers).execute()
}

export async function putOfficer(db: Writing, { id, ...officer }: Partial<Officer> & { id: Id }): Promise<void> {
  await db.updateTable('allianceOfficer').set(officer).where('id', '=', id).execute()
}

export async function removeOfficer(db: Writing, id: Id): Promise<void> {
  await db.deleteFrom('allianceOfficer').where('id', '=', id).execute()
}
