// What happens by the clock: a time as observer ends, a notice comes to its day, a suspension is over, contacts are asked for, applicants told.
import { house } from '#platform/auth/viewer.ts'
import { daily, type Jobs } from '#platform/jobs/job.ts'
import { endObservations } from './admission-actions.ts'
import { askByClock } from './contact-actions.ts'
import { completeDepartures } from './departure-actions.ts'
import type { Installation } from './letters.ts'
import { tellApplicants } from './public-actions.ts'
import { remindPledges } from './reminding.ts'
import { endSuspensions } from './suspension-actions.ts'

export const membershipJobs = (home: Installation): Jobs => ({
  'memberships-on-their-day': daily('25 0 * * *', async ({ db, today, now }) => {
    const at = { db, viewer: house, today, now }
    await endObservations(at)
    await completeDepartures(at)
    await endSuspensions(at)
  }),
  'tell-applicants': daily('*/5 * * * *', async ({ db, now }) => void await tellApplicants(db, home, now)),
  'remind-pledges': daily('20 5 * * *', async (night) => void await remindPledges(night, home)),
  'ask-for-contacts': daily('35 5 * * *', async ({ db, today, now }) => void await askByClock({ db, viewer: house, today, now }, home)),
})
