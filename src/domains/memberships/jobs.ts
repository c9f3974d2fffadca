// What happens by the clock: a time as observer ends.
import { house } from '#platform/auth/viewer.ts'
import { daily, type Jobs } from '#platform/jobs/job.ts'
import { endObservations } from './admission-actions.ts'

export const membershipJobs: Jobs = { 'end-observations': daily('25 0 * * *', async ({ db, today, now }) => void await endObservations({ db, viewer: house, today, now })) }
