// The verbs of a review: begun, written, laid before the other sides, taken back, and carried out where its outcome leads to a deed of the term.
import { bindsSides } from '#domains/agreements/decided-store.ts'
import { createHash } from 'node:crypto'
import { actOnTerm } from '#domains/commitments/term-actions.ts'
import { makeClaims, withdrawClaim } from '#domains/confirmations/actions.ts'
import { claimsAbout } from '#domains/confirmations/store.ts'
import { canonical, type Hand } from '#platform/audit/journal.ts'
import { when } from '#platform/audit/news.ts'
import { json } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found, Invalid, type Reason, Refused } from '#platform/refusals.ts'
import { factsOf } from './facts-store.ts'
import type { Move, Review, ReviewFile, Writing } from './model.ts'
import { contentOf, findReviewFile, holdReview, reviewing, whyNotCarryOut } from './review-store.ts'
import { actOf, mistakesIn, whyNotBegin, whyNotLay, whyNotReopen, whyNotWrite, yearsOf } from './rules.ts'
import { tellOf } from './telling.ts'
import { whoseAgreement } from './whose-store.ts'

/** Of an agreement and a year there is one: who begins it a second time is led to the first. */
export async function beginReview(at: Doing, agreementId: Id, year: number): Promise<ReviewFile> {
  const whose = await whoseAgreement(at.db, at.viewer, agreementId)
  const { holdsFrom } = await at.db.selectFrom('agreement').select('holdsFrom').where('id', '=', agreementId).executeTakeFirstOrThrow()
  demand(whyNotBegin({ ...whose, reviewing: reviewing(whose.parties, at.viewer) }, year, at.today, { holdsFrom }))
  const row = {
    id: newId(), agreementId, year, state: 'open' as const, moves: json<Move[]>([]), outcome: null, because: json({}), conditions: json({}), summary: json({}), hearingOn: null, content: null, hash: null, layingId: null, sideId: null,
    begunBy: at.viewer.id, begunAt: at.now, changedAt: at.now, laidBy: null, laidAt: null, agreedAt: null, decisionId: null,
  }
  const made = await at.db.insertInto('review').values(row).onConflict((on) => on.columns(['agreementId', 'year']).doNothing()).returning('id').executeTakeFirst()
  if (made) return tell(at, row, 'begun', {})
  const { id } = await at.db.selectFrom('review').select('id').where('agreementId', '=', agreementId).where('year', '=', year).executeTakeFirstOrThrow()
  return findReviewFile(at.db, at.viewer, id, at.today, at.now)
}

/** What was seen must still be what stands there. A move that was there already keeps who made it. */
export async function writeReview(at: Doing, id: Id, { seen, moves, because, conditions, summary, ...written }: Writing): Promise<ReviewFile> {
  const { review, whose } = await holdReview(at.db, at.viewer, id)
  demand(whyNotWrite(review, whose))
  if (review.changedAt !== seen) throw new Refused('reviews.changed-meanwhile', { seen, changedAt: review.changedAt })
  refuse(mistakesIn(moves, await factsOf(at.db, review.agreementId, whose.sides, review.year, at.today)))
  const kept = moves.map((move): Move => review.moves.find((one) => one.criterion === move.criterion && one.by === move.by && one.reason === move.reason)
    ?? { ...move, sideId: whose.reviewing[0]!, personId: at.viewer.id, at: at.now })
  await at.db.updateTable('review').set({ ...written, moves: json(kept), because: json(because), conditions: json(conditions), summary: json(summary), changedAt: at.now }).where('id', '=', id).execute()
  return tell(at, review, 'written', { outcome: written.outcome, moves: kept.map(({ criterion, by, reason }) => ({ criterion, by, reason })) })
}

/** What stands there now is frozen, and every other side is asked to agree to it. */
export async function layReview(at: Doing, id: Id): Promise<ReviewFile> {
  const known = await holdReview(at.db, at.viewer, id)
  const { review, whose } = known
  const content = await contentOf(at.db, known, at.today)
  refuse(mistakesIn(review.moves, content.facts))
  demand(whyNotLay(review, whose, content.reckoned.outcome))
  const [[side], layingId] = [whose.kept, newId()]
  const hash = createHash('sha256').update(canonical(content)).digest('hex')
  await at.db.updateTable('review').set({ state: 'laid', content: json(content), hash, layingId, sideId: side!, laidBy: at.viewer.id, laidAt: at.now, changedAt: at.now }).where('id', '=', id).execute()
  await makeClaims(at, [{ kind: 'review', about: layingId, scope: id, side: side!, others: whose.sides }])
  return tell(at, review, 'laid', { side, total: content.reckoned.total, outcome: review.outcome, hash }, { fileSha256: hash })
}

