// What happens by the clock: terms that end or renew themselves, reminders, and the standing of everything once a day because time passes.
import { house } from '#platform/auth/viewer.ts'
import { daily, every, type Jobs } from '#platform/jobs/job.ts'
import { askFor } from '#platform/jobs/work.ts'
import { standAll } from './standing-work.ts'
import { renewAll, tellLapses, windClocks } from './term-clock.ts'
import { climbLadders, type Installation } from './term-letters.ts'

export const commitmentJobs = (home: Installation): Jobs => ({
  // Every hour it is midnight somewhere.
  'turn-terms': daily('4 * * * *', async (night) => { await windClocks(night); await renewAll(night); await tellLapses(night) }),
  'climb-ladders': daily('40 5 * * *', async (night) => void await climbLadders(night, home)),
  'stand-all': daily('30 1 * * *', async ({ db, now }) => void await askFor(db, house, standAll.kind, { asOf: now })),
  // Agreements that came with a register have no standing yet: they get it within minutes.
  'stand-new': every(300, async (db) => {
    const missing = await db.selectFrom('agreement').leftJoin('agreementPulse as kept', 'kept.agreementId', 'agreement.id').select('agreement.id').where('kept.agreementId', 'is', null).limit(1).executeTakeFirst()
    const waiting = await db.selectFrom('work').select('id').where('kind', '=', standAll.kind).where('state', 'in', ['queued', 'running']).limit(1).executeTakeFirst()
    if (missing && !waiting) await db.transaction().execute((tx) => askFor(tx, house, standAll.kind, { asOf: new Date().toISOString(), missing: true }))
  }),
})
