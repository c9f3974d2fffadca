// What happens by the clock: what signing in no longer needs is forgotten.
import { daily, type Jobs } from '#platform/jobs/job.ts'
import { sweepSignIn } from './sign-in/sessions.ts'

export const peopleJobs: Jobs = {
  'sweep-sign-in': daily('17 2 * * *', ({ db, now }) => sweepSignIn(db, now)),
}