/** Taken back by the side that laid it, or, after a hearing, opened to be decided anew. What was laid before stays in the journal by its hash. */
export async function reopenReview(at: Doing, id: Id, because: string): Promise<ReviewFile> {
  const { review, whose } = await holdReview(at.db, at.viewer, id)
  demand(whyNotReopen(review, whose))
  for (const claim of await claimsAbout(at.db, 'review', [review.layingId!])) await withdrawClaim(at, claim.id, because)
  await at.db.updateTable('review').set({ state: 'open', content: null, hash: null, layingId: null, sideId: null, laidBy: null, laidAt: null, agreedAt: null, decisionId: null, changedAt: at.now }).where('id', '=', id).execute()
  return tell(at, review, 'reopened', { because, hash: review.hash })
}

/** The deed of the term to which the outcome leads: a renewal for so many years, which the others confirm, or a notice. */
export async function carryOut(at: Doing, id: Id): Promise<ReviewFile> {
  const known = await holdReview(at.db, at.viewer, id)
  const { agreementId, outcome, because, year } = known.review
  demand((await whyNotCarryOut(at.db, at.viewer, known, at.now) ?? undefined) as Reason | undefined)
  const reason = Object.values(because).find((words) => words?.trim()) ?? null
  await actOnTerm(at, agreementId, { act: actOf(outcome!)!, years: yearsOf(outcome!), reason, effectiveOn: null })
  return tell(at, known.review, 'carried-out', { outcome, year })
}

async function tell(at: Doing, { id, agreementId, year }: Pick<Review, 'id' | 'agreementId' | 'year'>, what: string, data: Record<string, unknown>, open: Record<string, unknown> = {}): Promise<ReviewFile> {
  // That it is being written is nobody's news.
  await tellOf(at, { what: `review.${what}`, thing: id, agreementId: what === 'written' ? null : agreementId, data: { year, ...data }, open: { year, ...open } })
  return findReviewFile(at.db, at.viewer, id, at.today, at.now)
}

function refuse(fields: Record<string, string[]>): void {
  if (Object.keys(fields).length > 0) throw new Invalid(fields)
}

async function agree(at: Hand, id: Id, decisionId: Id | null): Promise<void> {
  const row = await at.db.updateTable('review').set({ state: 'agreed', agreedAt: at.now, decisionId, changedAt: at.now }).where('id', '=', id).where('state', '=', 'laid').returning(['agreementId', 'year', 'outcome', 'hash']).executeTakeFirst()
  if (row) await tellOf(at, { what: 'review.agreed', thing: id, agreementId: row.agreementId, data: { year: row.year, outcome: row.outcome, hash: row.hash, decision: decisionId }, open: { year: row.year } })
}

/** The last of the other sides to confirm agrees; what is disputed is told in the history of the agreement too. */
when('claim.confirmed', async (at, { about, data }) => {
  if (data['kind'] === 'review' && data['state'] === 'confirmed') await agree(at, about, null)
})
when('claim.disputed', async (at, { about, data }) => {
  if (data['kind'] !== 'review') return
  const { agreementId, year } = found(await at.db.selectFrom('review').select(['agreementId', 'year']).where('id', '=', about).executeTakeFirst())
  await tellOf(at, { what: 'review.disputed', thing: about, agreementId, data: { year, because: data['reason'], side: data['side'] }, open: { year } })
})

/** A body of the agreement may decide in place of the sides one by one. */
when('decision.taken', async (at, { data }) => {
  if (data['aboutKind'] !== 'review') return
  const review = await at.db.selectFrom('review').select(['id', 'agreementId', 'state', 'layingId']).where('id', '=', data['aboutId'] as Id).executeTakeFirst()
  if (!review || review.state !== 'laid' || !await bindsSides(at.db, review.agreementId, data)) return
  await agree(at, review.id, data['decision'] as Id)
  for (const claim of await claimsAbout(at.db, 'review', [review.layingId!])) if (claim.state !== 'confirmed') await withdrawClaim(at, claim.id, `№ ${String(data['number'])}`)
})
