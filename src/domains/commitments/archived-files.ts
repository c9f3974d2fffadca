// What belongs to an agreement's exported history from here: the evidence of its activities that was not withdrawn.
import { whenArchived } from '#domains/agreements/archive-store.ts'
import type { Reading } from '#platform/db/database.ts'
import type { FileRow } from '#platform/files/files.ts'
import type { Id } from '#platform/kinds.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import './tables.ts'

/** Whoever sees the agreement sees what was done for it, with its evidence. */
whenArchived((db: Reading, _viewer: Viewer, agreementId: Id): Promise<FileRow[]> => db.selectFrom('file').selectAll('file')
  .where('file.removedAt', 'is', null)
  .where((is) => is.exists(is.selectFrom('evidence').innerJoin('activityServe', 'activityServe.activityId', 'evidence.activityId').select('evidence.id')
    .whereRef('evidence.fileId', '=', 'file.id').where('evidence.withdrawnAt', 'is', null).where('activityServe.agreementId', '=', agreementId)))
  .orderBy('file.id').execute())
