// How commitments are kept and found. Every finder begins at the agreements that this viewer sees.
import { type RawBuilder, sql } from 'kysely'
import { mayWrite, sidesHeld, sidesOf } from '#domains/agreements/rules.ts'
import { seenBy, seenWith, type Sight, sightOf } from '#domains/agreements/store.ts'
import type { Party } from '#domains/agreements/model.ts'
import type { OrganisationBrief } from '#domains/organisations/model.ts'
import { briefJson } from '#domains/organisations/store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { anyOf, eachOf, type Reading, type Writing } from '#platform/db/database.ts'
import { ask, askPlanned } from '#platform/db/statements.ts'
import type { Day, Id, Instant, Page } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import type { Commitment, CommitmentShown, OfficeShown, Promises } from './model.ts'
import { heldOn } from './observing.ts'
import { judgedNow } from './pulse-store.ts'
import { mayClaimFor } from './rules.ts'
import type { StandingRow } from './tables.ts'

export const commitmentColumns = [
  'id', 'agreementId', 'place', 'clauseId', 'kind', 'what', 'unit', 'target', 'per', 'eachWay', 'dueOn', 'dueMonths', 'afterId', 'amount', 'currency', 'payerId',
  'origin', 'startsOn', 'fulfilledOn', 'withdrawnAt', 'withdrawnBecause', 'recordedBy', 'recordedAt', 'changedAt',
] as const satisfies (keyof Commitment)[]

/** What a deed needs of an agreement: whether it is a draft, its term, and its parties. */
export type Whose = { id: Id; draft: boolean; title: string; parties: Pick<Party, 'organisationId' | 'role'>[] }
const partiesColumn = sql<Whose['parties']>`(select coalesce(json_agg(json_build_object('organisationId', p.organisation_id, 'role', p.role) order by p.place), '[]')
  from agreement_party p where p.agreement_id = agreement.id)` as RawBuilder<Whose['parties']>

const whose = (db: Reading, sight: Sight) => seenWith(db, sight).select(['agreement.id', 'agreement.draft', 'agreement.title']).select(partiesColumn.as('parties'))

export const findWhose = async (db: Reading, viewer: Viewer, agreementId: Id): Promise<Whose> =>
  found((await askPlanned(db, 'whose agreement', { ...sightOf(viewer), agreementId }, ({ agreementId, ...sight }) => whose(db, sight).where('agreement.id', '=', agreementId)))[0])

/** Held until this transaction ends, always in the same order; not against rows that only refer to them. One that is not seen is not there. */
export async function holdWhose(db: Writing, viewer: Viewer, agreementIds: readonly Id[]): Promise<Map<Id, Whose>> {
  const rows = await askPlanned(db, 'whose agreements, held', { ...sightOf(viewer), ...eachOf(agreementIds) }, ({ one, any, ...sight }) =>
    whose(db, sight).where('agreement.id', '=', one ?? anyOf(any!)).orderBy('agreement.id').forNoKeyUpdate('agreement'))
  const map = new Map(rows.map((row) => [row.id, row]))
  for (const id of agreementIds) found(map.get(id))
  return map
}

/** The commitments of these agreements that were not withdrawn, in their order. */
export const commitmentsUnder = (db: Reading, agreementIds: readonly Id[]): Promise<Commitment[]> =>
  askPlanned(db, 'commitments under', eachOf(agreementIds), ({ one, any }) =>
    db.selectFrom('commitment').select(commitmentColumns).where('agreementId', '=', one ?? anyOf(any!)).where('withdrawnAt', 'is', null).orderBy('place'))

/** Those of these ids that were not withdrawn. */
export const commitmentsNamed = (db: Reading, ids: readonly Id[]): Promise<Commitment[]> =>
  askPlanned(db, 'commitments named', eachOf(ids), ({ one, any }) => db.selectFrom('commitment').select(commitmentColumns).where('id', '=', one ?? anyOf(any!)).where('withdrawnAt', 'is', null))

export async function findCommitment(db: Reading, viewer: Viewer, id: Id): Promise<Commitment> {
  const row = found(await db.selectFrom('commitment').select(commitmentColumns).where('id', '=', id).executeTakeFirst())
  await findWhose(db, viewer, row.agreementId)
  return row
}

