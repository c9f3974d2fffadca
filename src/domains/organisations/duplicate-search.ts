// Looks for duplicates among all records that did not come from the register. Long work; may be begun again at any time.
import type { Database, Reading } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import type { Worker } from '#platform/jobs/work.ts'
import type { Desk } from './desk.ts'
import { doublesOf, type Pair, propose } from './duplicate-store.ts'

const atOnce = 200

export const duplicateSearch = (desk: Desk): Worker<Record<string, never>> => ({
  kind: 'organisations.find-duplicates',
  run: async ({ db, progress }) => {
    const { total } = await db.selectFrom('organisation').where('source', '<>', 'ror').where('status', '<>', 'merged').select((all) => all.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    let found = 0
    let done = 0
    let last: Id = '00000000-0000-0000-0000-000000000000'
    for (let rows = await next(db, last); rows.length > 0; rows = await next(db, last)) {
      last = rows.at(-1)!.id
      const told = await toldByResolver(desk, rows)
      found += await db.transaction().execute(async (tx) => propose(tx, [...await doublesOf(tx, rows.map(({ id }) => id)), ...told]))
      await progress(done += rows.length, total, 'organisations.work.comparing')
    }
    return { compared: done, found }
  },
})

const next = (db: Reading | Database, last: Id) =>
  db.selectFrom('organisation').select(['id', 'name', 'country', 'city', 'domain', 'ror', 'parentId']).where('source', '<>', 'ror').where('status', '<>', 'merged')
    .where('id', '>', last).orderBy('id').limit(atOnce).execute()

type Row = Awaited<ReturnType<typeof next>>[number]

/** The resolver finds a record itself first, so what counts is the next candidate that is nearly as sure. */
async function toldByResolver(desk: Desk, rows: Row[]): Promise<Pair[]> {
  if (!desk.isReady()) return []
  const asked = rows.filter(({ ror }) => ror === null)
  const answers = await desk.resolve(asked.map(({ name, country, city, domain }) => ({ text: name, country, city, domain })))
  return answers.flatMap(({ candidates }, place) => {
    const { id, parentId } = asked[place]!
    const other = candidates.find((candidate) => candidate.id !== id && candidate.id !== parentId && candidate.confidence >= 0.4)
    return other ? [{ a: id, b: other.id, reason: 'resolver' as const, fact: other.name }] : []
  })
}
