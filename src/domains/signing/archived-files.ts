// What belongs to an agreement's exported history from here: the sealed file, every file that was signed, scans, and the documents of clearances.
import { sql } from 'kysely'
import { sidesHeld } from '#domains/agreements/rules.ts'
import { whenArchived } from '#domains/agreements/archive-store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { FileRow } from '#platform/files/files.ts'
import type { Id } from '#platform/kinds.ts'
import './tables.ts'

/** How an agreement was signed is its parties' affair: others take its history without these. */
whenArchived(async (db: Reading, viewer: Viewer, agreementId: Id): Promise<FileRow[]> => {
  const parties = await db.selectFrom('agreementParty').selectAll().where('agreementId', '=', agreementId).execute()
  if (!viewer.admin && sidesHeld(parties, viewer, ...viewer.offices.map(({ role }) => role)).length === 0) return []
  const size = sql<number>`octet_length(content.bytes)`.as('size')
  const signings = db.selectFrom('signing').where('signing.agreementId', '=', agreementId)
  const [sealed, signed, documents] = await Promise.all([
    signings.innerJoin('fileContent as content', 'content.sha256', 'signing.sealedSha256').select(['signing.id', 'signing.code', 'content.sha256', 'openedBy as addedBy', 'sealedAt']).select(size).execute(),
    signings.innerJoin('signature', 'signature.signingId', 'signing.id').innerJoin('fileContent as content', 'content.sha256', 'signature.fileSha256')
      .select(['signature.id', 'signing.code', 'signature.name', 'signature.fileName', 'signature.fileType as type', 'content.sha256', 'recordedBy as addedBy', 'recordedAt as addedAt']).select(size)
      .orderBy('signature.recordedAt').orderBy('signature.id').execute(),
    signings.innerJoin('clearance', 'clearance.signingId', 'signing.id').innerJoin('file', 'file.about', 'clearance.id').selectAll('file').where('file.removedAt', 'is', null).orderBy('file.id').execute(),
  ])
  const kept = { about: agreementId, removedAt: null }
  return [
    ...sealed.map(({ code, sealedAt, ...file }) => ({ ...file, ...kept, name: `${code}.pdf`, type: 'application/pdf', addedAt: sealedAt! })),
    ...signed.map(({ code, fileName, name, ...file }) => ({ ...file, ...kept, name: fileName ?? `${code} ${name}.pdf` })),
    ...documents,
  ]
})
