// Actions: each has one owner and a day; it is done when its owner, or who arranges the body's affairs, says so.
import { record } from '#platform/audit/journal.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found } from '#platform/refusals.ts'
import { showBody } from './body-file.ts'
import type { BodyFile } from './body-model.ts'
import { holdBody } from './body-store.ts'
import type { ActionDraft } from './model.ts'
import { arranges, whyNot } from './rules.ts'

export async function addAction(at: Doing, id: Id, draft: ActionDraft): Promise<BodyFile> {
  const held = await holdBody(at.db, at.viewer, id)
  demand(whyNot('arrange', held, at.viewer))
  demand(await at.db.selectFrom('person').select('id').where('id', '=', draft.ownerId).executeTakeFirst() ? undefined : 'committees.person-unknown')
  if (draft.decisionId) found(await at.db.selectFrom('decision').select('id').where('id', '=', draft.decisionId).where('bodyId', '=', id).executeTakeFirst())
  if (draft.meetingId) found(await at.db.selectFrom('meeting').select('id').where('id', '=', draft.meetingId).where('bodyId', '=', id).executeTakeFirst())
  const action = { id: newId(), bodyId: id, ...draft, doneAt: null, doneWords: null, addedBy: at.viewer.id, addedAt: at.now }
  await at.db.insertInto('bodyAction').values(action).execute()
  await record(at, { what: 'body.action-added', about: id, data: { action: action.id, what: draft.what, owner: draft.ownerId, dueOn: draft.dueOn } })
  return showBody(at.db, at.viewer, id, at.now)
}

export async function finishAction(at: Doing, id: Id, actionId: Id, { done, words }: { done: boolean; words: string | null }): Promise<BodyFile> {
  const held = await holdBody(at.db, at.viewer, id)
  const action = found(await at.db.selectFrom('bodyAction').selectAll().where('id', '=', actionId).where('bodyId', '=', id).executeTakeFirst())
  demand(action.ownerId === at.viewer.id || arranges(held, at.viewer) ? undefined : 'committees.only-its-owner')
  await at.db.updateTable('bodyAction').set({ doneAt: done ? at.now : null, doneWords: done ? words : null }).where('id', '=', actionId).execute()
  await record(at, { what: done ? 'body.action-done' : 'body.action-reopened', about: id, data: { action: actionId, what: action.what } })
  return showBody(at.db, at.viewer, id, at.now)
}
