// The states as ranges in SQL: the same as `stateOn` in rules.ts, which a test holds them to on random agreements.
import { type RawBuilder, sql } from 'kysely'
import { isDay, type When } from '#platform/day-zones.ts'
import type { State } from './model.ts'
import { addDays, expiringWithin } from './rules.ts'

/**
 * `column < day + days`. Of a moment, the day is the one that it is where the agreement counts: that differs only within a day of Greenwich, so
 * that the zone is asked of the few rows that end or begin just then.
 */
function isBefore(column: string, when: When, days = 0): RawBuilder<boolean> {
  const of = sql.ref(column)
  if (isDay(when)) return sql<boolean>`${of} < ${addDays(when, days)}::date`
  const greenwich = when.slice(0, 10)
  return sql<boolean>`(${of} < ${addDays(greenwich, days - 1)}::date or (${of} <= ${addDays(greenwich, days)}::date and ${of} < (${when}::timestamptz at time zone day_zone)::date + ${days}::int))`
}

const heldSinceSealed = (when: When) => sql`(sealed_at is not null and ${isDay(when) ? sql`(sealed_at at time zone 'UTC')::date <= ${when}::date` : sql`true`} and signed_on is not null and (starts_on is null or starts_on <= signed_on))`
const [soon, ended, begun] = [expiringWithin + 1, (when: When) => isBefore('ended_on', when, 1), (when: When) => isBefore('holds_from', when, 1)]

/** For a where clause on `agreement`: it stands so on that day, or at that moment. */
export function inState(state: State, when: When): RawBuilder<boolean> {
  const lives = sql`not draft and (ended_on is null or not ${ended(when)})`
  const runs = sql`${lives} and (holds_from is null or ${begun(when)} or ${heldSinceSealed(when)})`
  const ranges: Record<State, RawBuilder<boolean>> = {
    'draft': sql`draft`,
    'ended': sql`not draft and ${ended(when)}`,
    'not-yet': sql`${lives} and not ${begun(when)} and not ${heldSinceSealed(when)}`,
    'in-force': sql`${runs} and (open_ended or not ${isBefore('holds_until', when, soon)})`,
    'expiring': sql`${runs} and not ${isBefore('holds_until', when)} and ${isBefore('holds_until', when, soon)}`,
    'lapsed': sql`${runs} and ${isBefore('holds_until', when)}`,
    'unclear': sql`${runs} and not open_ended and holds_until is null`,
  }
  return sql<boolean>`(${ranges[state]})`
}

/** How an agreement stands on that day, or at that moment, as a column. */
export const stateColumn = (when: When) => sql<State>`case when draft then 'draft' when ${ended(when)} then 'ended' when not ${begun(when)} and not ${heldSinceSealed(when)} then 'not-yet'
  when open_ended then 'in-force' when holds_until is null then 'unclear' when ${isBefore('holds_until', when)} then 'lapsed'
  when ${isBefore('holds_until', when, soon)} then 'expiring' else 'in-force' end`
