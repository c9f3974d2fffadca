// The verbs of a pack: asked for, put away, and forgotten when its days are over.
import { cancelWork, findWork, askFor } from '#platform/jobs/work.ts'
import type { Night } from '#platform/jobs/job.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { record } from '#platform/audit/journal.ts'
import { json } from '#platform/db/database.ts'
import { demand } from '#platform/refusals.ts'
import { packMost, type PackShown, type PackWanted } from './pack-model.ts'
import { whyNotPack } from './pack-rules.ts'
import { countWanted, findPack, isUnderway, listPacks } from './pack-store.ts'

export const packWork = 'reports.pack'

export async function askForPack(at: Doing, wanted: PackWanted): Promise<PackShown[]> {
  const { db, viewer, now, today } = at
  demand(whyNotPack({ underway: await isUnderway(db, viewer), found: await countWanted(db, viewer, wanted, today), most: packMost.agreements }), { most: packMost.agreements })
  const id = newId()
  const workId = await askFor(db, viewer, packWork, { packId: id })
  await db.insertInto('evidencePack').values({ id, askedBy: viewer.id, askedAt: now, wanted: json(wanted) as never, workId, fileName: null, size: null, figures: null, readyAt: null, expiresAt: null }).execute()
  await record(at, { what: 'pack.asked', about: id, data: { ...wanted } })
  return listPacks(db, viewer)
}

/** Work that still runs is stopped; the pieces go with the pack. */
export async function deletePack(at: Doing, id: Id): Promise<PackShown[]> {
  const { db, viewer } = at
  const { workId } = await findPack(db, viewer, id)
  const { state } = await findWork(db, viewer, workId)
  if (state === 'queued' || state === 'running') await cancelWork(db, viewer, workId)
  await db.deleteFrom('evidencePack').where('id', '=', id).execute()
  await record(at, { what: 'pack.deleted', about: id })
  return listPacks(db, viewer)
}

/** Packs whose days are over; pieces of one that was cancelled or failed go at once. */
export async function forgetPacks({ db, now }: Pick<Night, 'db' | 'now'>): Promise<void> {
  await db.deleteFrom('evidencePack').where('expiresAt', '<=', now).execute()
  await db.deleteFrom('evidencePackPart').where('packId', 'in', (from) => from.selectFrom('evidencePack').innerJoin('work', 'work.id', 'evidencePack.workId')
    .select('evidencePack.id').where('work.state', 'in', ['cancelled', 'failed'])).execute()
}
