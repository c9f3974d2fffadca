// What a side that is asked to agree to a review sees of it, and whose turn it is: a review that waits for an answer or was disputed, one that is
// due, a hearing that comes, a challenge without an answer, a proposal that nobody has decided on.
import { type RawBuilder, sql } from 'kysely'
import { claimsOf } from '#domains/confirmations/actions.ts'
import type { ClaimShown } from '#domains/confirmations/model.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Database, Reading, Writing } from '#platform/db/database.ts'
import type { Day, Id, Instant } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { type Asked, bringTurns, type Waiting } from '#platform/turns.ts'
import { seenBy } from './review-store.ts'
import { dueOn, middleOf } from './rules.ts'
import { innerTo } from './whose-store.ts'

type Known = { about: Id; scope: Id }
const seen = async (db: Reading, viewer: Viewer, { scope }: Known): Promise<boolean> => Boolean(await seenBy(db, viewer).select('review.id').where('review.id', '=', scope).executeTakeFirst())
const held = async (db: Writing, viewer: Viewer, { scope }: Known): Promise<boolean> => Boolean(await seenBy(db, viewer).select('review.id').where('review.id', '=', scope).forUpdate('review').executeTakeFirst())

claimsOf('review', { seen, held, shown })

/** A claim that was taken back speaks of what was laid then, of which only the year is left. */
async function shown(db: Reading, { about, scope }: Known): Promise<ClaimShown> {
  const { year, agreementId, layingId, ...laid } = found(await db.selectFrom('review').select(['content', 'year', 'hash', 'agreementId', 'layingId']).where('id', '=', scope).executeTakeFirst())
  const line = (key: string, values: ClaimShown['lines'][number]['values']): ClaimShown['lines'][number] => ({ label: `reviews.claim.${key}`, key: `reviews.claim.${key}.value`, values })
  const { content, hash } = layingId === about ? laid : { content: null, hash: null }
  const titles = content?.agreement.names ?? (await db.selectFrom('agreement').select(sql<Record<string, string>>`titles || jsonb_build_object(coalesce(title_lang, 'en'), title)`.as('names')).where('id', '=', agreementId).executeTakeFirstOrThrow()).names
  const points = content?.reckoned.total
  return {
    title: titles as ClaimShown['title'], lang: null, evidence: [], within: { to: `/reviews/${scope}`, key: 'reviews.to-review' },
    lines: [
      line('year', { year: String(year) }), ...(points !== null && points !== undefined ? [line('total', { total: points })] : []),
      ...(content?.outcome ? [{ label: 'reviews.claim.outcome', key: `reviews.outcomes.${content.outcome}`, values: {} }] : []), ...(hash ? [line('hash', { hash })] : []),
    ],
  }
}

type Row = { kind: string; about: Id; agreementId: Id | null; title: Record<string, string>; sideId: Id; since: Instant; due: Day | null; facts: Record<string, string>; count: number; place: string }
const titleOf = sql`seen.titles || jsonb_build_object(coalesce(seen.title_lang, 'en'), seen.title)`
const oneOf = (own: RawBuilder<Id[]>) => sql`cross join lateral (select p.organisation_id as id from agreement_party p where p.agreement_id = seen.id and p.role <> 'witness' and p.organisation_id = any(${own}) order by p.place limit 1) side`

bringTurns(async (db, viewer, { whose, sides, today, limit }: Asked): Promise<Waiting> => {
  const own = sql<Id[]>`${sides as Id[]}::uuid[]`
  const parts = whose === 'yours' ? [claims(own, 'yours'), due, hearings(own), challenges(own), areas(own)] : [claims(own, 'theirs')]
  const { rows } = await sql<Row>`with seen as materialized (${innerTo(db, viewer).select(['agreement.id', 'agreement.title', 'agreement.titleLang', 'agreement.titles', 'agreement.draft', 'agreement.holdsFrom', 'agreement.holdsUntil']).where(sql<boolean>`agreement.party_ids && ${own}`)}), pending as (${pending(own, today)}), turn as (${sql.join(parts, sql` union all `)})
    select kind, about, agreement_id as "agreementId", title, side_id as "sideId", since, due, facts, place, (count(*) over ())::int as count from turn order by since, about limit ${limit}`.execute(db as Database)
  return { count: rows[0]?.count ?? 0, rows: rows.map(({ count: _count, place, kind, ...row }) => ({ ...row, kind: `confirmations.${kind}`, to: place })) }
})

