// How plans are found. Of an alliance's or an agreement's plan the world sees what is approved, its own people also what is being written.
import { sql } from 'kysely'
import { seenBy as agreementsSeen } from '#domains/agreements/store.ts'
import { mayWrite, sidesHeld, sidesOf } from '#domains/agreements/rules.ts'
import type { Party } from '#domains/agreements/model.ts'
import { seenBy as alliancesSeen } from '#domains/alliances/store.ts'
import { type Keeping, whyNotKeep } from '#domains/alliances/rules.ts'
import { doers } from '#domains/commitments/rules.ts'
import { claimsAbout } from '#domains/confirmations/store.ts'
import { keptAfterMerges, organisationsById } from '#domains/organisations/store.ts'
import { organisationsOf, type Viewer } from '#platform/auth/viewer.ts'
import type { Reading, Writing } from '#platform/db/database.ts'
import type { Day, Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import type { Scope } from './indicator-model.ts'
import { emptyTally, valueFrom } from './indicator-rules.ts'
import { needsCommentary, type Reached, reachedBy, standingOf } from './measure-rules.ts'
import type { MeasureStanding, Plan, PlanContent, PlanFile, PlanLine, PlanValue, PlanVersion } from './plan-model.ts'
import { feedOf, taskStateOn } from './plan-rules.ts'
import { isOfOne, tally } from './tally-store.ts'
import './tables.ts'

/** Those of the alliance: its own house, its host, and whoever stands in it. */
const within = (viewer: Viewer) => sql<boolean>`(plan.alliance_id in (select a.id from alliance a where a.organisation_id = any(${organisationsOf(viewer)}::uuid[]) or a.host_id = any(${organisationsOf(viewer)}::uuid[])
    or exists (select from alliance_standing s where s.alliance_id = a.id and s.until_on is null and s.standing in ('observer', 'member') and not 'access' = any(s.suspended) and s.organisation_id = any(${organisationsOf(viewer)}::uuid[])))
  or plan.agreement_id in (select g.id from agreement g where g.party_ids && ${organisationsOf(viewer)}::uuid[]))`

export const seenBy = (db: Reading, viewer: Viewer) => db.selectFrom('plan').where('plan.removedAt', 'is', null)
  .where((is) => is.or([is('plan.allianceId', 'in', alliancesSeen(db, viewer).select('alliance.id')), is('plan.agreementId', 'in', agreementsSeen(db, viewer).select('agreement.id'))]))
  .$if(!viewer.admin, (q) => q.where((is) => is.or([is('plan.approvedId', 'is not', null), within(viewer)])))

const columns = ['plan.id', 'plan.allianceId', 'plan.agreementId', 'plan.content', 'plan.approvedId', 'plan.begunBy', 'plan.begunAt', 'plan.changedAt', 'plan.removedAt'] as const

/** The people behind a plan: whose it is, who can own a task, and what this viewer may do. */
export type Whose = { about: PlanFile['about']; members: Id[]; sides: Id[] | null; house: Id | null; mayWrite: boolean; mayClaimFor: Id[] }

export const findPlan = async (db: Reading, viewer: Viewer, id: Id): Promise<Plan> => asNow(db, found(await seenBy(db, viewer).select(columns).where('plan.id', '=', id).executeTakeFirst()))
export const holdPlan = async (db: Writing, viewer: Viewer, id: Id): Promise<Plan> => asNow(db, found(await seenBy(db, viewer).select(columns).where('plan.id', '=', id).forUpdate('plan').executeTakeFirst()))

/** Owners that became one with another organisation are that one now. Versions stay as they were approved. */
async function asNow<T extends { content: PlanContent }>(db: Reading, plan: T): Promise<T> {
  const kept = await keptAfterMerges(db, plan.content.tasks.flatMap(({ owners }) => owners))
  const owners = (of: Id[]) => [...new Set(of.map((one) => kept.get(one) ?? one))]
  return kept.size === 0 ? plan : { ...plan, content: { ...plan.content, tasks: plan.content.tasks.map((task) => ({ ...task, owners: owners(task.owners) })) } }
}

export const whoseOf = (db: Reading, viewer: Viewer, { allianceId, agreementId }: Pick<Plan, 'allianceId' | 'agreementId'>): Promise<Whose> =>
  (allianceId ? whoseAlliance(db, viewer, allianceId) : whoseAgreement(db, viewer, agreementId!))

/** Its members can own tasks and claim; the house that keeps its records lays its plans before them. */
async function whoseAlliance(db: Reading, viewer: Viewer, id: Id): Promise<Whose> {
  const row = found(await alliancesSeen(db, viewer).leftJoin('alliance as above', 'above.id', 'alliance.parentId')
    .select(['alliance.organisationId', 'alliance.hostId', 'above.organisationId as aboveOrganisation', 'above.hostId as aboveHost', 'organisation.nameEn', 'organisation.nameZh', 'organisation.nameRu', 'organisation.nameUr'])
    .where('alliance.id', '=', id).executeTakeFirst())
  const keeping: Keeping = { ...row, parent: row.aboveOrganisation ? { organisationId: row.aboveOrganisation, hostId: row.aboveHost } : null }
  const members = (await db.selectFrom('allianceStanding').select('organisationId').where('allianceId', '=', id).where('untilOn', 'is', null).where('standing', '=', 'member').orderBy('id').execute()).map(({ organisationId }) => organisationId)
  const houses = [row.hostId, row.organisationId, row.aboveOrganisation, row.aboveHost].filter((one): one is Id => one !== null)
  const own = new Set(organisationsOf(viewer, ...doers))
  return {
    about: { kind: 'alliance', id, name: { en: row.nameEn, zh: row.nameZh, ru: row.nameRu, ur: row.nameUr } }, members, sides: null,
    house: houses.find((one) => own.has(one)) ?? houses[0] ?? null, mayWrite: !whyNotKeep(keeping, viewer), mayClaimFor: members.filter((one) => own.has(one)),
  }
}

async function whoseAgreement(db: Reading, viewer: Viewer, id: Id): Promise<Whose> {
  const row = found(await agreementsSeen(db, viewer).select(['agreement.title', 'agreement.titleLang', 'agreement.titles'])
    .select(sql<Pick<Party, 'organisationId' | 'role'>[]>`(select coalesce(json_agg(json_build_object('organisationId', p.organisation_id, 'role', p.role) order by p.place), '[]') from agreement_party p where p.agreement_id = agreement.id)`.as('parties'))
    .where('agreement.id', '=', id).executeTakeFirst())
  const sides = sidesOf(row.parties)
  const held = sidesHeld(row.parties, viewer)
  return {
    about: { kind: 'agreement', id, name: { [row.titleLang ?? 'en']: row.title, ...row.titles as Record<string, string> } }, members: sides, sides,
    house: held[0] ?? null, mayWrite: mayWrite(row.parties, viewer) && held.length > 0, mayClaimFor: sidesHeld(row.parties, viewer, ...doers),
  }
}

export async function listPlans(db: Reading, viewer: Viewer, { alliance, agreement }: { alliance?: Id | undefined; agreement?: Id | undefined }): Promise<PlanLine[]> {
  const rows = await seenBy(db, viewer).leftJoin('planVersion as approved', 'approved.id', 'plan.approvedId').select(columns).select('approved.number')
    .$if(alliance !== undefined, (q) => q.where('plan.allianceId', '=', alliance!)).$if(agreement !== undefined, (q) => q.where('plan.agreementId', '=', agreement!))
    .orderBy('plan.changedAt', 'desc').limit(200).execute()
  return Promise.all(rows.map(async ({ number, ...row }) => ({
    id: row.id, title: row.content.title as Record<string, string>, about: (await whoseOf(db, viewer, row)).about, startsOn: row.content.startsOn, endsOn: row.content.endsOn, approved: number, changedAt: row.changedAt,
  })))
}

/** Everything on a plan's page. Who is not of the house reads the approved text, and measures are judged by the text that is shown. */
export async function findPlanFile(db: Reading, viewer: Viewer, id: Id, today: Day): Promise<PlanFile> {
  const plan = await findPlan(db, viewer, id)
  const whose = await whoseOf(db, viewer, plan)
  const inside = whose.mayWrite || whose.mayClaimFor.length > 0 || organisationsOf(viewer).some((one) => whose.members.includes(one))
  const [versions, values, commentaries] = await Promise.all([versionsOf(db, id), valuesOf(db, id), commentariesOf(db, id)])
  const { content } = inside || !plan.approvedId ? plan : await asNow(db, await db.selectFrom('planVersion').select('content').where('id', '=', plan.approvedId).executeTakeFirstOrThrow())
  const standings = await standingsOf(db, viewer, plan, content, values, today)
  const named = await organisationsById(db, [...content.tasks.flatMap(({ owners }) => owners), ...values.map(({ sideId }) => sideId), ...whose.members])
  return {
    ...plan, content, about: whose.about, mayWrite: whose.mayWrite, mayClaimFor: whose.mayClaimFor, members: whose.members, standings,
    versions: inside ? versions : versions.filter(({ approvedAt }) => approvedAt !== null), values: inside ? values : values.filter(({ state }) => state === 'confirmed'), commentaries, organisations: [...named.values()],
    tasks: content.tasks.map((task) => taskStateOn(today, task, values)), uncommented: standings.filter((one) => needsCommentary(one, commentaries)).map(({ subject }) => subject),
  }
}

export async function versionsOf(db: Reading, planId: Id): Promise<PlanFile['versions']> {
  const rows = await db.selectFrom('planVersion').select(['id', 'planId', 'number', 'hash', 'note', 'laidBy', 'laidAt', 'approvedAt', 'decisionId']).where('planId', '=', planId).orderBy('number', 'desc').execute()
  const claims = new Map((await claimsAbout(db, 'plan-version', rows.map(({ id }) => id))).map(({ id, about, state }) => [about, { id, state }]))
  return rows.map((row) => ({ ...row, claim: claims.get(row.id) ?? null }))
}

/** A version as it was laid, for those whom the plan's page shows it. */
export async function findVersion(db: Reading, viewer: Viewer, planId: Id, id: Id, today: Day): Promise<PlanVersion> {
  const { versions } = await findPlanFile(db, viewer, planId, today)
  found(versions.find((one) => one.id === id))
  return db.selectFrom('planVersion').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

async function valuesOf(db: Reading, planId: Id): Promise<PlanFile['values']> {
  const rows = await db.selectFrom('planValue').selectAll().where('planId', '=', planId).orderBy('onDay', 'desc').orderBy('id', 'desc').limit(2000).execute()
  const claims = new Map((await claimsAbout(db, 'plan-value', rows.map(({ id }) => id))).map(({ id, about }) => [about, id]))
  return rows.map((row) => ({ ...row, claimId: claims.get(row.id) ?? null }))
}

const commentariesOf = async (db: Reading, planId: Id): Promise<PlanFile['commentaries']> => db.selectFrom('planCommentary').leftJoin('person', 'person.id', 'planCommentary.writtenBy')
  .select(['planCommentary.id', 'planId', 'measureId', 'status', 'lang', 'words', 'writtenBy', 'writtenAt', 'person.name as by']).where('planId', '=', planId).orderBy('planCommentary.id', 'desc').limit(500).execute()

/** Measures that are fed by records are counted from the first day of the plan; the others by what members claimed. */
export async function standingsOf(db: Reading, viewer: Viewer, { allianceId, agreementId }: Pick<Plan, 'allianceId' | 'agreementId'>, content: PlanContent, values: readonly PlanValue[], asOf: Day): Promise<MeasureStanding[]> {
  const scope: Scope = allianceId ? { alliance: allianceId } : { agreement: agreementId! }
  const fed = content.measures.flatMap((measure) => { const feed = feedOf(measure); return feed ? [{ code: measure.id, feed }] : [] })
  const tallies = fed.length > 0 && asOf >= content.startsOn ? await tally(db, viewer, scope, { from: content.startsOn, until: asOf }, fed) : new Map<string, never>()
  const reached = (measure: PlanContent['measures'][number]): Reached => {
    const feed = feedOf(measure)
    if (!feed) return reachedBy(measure, values, asOf)
    const { value, claimed } = valueFrom(measure.id, feed, tallies.get(measure.id) ?? emptyTally(), isOfOne(scope))
    const from = feed.count === 'share' || feed.count === 'active' ? 0 : measure.baseline
    return { actual: value === null ? null : value + from, claimed: value === null ? null : value + from + (claimed ?? 0) }
  }
  return content.measures.map((measure) => standingOf(measure, content, reached(measure), asOf))
}

