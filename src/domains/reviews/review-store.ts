// How a review is found and held. Of one that is being written the facts are as of today; what was laid is read as it was laid.
import { sql } from 'kysely'
import type { Party } from '#domains/agreements/model.ts'
import { sidesHeld } from '#domains/agreements/rules.ts'
import { historyAbout } from '#domains/agreements/store.ts'
import { findTerm } from '#domains/commitments/store.ts'
import { claimsAbout } from '#domains/confirmations/store.ts'
import type { OrganisationBrief } from '#domains/organisations/model.ts'
import { keptAfterMerges, organisationsById } from '#domains/organisations/store.ts'
import { recordKeepers, type Role, type Viewer } from '#platform/auth/viewer.ts'
import type { Reading, Writing } from '#platform/db/database.ts'
import type { Day, Id, Instant } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { proposalsOf } from './area-store.ts'
import { challengesOf, openBetween } from './challenge-store.ts'
import { factsOf } from './facts-store.ts'
import { Outcome, type Review, type ReviewContent, type ReviewFile } from './model.ts'
import { actOf, dueOn, reckon, whyNotLay, whyNotReopen, whyNotWrite } from './rules.ts'
import { innerTo, type Whose, whoseAgreement } from './whose-store.ts'
import './tables.ts'

/** Those who write a review: who keeps the records of a side, and its members of the committee. */
export const reviewers: Role[] = [...recordKeepers, 'committee-member']
export const reviewing = (parties: Pick<Party, 'organisationId' | 'role'>[], viewer: Viewer): Id[] => sidesHeld(parties, viewer, ...reviewers)

/** Reviews of the agreements to which this viewer is inner. */
export const seenBy = (db: Reading, viewer: Viewer) => db.selectFrom('review').where('review.agreementId', 'in', innerTo(db, viewer).select('agreement.id'))

export type Known = { review: Review; whose: Whose & { reviewing: Id[] } }
export async function findReview(db: Reading, viewer: Viewer, id: Id): Promise<Known> {
  const review = await asNow(db, found(await seenBy(db, viewer).selectAll('review').where('review.id', '=', id).executeTakeFirst()))
  return { review, whose: await known(db, viewer, review) }
}

/** Held until this transaction ends. */
export async function holdReview(db: Writing, viewer: Viewer, id: Id): Promise<Known> {
  const review = await asNow(db, found(await seenBy(db, viewer).selectAll('review').where('review.id', '=', id).forUpdate('review').executeTakeFirst()))
  return { review, whose: await known(db, viewer, review) }
}

/** A side that became one with another organisation is that one now. What was laid stays as it was laid. */
async function asNow(db: Reading, review: Review): Promise<Review> {
  const kept = await keptAfterMerges(db, review.moves.map(({ sideId }) => sideId))
  return kept.size === 0 ? review : { ...review, moves: review.moves.map((move) => ({ ...move, sideId: kept.get(move.sideId) ?? move.sideId })) }
}

async function known(db: Reading, viewer: Viewer, { agreementId }: Review): Promise<Known['whose']> {
  const whose = await whoseAgreement(db, viewer, agreementId)
  return { ...whose, reviewing: reviewing(whose.parties, viewer) }
}

const namesOf = ({ nameEn, nameZh, nameRu, nameUr, name }: OrganisationBrief): Record<string, string> => Object.fromEntries(Object.entries({ en: nameEn ?? name, zh: nameZh, ru: nameRu, ur: nameUr }).filter((one): one is [string, string] => Boolean(one[1])))

/** The review as it would be laid now. */
export async function contentOf(db: Reading, { review, whose }: Known, today: Day): Promise<ReviewContent> {
  const { agreementId, year, moves, outcome, because, conditions, summary, hearingOn } = review
  const [facts, challenges, areas, organisations] = await Promise.all([
    factsOf(db, agreementId, whose.sides, year, today), challengesOf(db, { agreement: agreementId }), proposalsOf(db, agreementId), organisationsById(db, whose.sides),
  ])
  const within = (at: Instant) => at.slice(0, 10) >= facts.from && at.slice(0, 10) <= facts.asOf
  return {
    agreement: { id: agreementId, names: whose.names }, sides: whose.sides.map((id) => ({ id, names: namesOf(organisations.get(id)!) })), facts, reckoned: reckon(facts, moves),
    moves, outcome, because, conditions, summary, hearingOn,
    challenges: openBetween(challenges, facts.from, facts.asOf).map(({ recordedBy: _by, recordedAt: _at, changedAt: _changed, ...one }) => one),
    areas: areas.filter(({ state, proposedAt, settledAt }) => state === 'open' || within(proposedAt) || (settledAt !== null && within(settledAt))).map(({ id, what, state, sideId, because }) => ({ id, what, state, sideId, because })),
  }
}

export async function findReviewFile(db: Reading, viewer: Viewer, id: Id, today: Day, now: Instant): Promise<ReviewFile> {
  const { review, whose } = await findReview(db, viewer, id)
  const { content, ...row } = review
  const of = content ?? await contentOf(db, { review, whose }, today)
  const [claims, organisations, before, history] = await Promise.all([row.layingId ? claimsAbout(db, 'review', [row.layingId]) : [], organisationsById(db, whose.sides), lastBefore(db, review), historyAbout(db, id)])
  const claim = claims.find(({ state }) => state !== 'withdrawn') ?? null
  return {
    ...row, of, claim: claim ? { id: claim.id, state: claim.state } : null, sides: whose.sides.flatMap((side) => organisations.get(side) ?? []), dueOn: dueOn(row.year), before,
    history: history.filter(({ what }) => what.startsWith('review.')).map(({ data, ...line }) => ({ ...line, because: typeof data['because'] === 'string' ? data['because'] : null, outcome: Outcome.safeParse(data['outcome']).data ?? null })),
    whyNot: {
      write: whyNotWrite(review, whose) ?? null, lay: whyNotLay(review, whose, of.reckoned.outcome) ?? null, reopen: whyNotReopen(review, whose) ?? null,
      carryOut: await whyNotCarryOut(db, viewer, { review, whose }, now),
    },
  }
}

/** Why the deed to which the outcome leads is closed; that of the term says its own reasons. */
export async function whyNotCarryOut(db: Reading, viewer: Viewer, { review, whose }: Known, now: Instant): Promise<string | null> {
  const act = review.outcome ? actOf(review.outcome) : null
  if (review.state !== 'agreed') return 'reviews.not-agreed'
  if (whose.kept.length === 0) return 'commitments.only-a-record-keeper'
  return act === null ? 'reviews.nothing-to-carry-out' : (await findTerm(db, viewer, review.agreementId, now)).whyNot[act] ?? null
}

/** What was agreed for the year before this one, with the conditions under which it was renewed. */
async function lastBefore(db: Reading, { agreementId, year }: Review): Promise<ReviewFile['before']> {
  const row = await db.selectFrom('review').select(['id', 'year', 'outcome', 'conditions', sql<number | null>`(content->'reckoned'->>'total')::float8`.as('total')]).where('agreementId', '=', agreementId)
    .where('year', '<', year).where('state', '=', 'agreed').orderBy('year', 'desc').limit(1).executeTakeFirst()
  return row ? { ...row, outcome: row.outcome as Outcome } : null
}
