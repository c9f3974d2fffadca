// Who changed what in a clause, word by word, newest first.
import type { Reading } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { piecesBetween } from './differences.ts'
import type { ChangeShown } from './model.ts'
import { nameOf } from './names.ts'
import './tables.ts'

export async function changesOf(db: Reading, agreementId: Id, clauseId: Id): Promise<ChangeShown[]> {
  found(await db.selectFrom('textClause').select('id').where('agreementId', '=', agreementId).where('id', '=', clauseId).executeTakeFirst())
  const rows = await db.selectFrom('textChange').select(['id', 'what', 'lang', 'before', 'after', 'leads', 'sideId', 'at', 'proposalId', nameOf('textChange.who').as('who')])
    .where('clauseId', '=', clauseId).orderBy('at', 'desc').orderBy('id', 'desc').limit(200).execute()
  return rows.map(({ before, after, ...row }) => ({ ...row, pieces: row.what === 'worded' ? piecesBetween(before, after) : [] }))
}
