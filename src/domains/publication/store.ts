// Reads what is public, as someone who has not signed in: the same finders, the same doors as for everyone.
import { findAllianceBySlug, findNews, listAlliances, listMembers, listNews } from '#domains/alliances/store.ts'
import { type AllianceFile, AllianceFilter, type AllianceRow, MemberFilter, type News } from '#domains/alliances/model.ts'
import { rulesOf } from '#domains/memberships/rule-store.ts'
import { listCeremonies } from '#domains/signing/ceremony-store.ts'
import { publishedAnnuals } from '#domains/reports/annual-store.ts'
import { stranger } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Id, Instant, Locale } from '#platform/kinds.ts'
import { publicAgreements } from './agreements-store.ts'
import type { AgreementsData, AllianceData, AllianceHead, FrontData, MembersData, NewsData, NewsItemData, PublicAlliance, PublicNews } from './model.ts'
import { asPublic, type Known, publicOrganisations } from './names-store.ts'

export { organisationData } from './organisation-store.ts'

/** Members that fit on one page well under its weight. */
const membersShown = 200
const alliancePath = (slug: string) => `/a/${slug}`

export async function frontData(db: Reading, locale: Locale): Promise<FrontData> {
  const { rows } = await listAlliances(db, stranger, AllianceFilter.parse({ public: true, kind: 'alliance', locale, limit: 100 }))
  const known = await publicOrganisations(db, rows.map(({ organisation }) => organisation.id))
  const news = await db.selectFrom('allianceNews as n').leftJoin('alliance as a', 'a.id', 'n.allianceId').where('n.public', '=', true)
    .where((is) => is.or([is('a.public', '=', true), is('n.allianceId', 'is', null)])).where('n.onDay', 'is not', null)
    .selectAll('n').select('a.slug').orderBy('n.onDay', 'desc').orderBy('n.id').limit(6).execute()
  return { alliances: rows.map((row) => allianceFrom(row, known)), news: news.map(({ slug, ...item }) => newsFrom(item, slug)), places: await placesOf(db, undefined, locale) }
}

export async function allianceData(db: Reading, slug: string, now: Instant): Promise<AllianceData> {
  const file = await findAllianceBySlug(db, stranger, slug)
  const known = await publicOrganisations(db, [file.organisationId, file.hostId, file.parent?.organisationId ?? null,
    ...file.officers.map(({ organisationId }) => organisationId), ...file.subAlliances.map(({ organisation }) => organisation.id)])
  const above = file.parent && await isPublic(db, file.parent.id) ? { path: alliancePath(file.parent.slug), names: asPublic(known, file.parent.organisationId).names } : null
  const { inForce, unclear } = await publicAgreements(db, { alliance: file.id }, now)
  const [news, ceremonies, reports] = [await listNews(db, file.id, { limit: 5 }, true), await listCeremonies(db, stranger, { alliance: file.id }), await publishedAnnuals(db, file.id)]
  return {
    ...headOf(file, known), above, host: file.hostId ? asPublic(known, file.hostId) : null, foundedOn: file.foundedOn, foundedPrecision: file.foundedPrecision,
    purpose: file.purpose, charter: file.charter, stated: file.stated, recorded: { members: file.counts.member, countries: file.countries.filter(({ country }) => country).length },
    officers: file.officers.filter(({ untilOn }) => !untilOn || untilOn >= now.slice(0, 10)).map((officer) => ({ ...officer, organisation: officer.organisationId ? asPublic(known, officer.organisationId) : null })),
    subAlliances: file.subAlliances.map((row) => allianceFrom(row, known)), news: news.rows.map((item) => newsFrom(item, slug)),
    ceremonies: ceremonies.map(({ id, title, heldOn, city, country, agreements }) => ({ path: `/s/${id}`, title, heldOn, city, country, agreements })),
    reports: reports.map(({ id, year }) => ({ path: `/r/${id}`, year })),
    agreements: { inForce: inForce.length, unclear: unclear.length }, open: (await rulesOf(db, file.id)).rules.open,
  }
}

export async function membersData(db: Reading, slug: string, locale: Locale, after: string | undefined): Promise<MembersData> {
  const file = await findAllianceBySlug(db, stranger, slug)
  const page = await listMembers(db, file, MemberFilter.parse({ standing: 'member,observer', locale, after, limit: membersShown }))
  const known = await publicOrganisations(db, [file.organisationId, ...page.rows.map(({ organisation }) => organisation.id)])
  return {
    head: headOf(file, known), stated: file.stated, total: file.counts.member, next: page.next, countries: file.countries, places: await placesOf(db, file.id, locale),
    members: page.rows.map(({ organisation, standing, fromOn, fromPrecision }) => ({ organisation: asPublic(known, organisation.id), standing, fromOn, fromPrecision })),
  }
}

