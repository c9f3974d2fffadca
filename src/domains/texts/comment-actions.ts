// What is said about a text. Internal talk is told in a journal of its own, never in the agreement's, which every side reads.
import { type Hand, record } from '#platform/audit/journal.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found, Refused } from '#platform/refusals.ts'
import { hold, type Held } from './changing.ts'
import { commentsOf, findComment } from './comment-store.ts'
import type { CommentDraft, CommentRow, CommentShown } from './negotiation-model.ts'
import { holdClause } from './wording.ts'

export async function comment(at: Hand, id: Id, { clauseId, lang, answersId, internal, body }: CommentDraft): Promise<CommentShown[]> {
  const held = await hold(at, 'comment', id)
  if (clauseId) await holdClause(at, held, clauseId)
  const above = answersId ? await heard(at, held, answersId) : undefined
  // An answer to internal talk stays internal, whatever was asked for.
  const internalToId = above?.internalToId ?? (internal ? held.side : null)
  const row = {
    id: newId(), agreementId: id, clauseId: clauseId ?? above?.clauseId ?? null, lang, answersId, internalToId, body, sideId: internalToId ?? held.side, who: at.viewer.id, office: at.viewer.acting,
    at: at.now, settledAt: null, settledBy: null, removedAt: null,
  }
  await at.db.insertInto('textComment').values(row).execute()
  await tell(at, row, 'commented')
  return all(at, held)
}

/** It needs no answer any more; `false` opens it again. */
export async function settleComment(at: Hand, id: Id, commentId: Id, settled: boolean): Promise<CommentShown[]> {
  const held = await hold(at, 'comment', id)
  const one = await heard(at, held, commentId)
  if ((one.settledAt !== null) === settled) throw new Refused(settled ? 'texts.settled-already' : 'texts.not-settled')
  await at.db.updateTable('textComment').set({ settledAt: settled ? at.now : null, settledBy: settled ? at.viewer.id : null }).where('id', '=', commentId).execute()
  await tell(at, one, settled ? 'comment-settled' : 'comment-opened')
  return all(at, held)
}

/** Only who said it takes it back. */
export async function removeComment(at: Hand, id: Id, commentId: Id): Promise<CommentShown[]> {
  const held = await hold(at, 'comment', id)
  const one = await heard(at, held, commentId)
  demand(one.who === at.viewer.id ? undefined : 'texts.not-your-comment')
  await at.db.updateTable('textComment').set({ removedAt: at.now }).where('id', '=', commentId).execute()
  await tell(at, one, 'comment-removed')
  return all(at, held)
}

const heard = async (at: Hand, { id, parties }: Held, commentId: Id): Promise<CommentRow> => found(await findComment(at.db, at.viewer, { agreementId: id, parties }, commentId))
const all = (at: Hand, { id, parties }: Held) => commentsOf(at.db, at.viewer, { agreementId: id, parties })

const tell = (at: Hand, { id, agreementId, clauseId, internalToId }: Pick<CommentRow, 'id' | 'agreementId' | 'clauseId' | 'internalToId'>, what: string) =>
  record(at, { what: `text.${what}`, about: internalToId ? id : agreementId, data: { commentId: id, clauseId } })
