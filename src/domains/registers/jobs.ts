// The long work of registers: reading a file into a run, and importing a run, all of it or nothing.
import { record } from '#platform/audit/journal.ts'
import { house } from '#platform/auth/viewer.ts'
import type { Writing } from '#platform/db/database.ts'
import { contentOf } from '#platform/files/files.ts'
import type { Bench, Worker } from '#platform/jobs/work.ts'
import type { Id } from '#platform/kinds.ts'
import { Refused } from '#platform/refusals.ts'
import { work } from './actions.ts'
import { importRows, type Report } from './importing.ts'
import type { Decided, RunRow } from './model.ts'
import { NoRegister, readRegister } from './reading-run.ts'
import { needsPerson, surenessOf, writtenKey } from './rules.ts'
import type { Services } from './services.ts'
import { allRows, holdRun, putRows, putRun } from './store.ts'

type Params = { runId: Id }

export const registerWorkers = (services: Services): Worker[] => [
  { kind: work.read, run: (bench: Bench<Params>) => readRun(bench, services), giveUp: ({ db, params }: Bench<Params>) => db.transaction().execute((tx) => notReadable(tx, params.runId)) } as Worker,
  { kind: work.import, run: (bench: Bench<Params>) => importRun(bench, services), giveUp: ({ db, params }: Bench<Params>) => db.transaction().execute((tx) => backToReview(tx, params.runId)) } as Worker,
]

/** Reads the file of a run. What a person decided before stays where the text is the same. */
export async function readRun({ db, params, progress, now }: Bench<Params>, services: Services): Promise<{ rows: number; needs: number }> {
  const run = await db.transaction().execute((tx) => holdRun(tx, house, params.runId))
  // Work may begin again after a crash: a run that was read, imported or put away since is left as it is.
  if (run.state !== 'reading') return { rows: run.rows, needs: run.needs }
  try {
    const { body } = await contentOf(db as never, { sha256: run.fileSha256, name: run.fileName, type: '' })
    const source = { bytes: body as Uint8Array, name: run.fileName, sheet: run.sheet, said: run.mapping }
    const read = await readRegister(db as never, services, source, { id: run.ownerId, name: run.ownerName }, now().slice(0, 10), progress)
    return await db.transaction().execute(async (tx) => {
      const decided = decidedBefore(await allRows(tx, run.id))
      const rows = read.rows.map((reading) => {
        const said = decided(reading)
        return { reading, decided: said, needs: needsPerson(reading, said), sureness: surenessOf(reading) }
      })
      const { table, header, columns, fingerprint, summary } = read
      const needs = rows.filter((row) => row.needs).length
      await putRows(tx, run.id, rows)
      await putRun(tx, run.id, {
        state: 'review', rows: rows.length, needs, summary, sheet: table.sheet, tableShape: { format: table.format, sheets: table.sheets, header, fingerprint, columns },
      })
      return { rows: rows.length, needs }
    })
  } catch (error) {
    if (error instanceof Refused) await db.transaction().execute((tx) => putRun(tx, run.id, { state: 'failed', ...(error instanceof NoRegister ? error.shape : {}) }))
    throw error
  }
}

/** Decisions are found again by the party's text, so that a remapped column does not lose them. */
function decidedBefore(rows: RunRow[]): (reading: Pick<RunRow, 'row' | 'parties' | 'skip'>) => Decided {
  const before = new Map(rows.map((row) => [row.row, row]))
  return ({ row, parties, skip }) => {
    const old = before.get(row)
    const kept = parties.flatMap((party, place) => {
      const at = old?.parties.findIndex((one) => writtenKey(one) === writtenKey(party)) ?? -1
      const choice = old?.decided.parties[String(at)]
      return choice ? [[String(place), choice] as const] : []
    })
    return { parties: Object.fromEntries(kept), skip: old?.decided.skip ?? skip !== null, ...(old?.decided.signedOn === undefined ? {} : { signedOn: old.decided.signedOn }) }
  }
}

/** Imports a run, once: begun again after a crash, what was imported stays imported. */
export async function importRun({ db, params, progress, viewer, now }: Bench<Params>, { desk }: Services): Promise<Partial<Report>> {
  await progress(0, null, 'registers.work.importing')
  const report = await db.transaction().execute(async (tx) => {
    const run = await holdRun(tx, house, params.runId)
    if (run.state !== 'importing') return undefined
    const at = { db: tx, viewer, now: now() }
    const { columns = [] } = run.tableShape
    const report = await importRows(at, { runId: run.id, ownerId: run.ownerId, fileName: run.fileName, columns }, await allRows(tx, run.id))
    const { organisations: _, ...counts } = report
    await putRun(tx, run.id, { state: 'imported', importedAt: at.now, report: counts, needs: 0 })
    await record(at, { what: 'register.imported', about: run.id, data: { owner: run.ownerId, ...counts } })
    return report
  }).catch(async (error) => {
    await db.transaction().execute((tx) => backToReview(tx, params.runId))
    throw error
  })
  if (report) await desk.learn(report.organisations)
  return report ?? {}
}

async function notReadable(db: Writing, id: Id): Promise<void> {
  const run = await holdRun(db, house, id)
  if (run.state === 'reading') await putRun(db, id, { state: 'failed' })
}

/** Nothing was imported: the person may look at it again. */
async function backToReview(db: Writing, id: Id): Promise<void> {
  const run = await holdRun(db, house, id)
  if (run.state === 'importing') await putRun(db, id, { state: 'review' })
}
