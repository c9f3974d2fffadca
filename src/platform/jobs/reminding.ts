// Reminders by steps before and after a day: which step has come, and whether it was taken. What was missed by days, because the house was closed, is
// made up for; what was missed by weeks is left in peace.
import { sql } from 'kysely'
import type { Reading } from '../db/database.ts'
import type { Day, Id } from '../kinds.ts'

const late = 7
const dayOf = (day: Day, days: number): Day => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** `steps` in days before (and, below zero, after) the day, the earliest first: the last that has come since it was asked for. */
export function stepReached(due: Day, steps: readonly number[], { since, today }: { since: Day; today: Day }): number | undefined {
  const step = steps.findLast((before) => dayOf(due, -before) <= today)
  if (step === undefined) return undefined
  const on = dayOf(due, -step)
  return on > since && on >= dayOf(today, -late) ? step : undefined
}

/** The journal remembers it, with the day that was meant: when that moves, its steps come anew. */
export async function wasReminded(db: Reading, what: string, about: Id, due: Day, step: number): Promise<boolean> {
  return Boolean(await db.selectFrom('journal').select('id').where('about', '=', about).where('what', '=', what).where(sql<boolean>`data->>'due' = ${due} and (data->>'step')::integer = ${step}`).limit(1).executeTakeFirst())
}

/** The days on which what is still to be reminded of may fall. */
export const spanOf = (steps: readonly number[], today: Day): { from: Day; until: Day } => ({ from: dayOf(today, Math.min(...steps) - late), until: dayOf(today, Math.max(...steps)) })
