// A public register of organisations comes in: new records are added, changed ones brought up to date, withdrawn ones marked,
// successors followed. Running it again, or after a crash, continues: what is unchanged is left alone.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { record } from '#platform/audit/journal.ts'
import type { Bench, Worker } from '#platform/jobs/work.ts'
import type { Bond, Draft, ReadRegister, Reported } from './model.ts'
import { tell } from './news.ts'
import { keepBatch, type Known, knownByRor } from './register-batch.ts'
import { bindRelations } from './register-relations.ts'

export type Counts = { read: number; added: number; updated: number; unchanged: number; merged: number; withdrawn: number; relations: number; problems: Reported[]; problemCount: number }
const problemsKept = 200

export const registerImport = (readRegister: ReadRegister): Worker<{ path: string }> => ({
  kind: 'organisations.import-ror',
  run: async (bench) => {
    const counts: Counts = { read: 0, added: 0, updated: 0, unchanged: 0, merged: 0, withdrawn: 0, relations: 0, problems: [], problemCount: 0 }
    const known = await knownByRor(bench.db)
    const bonds = new Map<string, Bond[]>()
    await takeIn(bench, readRegister(bench.params.path), known, bonds, counts)
    await bench.progress(counts.read, counts.read, 'organisations.work.relating')
    counts.relations = await bindRelations(bench.db, known, bonds, bench.now())
    // The lists' plans follow from what the planner knows; it would otherwise learn of a whole register only minutes later.
    await sql`analyze organisation, organisation_name, organisation_identifier, organisation_relation`.execute(bench.db)
    await bench.db.transaction().execute(async (db) => {
      const { problems: _, ...data } = counts
      await record({ db, viewer: bench.viewer, now: bench.now() }, { what: 'organisations.register-imported', about: bench.workId, data })
      await tell(db, { register: true })
    })
    return counts
  },
})

/** While the database keeps one batch, the next is read: two batches are under way at most. */
async function takeIn(bench: Bench<{ path: string }>, parts: ReturnType<ReadRegister>, known: Map<string, Known>, bonds: Map<string, Bond[]>, counts: Counts): Promise<void> {
  let keeping: Promise<unknown> = Promise.resolve()
  try {
    for await (const { entries, problems, share } of parts) {
      counts.read += entries.length
      counts.problemCount += problems.length
      counts.problems.push(...problems.slice(0, problemsKept - counts.problems.length))
      for (const { ror, bonds: own } of entries) bonds.set(ror, own)
      const hashed = entries.map((entry) => ({ ...entry, hash: hashOf(entry.draft) }))
      await keeping
      await bench.progress(counts.read, Math.max(counts.read, Math.round(counts.read / Math.max(share, 0.001))), 'organisations.work.reading')
      keeping = keepBatch(bench, hashed, known, counts)
      keeping.catch(() => {})
    }
  } finally { await keeping }
}

/** Includes a number that is raised whenever the translation learns something new, so that all records are brought up to date. */
const translation = 2
const hashOf = (draft: Draft) => createHash('sha1').update(`${translation} ${JSON.stringify(draft)}`).digest('base64url')
