// Works out how every agreement stands, a thousand at a time, as long work: progress is seen, it stops between two pages, and after a
// restart it goes on where it was. Only what differs is written.
import { sql } from 'kysely'
import type { Worker } from '#platform/jobs/work.ts'
import { anyOf, type Writing } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import type { When } from '#platform/day-zones.ts'
import { putSetting, readSetting } from '#platform/settings.ts'
import { observed, type Seen } from './observing.ts'
import { differenceOf, keep } from './pulse-store.ts'

type Params = { asOf: When; missing?: boolean }
type Place = { work: Id; after: Id; done: number; commitments: number }
const first = '00000000-0000-0000-0000-000000000000'
const page = 1000
const placeName = 'commitments.standing-at'

export const standAll: Worker<Params> = {
  kind: 'commitments.stand-all',
  run: async ({ db, params: { asOf, missing = false }, workId, progress }) => {
    const total = await db.selectFrom('agreement').select((row) => row.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
    const before = await readSetting<Place>(db, placeName)
    let at: Place = before?.work === workId ? before : { work: workId, after: first, done: 0, commitments: 0 }
    for (;;) {
      const ids = await db.selectFrom('agreement').select('id').where('id', '>', at.after)
        .$if(missing, (rows) => rows.where(sql<boolean>`not exists (select 1 from agreement_pulse p where p.agreement_id = agreement.id)`)).orderBy('id').limit(page).execute()
      const seen = await observed(db, ids.map(({ id }) => id), asOf)
      if (seen.length === 0) break
      at = { ...at, after: seen.at(-1)!.id, done: at.done + seen.length, commitments: at.commitments + seen.reduce((sum, { commitments }) => sum + (commitments?.length ?? 0), 0) }
      await db.transaction().execute(async (tx) => {
        await keep(tx, await heldOf(tx, seen.filter((one) => differenceOf(one, asOf)).map(({ id }) => id), asOf), asOf)
        await putSetting(tx, placeName, at)
      })
      await progress(Math.min(at.done, total.count), total.count)
    }
    return { agreements: at.done, commitments: at.commitments }
  },
}

/** Held and read again: since they were read a deed may have overtaken it. In their order, as deeds hold them. */
async function heldOf(tx: Writing, ids: readonly Id[], asOf: When): Promise<Seen[]> {
  if (ids.length === 0) return []
  await tx.selectFrom('agreement').select('id').where('id', '=', anyOf(ids)).orderBy('id').forNoKeyUpdate().execute()
  return observed(tx, ids, asOf)
}

export const commitmentWorkers: Worker[] = [standAll as Worker]
