// Evidence: files and links that show what was done. Kept unchanged by their hash, once each; withdrawn with a reason, never erased.
import { filesAbout, addFile, contentOf } from '#platform/files/files.ts'
import { typeOf } from '#platform/files/content.ts'
import { withoutTraces } from '#platform/files/photographs.ts'
import { createHash } from 'node:crypto'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Download, Upload } from '#platform/http/contract.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, type Instant, newId } from '#platform/kinds.ts'
import { demand, found } from '#platform/refusals.ts'
import { takeUpload } from '#platform/uploads/uploads.ts'
import { tell } from './activity-actions.ts'
import type { Activity, ActivityShown } from './activity-model.ts'
import { whyNotKeep } from './activity-rules.ts'
import { findActivity, holdActivity } from './activity-store.ts'

/** Adds a file. A photograph loses what it tells of place and camera before it is kept, and it is said what that was. The same file sent again is kept once. */
export async function addEvidence(at: Doing, activityId: Id, upload: Upload & { begunAt?: Instant }): Promise<ActivityShown> {
  const activity = await holdKept(at, activityId)
  const { bytes, stripped } = withoutTraces(upload.bytes, typeOf(upload.bytes) ?? '')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if ((await filesAbout(at.db, activityId)).some((file) => file.sha256 === sha256)) return findActivity(at.db, at.viewer, activityId)
  const file = await addFile(at, activityId, { name: upload.name, type: upload.type, bytes })
  await insert(at, activity, { fileId: file.id, url: null, title: file.name, stripped }, { name: file.name, sha256, stripped, ...(upload.begunAt && { begunAt: upload.begunAt }) })
  return findActivity(at.db, at.viewer, activityId)
}

/** What came piece by piece becomes evidence, in one transaction; whose answer was lost sends it again and hears the same. */
export async function keepUpload(at: Doing, activityId: Id, uploadId: Id): Promise<ActivityShown> {
  await holdKept(at, activityId)
  const file = await takeUpload(at, uploadId, activityId)
  return file ? addEvidence(at, activityId, file) : findActivity(at.db, at.viewer, activityId)
}

export async function addEvidenceLink(at: Doing, activityId: Id, { url, title }: { url: string; title: string | null }): Promise<ActivityShown> {
  const activity = await holdKept(at, activityId)
  const same = await at.db.selectFrom('evidence').select('id').where('activityId', '=', activityId).where('url', '=', url).where('withdrawnAt', 'is', null).executeTakeFirst()
  if (!same) await insert(at, activity, { fileId: null, url, title: title ?? url, stripped: [] }, { url })
  return findActivity(at.db, at.viewer, activityId)
}

/** Takes a piece of evidence back: it is named with the reason, and its bytes stay under their hash. */
export async function withdrawEvidence(at: Doing, activityId: Id, id: Id, because: string): Promise<ActivityShown> {
  const activity = await holdKept(at, activityId)
  const piece = found(await at.db.selectFrom('evidence').selectAll().where('id', '=', id).where('activityId', '=', activityId).executeTakeFirst())
  demand(piece.withdrawnAt ? 'commitments.evidence-is-withdrawn' : undefined)
  await at.db.updateTable('evidence').set({ withdrawnAt: at.now, withdrawnBecause: because }).where('id', '=', id).execute()
  await tellOf(at, activity, 'evidence-withdrawn', { name: piece.title, because })
  return findActivity(at.db, at.viewer, activityId)
}

export async function openEvidence(db: Reading, viewer: Viewer, activityId: Id, id: Id): Promise<Download> {
  await findActivity(db, viewer, activityId)
  return evidenceFile(db, activityId, id)
}

/** The file behind a piece of evidence; a withdrawn one is not given out any more. */
export async function evidenceFile(db: Reading, activityId: Id, id: Id): Promise<Download> {
  const file = found(await db.selectFrom('evidence').innerJoin('file', 'file.id', 'evidence.fileId').select(['file.sha256', 'file.name', 'file.type'])
    .where('evidence.id', '=', id).where('evidence.activityId', '=', activityId).where('evidence.withdrawnAt', 'is', null).executeTakeFirst())
  return contentOf(db, file)
}

async function holdKept(at: Doing, id: Id): Promise<Activity> {
  const activity = await holdActivity(at, id)
  demand(whyNotKeep(activity, at.viewer))
  return activity
}

async function insert(at: Doing, activity: Activity, piece: { fileId: Id | null; url: string | null; title: string; stripped: string[] }, data: Record<string, unknown>): Promise<void> {
  await at.db.insertInto('evidence').values({ id: newId(), activityId: activity.id, ...piece, addedBy: at.viewer.id, addedAt: at.now, withdrawnAt: null, withdrawnBecause: null }).execute()
  await tellOf(at, activity, 'evidence-added', data)
}

async function tellOf(at: Doing, { id, what }: Activity, deed: string, data: Record<string, unknown>): Promise<void> {
  const served = await at.db.selectFrom('activityServe').select('agreementId').distinct().where('activityId', '=', id).execute()
  await tell(at, new Map(served.map(({ agreementId }) => [agreementId, []])), deed, { activity: id, what, ...data })
}
