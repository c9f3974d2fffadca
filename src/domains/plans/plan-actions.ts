// The verbs of a plan: begun, written, laid before the sides, measured by claims, explained. Each is one transaction with its journal.
import { bindsSides } from '#domains/agreements/decided-store.ts'
import { createHash } from 'node:crypto'
import { makeClaims, withdrawClaim } from '#domains/confirmations/actions.ts'
import { claimsAbout } from '#domains/confirmations/store.ts'
import { canonical, type Hand, record } from '#platform/audit/journal.ts'
import { when } from '#platform/audit/news.ts'
import { json } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found, Invalid, Refused } from '#platform/refusals.ts'
import type { Claiming, Commenting, Laying, NewPlan, PlanContent, PlanFile } from './plan-model.ts'
import { mistakesIn, whyNotLay } from './plan-rules.ts'
import { findPlanFile, holdPlan, standingsOf, versionsOf, type Whose, whoseOf } from './plan-store.ts'

export async function beginPlan(at: Doing, { allianceId = undefined, agreementId = undefined, title, startsOn, endsOn }: NewPlan): Promise<PlanFile> {
  const owner = { allianceId: allianceId ?? null, agreementId: agreementId ?? null }
  demand(whyNotWrite(await whoseOf(at.db, at.viewer, owner)))
  const content: PlanContent = { title, startsOn, endsOn, parts: {}, objectives: [], tasks: [], measures: [] }
  refuse(mistakesIn(content, new Set()))
  const id = newId()
  await at.db.insertInto('plan').values({ id, ...owner, content: json(content), approvedId: null, begunBy: at.viewer.id, begunAt: at.now, changedAt: at.now, removedAt: null }).execute()
  return tell(at, id, 'begun', { title, ...owner })
}

/** What was seen must still be what stands there. */
export async function writePlan(at: Doing, id: Id, content: PlanContent, seen: string): Promise<PlanFile> {
  const plan = await holdPlan(at.db, at.viewer, id)
  const whose = await whoseOf(at.db, at.viewer, plan)
  demand(whyNotWrite(whose))
  if (plan.changedAt !== seen) throw new Refused('plans.changed-meanwhile', { seen, changedAt: plan.changedAt })
  refuse(mistakesIn(content, new Set(whose.members)))
  await at.db.updateTable('plan').set({ content: json(content), changedAt: at.now }).where('id', '=', id).execute()
  return tell(at, id, 'written', { objectives: content.objectives.length, tasks: content.tasks.length, measures: content.measures.length })
}

/** Lays the text as it stands before the sides. One that a side disputed is taken back by the next. */
export async function layPlan(at: Doing, id: Id, { asked, note }: Laying): Promise<PlanFile> {
  const plan = await holdPlan(at.db, at.viewer, id)
  const whose = await whoseOf(at.db, at.viewer, plan)
  demand(whyNotWrite(whose))
  const versions = await versionsOf(at.db, id)
  demand(whyNotLay(plan.content, versions.some(({ claim }) => claim?.state === 'open')))
  const hash = createHash('sha256').update(canonical(plan.content)).digest('hex')
  demand(versions[0]?.hash === hash && versions[0].claim?.state !== 'disputed' ? 'plans.nothing-new' : undefined)
  const others = (whose.sides ?? asked).filter((one) => one !== whose.house)
  if (others.some((one) => !whose.members.includes(one))) throw new Invalid({ asked: ['plans.owner-not-a-member'] })
  demand(others.length === 0 || whose.house === null ? 'plans.nobody-asked' : undefined)
  for (const { claim } of versions) if (claim?.state === 'disputed') await withdrawClaim(at, claim.id, note ?? hash.slice(0, 12))
  const version = { id: newId(), planId: id, number: (versions[0]?.number ?? 0) + 1, hash, note, laidBy: at.viewer.id, laidAt: at.now, approvedAt: null, decisionId: null }
  await at.db.insertInto('planVersion').values({ ...version, content: json(plan.content) }).execute()
  await makeClaims(at, [{ kind: 'plan-version', about: version.id, scope: id, side: whose.house!, others }])
  return tell(at, id, 'laid', { version: version.id, number: version.number, hash })
}