export async function agreementsData(db: Reading, slug: string, now: Instant): Promise<AgreementsData> {
  const file = await findAllianceBySlug(db, stranger, slug)
  return { head: await headFor(db, file), ...await publicAgreements(db, { alliance: file.id }, now) }
}

export async function newsData(db: Reading, slug: string, after: string | undefined): Promise<NewsData> {
  const file = await findAllianceBySlug(db, stranger, slug)
  const { rows, next } = await listNews(db, file.id, { limit: 20, after }, true)
  return { head: await headFor(db, file), news: rows.map((item) => newsFrom(item, slug)), next }
}

/** Nothing when the item is not public. */
export async function newsItemData(db: Reading, slug: string, id: Id): Promise<NewsItemData | undefined> {
  const file = await findAllianceBySlug(db, stranger, slug)
  const item = await findNews(db, file.id, id)
  return item.public ? { head: await headFor(db, file), item: newsFrom(item, slug) } : undefined
}

/** Every public address, for those who index. */
export async function publicPaths(db: Reading): Promise<{ path: string; changedAt: string }[]> {
  const alliances = await db.selectFrom('alliance').select(['slug', 'changedAt']).where('public', '=', true).orderBy('slug').limit(5000).execute()
  const news = await db.selectFrom('allianceNews as n').innerJoin('alliance as a', 'a.id', 'n.allianceId').where('n.public', '=', true).where('a.public', '=', true)
    .select(['a.slug', 'n.id', 'n.changedAt']).orderBy('n.onDay', 'desc').limit(5000).execute()
  const members = await db.selectFrom('allianceStanding as s').innerJoin('alliance as a', 'a.id', 's.allianceId').innerJoin('organisation as o', 'o.id', 's.organisationId')
    .where('a.public', '=', true).where('s.untilOn', 'is', null).where('s.standing', 'in', ['member', 'observer']).select(['o.id', 'o.changedAt']).distinct().limit(20_000).execute()
  const reports = await publishedAnnuals(db)
  return [
    ...alliances.flatMap(({ slug, changedAt }) => ['', '/members', '/agreements', '/news'].map((page) => ({ path: `${alliancePath(slug)}${page}`, changedAt }))),
    ...news.map(({ slug, id, changedAt }) => ({ path: `${alliancePath(slug)}/news/${id}`, changedAt })),
    ...members.map(({ id, changedAt }) => ({ path: `/o/${id}`, changedAt })),
    ...reports.map(({ id, publishedAt }) => ({ path: `/r/${id}`, changedAt: publishedAt! })),
  ]
}

const isPublic = async (db: Reading, id: Id): Promise<boolean> =>
  Boolean(await db.selectFrom('alliance').select('id').where('id', '=', id).where('public', '=', true).executeTakeFirst())

const headFor = async (db: Reading, file: AllianceFile): Promise<AllianceHead> => headOf(file, await publicOrganisations(db, [file.organisationId]))
const headOf = ({ slug, example, source, changedAt, organisationId }: AllianceFile, known: Known): AllianceHead =>
  ({ path: alliancePath(slug), names: asPublic(known, organisationId).names, example, source, changedAt })

const allianceFrom = ({ slug, organisation, members, countries, stated, example }: AllianceRow, known: Known): PublicAlliance =>
  ({ path: alliancePath(slug), names: asPublic(known, organisation.id).names, members, countries, stated, example })

const newsFrom = ({ allianceId: _a, public: _p, writtenBy: _w, ...item }: News, slug: string | null): PublicNews =>
  ({ ...item, path: slug ? `${alliancePath(slug)}/news/${item.id}` : '' })

/** Where the members are: of one alliance, or of every public one. */
async function placesOf(db: Reading, allianceId: Id | undefined, locale: Locale) {
  const name = { en: 'o.nameEn', zh: 'o.nameZh', ru: 'o.nameRu', ur: 'o.nameUr' }[locale] as 'o.nameEn'
  const rows = await db.selectFrom('allianceStanding as s').innerJoin('alliance as a', 'a.id', 's.allianceId').innerJoin('organisation as o', 'o.id', 's.organisationId')
    .where('a.public', '=', true).where('s.untilOn', 'is', null).where('s.standing', '=', 'member').where('o.latitude', 'is not', null).where('o.longitude', 'is not', null)
    .$if(allianceId !== undefined, (query) => query.where('a.id', '=', allianceId!))
    .select([`${name} as label`, 'o.latitude', 'o.longitude']).distinctOn('o.id').orderBy('o.id').limit(400).execute()
  return rows.map(({ label, latitude, longitude }) => ({ label, latitude: latitude!, longitude: longitude! }))
}
