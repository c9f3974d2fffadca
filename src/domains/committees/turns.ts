// Whose turn it is in a body: minutes that a side has not approved, a decision in writing that a side has not answered. Their words lie in
// the room of the day, which is the first page: those of this room come after it.
import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Day, Id } from '#platform/kinds.ts'
import { type Asked, bringTurns, type Waiting } from '#platform/turns.ts'
import { bodiesSeenBy } from './body-store.ts'

const toApprove = sql`
  select m.body_id, s.organisation_id as side_id, 'minutes' as what, t.drafted_at as since, null::date as due, '/meetings/' || m.id as goes, m.id as thing
  from minutes t join meeting m on m.id = t.meeting_id join body_side s on s.body_id = m.body_id and s.organisation_id is not null
  where t.sealed_at is null and not exists (select 1 from minutes_approval a where a.meeting_id = m.id and a.side_id = s.id)`
const toAnswer = sql`
  select b.body_id, s.organisation_id as side_id, 'answer' as what, b.opened_at as since, b.deadline_on as due, '/procedures/' || b.id as goes, b.id as thing
  from ballot b join body_side s on s.body_id = b.body_id and s.organisation_id is not null
  where b.kind = 'written' and b.closed_at is null and not exists (
    select 1 from vote v join body_seat seat on seat.id = v.seat_id where v.ballot_id = b.id and seat.side_id = s.id)`

type Waits = { bodyId: Id; sideId: Id; what: string; since: string; due: Day | null; goes: string; thing: Id }

bringTurns(async (db: Reading, viewer: Viewer, { whose, sides, limit }: Asked): Promise<Waiting> => {
  const own = sql<Id[]>`${sides as Id[]}::uuid[]`
  const all = sql<Waits>`((${toApprove}) union all (${toAnswer}))`.as('w')
  const theirs: RawBuilder<boolean> = whose === 'yours' ? sql`w.side_id = any(${own})` : sql`w.side_id <> all(${own}) and exists (select 1 from body_side mine where mine.body_id = body.id and mine.organisation_id = any(${own}))`
  const rows = await bodiesSeenBy(db, viewer).innerJoin(all, (join) => join.onRef('w.bodyId', '=', 'body.id')).where(theirs)
    .select(['body.name', 'body.agreementId', 'w.sideId', 'w.what', 'w.since', 'w.due', 'w.goes', 'w.thing', sql<number>`(count(*) over ())::int`.as('count')]).orderBy('w.since').orderBy('w.thing').limit(limit).execute()
  return {
    count: rows[0]?.count ?? 0,
    rows: rows.map(({ name, agreementId, sideId, what, since, due, goes, thing }) => ({ kind: `today.body-${what}`, about: thing, agreementId, title: name as Record<string, string>, sideId, since, due, facts: {}, to: goes })),
  }
})
