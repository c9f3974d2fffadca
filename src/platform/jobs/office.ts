// The back office: does what the clock asks for, and the long work that waits. One starts with each server;
// pg-boss sees to it that each deed of the clock is done once, however many servers there are.
import { PgBoss } from 'pg-boss'
import type pg from 'pg'
import { house, type Viewer } from '../auth/viewer.ts'
import type { Database } from '../db/database.ts'
import type { Id } from '../kinds.ts'
import type { Job, Jobs } from './job.ts'
import { giveBackCancelled, perform, takeNext, type Worker } from './work.ts'

type Log = { error: (facts: object, says: string) => void; info: (facts: object, says: string) => void }
type Needs = { db: Database; pool: pg.Pool; jobs: Jobs; workers: Worker[]; viewerOf: (id: Id) => Promise<Viewer>; log: Log }
export type Office = { stop: () => Promise<void>; wake: () => void }

export async function openOffice(needs: Needs): Promise<Office> {
  const boss = new PgBoss({ db: { executeSql: (text, values) => needs.pool.query(text, values as never) }, schema: 'pgboss' })
  boss.on('error', (error) => needs.log.error({ err: error }, 'jobs'))
  await boss.start()
  for (const [name, job] of Object.entries(needs.jobs)) if (!isQuick(job)) await arrange(boss, needs, name, job)
  // What is cancelled before its turn does not wait for what is at work before it.
  const [bench, returns] = [keepWorking(needs), repeat(500, () => giveBackCancelled(needs.db, needs.workers, needs.viewerOf))]
  const rounds = Object.values(needs.jobs).filter(isQuick).map((job) => repeat(job.every * 1000, () => job.run(needs.db)))
  return {
    wake: bench.wake,
    stop: async () => {
      await Promise.all([bench, returns, ...rounds].map((each) => each.stop()))
      await boss.stop({ graceful: true, timeout: 10_000 })
    },
  }
}

/** What cannot wait for the minute runs on every server: it must not mind that. */
const isQuick = (job: Job): job is Extract<Job, { every: number }> => 'every' in job && job.every < 60

async function arrange(boss: PgBoss, { db }: Needs, name: string, job: Job): Promise<void> {
  await boss.createQueue(name)
  if ('cron' in job) {
    await boss.schedule(name, job.cron)
    await boss.work(name, async () => db.transaction().execute((tx) => job.run({ db: tx, ...moment() })))
  } else {
    await boss.schedule(name, `*/${Math.max(1, Math.round(job.every / 60))} * * * *`)
    await boss.work(name, () => job.run(db))
  }
}

/** Takes up long work, one piece at a time, until the house closes. */
function keepWorking({ db, workers, viewerOf, log }: Needs) {
  const byKind = new Map(workers.map((worker) => [worker.kind, worker]))
  return repeat(500, async (closing) => {
    while (!closing() && byKind.size > 0) {
      const row = await takeNext(db, [...byKind.keys()])
      if (!row) return
      const viewer = row.startedBy === house.id ? house : await viewerOf(row.startedBy)
      await perform(db, byKind.get(row.kind)!, row, viewer, closing).catch((error) => log.error({ err: error, work: row.id, kind: row.kind }, 'long work'))
    }
  })
}

/** Runs something again and again, never twice at once, and lets the last run finish when it is stopped. */
function repeat(milliseconds: number, run: (closing: () => boolean) => Promise<void>) {
  let closed = false
  let wake: () => void = () => {}
  const loop = (async () => {
    while (!closed) {
      await run(() => closed).catch(() => {})
      if (!closed) await new Promise<void>((done) => { const timer = setTimeout(done, milliseconds); wake = () => { clearTimeout(timer); done() } })
    }
  })()
  return { wake: () => wake(), stop: () => { closed = true; wake(); return loop } }
}

const moment = () => { const now = new Date().toISOString(); return { now, today: now.slice(0, 10) } }
