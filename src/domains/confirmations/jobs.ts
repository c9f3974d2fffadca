// What happens by the clock: who was asked by a letter and has not answered is asked again, twice.
import { daily, type Jobs, type Night } from '#platform/jobs/job.ts'
import type { Installation } from './letters.ts'
import { remind } from './link-actions.ts'
import { remindAfter } from './rules.ts'

export const confirmationJobs = (home: Installation): Jobs => ({ 'remind-claims': daily('20 5 * * *', async (night) => void await remindWaiting(night, home)) })

/** A side that has answered since, a claim that was withdrawn and a link that is over are left in peace. */
export async function remindWaiting({ db, now }: Pick<Night, 'db' | 'now'>, home: Installation): Promise<number> {
  let written = 0
  for (const [reminders, days] of remindAfter.entries()) {
    const before = new Date(Date.parse(now) - days * 86_400_000).toISOString()
    const waiting = await db.selectFrom('confirmationLink as link').selectAll('link')
      .innerJoin('confirmationSide as side', (join) => join.onRef('side.confirmationId', '=', 'link.confirmationId').onRef('side.place', '=', 'link.place'))
      .innerJoin('confirmation as claim', 'claim.id', 'link.confirmationId')
      .where('link.via', '=', 'letter').where('link.usedAt', 'is', null).where('link.revokedAt', 'is', null).where('link.followedAt', 'is', null).where('link.expiresAt', '>', now)
      .where('link.reminders', '=', reminders).where('link.madeAt', '<=', before).where('side.answer', '=', 'open').where('claim.state', '<>', 'withdrawn')
      .orderBy('link.id').limit(1000).forUpdate('link').skipLocked().execute()
    for (const link of waiting) {
      await remind(db, home, link, now)
      written++
    }
  }
  return written
}
