// What belongs to an agreement's exported history from here: its reviews as they were laid before the sides, each the very content of its hash.
import { whenArchived } from '#domains/agreements/archive-store.ts'
import type { ArchivingFile } from '#platform/audit/archive.ts'
import { canonical } from '#platform/audit/journal.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { seenBy } from './review-store.ts'

/** They are the inner matter of the sides: others take the history without them, and are told that they are withheld. */
whenArchived(async (db: Reading, viewer: Viewer, agreementId: Id): Promise<ArchivingFile[]> => {
  const laid = await seenBy(db, viewer).select(['review.id', 'year', 'content', 'hash', 'laidBy', 'laidAt']).where('review.agreementId', '=', agreementId).where('content', 'is not', null).orderBy('year').execute()
  return laid.map(({ id, year, content, hash, laidBy, laidAt }) => {
    const bytes = Buffer.from(canonical(content))
    return { id, name: `review-${year}.json`, type: 'application/json', size: bytes.length, sha256: hash!, about: agreementId, addedBy: laidBy!, addedAt: laidAt!, removedAt: null, bytes }
  })
})
