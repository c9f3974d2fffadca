// What waits about terms and offices: a term to decide on, a lapse to take note of, an office to hand over. A turn is a side's and not a
// person's, so an office that is vacant takes none away.
import { type RawBuilder, sql } from 'kysely'
import { seenBy } from '#domains/agreements/store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Database, Reading } from '#platform/db/database.ts'
import type { Day, Id, Instant } from '#platform/kinds.ts'
import { type Asked, bringTurns, type Waiting } from '#platform/turns.ts'

type Row = { kind: Kind; about: Id; agreementId: Id | null; title: Record<string, string>; sideId: Id; since: Instant; due: Day | null; count: number }
type Kind = 'decide' | 'lapsed' | 'hand-over'
const addressOf = ({ kind, about }: Row): string => (kind === 'hand-over' ? '/handovers' : `/agreements/${about}/term`)

/** Nobody waits for another to decide: each side may. */
export async function termTurns(db: Reading, viewer: Viewer, { whose, sides, now, limit }: Asked): Promise<Waiting> {
  if (whose === 'theirs') return { rows: [], count: 0 }
  const own = sql<Id[]>`${sides as Id[]}::uuid[]`
  const all = sql.join(Object.values(parts).map((part) => part(own, now)), sql` union all `)
  const { rows } = await sql<Row>`with seen as materialized (${seenBy(db, viewer).selectAll('agreement').where(sql<boolean>`agreement.party_ids && ${own}`)}), turn as (${all})
    select kind, about, agreement_id as "agreementId", title, side_id as "sideId", since, due, (count(*) over ())::int as count from turn order by since, about limit ${limit}`.execute(db as Database)
  return { count: rows[0]?.count ?? 0, rows: rows.map(({ count: _count, ...row }) => ({ ...row, kind: `commitments.${row.kind}`, to: addressOf({ ...row, count: 0 }), facts: {} })) }
}
bringTurns(termTurns)

/** A title by language: of an agreement, as it is written and in the others. */
const title = sql`seen.titles || jsonb_build_object(coalesce(seen.title_lang, 'en'), seen.title)`
/** The day that it is where the agreement counts. */
const today = (now: Instant) => sql`(${now}::timestamptz at time zone seen.day_zone)::date`
/** The end that lies ahead: of a term, or the eve of the day on which it renews itself. */
const ending = sql`coalesce(clock.renews_on - 1, seen.holds_until)`

const parts: Record<Kind, (own: RawBuilder<Id[]>, now: Instant) => RawBuilder<unknown>> = {
  'decide': (own, now) => sql`select 'decide' as kind, seen.id as about, seen.id as agreement_id, ${title} as title, side.id as side_id, (${ending} - make_interval(months => coalesce((select max(m) from unnest(ladder.months) m), 12)))::timestamptz as since, ${ending} as due
    from seen left join term_clock clock on clock.agreement_id = seen.id left join term_ladder ladder on ladder.agreement_id = seen.id
    cross join lateral (select p.organisation_id as id from agreement_party p where p.agreement_id = seen.id and p.role <> 'witness' and p.organisation_id = any(${own}) order by p.place limit 1) side
    where seen.party_ids && ${own} and not seen.draft and seen.ended_on is null and (seen.holds_until >= ${today(now)} or clock.renews_on > ${today(now)})
      and ${ending} <= ${today(now)} + make_interval(months => coalesce((select max(m) from unnest(ladder.months) m), 12))
      and not exists (select 1 from term_act a where a.agreement_id = seen.id and a.ends_on = ${ending} and a.state <> 'withdrawn')`,
  'lapsed': (own) => sql`select 'lapsed', seen.id, seen.id, ${title}, side.id, l.told_at, l.until_on from term_lapse l join seen on seen.id = l.agreement_id
    cross join lateral (select p.organisation_id as id from agreement_party p where p.agreement_id = seen.id and p.role <> 'witness' and p.organisation_id = any(${own}) order by p.place limit 1) side
    where seen.holds_until = l.until_on and seen.ended_on is null and not exists (select 1 from term_act a where a.agreement_id = seen.id and a.ends_on = l.until_on and a.state <> 'withdrawn' and (a.act <> 'let-lapse' or a.side_id = side.id))`,
  'hand-over': (own) => sql`select 'hand-over', h.id, null::uuid, jsonb_build_object('en', p.name), h.organisation_id, h.vacated_at, null::date from handover h join person p on p.id = h.person_id where h.organisation_id = any(${own}) and h.state = 'open'`,
}
