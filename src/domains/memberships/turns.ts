// Whose turn it is in a membership: the secretariat's to check and to lay before the council, the applicant's to complete and to pledge, a member's to confirm its contact. Their
// words lie in the room of the day, which is the first page: those of this room come after it.
import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Database, Reading } from '#platform/db/database.ts'
import type { Day, Id } from '#platform/kinds.ts'
import { type Asked, bringTurns, type Waiting } from '#platform/turns.ts'
import './tables.ts'

/** `sides` are those whose turn it is, `others` who wait for it; `name_id` is the organisation by which it is called. */
const waiting = sql`
  select p.id as thing, 'membership-' || p.step as what, p.step_at as since, p.due_on as due, '/applications/' || p.id as goes,
    case when p.step in ('check', 'council') then array[a.host_id, a.organisation_id] else array[p.organisation_id] end as sides,
    case when p.step in ('check', 'council') then array[p.organisation_id] else array[a.host_id, a.organisation_id] end as others,
    case when p.step in ('check', 'council') then p.organisation_id else a.organisation_id end as name_id, p.applicant->>'name' as written
  from application p join alliance a on a.id = p.alliance_id
  where p.step in ('check', 'completing', 'pledge') or (p.step = 'council' and p.laid_id is null)
  union all select c.id, 'membership-contact', c.asked_at, c.due_on, '/alliances/' || c.alliance_id || '/membership/' || c.organisation_id, array[c.organisation_id], array[a.host_id, a.organisation_id], a.organisation_id, null
  from contact_check c join alliance a on a.id = c.alliance_id where c.confirmed_at is null
  union all select u.id, 'membership-suspension', u.proposed_at, null, '/alliances/' || u.alliance_id || '/membership/' || u.organisation_id, array[a.host_id, a.organisation_id], array[]::uuid[], u.organisation_id, null
  from suspension u join alliance a on a.id = u.alliance_id where u.decided_on is null and u.ended_at is null and u.laid_id is null`

export type Waits = { thing: Id; what: string; since: string; due: Day | null; goes: string; sideId: Id | null; written: string | null; nameEn: string | null; nameZh: string | null; nameRu: string | null; nameUr: string | null; count: number }

bringTurns(async (db: Reading, _viewer: Viewer, { whose, sides, limit }: Asked): Promise<Waiting> => {
  const own = sql<Id[]>`${sides as Id[]}::uuid[]`
  const ours: RawBuilder<boolean> = whose === 'yours' ? sql`w.sides && ${own}` : sql`w.others && ${own} and not w.sides && ${own}`
  const { rows } = await sql<Waits>`select w.thing, w.what, w.since, w.due, w.goes, (array_remove(w.sides, null))[1] as side_id, w.written, o.name_en, o.name_zh, o.name_ru, o.name_ur, (count(*) over ())::int as count
    from (${waiting}) w left join organisation o on o.id = w.name_id where ${ours} order by w.since, w.thing limit ${limit}`.execute(db as Database)
  return {
    count: rows[0]?.count ?? 0,
    rows: rows.map(({ thing, what, since, due, goes, sideId, written, nameEn, nameZh, nameRu, nameUr }) => ({
      kind: `today.${what}`, about: thing, agreementId: null, title: (nameEn === null ? { en: written ?? '' } : { en: nameEn, zh: nameZh!, ru: nameRu!, ur: nameUr! }) as Record<string, string>, sideId, since, due, facts: {}, to: goes,
    })),
  }
})
