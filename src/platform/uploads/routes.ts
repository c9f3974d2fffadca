// The promises of uploads kept, and the clock that forgets those that nobody continued.
import { type Routes, serve } from '../http/serve.ts'
import { daily, type Jobs } from '../jobs/job.ts'
import { uploadsApi } from './api.ts'
import { addPiece, beginUpload, cancelUpload, findUpload, forgetExpired } from './uploads.ts'

/** `fileLimit` in bytes: what a single file may weigh, however it comes. */
export const uploadRoutes = (fileLimit: number): Routes => serve(uploadsApi, {
  begin: (at, { body }) => beginUpload(at, fileLimit, body),
  progress: ({ db, viewer }, { params }) => findUpload(db, viewer, params.id),
  piece: (at, { params, query, file }) => addPiece(at, params.id, query.offset, file.bytes),
  cancel: (at, { params }) => cancelUpload(at, params.id),
})

export const uploadJobs: Jobs = { 'forget-uploads': daily('40 3 * * *', ({ db, now }) => forgetExpired(db, now)) }
