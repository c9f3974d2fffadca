// What happens by the clock: decisions in writing go on when their days are over, and packs assemble themselves.
import { house } from '#platform/auth/viewer.ts'
import { daily, type Jobs } from '#platform/jobs/job.ts'
import { assemblePacks } from './assembling.ts'
import type { Installation } from './invitation-actions.ts'
import { settleAll } from './procedure-actions.ts'

export const committeeJobs = (home: Installation): Jobs => ({
  'settle-procedures': daily('15 0,12 * * *', async ({ db, today, now }) => void await settleAll(db, { viewer: house, today, now, visit: undefined as never })),
  'assemble-packs': daily('20 5 * * *', async (night) => void await assemblePacks(night, home)),
})
