// The states as ranges in SQL: the same as `stateOn` in rules.ts, which a test holds them to on random agreements.
import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#platform/kinds.ts'
import type { State } from './model.ts'
import { addDays, expiringWithin } from './rules.ts'

const heldSinceSealed = (day: Day) => sql`(sealed_at is not null and (sealed_at at time zone 'UTC')::date <= ${day}::date and signed_on is not null and (starts_on is null or starts_on <= signed_on))`

/** For a where clause on `agreement`: it stands so on that day. */
export function inState(state: State, day: Day): RawBuilder<boolean> {
  const soon = addDays(day, expiringWithin)
  const begun = sql`not draft and (ended_on is null or ended_on > ${day}::date) and (holds_from is null or holds_from <= ${day}::date or ${heldSinceSealed(day)})`
  const ranges: Record<State, RawBuilder<boolean>> = {
    'draft': sql`draft`,
    'ended': sql`not draft and ended_on <= ${day}::date`,
    'not-yet': sql`not draft and (ended_on is null or ended_on > ${day}::date) and holds_from > ${day}::date and not ${heldSinceSealed(day)}`,
    'in-force': sql`${begun} and (open_ended or holds_until > ${soon}::date)`,
    'expiring': sql`${begun} and holds_until between ${day}::date and ${soon}::date`,
    'lapsed': sql`${begun} and holds_until < ${day}::date`,
    'unclear': sql`${begun} and not open_ended and holds_until is null`,
  }
  return sql<boolean>`(${ranges[state]})`
}

/** How an agreement stands on that day, as a column. */
export const stateColumn = (day: Day) => sql<State>`case when draft then 'draft' when ended_on <= ${day}::date then 'ended' when holds_from > ${day}::date and not ${heldSinceSealed(day)} then 'not-yet'
  when open_ended then 'in-force' when holds_until is null then 'unclear' when holds_until < ${day}::date then 'lapsed'
  when holds_until <= ${addDays(day, expiringWithin)}::date then 'expiring' else 'in-force' end`
