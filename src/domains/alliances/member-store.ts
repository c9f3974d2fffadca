// How members and their standings are kept.
import { sql, type SqlBool } from 'kysely'
import { briefColumns, organisationsById } from '#domains/organisations/store.ts'
import { anyOf, type Reading, type Writing } from '#platform/db/database.ts'
import { filedUnder } from '#platform/db/filing.ts'
import type { Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { foldedText, meets } from '#platform/search/words.ts'
import type { InCountry, Member, MemberFilter, MemberPlace, NewStandingRow, Standing, StandingKind } from './model.ts'
import { keyset, nameColumn, nextOf } from './pages-of.ts'

/** Who stands in an alliance today; those who left are named only when they are asked for. */
function standingIn(db: Reading, allianceId: Id, { text, country, standing }: Partial<Pick<MemberFilter, 'text' | 'country' | 'standing'>>) {
  let members = db.selectFrom('allianceStanding as s').innerJoin('organisation', 'organisation.id', 's.organisationId')
    .where('s.allianceId', '=', allianceId).where('s.untilOn', 'is', null)
    .where('s.standing', 'in', standing?.length ? standing : ['applicant', 'observer', 'member'])
  if (country?.length) members = members.where('organisation.country', 'in', country)
  if (text) members = members.where((is) => is.or([meets('organisation.search', text), sql<SqlBool>`organisation.search_text %> ${foldedText(text)}`]))
  return members
}

const orders = {
  name: (locale: MemberFilter['locale']) => filedUnder(nameColumn(locale)),
  country: () => sql<string>`coalesce(organisation.country, '~')`,
  since: () => sql<string>`coalesce(s.from_on::text, '')`,
}

type Found = { rows: Member[]; next: string | null; total: number | null }

export async function listMembers(db: Reading, alliance: { id: Id; parentId: Id | null }, filter: MemberFilter): Promise<Found> {
  const matching = standingIn(db, alliance.id, filter)
  const key = orders[filter.sort.replace('-', '') as keyof typeof orders](filter.locale)
  const page = await keyset(matching.select('s.id').select(key.as('key')), key, 's.id', filter.sort.startsWith('-'), filter).execute()
  const total = filter.after ? null : await matching.select((of) => of.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  const rows = await membersShown(db, alliance.parentId, page.slice(0, filter.limit).map(({ id }) => id))
  return { rows, next: nextOf(page, filter.limit), total: total?.n ?? null }
}

/** Standings as the list shows them, in the order of the ids. */
export async function membersShown(db: Reading, parentId: Id | null, standingIds: Id[]): Promise<Member[]> {
  const rows = await db.selectFrom('allianceStanding').selectAll().where('id', '=', anyOf(standingIds)).execute()
  const briefs = await organisationsById(db, rows.map(({ organisationId }) => organisationId))
  // A school is inside when its university is.
  const houses = (id: Id): Id[] => [id, briefs.get(id)?.parentId ?? id]
  const above = parentId ? await membersAmong(db, parentId, rows.flatMap(({ organisationId }) => houses(organisationId))) : undefined
  const shown = new Map(rows.map(({ id, organisationId, standing, fromOn, fromPrecision, source, suspended }) => [id, {
    standingId: id, organisation: found(briefs.get(organisationId)), standing, fromOn, fromPrecision, source, suspended,
    outsideParent: above !== undefined && standing === 'member' && !houses(organisationId).some((house) => above.has(house)),
  } satisfies Member]))
  return standingIds.flatMap((id) => shown.get(id) ?? [])
}

async function membersAmong(db: Reading, allianceId: Id, organisationIds: Id[]): Promise<Set<Id>> {
  const rows = await db.selectFrom('allianceStanding').select('organisationId').where('allianceId', '=', allianceId)
    .where('untilOn', 'is', null).where('standing', '=', 'member').where('organisationId', '=', anyOf(organisationIds)).execute()
  return new Set(rows.map(({ organisationId }) => organisationId))
}

/** How many members each alliance has today, in how many countries. */
export async function countsOf(db: Reading, allianceIds: Id[]): Promise<Map<Id, { members: number; countries: number }>> {
  const rows = await db.selectFrom('allianceStanding as s').innerJoin('organisation as o', 'o.id', 's.organisationId')
    .where('s.allianceId', '=', anyOf(allianceIds)).where('s.untilOn', 'is', null).where('s.standing', '=', 'member').groupBy('s.allianceId')
    .select('s.allianceId').select((of) => [of.fn.countAll<number>().as('members'), of.fn.count<number>('o.country').distinct().as('countries')]).execute()
  return new Map(rows.map(({ allianceId, ...counts }) => [allianceId, counts]))
}

export async function countriesOf(db: Reading, allianceId: Id): Promise<{ counts: Record<StandingKind, number>; countries: InCountry[] }> {
  const rows = await db.selectFrom('allianceStanding as s').innerJoin('organisation as o', 'o.id', 's.organisationId')
    .where('s.allianceId', '=', allianceId).where('s.untilOn', 'is', null).groupBy(['s.standing', 'o.country'])
    .select(['s.standing', 'o.country']).select((of) => of.fn.countAll<number>().as('n')).execute()
  const counts = { applicant: 0, observer: 0, member: 0, left: 0 }
  for (const { standing, n } of rows) counts[standing] += n
  const members = rows.filter(({ standing }) => standing === 'member').map(({ country, n }) => ({ country, members: n }))
  return { counts, countries: members.toSorted((a, b) => b.members - a.members || (a.country ?? '~').localeCompare(b.country ?? '~')) }
}

/** Where the members are, for a map. */
export async function placesOf(db: Reading, allianceId: Id): Promise<MemberPlace[]> {
  const rows = await standingIn(db, allianceId, { standing: ['member'] }).where('organisation.latitude', 'is not', null).where('organisation.longitude', 'is not', null)
    .select(briefColumns.map((name) => `organisation.${name}` as const)).select(['organisation.latitude', 'organisation.longitude']).orderBy('organisation.id').limit(2000).execute()
  return rows as MemberPlace[]
}

export const presentStanding = (db: Reading, allianceId: Id, organisationId: Id): Promise<Standing | undefined> =>
  db.selectFrom('allianceStanding').selectAll().where('allianceId', '=', allianceId).where('organisationId', '=', organisationId).where('untilOn', 'is', null).executeTakeFirst()

export const standingsOf = (db: Reading, allianceId: Id, organisationId: Id): Promise<Standing[]> =>
  db.selectFrom('allianceStanding').selectAll().where('allianceId', '=', allianceId).where('organisationId', '=', organisationId)
    .orderBy(sql`until_on desc nulls first, from_on desc nulls last, id desc`).execute()

export const findStanding = async (db: Reading, allianceId: Id, id: Id): Promise<Standing> =>
  found(await db.selectFrom('allianceStanding').selectAll().where('allianceId', '=', allianceId).where('id', '=', id).executeTakeFirst())

export const holdStanding = async (db: Writing, allianceId: Id, id: Id): Promise<Standing> =>
  found(await db.selectFrom('allianceStanding').selectAll().where('allianceId', '=', allianceId).where('id', '=', id).forUpdate().executeTakeFirst())

export async function addStandings(db: Writing, rows: NewStandingRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 2000) await db.insertInto('allianceStanding').values(rows.slice(from, from + 2000)).execute()
}

export async function putStanding(db: Writing, { id, ...standing }: Partial<Standing> & { id: Id }): Promise<void> {
  await db.updateTable('allianceStanding').set(standing).where('id', '=', id).execute()
}

export async function removeStanding(db: Writing, id: Id): Promise<void> {
  await db.deleteFrom('allianceStanding').where('id', '=', id).execute()
}
