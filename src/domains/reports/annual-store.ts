// How annual reports are found: published ones by everyone, the others by the house that froze them and by those who were asked to approve.
import { sql } from 'kysely'
import { agreementsOfUnit, findUnit } from '#domains/joint-units/store.ts'
import { claimsAbout } from '#domains/confirmations/store.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import { aboutOf } from '#domains/plans/indicator-store.ts'
import { findPlan, whoseOf } from '#domains/plans/plan-store.ts'
import { challengesOf } from '#domains/reviews/store.ts'
import { holds, organisationsOf, recordKeepers, type Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import { type Day, type Id, type Locale } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { type At, gatherAnnual, type Subject, unexplained } from './annual-gathering.ts'
import type { About, AnnualLine, AnnualReport, AnnualShown, Preview } from './annual-model.ts'
import { sayAnnual, titleOfAnnual } from './annual-paper.ts'
import { dueCheck, isApproved, whyNotFreeze, whyNotPublish } from './annual-rules.ts'
import './tables.ts'

const lineColumns = ['id', 'kind', 'aboutId', 'country', 'year', 'hash', 'houseId', 'frozenBy', 'frozenAt', 'approvedAt', 'decisionId', 'publishedAt', 'publishedBy'] as const satisfies (keyof AnnualReport)[]

export const seenBy = (db: Reading, viewer: Viewer) => db.selectFrom('annualReport')
  .$if(!viewer.admin, (q) => q.where((is) => is.or([
    is('publishedAt', 'is not', null), is('frozenBy', '=', viewer.id), sql<boolean>`annual_report.house_id = any(${organisationsOf(viewer)}::uuid[])`,
    sql<boolean>`exists (select from confirmation q join confirmation_side s on s.confirmation_id = q.id where q.about = annual_report.id and q.kind = 'annual-report' and s.organisation_id = any(${organisationsOf(viewer)}::uuid[]))`,
  ])))

/** What is published, newest year first: of one alliance or organisation, or all there is. */
export const publishedAnnuals = (db: Reading, aboutId?: Id) => db.selectFrom('annualReport').select(['id', 'year', 'publishedAt']).where('publishedAt', 'is not', null)
  .$if(aboutId !== undefined, (q) => q.where('aboutId', '=', aboutId!)).orderBy('year', 'desc').orderBy('id', 'desc').limit(aboutId ? 20 : 5000).execute()

/** Who stands behind it: who may freeze, and who is asked to approve. */
export type Behind = { subject: Subject; mayFreeze: boolean; mayRecord: boolean; house: Id | null; others: Id[]; everySide: boolean }

export async function behindOf(at: At, { kind, aboutId = undefined, country = undefined }: Pick<About, 'kind' | 'aboutId' | 'country'>): Promise<Behind> {
  const { db, viewer } = at
  if (kind === 'plan') return behindPlan(at, aboutId!)
  if (kind === 'joint-unit') return behindUnit(at, aboutId!)
  if (kind === 'alliance' || kind === 'agreement') {
    const whose = await whoseOf(db, viewer, { allianceId: kind === 'alliance' ? aboutId! : null, agreementId: kind === 'agreement' ? aboutId! : null })
    const scope = kind === 'alliance' ? { alliance: aboutId!, shared: true } : { agreement: aboutId! }
    const subject: Subject = { kind, id: aboutId!, country: null, names: whose.about.name as Record<string, string>, scope, alliance: kind === 'alliance' ? aboutId! : null, agreement: kind === 'agreement' ? aboutId! : null, plan: null }
    return { subject, mayFreeze: whose.mayWrite, mayRecord: whose.mayWrite, house: whose.house, others: whose.members.filter((one) => one !== whose.house), everySide: kind === 'agreement' }
  }
  const about = await aboutOf({ db, viewer }, kind === 'organisation' ? { organisation: aboutId! } : { country: country! })
  const own = about.shown.organisation
  const names: Record<string, string> = own ? { en: own.nameEn, zh: own.nameZh, ru: own.nameRu, ur: own.nameUr } : {}
  const subject: Subject = { kind, id: aboutId ?? null, country: country ?? null, names, scope: kind === 'organisation' ? { organisation: aboutId! } : { country: country!, shared: true }, alliance: null, agreement: null, plan: null }
  const mine = viewer.admin || (kind === 'organisation' ? holds(viewer, aboutId!, ...recordKeepers) : viewer.offices.some((office) => office.role === 'ministry-observer' && office.country === country))
  return { subject, mayFreeze: mine, mayRecord: false, house: kind === 'organisation' ? aboutId! : viewer.offices.find((office) => office.role === 'ministry-observer')?.organisationId ?? null, others: [], everySide: false }
}

/** What its agreements count; the sides that run it approve it. */
async function behindUnit({ db, viewer }: At, id: Id): Promise<Behind> {
  const unit = await findUnit(db, viewer, id)
  const [whose, agreements, organisations] = await Promise.all([whoseOf(db, viewer, { allianceId: null, agreementId: unit.agreementId }), agreementsOfUnit(db, unit), organisationsById(db, [unit.organisationId])])
  const { nameEn: en, nameZh: zh, nameRu: ru, nameUr: ur } = organisations.get(unit.organisationId)!
  const subject: Subject = { kind: 'joint-unit', id, country: null, names: { en, zh, ru, ur }, scope: { agreements }, alliance: null, agreement: unit.agreementId, plan: null }
  return { subject, mayFreeze: whose.mayWrite, mayRecord: whose.mayWrite, house: whose.house, others: whose.members.filter((one) => one !== whose.house), everySide: true }
}

async function behindPlan({ db, viewer }: At, id: Id): Promise<Behind> {
  const plan = await findPlan(db, viewer, id)
  const whose = await whoseOf(db, viewer, plan)
  const scope = plan.allianceId ? { alliance: plan.allianceId, shared: true } : { agreement: plan.agreementId! }
  const subject: Subject = { kind: 'plan', id, country: null, names: plan.content.title as Record<string, string>, scope, alliance: plan.allianceId, agreement: plan.agreementId, plan: id }
  return { subject, mayFreeze: whose.mayWrite, mayRecord: whose.mayWrite, house: whose.house, others: whose.members.filter((one) => one !== whose.house), everySide: whose.sides !== null }
}

/** The report as it would be frozen now. */
export async function findPreview(at: At, { locale, ...about }: About & { locale: Locale }, home: string): Promise<Preview> {
  const behind = await behindOf(at, about)
  // What hinders an agreement is for its sides until they publish it.
  found(about.kind !== 'agreement' || at.viewer.admin || [behind.house, ...behind.others].some((side) => side !== null && holds(at.viewer, side)) || null)
  const content = await gatherAnnual(at, behind.subject, about.year)
  const uncommented = unexplained(content)
  const [others, challenges] = await Promise.all([organisationsById(at.db, behind.others), challengesOf(at.db, behind.subject)])
  return {
    names: behind.subject.names, title: titleOfAnnual(content, locale), blocks: sayAnnual(content, locale, home), challenges, mayRecord: behind.mayRecord, everySide: behind.everySide,
    whyNot: whyNotFreeze({ mayFreeze: behind.mayFreeze, uncommented, agreements: content.agreements, year: about.year, today: at.today }) ?? null, facts: { count: uncommented },
    others: behind.others.flatMap((id) => others.get(id) ?? []),
  }
}

export async function listAnnual(db: Reading, viewer: Viewer, { aboutId, country }: { aboutId?: Id | undefined; country?: string | undefined }, today: Day): Promise<AnnualLine[]> {
  const rows = await seenBy(db, viewer).select(lineColumns).select(sql<Record<string, string>>`content->'about'->'names'`.as('names'))
    .$if(aboutId !== undefined, (q) => q.where('aboutId', '=', aboutId!)).$if(country !== undefined, (q) => q.where('country', '=', country!))
    .orderBy('year', 'desc').orderBy('id', 'desc').limit(200).execute()
  return rows.map((row) => ({ ...row, due: dueCheck(row, today) }))
}

export const findAnnual = async (db: Reading, viewer: Viewer, id: Id): Promise<AnnualReport> => found(await seenBy(db, viewer).selectAll('annualReport').where('id', '=', id).executeTakeFirst())

export async function showAnnual({ db, viewer, today }: At, id: Id, locale: Locale, home: string): Promise<AnnualShown> {
  const { content, ...row } = await findAnnual(db, viewer, id)
  const [claim] = await claimsAbout(db, 'annual-report', [id])
  const mine = isKeptBy(row, viewer)
  return {
    ...row, names: content.about.names, title: titleOfAnnual(content, locale), blocks: sayAnnual(content, locale, home), due: dueCheck(row, today),
    claim: claim && isApproved(row.kind) ? { id: claim.id, state: claim.state } : null, mayPublish: mine, whyNotPublish: whyNotPublish({ ...row, mine }) ?? null,
  }
}

/** The one who froze it, and who keeps the records of the house in whose name it was. */
export const isKeptBy = ({ frozenBy, houseId }: Pick<AnnualReport, 'frozenBy' | 'houseId'>, viewer: Viewer): boolean =>
  viewer.admin || frozenBy === viewer.id || (houseId !== null && holds(viewer, houseId, ...recordKeepers))