/** A member says what was reached for a measure, or that a task is done; another confirms it. */
export async function claimValue(at: Doing, id: Id, { askId, ...claiming }: Claiming): Promise<PlanFile> {
  const plan = await holdPlan(at.db, at.viewer, id)
  const whose = await whoseOf(at.db, at.viewer, plan)
  demand(whose.mayClaimFor.includes(claiming.sideId) ? undefined : 'plans.only-for-own-member')
  const { measures, tasks } = plan.content
  if (![...measures, ...tasks].some((item) => item.id === claiming.itemId)) throw new Invalid({ itemId: ['plans.no-such-item'] })
  demand(measures.some((one) => one.id === claiming.itemId && (one.code !== null || one.feed !== null)) ? 'plans.fed-by-records' : undefined)
  if (claiming.onDay > at.today) throw new Invalid({ onDay: ['plans.not-yet-happened'] })
  const others = (whose.sides ?? (askId ? [askId] : [])).filter((one) => one !== claiming.sideId)
  if (others.some((one) => !whose.members.includes(one))) throw new Invalid({ askId: ['plans.owner-not-a-member'] })
  if (others.length === 0) throw new Invalid({ askId: ['plans.nobody-asked'] })
  const value = { id: newId(), planId: id, ...claiming, split: json(claiming.split), state: 'open' as const, claimedBy: at.viewer.id, claimedAt: at.now }
  await at.db.insertInto('planValue').values(value).execute()
  await makeClaims(at, [{ kind: 'plan-value', about: value.id, scope: id, side: claiming.sideId, others }])
  return tell(at, id, 'claimed', { value: value.id, item: claiming.itemId, amount: claiming.value, onDay: claiming.onDay })
}

/** Why a measure stands as it does. What it stands at is computed at that moment and kept with the words. */
export async function commentOn(at: Doing, id: Id, { measureId, lang, words }: Commenting): Promise<PlanFile> {
  const plan = await holdPlan(at.db, at.viewer, id)
  const whose = await whoseOf(at.db, at.viewer, plan)
  demand(whose.mayWrite || whose.mayClaimFor.length > 0 ? undefined : 'plans.only-its-people')
  const file = await findPlanFile(at.db, at.viewer, id, at.today)
  const { status } = found((await standingsOf(at.db, at.viewer, plan, plan.content, file.values, at.today)).find(({ subject }) => subject === measureId))
  await at.db.insertInto('planCommentary').values({ id: newId(), planId: id, measureId, status, lang, words, writtenBy: at.viewer.id, writtenAt: at.now }).execute()
  return tell(at, id, 'explained', { measure: measureId, status })
}

export const whyNotWrite = ({ mayWrite, about }: Pick<Whose, 'mayWrite' | 'about'>) => (mayWrite ? undefined : about.kind === 'alliance' ? 'alliances.only-its-secretariat-may' as const : 'commitments.only-a-record-keeper' as const)

async function tell(at: Doing, id: Id, what: string, data: Record<string, unknown>): Promise<PlanFile> {
  await record(at, { what: `plan.${what}`, about: id, data })
  return findPlanFile(at.db, at.viewer, id, at.today)
}

function refuse(fields: Record<string, string[]>): void {
  if (Object.keys(fields).length > 0) throw new Invalid(fields)
}

/** What the other sides answer decides: a value counts, a version is the plan from that moment. */
for (const deed of ['claim.confirmed', 'claim.disputed', 'claim.made-again', 'claim.withdrawn']) {
  when(deed, async (at, { about, data }) => {
    const [thing, state] = [data['thing'] as Id, data['state'] as 'open']
    if (data['kind'] === 'plan-value') await at.db.updateTable('planValue').set({ state }).where('id', '=', thing).execute()
    if (data['kind'] !== 'plan-version' || (state as string) !== 'confirmed') return
    await approve(at, about, thing, null)
  })
}

async function approve(at: Hand, planId: Id, version: Id, decisionId: Id | null): Promise<void> {
  await at.db.updateTable('planVersion').set({ approvedAt: at.now, decisionId }).where('id', '=', version).where('approvedAt', 'is', null).execute()
  await at.db.updateTable('plan').set({ approvedId: version }).where('id', '=', planId).execute()
  await record(at, { what: 'plan.approved', about: planId, data: { version, decision: decisionId } })
}

/** A body of the alliance or of the agreement may decide on a version in place of the sides one by one; of a plan it is the latest that was laid. */
when('decision.taken', async (at, { data }) => {
  if (data['aboutKind'] !== 'plan' && data['aboutKind'] !== 'plan-version') return
  const version = await at.db.selectFrom('planVersion').innerJoin('plan', 'plan.id', 'planVersion.planId').select(['planVersion.id', 'planVersion.approvedAt', 'plan.id as planId', 'plan.allianceId', 'plan.agreementId'])
    .where(data['aboutKind'] === 'plan' ? 'plan.id' : 'planVersion.id', '=', data['aboutId'] as Id).orderBy('number', 'desc').limit(1).executeTakeFirst()
  const theirs = version && (version.agreementId ? await bindsSides(at.db, version.agreementId, data) : version.allianceId === data['alliance'])
  if (!version || !theirs || version.approvedAt) return
  await approve(at, version.planId, version.id, data['decision'] as Id)
  for (const claim of await claimsAbout(at.db, 'plan-version', [version.id])) if (claim.state === 'open') await withdrawClaim(at, claim.id, `№ ${String(data['number'])}`)
})
