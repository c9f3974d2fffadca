// The scans of an agreement: who sees the agreement sees them, who writes it adds and removes them.
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import { addFile, contentOf, type FileRow, findFile, removeFile } from '#platform/files/files.ts'
import type { Download, Upload } from '#platform/http/contract.ts'
import type { Doing } from '#platform/http/serve.ts'
import type { Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { takeUpload } from '#platform/uploads/uploads.ts'
import { hold, tell } from './actions.ts'
import type { AgreementFile } from './model.ts'
import { findAgreement, stillSeen } from './store.ts'

export async function attachFile(at: Doing, id: Id, upload: Upload): Promise<AgreementFile> {
  await hold(at, 'attach', id)
  const { name, sha256 } = await addFile(at, id, upload)
  return tell(at, 'agreement.file-attached', id, { name, sha256 })
}

/** What came piece by piece hangs on the agreement, in one transaction; whose answer was lost sends it again and hears the same. */
export async function keepUpload(at: Doing, id: Id, uploadId: Id): Promise<AgreementFile> {
  await hold(at, 'attach', id)
  const file = await takeUpload(at, uploadId, id)
  return file ? attachFile(at, id, file) : findAgreement(at.db, at.viewer, id, at.now)
}

export async function removeFileFrom(at: Doing, id: Id, fileId: Id): Promise<AgreementFile> {
  await hold(at, 'remove-file', id)
  const { name, sha256 } = await fileOf(at.db, id, fileId)
  await removeFile(at.db, fileId)
  return tell(at, 'agreement.file-removed', id, { name, sha256 })
}

export async function openFile(db: Reading, viewer: Viewer, id: Id, fileId: Id): Promise<Download> {
  found((await stillSeen(db, viewer, id)) || null)
  return contentOf(db, await fileOf(db, id, fileId))
}

/** A file that hangs on this agreement and on no other thing. */
async function fileOf(db: Reading, id: Id, fileId: Id): Promise<FileRow> {
  const file = await findFile(db, fileId)
  return found(file.about === id ? file : null)
}
