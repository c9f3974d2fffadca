// How organisations are kept and found. Every person who signed in sees them all: they are a register.
import { type RawBuilder, sql } from 'kysely'
import { anyOf, type Database, type Reading, type Writing } from '#platform/db/database.ts'
import { filedUnder } from '#platform/db/filing.ts'
import type { Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import type { Organisation, OrganisationBrief } from './model.ts'
import type { OrganisationRow } from './tables.ts'
import './tables.ts'

export { whenMerged, type Reference } from './references.ts'

export const briefColumns = [
  'id', 'name', 'nameEn', 'nameZh', 'nameRu', 'nameUr', 'country', 'city', 'kind', 'ror', 'status', 'parentId', 'provisional', 'example',
] as const
/** The same as one JSON value, of the table called so in a statement. */
export const briefJson = (of: string): RawBuilder<OrganisationBrief> => sql.raw(`json_build_object(${briefColumns.map((name) => `'${name}', ${of}.${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`).join(', ')})`)
const pageColumns = [
  ...briefColumns, 'nameLang', 'latitude', 'longitude', 'timeZone', 'domain', 'website', 'established', 'source', 'origin',
  'successorId', 'mergedInto', 'changedAt',
] as const
const unitsShown = 200

/** How organisations are mentioned, in no particular order; merged ones under their own id. */
export async function findOrganisationsBrief(db: Reading, ids: readonly Id[]): Promise<OrganisationBrief[]> {
  if (ids.length === 0) return []
  return db.selectFrom('organisation').select(briefColumns).where('id', '=', anyOf(ids)).execute()
}

/** The same by id, for pages that mention many. */
export async function organisationsById(db: Reading, ids: readonly (Id | null)[]): Promise<Map<Id, OrganisationBrief>> {
  const briefs = await findOrganisationsBrief(db, [...new Set(ids.filter((id): id is Id => id !== null))])
  return new Map(briefs.map((brief) => [brief.id, brief]))
}

export async function findByIdentifier(db: Reading, scheme: string, value: string): Promise<OrganisationBrief | undefined> {
  return db.selectFrom('organisation').select(briefColumns).where('id', 'in', (from) => from.selectFrom('organisationIdentifier')
    .select('organisationId').where('scheme', '=', scheme).where('value', '=', value)).where('status', '<>', 'merged').executeTakeFirst()
}

/** Organisations by the ROR identifiers they carry, also those that came along with a merged record. */
export async function findByRors(db: Reading, rors: readonly string[]): Promise<Map<string, OrganisationBrief>> {
  if (rors.length === 0) return new Map()
  const rows = await db.selectFrom('organisationIdentifier').innerJoin('organisation', 'organisation.id', 'organisationIdentifier.organisationId')
    .select(briefColumns).select('value').where('scheme', '=', 'ror').where('value', 'in', rors).where('status', '<>', 'merged').execute()
  return new Map(rows.map(({ value, ...brief }) => [value, brief]))
}

export async function findOrganisation(db: Reading, id: Id): Promise<Organisation> {
  const row = found(await db.selectFrom('organisation').select(pageColumns).where('id', '=', id).executeTakeFirst())
  const [names, identifiers, relations, units] = await Promise.all([namesOf(db, id), identifiersOf(db, id), relationsOf(db, id), unitsOf(db, id)])
  const briefs = await organisationsById(db, [row.parentId, row.successorId, row.mergedInto, ...relations.flatMap(({ fromId, toId }) => [fromId, toId])])
  const brief = (of: Id | null) => (of && briefs.get(of)) || null
  return {
    ...row, names, identifiers, ...units, parent: brief(row.parentId), successor: brief(row.successorId), into: brief(row.mergedInto),
    relations: relations.map(({ kind, fromId, toId }) => ({ kind, from: briefs.get(fromId)!, to: briefs.get(toId)! })),
  }
}

/** A row held until this transaction ends, so that two changes do not cross. */
export async function holdOrganisation(db: Writing, id: Id): Promise<OrganisationRow> {
  return found(await db.selectFrom('organisation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
}

/** Of these ids those that were merged, each with the record that was kept in the end: for texts that name an organisation where no key can follow. */
export async function keptAfterMerges(db: Reading, ids: readonly Id[]): Promise<Map<Id, Id>> {
  const { rows } = await sql<{ id: Id; kept: Id }>`with recursive way as (
      select id, merged_into as kept from organisation where id = any(${[...ids]}::uuid[]) and merged_into is not null
      union all select way.id, o.merged_into from way join organisation o on o.id = way.kept and o.merged_into is not null)
    select way.id, way.kept from way join organisation o on o.id = way.kept where o.merged_into is null`.execute(db as Database)
  return new Map(rows.map(({ id, kept }) => [id, kept]))
}

/** What an organisation is part of, all the way up. */
export async function above(db: Reading, id: Id | null): Promise<Id[]> {
  if (!id) return []
  const rows = await db.withRecursive('up', (query) => query.selectFrom('organisation').select(['id', 'parentId']).where('id', '=', id)
    .union(query.selectFrom('organisation').innerJoin('up', 'up.parentId', 'organisation.id').select(['organisation.id', 'organisation.parentId'])))
    .selectFrom('up').select('id').execute()
  return rows.map((row) => row.id)
}

/** Each organisation with every unit below it: what an office there reaches. */
export async function withUnits(db: Reading, ids: readonly Id[]): Promise<Map<Id, Id[]>> {
  const rows = await db.withRecursive('down', (query) => query.selectFrom('organisation').select(['id as top', 'id']).where('id', '=', anyOf(ids))
    .union(query.selectFrom('organisation').innerJoin('down', 'down.id', 'organisation.parentId').select(['down.top', 'organisation.id'])))
    .selectFrom('down').select(['top', 'id']).execute()
  const reach = new Map<Id, Id[]>()
  for (const { top, id } of rows) reach.set(top, [...(reach.get(top) ?? []), id])
  return reach
}

const namesOf = (db: Reading, id: Id) =>
  db.selectFrom('organisationName').select(['text', 'lang', 'kind', 'source']).where('organisationId', '=', id).orderBy('place').execute()
const identifiersOf = (db: Reading, id: Id) =>
  db.selectFrom('organisationIdentifier').select(['scheme', 'value', 'source']).where('organisationId', '=', id).orderBy('scheme').orderBy('value').execute()
const relationsOf = (db: Reading, id: Id) =>
  db.selectFrom('organisationRelation').select(['kind', 'fromId', 'toId'])
    .where((is) => is.or([is('fromId', '=', id), is.and([is('toId', '=', id), is('kind', '<>', 'part-of')])])).limit(200).execute()

async function unitsOf(db: Reading, id: Id): Promise<{ units: OrganisationBrief[]; unitCount: number }> {
  const children = db.selectFrom('organisation').where('parentId', '=', id).where('status', 'in', ['active', 'inactive'])
  const units = await children.select(briefColumns).orderBy(filedUnder('nameEn')).limit(unitsShown).execute()
  if (units.length < unitsShown) return { units, unitCount: units.length }
  const { count } = await children.select((all) => all.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return { units, unitCount: count }
}
