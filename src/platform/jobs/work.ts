// Long work: what takes longer than a person waits. It has a row of its own, so that its progress can be looked at from
// any page, left and returned to, cancelled, and taken up again after a restart.
import { sql } from 'kysely'
import type { Work as Shown } from '../api.ts'
import { house, type Viewer } from '../auth/viewer.ts'
import { type Database, json, type Reading, type Writing } from '../db/database.ts'
import { type Id, type Instant, newId } from '../kinds.ts'
import { type Facts, found, type Reason, Refused } from '../refusals.ts'

declare module '#platform/db/database.ts' {
  interface Tables { work: WorkRow }
}
type WorkRow = Shown & { params: unknown; startedBy: Id; beatAt: Instant | null; cutOff: number }

/** What a worker is given. `progress` says how far it is and throws when it was cancelled or the house is closing. */
export type Bench<P> = {
  db: Database; params: P; viewer: Viewer; workId: Id; now: () => Instant
  progress: (done: number, total?: number | null, note?: string) => Promise<void>
}
/**
 * A kind of long work. It may be begun again after a crash, so what it has done already must do no harm. `giveUp` brings what it
 * was about into a state from which a person can go on, when it was cancelled, failed, or is not taken up any more.
 */
export type Worker<P = never> = { kind: string; run: (bench: Bench<P>) => Promise<unknown>; giveUp?: (bench: Bench<P>) => Promise<unknown> }

/** Thrown inside long work that was asked to stop. `closing` work is taken up again at the next start. */
export class Stopped extends Error {
  readonly closing: boolean
  constructor(closing: boolean) {
    super(closing ? 'the house is closing' : 'cancelled')
    this.closing = closing
  }
}

/** Long work that nobody has touched for this long was cut off. */
const silence = '60 seconds'
/** Cut off so often, it is what takes its server down: too large for this machine, most likely. Whoever still wants it asks anew. */
const cutOffAtMost = 3
const shown = ['id', 'kind', 'state', 'done', 'total', 'note', 'result', 'failure', 'cancelling', 'askedAt', 'startedAt', 'endedAt'] as const

/** Asks for long work; it begins after this transaction has ended. */
export async function askFor(db: Writing, viewer: Viewer, kind: string, params: unknown): Promise<Id> {
  const id = newId()
  const row = { id, kind, state: 'queued' as const, done: 0, cancelling: false, params: json(params), startedBy: viewer.id, askedAt: new Date().toISOString() }
  await db.insertInto('work').values(row as never).execute()
  return id
}

/** A person sees the work they began; an administrator all of it. */
const seenBy = (db: Reading, viewer: Viewer) =>
  db.selectFrom('work').select(shown).$if(!viewer.admin, (work) => work.where('startedBy', '=', viewer.id))

export const listWork = (db: Reading, viewer: Viewer): Promise<Shown[]> => seenBy(db, viewer).orderBy('id', 'desc').limit(50).execute()
export const findWork = async (db: Reading, viewer: Viewer, id: Id): Promise<Shown> =>
  found(await seenBy(db, viewer).where('id', '=', id).executeTakeFirst())

export async function cancelWork(db: Writing, viewer: Viewer, id: Id): Promise<Shown> {
  const work = await findWork(db, viewer, id)
  if (work.state !== 'queued' && work.state !== 'running') throw new Refused('web.work-has-ended')
  const ended = work.state === 'queued' ? { state: 'cancelled' as const, endedAt: new Date().toISOString() } : {}
  await db.updateTable('work').set({ cancelling: true, ...ended }).where('id', '=', id).execute()
  return findWork(db, viewer, id)
}

/** Takes the oldest work that waits, or was cut off, so that no one else takes it too. What was running when it is taken was cut off. */
export async function takeNext(db: Database, kinds: string[]): Promise<WorkRow | undefined> {
  return db.updateTable('work')
    .set({ state: 'running', beatAt: sql`now()`, startedAt: sql`coalesce(started_at, now())`, cutOff: sql`cut_off + (state = 'running')::int` })
    .where('id', 'in', (from) => from.selectFrom('work').select('id').where('kind', 'in', kinds)
      .where((is) => is.or([is('state', '=', 'queued'), is.and([is('state', '=', 'running'), is('beatAt', '<', sql<string>`now() - ${sql.lit(silence)}::interval`)])]))
      .orderBy('id').limit(1).forUpdate().skipLocked())
    .returningAll().executeTakeFirst()
}

/** What was cancelled before its turn is given back all the same; twice does no harm. */
export async function giveBackCancelled(db: Database, workers: Worker[], viewerOf: (id: Id) => Promise<Viewer>): Promise<void> {
  const rows = await db.selectFrom('work').selectAll().where('state', '=', 'cancelled').where('cancelling', '=', true).where('startedAt', 'is', null).orderBy('id').limit(100).execute()
  for (const row of rows) {
    const bench: Bench<unknown> = { db, params: row.params, viewer: await viewerOf(row.startedBy), workId: row.id, now: () => new Date().toISOString(), progress: async () => {} }
    await workers.find(({ kind }) => kind === row.kind)?.giveUp?.(bench as never)
    await db.updateTable('work').set({ cancelling: false }).where('id', '=', row.id).execute()
  }
}