/** What an agreement promises and how it stands, for its page. Withdrawn ones stand last. */
export async function findPromises(db: Reading, viewer: Viewer, agreementId: Id, now: Instant): Promise<Promises> {
  const agreement = found((await ask(db, 'promises of', { ...sightOf(viewer), agreementId }, ({ agreementId, ...sight }) => whose(db, sight).select(sidesColumn.as('sides')).where('agreement.id', '=', agreementId)))[0])
  const [{ pulse, standings }, rows] = await Promise.all([judgedNow(db, agreementId, now), ask(db, 'promises', { agreementId, today: now.slice(0, 10) }, (blanks) => promisesOf(db, blanks))])
  const organisationOf = new Map(agreement.sides.map((one) => [one.id, one]))
  const standingOf = new Map(standings.map((one) => [one.subject, one]))
  const commitments = rows.map((row): CommitmentShown => ({
    ...row, standing: standingOf.get(row.id)!,
    offices: row.offices.map((office) => ({ ...office, organisation: organisationOf.get(office.organisationId)! })).filter(({ organisation }) => organisation),
  }))
  return {
    pulse, commitments, sides: sidesOf(agreement.parties).map((side) => organisationOf.get(side)!),
    mayRecord: mayWrite(agreement.parties, viewer) && sidesHeld(agreement.parties, viewer).length > 0 && !agreement.draft,
    mayLog: mayClaimFor(agreement.parties, viewer).length > 0 && !agreement.draft,
  }
}

const sidesColumn = sql<OrganisationBrief[]>`(select coalesce(json_agg(${briefJson('o')}), '[]') from organisation o
  where o.id in (select p.organisation_id from agreement_party p where p.agreement_id = agreement.id and p.role <> 'witness'))`

/** Each with who answers for it and holds the office on that day, and with the claim that it is one. */
const promisesOf = (db: Reading, { agreementId, today }: { agreementId: Id; today: Day }) =>
  db.selectFrom('commitment').select(commitmentColumns).where('agreementId', '=', agreementId).where('withdrawnAt', 'is', null).orderBy('place').select([
    sql<Omit<OfficeShown, 'organisation'>[]>`(select coalesce(json_agg(json_build_object('organisationId', named.organisation_id, 'role', named.role, 'title', named.title,
        'holders', (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) order by held.starts_on), '[]') from office held join person p on p.id = held.person_id
          where held.organisation_id = named.organisation_id and held.role = named.role and ${heldOn('held', today)})) order by named.place), '[]')
      from commitment_office named where named.commitment_id = commitment.id)`.as('offices'),
    sql<CommitmentShown['claim']>`(select json_build_object('id', q.id, 'state', q.state) from confirmation q where q.about = commitment.id and q.kind = 'commitment' and commitment.origin = 'recorded' limit 1)`.as('claim'),
  ])

export type CommitmentLine = Commitment & Pick<StandingRow, 'status' | 'reason' | 'claimed' | 'confirmed'> & { standingDueOn: Day | null }
type Wanted = { agreements?: readonly Id[]; organisation?: Id; status?: readonly StandingRow['status'][]; dueBefore?: Day; after?: Id; limit?: number }

/** Commitments with the standing that is kept, page by page: of some agreements, of an organisation's, of some status, due before a day. */
export async function commitmentsOf(db: Reading, viewer: Viewer, { agreements, organisation, status, dueBefore, after, limit = 50 }: Wanted): Promise<Page<CommitmentLine>> {
  const rows = await seenBy(db, viewer).innerJoin('commitment', 'commitment.agreementId', 'agreement.id').innerJoin('commitmentStanding as kept', 'kept.commitmentId', 'commitment.id')
    .select(commitmentColumns.map((name) => `commitment.${name}` as const)).select(['kept.status', 'kept.reason', 'kept.claimed', 'kept.confirmed', 'kept.dueOn as standingDueOn'])
    .where('commitment.withdrawnAt', 'is', null)
    .$if(agreements !== undefined, (q) => q.where('agreement.id', '=', anyOf(agreements!)))
    .$if(organisation !== undefined, (q) => q.where(sql<boolean>`agreement.party_ids @> array[${organisation}]::uuid[]`))
    .$if(status !== undefined, (q) => q.where('kept.status', 'in', status!))
    .$if(dueBefore !== undefined, (q) => q.where('kept.dueOn', '<', dueBefore!))
    .$if(after !== undefined, (q) => q.where('commitment.id', '>', after!))
    .orderBy('commitment.id').limit(limit + 1).execute()
  return { rows: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]!.id : null, total: null }
}
