// How ceremonies are found and shown: to their hosts, and to whoever holds an office at a party of theirs.
import { type RawBuilder, sql } from 'kysely'
import { historyAbout, seenBy, stillSeen } from '#domains/agreements/store.ts'
import type { HistoryLine } from '#domains/agreements/model.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import { organisationsOf, stranger, type Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading, type Writing } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import type { Beat, CeremonyFile, CeremonyFilter, CeremonyLine, CeremonyPersonRow, CeremonyRow, ItemShown, PersonShown } from './ceremony-model.ts'
import { alternated, flagsOf, mayHost, sequenceOf, whyNotEdit } from './ceremony-rules.ts'
import './tables.ts'

const columns = ['id', 'title', 'heldOn', 'startsAt', 'zone', 'venue', 'city', 'country', 'hostId', 'done', 'begunAt', 'endedAt', 'publishedAt', 'words', 'madeBy', 'madeAt', 'changedAt', 'removedAt'] as const

const standing = (db: Reading) => db.selectFrom('ceremony').where('ceremony.removedAt', 'is', null)
const ceremoniesSeenBy = (db: Reading, viewer: Viewer) => standing(db).where(hasSheet(viewer))

function hasSheet(viewer: Viewer): RawBuilder<boolean> {
  if (viewer.admin) return sql<boolean>`true`
  const own = sql<Id[]>`${organisationsOf(viewer)}::uuid[]`
  return sql<boolean>`(ceremony.host_id = any(${own}) or exists (
    select 1 from ceremony_agreement i join agreement a on a.id = i.agreement_id where i.ceremony_id = ceremony.id and a.party_ids && ${own}))`
}

const signs = (agreement: Id) => sql<boolean>`exists (select 1 from ceremony_agreement i where i.ceremony_id = ceremony.id and i.agreement_id = ${agreement})`
const hostedIn = (alliance: Id) => sql<boolean>`(ceremony.host_id in (select organisation_id from alliance where id = ${alliance}) or ceremony.host_id in (
  select organisation_id from alliance_standing where alliance_id = ${alliance} and standing = 'member' and until_on is null))`

export async function listCeremonies(db: Reading, viewer: Viewer, { agreement, alliance }: CeremonyFilter = {}): Promise<CeremonyLine[]> {
  if (agreement) found((await stillSeen(db, viewer, agreement)) || null)
  const sheet = hasSheet(viewer)
  const rows = await standing(db).where(agreement || alliance ? sql<boolean>`(${sheet} or ceremony.published_at is not null)` : sheet)
    .$if(agreement !== undefined, (all) => all.where(signs(agreement!))).$if(alliance !== undefined, (all) => all.where(hostedIn(alliance!))).select(columns)
    .select(sheet.as('seen')).select(sql<number>`(select count(*)::int from ceremony_agreement i where i.ceremony_id = ceremony.id)`.as('agreements')).orderBy('heldOn', 'desc').orderBy('id', 'desc').limit(200).execute()
  const hosts = await organisationsById(db, rows.map(({ hostId }) => hostId))
  return rows.map((row) => ({ ...row, host: found(hosts.get(row.hostId)) }))
}

export async function findCeremony(db: Reading, viewer: Viewer, id: Id): Promise<CeremonyFile> {
  return show(db, viewer, found(await ceremoniesSeenBy(db, viewer).select(columns).where('ceremony.id', '=', id).executeTakeFirst()))
}

/** What happened to it, newest first, with the names of those who did it. */
export async function ceremonyHistory(db: Reading, viewer: Viewer, id: Id): Promise<HistoryLine[]> {
  found(await ceremoniesSeenBy(db, viewer).select('ceremony.id').where('ceremony.id', '=', id).executeTakeFirst())
  return historyAbout(db, id)
}

export const holdCeremony = async (db: Writing, viewer: Viewer, id: Id): Promise<CeremonyRow> =>
  found(await ceremoniesSeenBy(db, viewer).select(columns).where('ceremony.id', '=', id).forUpdate('ceremony').executeTakeFirst())

/** Its steps alone, for one who moves it on. */
export async function beatsOf(db: Reading, id: Id): Promise<Beat[]> {
  const [agreements, people] = await Promise.all([
    db.selectFrom('ceremonyAgreement').select('agreementId').where('ceremonyId', '=', id).orderBy('place').execute(),
    db.selectFrom('ceremonyPerson').select(['id', 'agreementId']).where('ceremonyId', '=', id).where('role', '=', 'signatory').orderBy('place').execute(),
  ])
  return sequenceOf(agreements.map(({ agreementId }) => ({ agreementId, signatories: people.filter((one) => one.agreementId === agreementId) })))
}