/** Laid, and a side has not answered; or disputed, and the side that laid it has to. */
const claims = (own: RawBuilder<Id[]>, whose: Asked['whose']) => sql`select case when w.answer = 'open' then 'review' else 'review-disputed' end as kind, q.id as about, seen.id as agreement_id, ${titleOf} as title, w.organisation_id as side_id,
    coalesce(q.settled_at, q.claimed_at) as since, null::date as due, jsonb_build_object('year', r.year::text) as facts, '/confirmations/' || q.id as place
  from seen join review r on r.agreement_id = seen.id and r.state = 'laid' join confirmation q on q.about = r.laying_id and q.kind = 'review' join confirmation_side w on w.confirmation_id = q.id
  where ((w.answer = 'open' and q.state in ('open', 'disputed')) or (w.answer = 'claims' and q.state = 'disputed'))
    and ${whose === 'yours' ? sql`w.organisation_id = any(${own})` : sql`w.organisation_id <> all(${own}) and exists (select from confirmation_side o where o.confirmation_id = q.id and o.organisation_id = any(${own}) and o.answer <> w.answer)`}`

/** Of the year before, from its end until a year later, where something is promised; and those that were begun and not laid. */
function pending(own: RawBuilder<Id[]>, today: Day) {
  const year = Number(today.slice(0, 4)) - 1
  return sql`select seen.id as agreement_id, r.id as review_id, ${titleOf} as title, side.id as side_id, coalesce(r.begun_at, make_timestamptz(${year + 1}::int, 1, 1, 0, 0, 0, 'UTC')) as since, ${dueOn(year)}::date as due, ${year}::int as year,
      count(*) filter (where r.id is null) over (partition by side.id) as many
    from seen left join review r on r.agreement_id = seen.id and r.year = ${year}::int ${oneOf(own)}
    where not seen.draft and seen.holds_from <= ${middleOf(year)}::date and (seen.holds_until is null or seen.holds_until >= ${middleOf(year)}::date) and (r.id is null or r.state = 'open')
      and exists (select from commitment c where c.agreement_id = seen.id and c.withdrawn_at is null)`
}

/** So many that are due stand one by one; more of them are one line with the list behind it, so that they do not hide what waits for an answer. */
const fewDue = 3
const due = sql`select case when review_id is null then 'review-due' else 'review-open' end, coalesce(review_id, agreement_id), agreement_id, title, side_id, since, due, jsonb_build_object('year', year::text),
    case when review_id is null then '/reviews/new?agreement=' || agreement_id || '&year=' || year else '/reviews/' || review_id end
  from pending where review_id is not null or many <= ${fewDue}
  union all select 'reviews-due', o.id, null::uuid, jsonb_strip_nulls(jsonb_build_object('en', coalesce(o.name_en, o.name), 'zh', o.name_zh, 'ru', o.name_ru, 'ur', o.name_ur)), o.id, min(since), min(due),
    jsonb_build_object('year', min(year)::text, 'count', count(*)::text), '/reviews?year=' || min(year)
  from pending join organisation o on o.id = side_id where review_id is null and many > ${fewDue} group by o.id`

const hearings = (own: RawBuilder<Id[]>) => sql`select 'review-hearing', r.id, seen.id, ${titleOf}, side.id, r.agreed_at, r.hearing_on, jsonb_build_object('year', r.year::text), '/reviews/' || r.id
  from seen join review r on r.agreement_id = seen.id and r.state = 'agreed' and r.outcome = 'hearing' ${oneOf(own)} where not exists (select from review later where later.agreement_id = r.agreement_id and later.year > r.year)`

const challenges = (own: RawBuilder<Id[]>) => sql`select 'challenge', c.id, seen.id, c.what, c.owner_id, c.recorded_at, null::date, '{}'::jsonb, '/agreements/' || seen.id || '/challenges'
  from seen join challenge c on c.agreement_id = seen.id where c.owner_id = any(${own}) and c.resolved_on is null and c.answer = '{}'`

/** For the sides that did not propose it. */
const areas = (own: RawBuilder<Id[]>) => sql`select 'new-area', a.id, seen.id, a.what, side.id, a.proposed_at, null::date, '{}'::jsonb, '/agreements/' || seen.id || '/new-areas'
  from seen join new_area a on a.agreement_id = seen.id and a.state = 'open' ${oneOf(own)} where a.side_id <> all(${own})`
