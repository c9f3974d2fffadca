// What happens by the clock: before and after its day, those who have not answered a call are written to.
import { house } from '#platform/auth/viewer.ts'
import { daily, type Jobs, type Night } from '#platform/jobs/job.ts'
import { remindOf } from './actions.ts'
import type { Installation } from './letters.ts'
import { remindOn } from './rules.ts'
import './tables.ts'

export const callJobs = (home: Installation): Jobs => ({ 'remind-calls': daily('10 5 * * *', async (night) => void await remindWaiting(night, home)) })

/** Run twice on one day it writes once: what was reminded this day is left in peace. */
export async function remindWaiting({ db, today, now }: Night, home: Installation): Promise<number> {
  const days = remindOn.map((away) => new Date(Date.parse(`${today}T00:00:00Z`) + away * 86_400_000).toISOString().slice(0, 10))
  const calls = await db.selectFrom('memberCall').selectAll().where('openedAt', 'is not', null).where('closedAt', 'is', null).where('dueOn', 'in', days).orderBy('id').forUpdate().skipLocked().execute()
  let letters = 0
  for (const call of calls) {
    const told = await db.selectFrom('journal').select('id').where('about', '=', call.id).where('what', 'in', ['call.reminded', 'call.opened']).where('at', '>=', `${today}T00:00:00.000Z`).executeTakeFirst()
    if (!told) letters += await remindOf({ db, viewer: house, now, today }, home, call)
  }
  return letters
}
