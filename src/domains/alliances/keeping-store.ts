// What the floors above ask of an alliance again and again: who keeps its records, what it is called, and who its members are.
import { type RawBuilder, sql } from 'kysely'
import { house, organisationsOf, type Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading } from '#platform/db/database.ts'
import type { Day, Id, Locale } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { type Keeping, whyNotKeep } from './rules.ts'
import { seenBy } from './store.ts'

/** As a condition what `whyNotKeep` asks of one: this viewer keeps the records of the alliance in this column. */
export function keptBy(viewer: Viewer, column: string): RawBuilder<boolean> {
  if (viewer.admin) return sql<boolean>`true`
  const houses = sql`${organisationsOf(viewer, 'secretariat', 'director')}::uuid[]`
  return sql<boolean>`exists (select from alliance kept left join alliance above on above.id = kept.parent_id where kept.id = ${sql.ref(column)}
    and (kept.organisation_id = any(${houses}) or kept.host_id = any(${houses}) or above.organisation_id = any(${houses}) or above.host_id = any(${houses})))`
}

export type Head = { id: Id; name: Record<Locale, string>; keeping: Keeping; houses: Id[]; keeps: boolean }

/** An alliance that this viewer sees, in a few words; `houses` are those whose office answers for it. */
export async function allianceHead(db: Reading, viewer: Viewer, id: Id): Promise<Head> {
  return headOf(viewer, found(await heads(seenBy(db, viewer)).where('alliance.id', '=', id).executeTakeFirst()))
}

/** The same for one who has come to know of it otherwise: as asked by it, as voting in it. */
export async function allianceHeads(db: Reading, viewer: Viewer, ids: readonly Id[]): Promise<Map<Id, Head>> {
  const rows = await heads(seenBy(db, house)).where('alliance.id', '=', anyOf([...new Set(ids)])).execute()
  return new Map(rows.map((row) => [row.id, headOf(viewer, row)]))
}

type Row = { id: Id; organisationId: Id; hostId: Id | null; aboveOrganisation: Id | null; aboveHost: Id | null; nameEn: string; nameZh: string; nameRu: string; nameUr: string }
const heads = (from: ReturnType<typeof seenBy>) => from.leftJoin('alliance as above', 'above.id', 'alliance.parentId')
  .select(['alliance.id', 'alliance.organisationId', 'alliance.hostId', 'above.organisationId as aboveOrganisation', 'above.hostId as aboveHost', 'organisation.nameEn', 'organisation.nameZh', 'organisation.nameRu', 'organisation.nameUr'])

function headOf(viewer: Viewer, { id, organisationId, hostId, aboveOrganisation, aboveHost, nameEn, nameZh, nameRu, nameUr }: Row): Head {
  const keeping: Keeping = { organisationId, hostId, parent: aboveOrganisation ? { organisationId: aboveOrganisation, hostId: aboveHost } : null }
  return { id, name: { en: nameEn, zh: nameZh, ru: nameRu, ur: nameUr }, keeping, houses: [hostId, organisationId].filter((one): one is Id => one !== null), keeps: !whyNotKeep(keeping, viewer) }
}

/** Members that may vote: those whose vote is not suspended. */
export async function votingMemberIdsOf(db: Reading, allianceId: Id): Promise<Id[]> {
  const resting = await restingVotesOf(db, allianceId)
  return (await memberIdsOf(db, allianceId)).filter((id) => !resting.has(id))
}

/** Those whose vote is suspended today. */
export const restingVotesOf = async (db: Reading, allianceId: Id): Promise<Set<Id>> =>
  new Set((await db.selectFrom('allianceStanding').select('organisationId').where('allianceId', '=', allianceId).where('untilOn', 'is', null).where(sql<boolean>`'vote' = any(suspended)`).execute()).map(({ organisationId }) => organisationId))

/** Who is a member on this day, in the order in which they came. */
export async function memberIdsOf(db: Reading, allianceId: Id, on?: Day): Promise<Id[]> {
  const rows = await db.selectFrom('allianceStanding').select('organisationId').where('allianceId', '=', allianceId).where('standing', '=', 'member')
    .$if(on === undefined, (q) => q.where('untilOn', 'is', null))
    .$if(on !== undefined, (q) => q.where((is) => is.and([is.or([is('fromOn', 'is', null), is('fromOn', '<=', on!)]), is.or([is('untilOn', 'is', null), is('untilOn', '>', on!)])])))
    .orderBy('id').execute()
  return [...new Set(rows.map(({ organisationId }) => organisationId))]
}
