// Which agreements are to be reviewed for a year, and how far each review is: of one's own, or of an alliance; and the reviews of one agreement.
import { sql } from 'kysely'
import { seenBy as agreementsSeen, withinAlliance } from '#domains/agreements/store.ts'
import { seenBy as alliancesSeen } from '#domains/alliances/store.ts'
import { organisationsOf, type Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Day, Id } from '#platform/kinds.ts'
import { found, Refused } from '#platform/refusals.ts'
import type { DueList, OfAgreement, Review, ReviewLine } from './model.ts'
import { reviewing } from './review-store.ts'
import { dueOn, middleOf, whyNotBegin } from './rules.ts'
import { innerTo, namesColumn, type Parties, partiesColumn, whoseAgreement } from './whose-store.ts'

const atOnce = 50
type Wanted = { alliance?: Id | undefined; year?: number | undefined; after?: string | undefined }

/** What is not agreed yet first, then what ends soonest. Of an alliance one sees how far each is, and what was found only of one's own. */
export async function listDue(db: Reading, viewer: Viewer, { alliance, year = 0, after }: Wanted, today: Day): Promise<DueList> {
  const of = year || Number(today.slice(0, 4)) - 1
  const skip = after === undefined ? 0 : Number(/^\d{1,6}$/.exec(after)?.[0] ?? Number.NaN)
  if (Number.isNaN(skip)) throw new Refused('agreements.bookmark-unknown', {}, 422)
  if (alliance) found(await alliancesSeen(db, viewer).select('alliance.id').where('alliance.id', '=', alliance).executeTakeFirst())
  const own = organisationsOf(viewer)
  const rows = await (alliance ? agreementsSeen(db, viewer).where(withinAlliance(alliance)) : innerTo(db, viewer)).leftJoin('review', (join) => join.onRef('review.agreementId', '=', 'agreement.id').on('review.year', '=', of))
    .select(['agreement.id as agreementId', 'agreement.holdsFrom', 'agreement.draft', namesColumn.as('names'), partiesColumn.as('parties'), 'review.id as reviewId', 'review.state', 'review.outcome', 'review.agreedAt'])
    .select([sql<number | null>`(review.content->'reckoned'->>'total')::float8`.as('total'), sql<boolean>`agreement.party_ids && ${own}::uuid[]`.as('inner'), sql<number>`(count(*) over ())::int`.as('count')])
    .where('agreement.draft', '=', false).where(sql<boolean>`agreement.holds_from <= ${middleOf(of)}::date and (agreement.holds_until is null or agreement.holds_until >= ${middleOf(of)}::date)`)
    .orderBy(sql`review.state is not distinct from 'agreed'`).orderBy('agreement.holdsUntil', (order) => order.asc().nullsLast()).orderBy('agreement.id').limit(atOnce + 1).offset(skip).execute()
  return {
    year: of, total: rows[0]?.count ?? null, next: rows.length > atOnce ? String(skip + atOnce) : null,
    rows: rows.slice(0, atOnce).map((row) => lineOf({ ...row, year: of }, viewer, today, row.inner || viewer.admin)),
  }
}

type Row = Pick<ReviewLine, 'agreementId' | 'names' | 'year' | 'total' | 'outcome'> & { holdsFrom: Day | null; draft: boolean; parties: Parties; reviewId: Id | null; state: Review['state'] | null; agreedAt: string | null }
function lineOf({ agreementId, names, year, reviewId, state, outcome, total, agreedAt, ...of }: Row, viewer: Viewer, today: Day, inner: boolean): ReviewLine {
  const due = dueOn(year)
  const mayBegin = reviewId === null && whyNotBegin({ draft: of.draft, kept: [], reviewing: reviewing(of.parties, viewer) }, year, today, of) === undefined
  // Who is not of its sides sees that it was reviewed, and not what was found.
  const found = inner ? { reviewId, outcome: state === 'open' ? null : outcome, total } : { reviewId: null, outcome: null, total: null }
  return { agreementId, names, year, state: state ?? 'due', dueOn: due, late: state !== 'agreed' && today > due, agreedAt, mayBegin, ...found }
}

/** The years of one agreement that were reviewed, the newest first; and, before them, those of the last two that were not. */
export async function reviewsOf(db: Reading, viewer: Viewer, agreementId: Id, today: Day): Promise<OfAgreement> {
  const whose = await whoseAgreement(db, viewer, agreementId)
  const [{ holdsFrom }, rows, open] = await Promise.all([
    db.selectFrom('agreement').select('holdsFrom').where('id', '=', agreementId).executeTakeFirstOrThrow(),
    db.selectFrom('review').select(['id as reviewId', 'year', 'state', 'outcome', 'agreedAt', sql<number | null>`(content->'reckoned'->>'total')::float8`.as('total')]).where('agreementId', '=', agreementId).orderBy('year', 'desc').limit(60).execute(),
    db.selectFrom('agreement').where('id', '=', agreementId).select([
      sql<number>`(select count(*)::int from challenge c where c.agreement_id = agreement.id and c.resolved_on is null)`.as('challenges'), sql<number>`(select count(*)::int from new_area a where a.agreement_id = agreement.id and a.state = 'open')`.as('areas'),
    ]).executeTakeFirstOrThrow(),
  ])
  const now = Number(today.slice(0, 4))
  const missing = whose.draft ? [] : [now, now - 1].filter((year) => !rows.some((row) => row.year === year) && (holdsFrom === null || holdsFrom <= middleOf(year)))
  const shared = { agreementId, names: whose.names, holdsFrom, draft: whose.draft, parties: whose.parties }
  const lines = [...rows.map((row) => ({ ...shared, ...row })), ...missing.map((year) => ({ ...shared, year, reviewId: null, state: null, outcome: null, total: null, agreedAt: null }))]
  return { lines: lines.map((row) => lineOf(row, viewer, today, true)).toSorted((a, b) => b.year - a.year), open }
}
