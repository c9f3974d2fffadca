// How alliances are kept. Every finder begins at `seenBy`: what a viewer may not see does not exist for them.
import { type Generated, sql, type SqlBool } from 'kysely'
import { organisationsById, whenMerged } from '#domains/organisations/store.ts'
import { organisationsOf, type Viewer } from '#platform/auth/viewer.ts'
import { anyOf, json, type Reading, type Writing } from '#platform/db/database.ts'
import { filedUnder } from '#platform/db/filing.ts'
import type { Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { foldedText, meets } from '#platform/search/words.ts'
import { countsOf, countriesOf } from './member-store.ts'
import type { Alliance, AllianceFile, AllianceFilter, AllianceRow, NamedPost, News, NewStandingRow, Officer, Withheld } from './model.ts'
import { officersOf } from './officer-store.ts'
import { keyset, nameColumn, nextOf } from './pages-of.ts'

export { addStandings, findStanding, holdStanding, listMembers, placesOf, presentStanding, putStanding, removeStanding, standingsOf } from './member-store.ts'
export { addNews, findNews, holdNews, listNews, putNews, removeNews } from './news-store.ts'
export { addNamedPosts, namedPostsAt } from './named-posts.ts'
export { addOfficers, holdOfficers, putOfficer, removeOfficer } from './officer-store.ts'

declare module '#platform/db/database.ts' {
  interface Tables {
    alliance: Alliance
    allianceStanding: NewStandingRow & { suspended: Generated<Withheld[]> }
    allianceOfficer: Officer
    allianceNews: News
    namedPost: NamedPost
  }
}

whenMerged({ table: 'alliance', column: 'organisation_id', key: ['id'] })
whenMerged({ table: 'alliance', column: 'host_id', key: ['id'] })
whenMerged({ table: 'alliance_standing', column: 'organisation_id', key: ['id'], once: [['alliance_id']], where: '$row.until_on is null' })
whenMerged({ table: 'alliance_officer', column: 'organisation_id', key: ['id'] })
whenMerged({ table: 'named_post', column: 'organisation_id', key: ['id'] })

/** Public alliances are seen by everyone; the others by those who hold an office at it, its host, the alliance above, or an organisation standing in it. */
export function seenBy(db: Reading, viewer: Viewer) {
  const alliances = db.selectFrom('alliance').innerJoin('organisation', 'organisation.id', 'alliance.organisationId')
  if (viewer.admin) return alliances
  const houses = organisationsOf(viewer)
  const mine = (column: string) => sql<SqlBool>`${sql.ref(column)} = ${anyOf(houses)}`
  return alliances.where((is) => is.or([
    is('alliance.public', '=', true),
    mine('alliance.organisationId'), mine('alliance.hostId'),
    is('alliance.id', 'in', db.selectFrom('allianceStanding').select('allianceId').where('untilOn', 'is', null).where('standing', '<>', 'left').where(sql<boolean>`not 'access' = any(suspended)`).where('organisationId', '=', anyOf(houses))),
    is('alliance.parentId', 'in', db.selectFrom('alliance as above').select('above.id').where((of) => of.or([of('above.organisationId', '=', anyOf(houses)), of('above.hostId', '=', anyOf(houses))]))),
  ]))
}

type Found = { rows: AllianceRow[]; next: string | null; total: number | null }

export async function listAlliances(db: Reading, viewer: Viewer, filter: AllianceFilter): Promise<Found> {
  const matching = narrowed(db, viewer, filter)
  const byName = filedUnder(nameColumn(filter.locale))
  const key = filter.sort === '-changed' ? sql<string>`alliance.changed_at::text` : byName
  const page = keyset(matching.select('alliance.id').select(key.as('key')), key, 'alliance.id', filter.sort.startsWith('-'), filter)
  const ids = await page.execute()
  const total = filter.after ? null : await matching.select((of) => of.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  const shown = ids.slice(0, filter.limit)
  return { rows: await rowsOf(db, shown.map(({ id }) => id)), next: nextOf(ids, filter.limit), total: total?.n ?? null }
}

function narrowed(db: Reading, viewer: Viewer, filter: AllianceFilter) {
  const standing = db.selectFrom('allianceStanding as s').where('s.untilOn', 'is', null).where('s.standing', '<>', 'left')
  let matching = seenBy(db, viewer)
  if (filter.text) matching = matching.where((is) => is.or([meets('organisation.search', filter.text!), sql<SqlBool>`organisation.search_text %> ${foldedText(filter.text)}`]))
  if (filter.parentId) matching = matching.where('alliance.parentId', '=', filter.parentId)
  if (filter.kind) matching = matching.where('alliance.parentId', filter.kind === 'alliance' ? 'is' : 'is not', null)
  if (filter.public !== undefined) matching = matching.where('alliance.public', '=', filter.public)
  if (filter.organisationId) matching = matching.where('alliance.id', 'in', standing.select('s.allianceId').where('s.organisationId', '=', filter.organisationId))
  if (filter.country?.length) {
    const inCountries = standing.innerJoin('organisation as o', 'o.id', 's.organisationId').where('o.country', 'in', filter.country)
    matching = matching.where('alliance.id', 'in', inCountries.select('s.allianceId'))
  }
  return matching
}

/** Alliances as the list shows them, in the order of the ids. */
export async function rowsOf(db: Reading, ids: Id[]): Promise<AllianceRow[]> {
  const rows = await db.selectFrom('alliance').where('alliance.id', '=', anyOf(ids))
    .leftJoin('alliance as above', 'above.id', 'alliance.parentId').selectAll('alliance').select('above.organisationId as aboveOrganisation')
    .select((of) => [
      of.selectFrom('alliance as below').whereRef('below.parentId', '=', 'alliance.id').select((n) => n.fn.countAll<number>().as('n')).as('subAlliances'),
    ]).execute()
  const counted = await countsOf(db, ids)
  const briefs = await organisationsById(db, rows.flatMap((row) => [row.organisationId, row.hostId, row.aboveOrganisation]))
  const shown = new Map(rows.map(({ id, slug, foundedOn, foundedPrecision, public: open, example, stated, ...row }) => [id, {
    id, slug, foundedOn, foundedPrecision, public: open, example, stated, organisation: found(briefs.get(row.organisationId)),
    host: (row.hostId && briefs.get(row.hostId)) || null,
    parent: row.parentId && row.aboveOrganisation ? { id: row.parentId, organisation: found(briefs.get(row.aboveOrganisation)) } : null,
    members: counted.get(id)?.members ?? 0, countries: counted.get(id)?.countries ?? 0, subAlliances: row.subAlliances ?? 0,
  } satisfies AllianceRow]))
  return ids.flatMap((id) => shown.get(id) ?? [])
}

export async function findAlliance(db: Reading, viewer: Viewer, id: Id): Promise<AllianceFile> {
  return withAll(db, viewer, found(await seenBy(db, viewer).selectAll('alliance').where('alliance.id', '=', id).executeTakeFirst()))
}

export async function findAllianceBySlug(db: Reading, viewer: Viewer, slug: string): Promise<AllianceFile> {
  return withAll(db, viewer, found(await seenBy(db, viewer).selectAll('alliance').where('alliance.slug', '=', slug).executeTakeFirst()))
}

/** The same, held until this transaction ends: two standings given at once must not both be the first. */
export async function holdAlliance(db: Writing, viewer: Viewer, id: Id): Promise<AllianceFile> {
  return withAll(db, viewer, found(await seenBy(db, viewer).selectAll('alliance').where('alliance.id', '=', id).forUpdate('alliance').executeTakeFirst()))
}

async function withAll(db: Reading, viewer: Viewer, alliance: Alliance): Promise<AllianceFile> {
  const above = alliance.parentId
    ? await db.selectFrom('alliance').select(['id', 'slug', 'organisationId', 'hostId']).where('id', '=', alliance.parentId).executeTakeFirst()
    : undefined
  const below = await seenBy(db, viewer).select('alliance.id').where('alliance.parentId', '=', alliance.id).orderBy(filedUnder('organisation.nameEn')).execute()
  const briefs = await organisationsById(db, [alliance.organisationId, alliance.hostId, above?.organisationId ?? null])
  return {
    ...alliance,
    organisation: found(briefs.get(alliance.organisationId)),
    host: (alliance.hostId && briefs.get(alliance.hostId)) || null,
    parent: above ? { ...above, organisation: found(briefs.get(above.organisationId)) } : null,
    subAlliances: await rowsOf(db, below.map(({ id }) => id)),
    officers: await officersOf(db, alliance.id),
    ...(await countriesOf(db, alliance.id)),
  }
}

/** The alliances in which an organisation stands today. */
export async function belongingsOf(db: Reading, viewer: Viewer, organisationId: Id) {
  const standings = await seenBy(db, viewer).innerJoin('allianceStanding as s', 's.allianceId', 'alliance.id')
    .where('s.organisationId', '=', organisationId).where('s.untilOn', 'is', null)
    .select(['alliance.id', 's.standing', 's.fromOn', 's.fromPrecision']).orderBy(filedUnder('organisation.nameEn')).execute()
  const rows = new Map((await rowsOf(db, standings.map(({ id }) => id))).map((row) => [row.id, row]))
  return standings.map(({ id, ...standing }) => ({ alliance: found(rows.get(id)), ...standing }))
}

export const slugIsTaken = async (db: Reading, slug: string, but?: Id): Promise<boolean> =>
  Boolean(await db.selectFrom('alliance').select('id').where('slug', '=', slug).$if(Boolean(but), (q) => q.where('id', '<>', but!)).executeTakeFirst())

export async function addAlliances(db: Writing, alliances: Alliance[]): Promise<void> {
  if (alliances.length) await db.insertInto('alliance').values(alliances.map(written)).execute()
}

export async function putAlliance(db: Writing, { id, ...alliance }: Partial<Alliance> & { id: Id }): Promise<void> {
  await db.updateTable('alliance').set(written(alliance)).where('id', '=', id).execute()
}

function written<T extends Partial<Alliance>>(alliance: T): T {
  const texts = Object.entries(alliance).map(([key, value]) => [key, ['purpose', 'charter', 'stated'].includes(key) ? json(value) : value])
  return Object.fromEntries(texts) as T
}
