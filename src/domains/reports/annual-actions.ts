// The verbs of an annual report: frozen with its day, laid before the sides, published.
import { bindsSides } from '#domains/agreements/decided-store.ts'
import { createHash } from 'node:crypto'
import { makeClaims, withdrawClaim } from '#domains/confirmations/actions.ts'
import { claimsAbout } from '#domains/confirmations/store.ts'
import { canonical, type Hand, record } from '#platform/audit/journal.ts'
import { when } from '#platform/audit/news.ts'
import { json } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, Invalid } from '#platform/refusals.ts'
import { gatherAnnual, unexplained } from './annual-gathering.ts'
import type { Freezing } from './annual-model.ts'
import { isApproved, whyNotFreeze, whyNotPublish } from './annual-rules.ts'
import { behindOf, findAnnual, isKeptBy } from './annual-store.ts'

/** What is counted at this moment, kept for good; whose word counts beside one's own is asked to approve it. */
export async function freezeAnnual(at: Doing, { asked, ...about }: Freezing): Promise<{ id: Id }> {
  const behind = await behindOf(at, about)
  const content = await gatherAnnual(at, behind.subject, about.year)
  const uncommented = unexplained(content)
  demand(whyNotFreeze({ mayFreeze: behind.mayFreeze, uncommented, agreements: content.agreements, year: about.year, today: at.today }), { count: uncommented })
  const others = behind.everySide ? behind.others : asked
  if (others.some((one) => !behind.others.includes(one))) throw new Invalid({ asked: ['plans.owner-not-a-member'] })
  demand(isApproved(about.kind) && (others.length === 0 || behind.house === null) ? 'plans.nobody-asked' : undefined)
  const id = newId()
  const hash = createHash('sha256').update(canonical(content)).digest('hex')
  await at.db.insertInto('annualReport').values({
    id, kind: about.kind, aboutId: about.aboutId ?? null, country: about.country ?? null, year: about.year, content: json(content), hash, houseId: behind.house, frozenBy: at.viewer.id, frozenAt: at.now,
    approvedAt: null, decisionId: null, publishedAt: null, publishedBy: null,
  }).execute()
  if (isApproved(about.kind)) await makeClaims(at, [{ kind: 'annual-report', about: id, scope: id, side: behind.house!, others }])
  await record(at, { what: 'annual-report.frozen', about: id, data: { ...about, hash } })
  return { id }
}

export async function publishAnnual(at: Doing, id: Id): Promise<void> {
  const report = await findAnnual(at.db, at.viewer, id)
  await at.db.selectFrom('annualReport').select('id').where('id', '=', id).forUpdate().execute()
  demand(whyNotPublish({ ...report, mine: isKeptBy(report, at.viewer) }))
  await at.db.updateTable('annualReport').set({ publishedAt: at.now, publishedBy: at.viewer.id }).where('id', '=', id).execute()
  await record(at, { what: 'annual-report.published', about: id, data: { year: report.year, hash: report.hash } })
}

async function approve(at: Hand, id: Id, decisionId: Id | null): Promise<void> {
  const { numUpdatedRows } = await at.db.updateTable('annualReport').set({ approvedAt: at.now, decisionId }).where('id', '=', id).where('approvedAt', 'is', null).executeTakeFirst()
  if (numUpdatedRows > 0n) await record(at, { what: 'annual-report.approved', about: id, data: { decision: decisionId } })
}

when('claim.confirmed', async (at, { about, data }) => {
  if (data['kind'] === 'annual-report' && data['state'] === 'confirmed') await approve(at, about, null)
})

/** A body of the alliance or the agreement may decide in place of the sides one by one. */
when('decision.taken', async (at, { data }) => {
  if (data['aboutKind'] !== 'annual-report') return
  const report = await at.db.selectFrom('annualReport').select(['id', 'kind', 'aboutId']).where('id', '=', data['aboutId'] as Id).executeTakeFirst()
  if (!report || report.aboutId === null || !(report.kind === 'agreement' ? await bindsSides(at.db, report.aboutId, data) : report.aboutId === data['alliance'])) return
  await approve(at, report.id, data['decision'] as Id)
  for (const claim of await claimsAbout(at.db, 'annual-report', [report.id])) if (claim.state === 'open') await withdrawClaim(at, claim.id, `№ ${String(data['number'])}`)
})