/** For everybody, once its host has published it: titles only of agreements that are public. */
export async function publishedCeremony(db: Reading, id: Id): Promise<CeremonyFile | undefined> {
  const row = await db.selectFrom('ceremony').select(columns).where('id', '=', id).where('removedAt', 'is', null).where('publishedAt', 'is not', null).executeTakeFirst()
  return row && show(db, stranger, row)
}

async function show(db: Reading, viewer: Viewer, row: CeremonyRow): Promise<CeremonyFile> {
  const people = await db.selectFrom('ceremonyPerson').selectAll().where('ceremonyId', '=', row.id).orderBy('place').execute()
  const organisations = await organisationsById(db, [row.hostId, ...people.map(({ organisationId }) => organisationId)])
  const shown = people.map((person): PersonShown => ({ ...person, organisation: organisations.get(person.organisationId ?? '') ?? null }))
  const items = await itemsOf(db, viewer, row.id, shown)
  const host = found(organisations.get(row.hostId))
  return {
    ...row, host, items, people: shown, sequence: sequenceOf(items), flags: flagsOf([host.country, ...items.flatMap(({ sides }) => sides.map(({ organisation }) => organisation.country))]),
    mayRun: mayHost(row.hostId, viewer), mayEdit: whyNotEdit(row, viewer) === undefined,
  }
}

async function itemsOf(db: Reading, viewer: Viewer, ceremonyId: Id, people: PersonShown[]): Promise<ItemShown[]> {
  const rows = await db.selectFrom('ceremonyAgreement').innerJoin('agreement', 'agreement.id', 'ceremonyAgreement.agreementId')
    .select(['agreement.id', 'kind', 'title', 'titleLang', 'sealedAt', 'partyIds']).where('ceremonyId', '=', ceremonyId).orderBy('place').execute()
  const ids = rows.map(({ id }) => id)
  const waiting = await placesToSign(db, viewer, ids)
  const seen = new Set((await seenBy(db, viewer).select('agreement.id').where('agreement.id', '=', anyOf(ids)).execute()).map(({ id }) => id))
  const parties = await db.selectFrom('agreementParty').selectAll().where('agreementId', '=', anyOf(ids)).where('role', '<>', 'witness').orderBy('place').execute()
  const organisations = await organisationsById(db, parties.map(({ organisationId }) => organisationId))
  return rows.map(({ id, kind, title, titleLang, sealedAt }, place): ItemShown => ({
    agreementId: id, kind, titleLang, sealed: sealedAt !== null, seen: seen.has(id), toSign: waiting.has(id), title: seen.has(id) ? title : null,
    sides: alternated(parties.filter(({ agreementId }) => agreementId === id).map(({ organisationId, unit }) => ({ organisation: found(organisations.get(organisationId)), unit })), place),
    signatories: people.filter((person) => person.agreementId === id && person.role === 'signatory'),
  }))
}

/** Agreements with a place that is not signed yet, of a side for which this viewer signs. */
async function placesToSign(db: Reading, viewer: Viewer, ids: readonly Id[]): Promise<Set<Id>> {
  const sides = organisationsOf(viewer, 'signatory', 'director')
  const rows = await db.selectFrom('signing').innerJoin('signingSeat', 'signingSeat.signingId', 'signing.id').select('signing.agreementId').distinct()
    .where('signing.agreementId', '=', anyOf(ids)).where('calledOffAt', 'is', null).where('sealedAt', 'is', null).where('signingSeat.sideId', '=', anyOf(sides))
    .where((is) => is.not(is.exists(is.selectFrom('signature').select('signature.id').whereRef('signature.seatId', '=', 'signingSeat.id')))).execute()
  return new Set(rows.map(({ agreementId }) => agreementId))
}

/** The agreements and people of it, written anew. */
export async function putProgramme(db: Writing, ceremonyId: Id, agreements: readonly Id[], people: readonly CeremonyPersonRow[]): Promise<void> {
  await db.deleteFrom('ceremonyPerson').where('ceremonyId', '=', ceremonyId).execute()
  await db.deleteFrom('ceremonyAgreement').where('ceremonyId', '=', ceremonyId).execute()
  if (agreements.length > 0) await db.insertInto('ceremonyAgreement').values(agreements.map((agreementId, place) => ({ ceremonyId, agreementId, place }))).execute()
  if (people.length > 0) await db.insertInto('ceremonyPerson').values([...people]).execute()
}
