// What was said about a text. Internal talk begins and ends at its side: every finder of comments starts here.
import { sql } from 'kysely'
import type { Party } from '#domains/agreements/model.ts'
import { sidesHeld } from '#domains/agreements/rules.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import type { CommentRow, CommentShown } from './negotiation-model.ts'
import { nameOf } from './names.ts'
import './tables.ts'

/** What reaches this viewer: what was said to all sides, and the internal talk of those for which they keep the records. */
function heardBy(db: Reading, viewer: Viewer, { agreementId, parties }: Talk) {
  return db.selectFrom('textComment').where('agreementId', '=', agreementId).where('removedAt', 'is', null)
    .where(sql<boolean>`(internal_to_id is null or internal_to_id = any(${sidesHeld([...parties], viewer)}::uuid[]))`)
}
type Talk = { agreementId: Id; parties: readonly Pick<Party, 'organisationId' | 'role'>[] }

export async function commentsOf(db: Reading, viewer: Viewer, talk: Talk): Promise<CommentShown[]> {
  const rows = await heardBy(db, viewer, talk).selectAll().select([nameOf('textComment.who').as('name'), nameOf('textComment.settledBy').as('settler')]).orderBy('at').orderBy('id').execute()
  return rows.map(({ id, clauseId, lang, answersId, internalToId, body, sideId, who, name, at, settledAt, settler }) =>
    ({ id, clauseId, lang, answersId, internal: internalToId !== null, body, sideId, who: name, mine: who === viewer.id, at, settledAt, settledBy: settler }))
}

export const findComment = async (db: Reading, viewer: Viewer, talk: Talk, id: Id): Promise<CommentRow> =>
  found(await heardBy(db, viewer, talk).selectAll().where('id', '=', id).executeTakeFirst())