/** Does one piece of work to its end and writes down how it ended. */
export async function perform(db: Database, worker: Worker, row: WorkRow, viewer: Viewer, closing: () => boolean, watch?: Watch): Promise<void> {
  const bench: Bench<unknown> = { db, params: row.params, viewer, workId: row.id, now: () => new Date().toISOString(), progress: progressOf(db, row, closing, watch) }
  const beat = setInterval(() => void db.updateTable('work').set({ beatAt: sql`now()` }).where('id', '=', row.id).execute().catch(() => {}), 10_000)
  try {
    if (row.cancelling) throw new Stopped(false)
    if (row.cutOff >= cutOffAtMost) throw new Refused('web.work-cut-off', { times: row.cutOff })
    const result = await worker.run(bench as never)
    await end(db, row.id, { state: 'done', result: json(result ?? null) })
  } catch (error) {
    if (!(error instanceof Stopped && error.closing)) await worker.giveUp?.(bench as never)
    await end(db, row.id, endingOf(error))
    if (watch || !(error instanceof Stopped || error instanceof Refused)) throw error
  } finally { clearInterval(beat) }
}

export type Watch = (done: number, total: number | null, note: string | null) => void

/** Long work begun from the terminal: done here and now, watched there, written down like any other. */
export async function performNow<P>(db: Database, worker: Worker<P>, params: P, watch: Watch, closing: () => boolean = () => false): Promise<unknown> {
  const id = await db.transaction().execute((tx) => askFor(tx, house, worker.kind, params))
  const row = await db.updateTable('work').set({ state: 'running', beatAt: sql`now()`, startedAt: sql`now()` }).where('id', '=', id).returningAll().executeTakeFirstOrThrow()
  await perform(db, worker as never, row, house, closing, watch)
  return (await findWork(db, house, id)).result
}

/**
 * Long work that was asked for, done at the terminal when nobody has taken it yet; when a running Pamir was faster, it is
 * watched until it has ended. Either way it is done once. Throws the refusal with which it failed.
 */
export async function performAsked(db: Database, id: Id, workers: Worker[], watch: Watch, closing: () => boolean = () => false): Promise<unknown> {
  const row = await db.updateTable('work').set({ state: 'running', beatAt: sql`now()`, startedAt: sql`now()` })
    .where('id', '=', id).where('state', '=', 'queued').returningAll().executeTakeFirst()
  if (row) await perform(db, workers.find(({ kind }) => kind === row.kind)!, row, house, closing, watch)
  const { state, failure, result } = await ended(db, id, watch)
  if (state === 'cancelled') throw new Stopped(false)
  if (failure) throw new Refused(failure.key as Reason, failure.facts as Facts)
  return result
}

async function ended(db: Database, id: Id, watch: Watch): Promise<Shown> {
  for (;;) {
    const work = await findWork(db, house, id)
    if (work.state !== 'queued' && work.state !== 'running') return work
    watch(work.done, work.total, work.note)
    await new Promise((done) => setTimeout(done, 300))
  }
}

/** Tells how far the work is, a few times a second at most, and hears at the same time whether it should stop. */
function progressOf(db: Database, row: WorkRow, closing: () => boolean, watch: Watch | undefined) {
  let told = 0
  return async (done: number, total: number | null = row.total, note: string | null = row.note) => {
    Object.assign(row, { total, note })
    watch?.(done, total, note)
    // At the terminal Ctrl-C means «do not»; a server that closes means «later».
    if (closing()) throw new Stopped(!watch)
    if (Date.now() - told < 250 && done !== total) return
    told = Date.now()
    const { cancelling } = await db.updateTable('work').set({ done, total, note, beatAt: sql`now()` }).where('id', '=', row.id)
      .returning('cancelling').executeTakeFirstOrThrow()
    if (cancelling) throw new Stopped(false)
  }
}

function endingOf(error: unknown): Partial<Record<keyof WorkRow, unknown>> {
  if (error instanceof Stopped) return error.closing ? { state: 'queued' } : { state: 'cancelled' }
  const failure = error instanceof Refused ? { key: error.reason, facts: error.facts } : { key: 'web.our-mistake', facts: { said: String((error as Error).message).slice(0, 500) } }
  return { state: 'failed', failure: json(failure) }
}

async function end(db: Database, id: Id, ending: Partial<Record<keyof WorkRow, unknown>>): Promise<void> {
  await db.updateTable('work').set({ ...ending, ...(ending.state === 'queued' ? {} : { endedAt: sql`now()` }) } as never).where('id', '=', id).execute()
}
