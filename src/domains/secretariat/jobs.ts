// What happens by the clock: sub-alliances without a sign of life are proposed as dormant, and those that stir are awake again.
import { daily, type Jobs } from '#platform/jobs/job.ts'
import { watchSubAlliances } from './dormancy-actions.ts'

export const secretariatJobs: Jobs = { 'watch-sub-alliances': daily('45 1 * * *', async ({ db, today, now }) => void await watchSubAlliances(db, today, now)) }
