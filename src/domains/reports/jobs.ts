// What happens by the clock: packs whose days are over are forgotten.
import { daily, type Jobs } from '#platform/jobs/job.ts'
import { forgetPacks } from './pack-actions.ts'

export const reportJobs: Jobs = { 'forget-evidence-packs': daily('35 * * * *', forgetPacks) }
