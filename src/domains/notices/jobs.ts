// What happens by the clock: news are told each minute, the letter of the week goes on Mondays.
import { every, type Jobs } from '#platform/jobs/job.ts'
import { writeDigests } from './digest.ts'
import { tellNew, type Teller } from './telling.ts'

const isMonday = (now: Date) => now.getUTCDay() === 1 && now.getUTCHours() >= 5

export const noticeJobs = (teller: Teller): Jobs => ({
  'tell-news': every(60, async (db) => void await tellNew(db, teller)),
  'write-digests': every(1800, async (db) => { if (isMonday(teller.clock())) await writeDigests(db, teller) }),
})
