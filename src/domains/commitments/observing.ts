// What the standing of agreements is worked out from, read in one question for one agreement or for a thousand.
import { type RawBuilder, sql } from 'kysely'
import { stateOn } from '#domains/agreements/rules.ts'
import type { ClaimState } from '#domains/confirmations/model.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Day, Id, Instant } from '#platform/kinds.ts'
import type { Commitment, Given, Pulse, Standing } from './model.ts'
import { type Observed, pulseOf } from './pulse-rules.ts'
import { fulfilledOn, standingOf } from './standing-rules.ts'
import './tables.ts'

type Promise_ = Pick<Commitment, 'id' | 'unit' | 'target' | 'per' | 'eachWay' | 'dueOn' | 'dueMonths' | 'afterId' | 'startsOn' | 'fulfilledOn'> & { recordedOn: Day }
type Served = [commitment: Id | null, side: Id | null, day: Day, amount: number, state: ClaimState, activity: Id]

export type Seen = {
  id: Id; draft: boolean; endedOn: Day | null; holdsFrom: Day | null; holdsUntil: Day | null; openEnded: boolean; recordedAt: Instant
  sides: Id[]; commitments: Promise_[] | null; served: Served[] | null; offices: number; vacancies: number; waitingSince: Instant | null; bounced: number
}

/** Agreements as they are to be judged, beginning at rows of `agreement` that the caller has found. */
export const observed = (db: Reading, where: RawBuilder<boolean>, today: Day) => db.selectFrom('agreement')
  .select(['id', 'draft', 'endedOn', 'holdsFrom', 'holdsUntil', 'openEnded', 'recordedAt'])
  .select([
    sql<Id[]>`(select coalesce(json_agg(distinct p.organisation_id), '[]') from agreement_party p where p.agreement_id = agreement.id and p.role <> 'witness')`.as('sides'),
    sql<Promise_[] | null>`(select json_agg(json_build_object('id', c.id, 'unit', c.unit, 'target', c.target, 'per', c.per, 'eachWay', c.each_way, 'dueOn', c.due_on,
      'dueMonths', c.due_months, 'afterId', c.after_id, 'startsOn', c.starts_on, 'fulfilledOn', c.fulfilled_on, 'recordedOn', c.recorded_at::date) order by c.place)
      from commitment c where c.agreement_id = agreement.id and c.withdrawn_at is null)`.as('commitments'),
    sql<Served[] | null>`(select json_agg(json_build_array(s.commitment_id, s.side_id, s.on_day, s.amount, s.state, s.activity_id))
      from activity_serve s where s.agreement_id = agreement.id and s.state <> 'withdrawn')`.as('served'),
    namedOffices(today, 'offices'), namedOffices(today, 'vacancies'),
    sql<Instant | null>`(select min(q.claimed_at) from confirmation q where q.scope = agreement.id and q.state = 'open')`.as('waitingSince'),
    sql<number>`(select count(distinct l.to_address)::int from confirmation q join confirmation_link l on l.confirmation_id = q.id join letter on letter.id = l.letter_id
      where q.scope = agreement.id and q.state = 'open' and letter.state = 'failed')`.as('bounced'),
  ])
  .where(where).orderBy('id')

/** The offices that answer for something, and those of them that nobody holds. */
const namedOffices = (today: Day, what: 'offices' | 'vacancies') => sql<number>`(select count(*)::int from (
    select distinct named.organisation_id, named.role from commitment_office named join commitment c on c.id = named.commitment_id
    where c.agreement_id = agreement.id and c.withdrawn_at is null) named
  ${what === 'offices' ? sql`` : sql`where not exists (select 1 from office held where held.organisation_id = named.organisation_id and held.role = named.role and ${heldOn('held', today)})`})`.as(what)

/** Whether an office is held on a day. */
export const heldOn = (office: string, day: Day) => {
  const at = (column: string) => sql.ref(`${office}.${column}`)
  return sql<boolean>`(${at('vacatedAt')} is null and ${at('startsOn')} <= ${day}::date and (${at('endsOn')} is null or ${at('endsOn')} >= ${day}::date))`
}

export type Found = { pulse: Pulse; standings: Standing[]; derived: { id: Id; startsOn: Day | null; fulfilledOn: Day | null }[] }

/** Everything that follows from what was seen: when each clock began, what was fulfilled when, how each stands, and the pulse of it all. */
export function judged(seen: Seen, today: Day): Found {
  const givenOf = Map.groupBy(seen.served ?? [], ([commitment]) => commitment)
  const promises = (seen.commitments ?? []).map((one) => ({ ...one, sides: seen.sides, endsOn: seen.endedOn ?? seen.holdsUntil, given: (givenOf.get(one.id) ?? []).map(asGiven) }))
  const kept = new Map(promises.map((one) => [one.id, fulfilledOn(one)]))
  const begun = promises.map((one) => {
    const waits = one.afterId !== null && kept.has(one.afterId) && kept.get(one.afterId) === null
    const begins = one.afterId !== null && kept.has(one.afterId) ? kept.get(one.afterId)! : seen.draft ? null : seen.holdsFrom ?? one.recordedOn
    return { ...one, waits, startsOn: begins }
  })
  const standings = begun.map((one) => standingOf(one, today))
  return { standings, pulse: pulseOf(asObserved(seen, standings, today), today), derived: begun.map(({ id, startsOn }) => ({ id, startsOn, fulfilledOn: kept.get(id)! })) }
}

const asGiven = ([, side, day, amount, state]: Served): Given => ({ side, day, amount, state })

function asObserved({ id, sides: _sides, commitments: _commitments, served, ...seen }: Seen, standings: readonly Standing[], today: Day): Observed {
  // Each activity once, however many commitments it serves.
  const activities = [...new Map((served ?? []).map((one) => [one[5], one])).values()]
  const days = (of: Served[]) => of.map(([, , day]) => day).toSorted().at(-1) ?? null
  const confirmed = activities.filter(([, , , , state]) => state === 'confirmed')
  const how = (status: string) => standings.filter((one) => one.status === status).length
  return {
    agreementId: id, state: stateOn(today, seen), holdsFrom: seen.holdsFrom, recordedAt: seen.recordedAt, offices: seen.offices, vacancies: seen.vacancies, bounced: seen.bounced, waitingSince: seen.waitingSince,
    lastActivityOn: days(activities), lastConfirmedOn: days(confirmed), claimed: activities.length, confirmed: confirmed.length,
    disputed: activities.filter(([, , , , state]) => state === 'disputed').length,
    commitments: standings.length, started: standings.filter(({ inputs }) => inputs.claimed > 0).length, green: how('green'), amber: how('amber'), red: how('red'), grey: how('grey'),
  }
}
