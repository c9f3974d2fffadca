// What the standing of agreements is worked out from, read in one question for one agreement or for a thousand.
import { sql } from 'kysely'
import { dayOf, stateOn } from '#domains/agreements/rules.ts'
import type { ClaimState } from '#domains/confirmations/model.ts'
import type { Reading } from '#platform/db/database.ts'
import { dayAt, type When } from '#platform/day-zones.ts'
import { askSql } from '#platform/db/statements.ts'
import type { Day, Id, Instant } from '#platform/kinds.ts'
import type { Commitment, Given, Pulse, Standing, Status } from './model.ts'
import { type Observed, pulseOf } from './pulse-rules.ts'
import { rulesNow } from './rule-model.ts'
import { fulfilledOn, standingOf } from './standing-rules.ts'
import './tables.ts'

type Promise_ = Pick<Commitment, 'id' | 'unit' | 'target' | 'per' | 'eachWay' | 'dueOn' | 'dueMonths' | 'afterId' | 'startsOn' | 'fulfilledOn'> & { recordedOn: Day; kept: KeptStanding | null }
type Served = [commitment: Id | null, side: Id | null, day: Day, amount: number, state: ClaimState, activity: Id]
export type KeptStanding = [status: Status, reason: string, dueOn: Day | null, claimed: number, confirmed: number, ruleVersion: string]

/** `pulse` and each commitment's `kept` are what stands there now, so that only what differs is written. */
export type Seen = {
  id: Id; draft: boolean; endedOn: Day | null; holdsFrom: Day | null; holdsUntil: Day | null; openEnded: boolean; dayZone: string; recordedAt: Instant
  sides: Id[]; commitments: Promise_[] | null; served: Served[] | null; offices: number; vacancies: number; waitingSince: Instant | null; bounced: number; pulse: Record<string, unknown> | null
  /** Where only some of its promises were read: how the others stand, and what was done for all of them. */
  rest?: How; done?: Done
}
type How = Pick<Pulse, 'commitments' | 'started' | 'green' | 'amber' | 'red' | 'grey'>
type Done = Pick<Pulse, 'claimed' | 'confirmed' | 'disputed' | 'lastActivityOn' | 'lastConfirmedOn'>

/** Agreements as they are to be judged, whoever may see them: the caller has found them. */
export const observed = (db: Reading, ids: readonly Id[], when: When): Promise<Seen[]> =>
  askSql(db, 'agreements observed', { ids: ids as Id[], day: dayAt(when, 'UTC') }, ({ ids, day }) => sql<Seen>`select * from agreement_observed(${ids}::uuid[], ${day}::date)`)

/** An agreement of whose promises a deed touched only these; nothing, where the others cannot be left as they stand. */
export const touched = async (db: Reading, id: Id, promises: readonly Id[]): Promise<Seen | undefined> =>
  (await askSql(db, 'agreement touched', { id, promises: promises as Id[], rules: rulesNow.version }, ({ id, promises, rules }) => sql<Seen>`select * from agreement_touched(${id}::uuid, ${promises}::uuid[], ${rules})`))[0]

/** Whether an office is held on a day. */
export const heldOn = (office: string, day: Day) => {
  const at = (column: string) => sql.ref(`${office}.${column}`)
  return sql<boolean>`(${at('vacatedAt')} is null and ${at('startsOn')} <= ${day}::date and (${at('endsOn')} is null or ${at('endsOn')} >= ${day}::date))`
}

export type Found = { pulse: Pulse; standings: Standing[]; derived: { id: Id; startsOn: Day | null; fulfilledOn: Day | null }[] }

/** Everything that follows from what was seen, on the day that it is where the agreement counts: when each clock began, what was fulfilled when, how each stands, and the pulse of it all. */
export function judged(seen: Seen, when: When): Found {
  const today = dayOf(when, seen)
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

function asObserved(seen: Seen, standings: readonly Standing[], today: Day): Observed {
  const { id, holdsFrom, recordedAt, offices, vacancies, bounced, waitingSince } = seen
  const [here, rest] = [howOf(standings), seen.rest ?? howOf([])]
  const how = Object.fromEntries(Object.entries(here).map(([name, count]) => [name, count + rest[name as keyof How]])) as How
  return { agreementId: id, state: stateOn(today, seen), holdsFrom, recordedAt, offices, vacancies, bounced, waitingSince, ...(seen.done ?? doneOf(seen.served ?? [])), ...how }
}

function howOf(standings: readonly Standing[]): How {
  const how = (status: Status) => standings.filter((one) => one.status === status).length
  return { commitments: standings.length, started: standings.filter(({ inputs }) => inputs.claimed > 0).length, green: how('green'), amber: how('amber'), red: how('red'), grey: how('grey') }
}

/** Each activity once, however many commitments it serves. */
function doneOf(served: readonly Served[]): Done {
  const activities = [...new Map(served.map((one) => [one[5], one])).values()]
  const last = (of: Served[]) => of.map(([, , day]) => day).toSorted().at(-1) ?? null
  const confirmed = activities.filter(([, , , , state]) => state === 'confirmed')
  return {
    claimed: activities.length, confirmed: confirmed.length, disputed: activities.filter(([, , , , state]) => state === 'disputed').length,
    lastActivityOn: last(activities), lastConfirmedOn: last(confirmed),
  }
}
