// Whose turn it is in a body: of a side, minutes and corrections that it has not approved and a decision in writing that it has not answered; of a person,
// whatever their offices, an invitation, a vote in writing, minutes to approve or sign, an action; of a chair or secretary, minutes to begin, items of the
// other side, a session that was asked for or is due by the year. Their words lie in the room of the day, which is the first page.
import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Day, Id, Instant } from '#platform/kinds.ts'
import { type Asked, bringTurns, type Waiting } from '#platform/turns.ts'
import { bodiesSeenBy } from './body-store.ts'

/** A word about minutes holds until they are changed. */
const approves = (side: RawBuilder<unknown>) => sql`exists (select 1 from minutes_approval a where a.meeting_id = m.id and a.side_id = ${side} and a.at >= (select max(x.changed_at) from minutes_text x where x.meeting_id = m.id))`
const toApprove = sql`
  select m.body_id, s.organisation_id as side_id, null::uuid as person_id, 'minutes' as what, t.drafted_at as since, null::date as due, '/meetings/' || m.id as goes, m.id as thing, '' as said
  from minutes t join meeting m on m.id = t.meeting_id join body_side s on s.body_id = m.body_id and s.organisation_id is not null
  where t.sealed_at is null and not ${approves(sql`s.id`)}`
const has = (list: RawBuilder<unknown>, side: RawBuilder<unknown>) => sql`${list} @> jsonb_build_array(${side})`
const said = (side: RawBuilder<unknown>) => has(sql`d.approvals`, sql`jsonb_build_object('sideId', ${side})`)
const toCorrect = sql`
  select m.body_id, s.organisation_id, null::uuid, 'correction', d.at, null::date, '/meetings/' || m.id, d.id, ''
  from minutes_addendum d join meeting m on m.id = d.meeting_id join body_side s on s.body_id = m.body_id and s.organisation_id is not null where d.sealed_at is null and not ${said(sql`s.id`)}`
const toAnswer = sql`
  select b.body_id, s.organisation_id, null::uuid, 'answer', b.opened_at, b.deadline_on, '/procedures/' || b.id, b.id, ''
  from ballot b join body_side s on s.body_id = b.body_id and s.organisation_id is not null
  where b.kind = 'written' and b.closed_at is null and not exists (
    select 1 from vote v join body_seat seat on seat.id = v.seat_id where v.ballot_id = b.id and seat.side_id = s.id)`

/** What waits for a person in the seats that they hold now. */
const ofPerson = (id: Id, now: Instant) => {
  const seat = sql`body_seat seat on seat.ended_at is null and seat.member_id = ${id}`
  const chairs = sql`seat.office in ('chair', 'vice-chair')`
  return sql`
    select m.body_id, null::uuid, seat.member_id, 'minutes', t.drafted_at, null::date, '/meetings/' || m.id, m.id, '' from minutes t join meeting m on m.id = t.meeting_id join ${seat} and seat.body_id = m.body_id
      where t.sealed_at is null and seat.office is not null and seat.side_id is not null and not ${approves(sql`seat.side_id`)}
    union all select m.body_id, null::uuid, seat.member_id, 'correction', d.at, null::date, '/meetings/' || m.id, d.id, '' from minutes_addendum d join meeting m on m.id = d.meeting_id join ${seat} and seat.body_id = m.body_id
      where d.sealed_at is null and seat.office is not null and seat.side_id is not null and not ${said(sql`seat.side_id`)}
    union all select m.body_id, null::uuid, seat.member_id, 'sign', p.made_at, null::date, '/meetings/' || m.id, p.id, '' from minutes_paper p join meeting m on m.id = p.meeting_id join ${seat} and seat.body_id = m.body_id
      where p.signed_at is null and ${chairs} and not exists (select 1 from minutes_signature g where g.paper_id = p.id and g.side_id is not distinct from seat.side_id)
    union all select b.body_id, null::uuid, seat.member_id, 'answer', b.opened_at, b.deadline_on, '/procedures/' || b.id, b.id, '' from ballot b join ${seat} and seat.body_id = b.body_id
      where b.kind = 'written' and b.closed_at is null and b.entitled @> jsonb_build_array(jsonb_build_object('seatId', seat.id)) and not exists (select 1 from vote v where v.ballot_id = b.id and v.seat_id = seat.id)
    union all select m.body_id, null::uuid, seat.member_id, 'reply', m.called_at, m.starts_at::date, '/meetings/' || m.id, m.id, '' from meeting m join ${seat} and seat.body_id = m.body_id
      where m.state = 'called' and m.starts_at > ${now}::timestamptz and not exists (select 1 from meeting_reply r where r.meeting_id = m.id and r.person_id = seat.member_id and r.sequence = m.sequence)
    union all select m.body_id, null::uuid, seat.member_id, 'pack', m.pack_assembled_at, m.starts_at::date, '/meetings/' || m.id || '/pack', m.id, '' from meeting m join ${seat} and seat.body_id = m.body_id
      where m.state = 'called' and m.pack_assembled_at is not null and m.pack_frozen_at is null and (seat.role = 'secretary' or seat.office in ('secretary', 'chair'))
    union all select a.body_id, null::uuid, a.owner_id, 'action', a.added_at, a.due_on, '/bodies/' || a.body_id, a.id, a.what from body_action a where a.owner_id = ${id} and a.done_at is null
    union all ${ofArranging(seat, now)}`
}

