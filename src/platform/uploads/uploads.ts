// Uploads piece by piece: begun, continued where they stand, whole, taken by a room as its file. Each piece is one transaction.
import { createHash } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import type { Viewer } from '../auth/viewer.ts'
import type { Reading, Writing } from '../db/database.ts'
import { typeOf } from '../files/content.ts'
import type { Upload as WholeFile } from '../http/contract.ts'
import type { Doing } from '../http/serve.ts'
import type { Id, Instant } from '../kinds.ts'
import { demand, found, Refused } from '../refusals.ts'
import type { Begun, Progress } from './api.ts'

declare module '#platform/db/database.ts' {
  interface Tables { upload: UploadRow; uploadPiece: { uploadId: Id; starts: number; bytes: Buffer } }
}
type UploadRow = { id: Id; ownerId: Id; name: string; size: number; sha256: string | null; came: number; begunAt: Instant; expiresAt: Instant; takenFor: Id | null }
type Row = Selectable<UploadRow>

/** How long an unfinished one is kept after its last piece: a week without a line is not rare. */
const keptFor = 7 * 86_400_000
/** What one person may have under way: four of the largest files, and not endless small ones. */
const largestAtOnce = 4
const mostAtOnce = 100

const later = (now: Instant): Instant => new Date(Date.parse(now) + keptFor).toISOString()
const told = ({ id, name, size, came, expiresAt, takenFor }: Row): Progress => ({ id, name, size, offset: came, expiresAt, taken: takenFor !== null })

/** Begins it under the sender's id. Sent again, it says how far it is; an id of somebody else is refused without saying of what. */
export async function beginUpload({ db, viewer, now }: Doing, fileLimit: number, { id, name, size, sha256 }: Begun): Promise<Progress> {
  if (size > fileLimit) throw new Refused('uploads.too-large', { megabytes: Math.floor(fileLimit / 1_000_000) }, 413)
  // What is under way is counted by one at a time.
  await sql`select pg_advisory_xact_lock(hashtextextended(${viewer.id}, 13))`.execute(db)
  const before = await db.selectFrom('upload').selectAll().where('id', '=', id).executeTakeFirst()
  if (before) {
    demand(before.ownerId === viewer.id && before.size === size ? undefined : 'uploads.id-is-taken')
    return told(before)
  }
  await demandRoom(db, viewer, size, fileLimit)
  const row = { id, ownerId: viewer.id, name, size, sha256, came: 0, begunAt: now, expiresAt: later(now), takenFor: null }
  const kept = await db.insertInto('upload').values(row).onConflict((c) => c.doNothing()).returningAll().executeTakeFirst()
  if (!kept) throw new Refused('uploads.id-is-taken')
  return told(kept)
}

async function demandRoom(db: Writing, viewer: Viewer, size: number, fileLimit: number): Promise<void> {
  const { bytes, many } = await db.selectFrom('upload').where('ownerId', '=', viewer.id).where('takenFor', 'is', null)
    .select(({ fn }) => [fn.coalesce(fn.sum<string>('size'), sql<string>`0`).as('bytes'), fn.countAll<string>().as('many')]).executeTakeFirstOrThrow()
  demand(Number(bytes) + size > largestAtOnce * fileLimit || Number(many) >= mostAtOnce ? 'uploads.too-much-under-way' : undefined)
}

/** Only who began it sees it. */
export async function findUpload(db: Reading, viewer: Viewer, id: Id): Promise<Progress> {
  return told(found(await db.selectFrom('upload').selectAll().where('id', '=', id).where('ownerId', '=', viewer.id).executeTakeFirst()))
}

/** A piece that begins where it stands is added; any other changes nothing. What is whole is checked, and begun anew when it came damaged. */
export async function addPiece({ db, viewer, now }: Doing, id: Id, offset: number, bytes: Uint8Array): Promise<Progress | Refused> {
  const row = await hold(db, viewer, id)
  if (row.takenFor || offset !== row.came || bytes.length === 0) return told(row)
  const came = offset + bytes.length
  if (came > row.size) throw new Refused('uploads.more-than-said', {}, 400)
  await db.insertInto('uploadPiece').values({ uploadId: id, starts: offset, bytes: Buffer.from(bytes) }).execute()
  const whole = came === row.size ? await wholeOf(db, id) : undefined
  if (whole && row.sha256 && row.sha256 !== sha256Of(whole)) return beginAnew(db, row)
  if (whole && !typeOf(whole)) return forget(db, row)
  return told(await db.updateTable('upload').set({ came, expiresAt: later(now) }).where('id', '=', id).returningAll().executeTakeFirstOrThrow())
}

export async function cancelUpload({ db, viewer }: Doing, id: Id): Promise<{ done: true }> {
  await hold(db, viewer, id)
  await db.deleteFrom('upload').where('id', '=', id).execute()
  return { done: true }
}

/**
 * Gives a whole upload to the room that keeps it, in the transaction in which it is kept. Nothing when it was given for the same
 * thing before: the answer was lost on its way, and there is nothing to do.
 */
export async function takeUpload({ db, viewer }: Pick<Doing, 'db' | 'viewer'>, id: Id, about: Id): Promise<(WholeFile & { begunAt: Instant }) | undefined> {
  const row = await hold(db, viewer, id)
  if (row.takenFor === about) return undefined
  demand(row.takenFor || row.came < row.size ? 'uploads.not-whole' : undefined)
  const bytes = await wholeOf(db, id)
  await db.deleteFrom('uploadPiece').where('uploadId', '=', id).execute()
  await db.updateTable('upload').set({ takenFor: about }).where('id', '=', id).execute()
  return { name: row.name, type: typeOf(bytes) ?? '', bytes, begunAt: row.begunAt }
}

/** Those that nobody continued, and the traces of those that were taken. */
export async function forgetExpired(db: Writing, now: Instant): Promise<void> {
  await db.deleteFrom('upload').where('expiresAt', '<', now).execute()
}

const hold = async (db: Writing, viewer: Viewer, id: Id): Promise<Row> =>
  found(await db.selectFrom('upload').selectAll().where('id', '=', id).where('ownerId', '=', viewer.id).forUpdate().executeTakeFirst())

async function wholeOf(db: Reading, id: Id): Promise<Buffer> {
  return Buffer.concat((await db.selectFrom('uploadPiece').select('bytes').where('uploadId', '=', id).orderBy('starts').execute()).map(({ bytes }) => bytes))
}

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Refused by returning: what is written here stays. */
async function beginAnew(db: Writing, { id, name }: Row): Promise<Refused> {
  await db.deleteFrom('uploadPiece').where('uploadId', '=', id).execute()
  await db.updateTable('upload').set({ came: 0 }).where('id', '=', id).execute()
  return new Refused('uploads.came-damaged', { name })
}

async function forget(db: Writing, { id, name }: Row): Promise<Refused> {
  await db.deleteFrom('upload').where('id', '=', id).execute()
  return new Refused('web.file-of-this-kind-not-kept', { name }, 415)
}
