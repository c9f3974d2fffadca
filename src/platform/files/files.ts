// Files: kept in the database by the hash of their content, so that a backup is whole and the same scan is stored once.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Viewer } from '../auth/viewer.ts'
import type { Reading, Writing } from '../db/database.ts'
import type { Download, Upload } from '../http/contract.ts'
import { type Id, type Instant, newId } from '../kinds.ts'
import { found, Refused } from '../refusals.ts'
import { typeOf } from './content.ts'
import { withoutTraces } from './photographs.ts'

declare module '#platform/db/database.ts' {
  interface Tables { file: FileRow; fileContent: { sha256: string; bytes: Buffer } }
}
export type FileRow = {
  id: Id; name: string; type: string; size: number; sha256: string; about: Id; addedBy: Id; addedAt: Instant; removedAt: Instant | null
}

/** Keeps a file about a thing. What it is decided by its content, never by its name; only what is on the list is kept, and a photograph without what it tells of its place. */
export async function addFile(at: { db: Writing; viewer: Viewer; now: Instant }, about: Id, { name, bytes: sent }: Upload): Promise<FileRow> {
  const type = typeOf(sent)
  if (!type) throw new Refused('web.file-of-this-kind-not-kept', { name }, 415)
  const { bytes } = withoutTraces(sent, type)
  const sha256 = await keepContent(at.db, bytes)
  const row = { id: newId(), name: safeName(name), type, size: bytes.length, sha256, about, addedBy: at.viewer.id, addedAt: at.now, removedAt: null }
  await at.db.insertInto('file').values(row).execute()
  return row
}

/** Keeps bytes under their SHA-256, once. */
export async function keepContent(db: Writing, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await db.insertInto('fileContent').values({ sha256, bytes: Buffer.from(bytes) }).onConflict((c) => c.doNothing()).execute()
  return sha256
}

export const filesAbout = (db: Reading, about: Id): Promise<FileRow[]> =>
  db.selectFrom('file').selectAll().where('about', '=', about).where('removedAt', 'is', null).orderBy('id').execute()

export async function findFile(db: Reading, id: Id): Promise<FileRow> {
  return found(await db.selectFrom('file').selectAll().where('id', '=', id).where('removedAt', 'is', null).executeTakeFirst())
}

export async function contentOf(db: Reading, { sha256, name, type }: Pick<FileRow, 'sha256' | 'name' | 'type'>): Promise<Download> {
  const { bytes } = found(await db.selectFrom('fileContent').select('bytes').where('sha256', '=', sha256).executeTakeFirst())
  return { name, type, body: bytes }
}

export async function removeFile(db: Writing, id: Id): Promise<void> {
  await db.updateTable('file').set({ removedAt: sql`now()` }).where('id', '=', id).execute()
}

/** A name that no file system reads as a path or a command. */
function safeName(name: string): string {
  return name.normalize('NFC').replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, '_').replace(/^\.+/, '_').slice(0, 200) || 'file'
}