/** What whoever arranges a body by a seat in it owes it. */
function ofArranging(seat: RawBuilder<unknown>, now: Instant) {
  const held = sql`join ${seat} and seat.body_id = body.id and seat.office is not null join body_rules r on r.body_id = body.id and r.version = (select max(v.version) from body_rules v where v.body_id = body.id)`
  const number = (path: string) => sql`(r.rules #>> ${sql.lit(path)})::int`
  const living = sql`body.constituted_at is not null and body.dissolved_at is null`
  // By one side where the rules say so, or by their share of the seats that vote.
  const enough = sql`(q.asked_by_side is not null and (r.rules #>> '{special,bySide}')::boolean or jsonb_array_length(q.asked_by) >= greatest(1, ceil((r.rules #>> '{special,members,0}')::numeric
    * (select count(*) from body_seat v where v.body_id = body.id and v.ended_at is null and v.voting) / (r.rules #>> '{special,members,1}')::numeric)))`
  return sql`
    select body.id, null::uuid, seat.member_id, 'draft', m.closed_at, (m.closed_at + make_interval(days => ${number('{minutes,draftDays}')}))::date, '/meetings/' || m.id, m.id, '' from meeting m join body on body.id = m.body_id ${held}
      where m.state = 'closed' and not exists (select 1 from minutes t where t.meeting_id = m.id)
    union all select body.id, null::uuid, seat.member_id, 'agenda', min(i.added_at), m.starts_at::date, '/meetings/' || m.id, m.id, '' from meeting m join body on body.id = m.body_id ${held} join meeting_item i on i.meeting_id = m.id
      where m.state = 'called' and m.starts_at > ${now}::timestamptz and i.removed_at is null and seat.side_id is not null and not ${has(sql`i.agreed`, sql`seat.side_id`)} group by body.id, seat.member_id, m.id
    union all select body.id, null::uuid, seat.member_id, 'special', q.at, (q.at + make_interval(days => ${number('{special,withinDays}')}))::date, '/bodies/' || body.id, q.id, '' from body_request q join body on body.id = q.body_id ${held}
      where ${living} and q.met_at is null and ${enough}
    union all select body.id, null::uuid, seat.member_id, 'session', (met.last_on + make_interval(months => ${number('{amberMonths}')}))::timestamptz, (met.last_on + make_interval(months => ${number('{everyMonths}')}))::date, '/bodies/' || body.id, body.id, '' from body ${held}
      cross join lateral (select coalesce(max(m.held_on) filter (where m.state = 'closed' and m.quorate), body.constituted_at::date) as last_on, count(*) filter (where m.state in ('called', 'open')) as ahead from meeting m where m.body_id = body.id) met
      where ${living} and met.ahead = 0 and met.last_on + make_interval(months => ${number('{amberMonths}')}) <= ${now}::timestamptz`
}

type Waits = { bodyId: Id; sideId: Id | null; personId: Id | null; what: string; since: string; due: Day | null; goes: string; thing: Id; said: string }

bringTurns(async (db: Reading, viewer: Viewer, { whose, sides, limit, now }: Asked): Promise<Waiting> => {
  const own = sql<Id[]>`${sides as Id[]}::uuid[]`
  const theirs: RawBuilder<boolean> = whose === 'yours' ? sql`(w.side_id = any(${own}) or w.person_id = ${viewer.id})` : sql`w.side_id <> all(${own}) and exists (select 1 from body_side mine where mine.body_id = w.body_id and mine.organisation_id = any(${own}))`
  // What waits for a person and for a side whose records they keep waits once.
  const all = sql<Waits>`(select distinct on (w.what, w.thing) w.* from ((${toApprove}) union all (${toAnswer}) union all (${toCorrect}) union all (${ofPerson(viewer.id, now)})) w where ${theirs} order by w.what, w.thing, w.side_id nulls last)`.as('w')
  const rows = await bodiesSeenBy(db, viewer).innerJoin(all, (join) => join.onRef('w.bodyId', '=', 'body.id'))
    .select(['body.name', 'body.agreementId', 'w.sideId', 'w.what', 'w.since', 'w.due', 'w.goes', 'w.thing', 'w.said', sql<number>`(count(*) over ())::int`.as('count')]).orderBy('w.since').orderBy('w.thing').limit(limit).execute()
  return {
    count: rows[0]?.count ?? 0,
    rows: rows.map(({ name, agreementId, sideId, what, since, due, goes, thing, said }) => ({ kind: `today.body-${what}`, about: thing, agreementId, title: said ? { en: said } : name as Record<string, string>, sideId, since, due, facts: {}, to: goes })),
  }
}, { personal: true })
