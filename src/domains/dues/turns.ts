// Whose turn it is: dues that a member has not said it paid, payments that the house has not found, and what a host or a swap waits for. Their words lie
// in the room of the day, which is the first page.
import { type RawBuilder, sql } from 'kysely'
import { organisationsOf, type Viewer } from '#platform/auth/viewer.ts'
import type { Database, Reading } from '#platform/db/database.ts'
import type { Day, Id } from '#platform/kinds.ts'
import { type Asked, bringTurns, type Waiting } from '#platform/turns.ts'

type Waits = { kind: string; about: Id; sideId: Id; since: string; due: Day | null; goes: string; allianceId: Id; count: number; name: Record<string, string> }

/** `side`: whose turn it is; `house`: whose office waits, or answers. */
const waits = sql`
  select 'due' as kind, d.id as about, d.organisation_id as side_id, y.asked_at as since, y.due_on as due, '/dues-years/' || y.id as goes, y.alliance_id from due d join dues_year y on y.id = d.year_id
    where d.waived_at is null and d.amount > coalesce((select sum(p.amount) from due_payment p where p.due_id = d.id and p.state <> 'refused'), 0)
  union all select 'payment', p.id, coalesce(a.host_id, a.organisation_id), p.claimed_at, null::date, '/dues-years/' || y.id, y.alliance_id from due_payment p join due d on d.id = p.due_id join dues_year y on y.id = d.year_id join alliance a on a.id = y.alliance_id where p.state = 'claimed'
  union all select 'hosting', t.id, t.organisation_id, t.proposed_at, null::date, '/alliances/' || t.alliance_id || '/hosting', t.alliance_id from hosting_turn t where t.answer is null
  union all select 'swap', s.id, s.asked_of, s.asked_at, null::date, '/alliances/' || t.alliance_id || '/hosting', t.alliance_id from hosting_swap s join hosting_turn t on t.id = s.turn_id where s.answer is null`

bringTurns(async (db: Reading, viewer: Viewer, { whose, sides, limit }: Asked): Promise<Waiting> => {
  const own = sql`${sides as Id[]}::uuid[]`
  const houses = sql`${organisationsOf(viewer, 'secretariat', 'director').filter((id) => sides.includes(id))}::uuid[]`
  // The house of an alliance waits for its members; a member that paid waits for the house.
  const theirs: RawBuilder<boolean> = sql`w.side_id <> all(${own}) and (exists (select from alliance a where a.id = w.alliance_id and (a.organisation_id = any(${houses}) or a.host_id = any(${houses})))
    or (w.kind = 'payment' and exists (select from due_payment p join due d on d.id = p.due_id where p.id = w.about and d.organisation_id = any(${own})))
    or (w.kind = 'swap' and exists (select from hosting_swap s where s.id = w.about and s.asked_for = any(${own}))))`
  const { rows } = await sql<Waits>`select w.*, (count(*) over ())::int as count, jsonb_build_object('en', o.name_en, 'zh', o.name_zh, 'ru', o.name_ru, 'ur', o.name_ur) as name
    from (${waits}) w join alliance a on a.id = w.alliance_id join organisation o on o.id = a.organisation_id
    where ${whose === 'yours' ? sql`w.side_id = any(${own})` : theirs} order by w.since, w.about limit ${limit}`.execute(db as Database)
  return {
    count: rows[0]?.count ?? 0,
    rows: rows.map(({ kind, about, sideId, since, due, goes, name }) => ({ kind: `today.${kind}`, about, agreementId: null, title: name, sideId, since, due, facts: {}, to: goes })),
  }
})
