// What the form for logging begins with: the agreements one acts in, and what was filled in last time.
import { sql } from 'kysely'
import { inState, seenBy } from '#domains/agreements/store.ts'
import { findOrganisationsBrief } from '#domains/organisations/store.ts'
import { organisationsOf, type Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Id, Instant } from '#platform/kinds.ts'
import type { Beginning } from './activity-model.ts'
import { commitmentsUnder } from './commitment-store.ts'
import { doers } from './rules.ts'

const most = 60

/** Agreements that hold today, those with the newest activity first; the one that is asked for stands among them in any case. */
export async function findBeginning(db: Reading, viewer: Viewer, asked: Id | undefined, now: Instant): Promise<Beginning> {
  const own = organisationsOf(viewer, ...doers)
  const rows = await seenBy(db, viewer).leftJoin('agreementPulse as pulse', 'pulse.agreementId', 'agreement.id')
    .select(['agreement.id', 'agreement.title', 'agreement.titleLang', 'agreement.titles'])
    .select(sql<Id[]>`(select coalesce(json_agg(distinct p.organisation_id), '[]') from agreement_party p where p.agreement_id = agreement.id and p.role <> 'witness')`.as('sides'))
    .where(sql<boolean>`agreement.party_ids && ${own}::uuid[]`).where(sql<boolean>`not agreement.draft`)
    .where(sql<boolean>`(agreement.id = ${asked ?? null}::uuid or ${inState('in-force', now)} or ${inState('expiring', now)} or ${inState('unclear', now)})`)
    .orderBy(sql`agreement.id = ${asked ?? null}::uuid`, (order) => order.desc().nullsLast()).orderBy('pulse.lastActivityOn', (order) => order.desc().nullsLast()).orderBy('agreement.id', 'desc')
    .limit(most).execute()
  const [commitments, organisations, last] = await Promise.all([
    commitmentsUnder(db, rows.map(({ id }) => id)), findOrganisationsBrief(db, [...new Set(rows.flatMap(({ sides }) => sides))]), lastOf(db, viewer),
  ])
  const organisationOf = new Map(organisations.map((one) => [one.id, one]))
  const under = Map.groupBy(commitments, ({ agreementId }) => agreementId)
  return { agreements: rows.map((row) => ({ ...row, sides: row.sides.map((side) => organisationOf.get(side)!), commitments: under.get(row.id) ?? [] })), last }
}

async function lastOf(db: Reading, viewer: Viewer): Promise<Beginning['last']> {
  const last = await db.selectFrom('activity').select(['id', 'place', 'online', 'sideId', 'lang']).where('recordedBy', '=', viewer.id).where('withdrawnAt', 'is', null).orderBy('id', 'desc').limit(1).executeTakeFirst()
  if (!last) return null
  const serves = await db.selectFrom('activityServe').select('agreementId').distinct().where('activityId', '=', last.id).execute()
  return { agreementIds: serves.map(({ agreementId }) => agreementId), place: last.place, online: last.online, sideId: last.sideId, lang: last.lang }
}
