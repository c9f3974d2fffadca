// Whose turn it is: members that have not voted, those at whose organisation somebody was proposed, and the house with protests to settle. Their words lie in the
// room of the day, which is the first page.
import { sql } from 'kysely'
import { organisationsOf, type Viewer } from '#platform/auth/viewer.ts'
import type { Database, Reading } from '#platform/db/database.ts'
import type { Day, Id } from '#platform/kinds.ts'
import { type Asked, bringTurns, type Waiting } from '#platform/turns.ts'

type Waits = { kind: string; about: Id; sideId: Id; since: string; due: Day | null; goes: string; count: number; name: Record<string, string> }
const waits = sql`
  select 'vote' as kind, v.id as about, v.organisation_id as side_id, e.opened_at as since, e.vote_until as due, '/elections/' || e.id as goes, e.alliance_id from election_voter v join election e on e.id = v.election_id and e.round = v.round
    where v.voted_at is null and e.counted_at is null and e.cancelled_at is null
      and not exists (select from alliance_standing s where s.alliance_id = e.alliance_id and s.organisation_id = v.organisation_id and s.until_on is null and 'vote' = any(s.suspended))
  union all select 'candidacy', c.id, c.organisation_id, c.nominated_at, e.nominate_until, '/elections/' || e.id, e.alliance_id from election_candidate c join election e on e.id = c.election_id where c.answer is null and e.opened_at is null and e.cancelled_at is null
  union all select 'protest', p.id, coalesce(a.host_id, a.organisation_id), p.raised_at, null::date, '/elections/' || e.id, e.alliance_id from election_protest p join election e on e.id = p.election_id join alliance a on a.id = e.alliance_id where p.answer is null and e.cancelled_at is null`

bringTurns(async (db: Reading, viewer: Viewer, { whose, sides, limit }: Asked): Promise<Waiting> => {
  const own = sql`${sides as Id[]}::uuid[]`
  const houses = sql`${organisationsOf(viewer, 'secretariat', 'director').filter((id) => sides.includes(id))}::uuid[]`
  const theirs = sql`w.side_id <> all(${own}) and exists (select from alliance h where h.id = w.alliance_id and (h.organisation_id = any(${houses}) or h.host_id = any(${houses})))`
  const { rows } = await sql<Waits>`select w.*, (count(*) over ())::int as count, jsonb_build_object('en', o.name_en, 'zh', o.name_zh, 'ru', o.name_ru, 'ur', o.name_ur) as name
    from (${waits}) w join alliance a on a.id = w.alliance_id join organisation o on o.id = a.organisation_id
    where ${whose === 'yours' ? sql`w.side_id = any(${own})` : theirs} order by w.since, w.about limit ${limit}`.execute(db as Database)
  return { count: rows[0]?.count ?? 0, rows: rows.map(({ kind, about, sideId, since, due, goes, name }) => ({ kind: `today.${kind}`, about, agreementId: null, title: name, sideId, since, due, facts: {}, to: goes })) }
})
