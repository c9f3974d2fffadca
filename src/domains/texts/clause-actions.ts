// Articles and clauses: worded, matched, added, moved, removed, brought back. Only the side whose turn it is writes.
import type { Hand } from '#platform/audit/journal.ts'
import type { Rich } from '#platform/documents/rich.ts'
import { type Id, type Locale, newId } from '#platform/kinds.ts'
import { found, Refused } from '#platform/refusals.ts'
import { hasChanged, hold, type Held, show, tellOf } from './changing.ts'
import type { ChangeRow, ClauseDraft, ClauseRow, ClauseShown, Place } from './model.ts'
import type { TextFile } from './negotiation-model.ts'
import { editionOf, holdClause, keepChange, match, word } from './wording.ts'

/** Of two who word the same clause at once the second is told; what they typed stays with them. */
export async function wordClause(at: Hand, id: Id, clauseId: Id, lang: Locale, { content, seen }: { content: Rich; seen: number }): Promise<ClauseShown> {
  const held = await hold(at, 'write', id)
  mustBeOurs(held, lang)
  const one = await holdClause(at, held, clauseId)
  if (editionOf(one, lang) !== seen) throw new Refused('texts.changed-meanwhile', { seen, edition: editionOf(one, lang) })
  await word(at, held, one, { [lang]: content })
  return shownClause(at, held, clauseId)
}

export async function matchWording(at: Hand, id: Id, clauseId: Id, lang: Locale, seen: number): Promise<ClauseShown> {
  const held = await hold(at, 'match', id)
  mustBeOurs(held, lang)
  const one = await holdClause(at, held, clauseId)
  if (editionOf(one, lang) === 0) throw new Refused('texts.wording-missing', {})
  if (editionOf(one, lang) !== seen) throw new Refused('texts.changed-meanwhile', { seen, edition: editionOf(one, lang) })
  await match(at, held, one, lang)
  return shownClause(at, held, clauseId)
}

export async function addClause(at: Hand, id: Id, draft: ClauseDraft): Promise<TextFile> {
  const held = await hold(at, 'write', id)
  await putClause(at, held, draft)
  return show(at, held)
}

/** Adds a clause behind another, or at the beginning of its article; returns its id. */
export async function putClause(at: Hand, held: Held, { wordings, origin, numbered, ...to }: ClauseDraft, why: { proposalId?: Id; side?: Id } = {}): Promise<Id> {
  const place = await makeRoom(at, held, to)
  const clause = { id: newId(), agreementId: held.id, articleId: to.articleId, place, numbered, origin, revision: 0, removedAt: null }
  await at.db.insertInto('textClause').values(clause).execute()
  await tellChange(at, held, 'added', clause.id, why)
  await word(at, held, await holdClause(at, held, clause.id), wordings, why)
  await hasChanged(at, held)
  return clause.id
}

export async function placeClause(at: Hand, id: Id, clauseId: Id, to: Place): Promise<TextFile> {
  const held = await hold(at, 'write', id)
  await moveClause(at, held, clauseId, to)
  return show(at, held)
}

/** Takes it, an article with its clauses, to another place. */
export async function moveClause(at: Hand, held: Held, clauseId: Id, to: Place, why: { proposalId?: Id; side?: Id } = {}): Promise<void> {
  const { clause } = await holdClause(at, held, clauseId)
  if ((clause.articleId === null) !== (to.articleId === null) || to.articleId === clauseId) throw new Refused('texts.not-in-an-article')
  const place = await makeRoom(at, held, to)
  await at.db.updateTable('textClause').set({ articleId: to.articleId, place }).where('id', '=', clauseId).execute()
  await tellChange(at, held, 'moved', clauseId, why)
  await hasChanged(at, held)
}

export async function removeClause(at: Hand, id: Id, clauseId: Id): Promise<TextFile> {
  const held = await hold(at, 'write', id)
  await takeOut(at, held, clauseId)
  return show(at, held)
}

/** Puts it out of sight, an article with its clauses. */
export async function takeOut(at: Hand, held: Held, clauseId: Id, why: { proposalId?: Id; side?: Id } = {}): Promise<void> {
  await holdClause(at, held, clauseId)
  await tellChange(at, held, 'removed', clauseId, why)
  await at.db.updateTable('textClause').set({ removedAt: at.now }).where('removedAt', 'is', null)
    .where((is) => is.or([is('id', '=', clauseId), is('articleId', '=', clauseId)])).execute()
  await hasChanged(at, held)
}

/** Brings it back, with those clauses that went at the same moment. */
export async function restoreClause(at: Hand, id: Id, clauseId: Id): Promise<TextFile> {
  const held = await hold(at, 'write', id)
  const { clause } = await holdClause(at, held, clauseId, true)
  if (!clause.removedAt) throw new Refused('texts.not-removed')
  await at.db.updateTable('textClause').set({ removedAt: null }).where('removedAt', '=', clause.removedAt)
    .where((is) => is.or([is('id', '=', clauseId), is('articleId', '=', clauseId)])).execute()
  await tellChange(at, held, 'restored', clauseId)
  await hasChanged(at, held)
  return show(at, held)
}

async function tellChange(at: Hand, held: Held, what: Exclude<ChangeRow['what'], 'worded' | 'matched'>, clauseId: Id, { proposalId, side }: { proposalId?: Id; side?: Id } = {}): Promise<void> {
  const { number } = await holdClause(at, held, clauseId, true)
  await keepChange(at, held, { clauseId, what, proposalId: proposalId ?? null, ...(side ? { sideId: side } : {}) })
  await tellOf(at, held, `clause-${what}`, { clauseId, number, ...(proposalId ? { proposalId } : {}) })
}

/** Moves those behind it on by one, and says which place is free. */
async function makeRoom(at: Hand, { id }: Held, { articleId, afterId }: Place): Promise<number> {
  const clauses = await at.db.selectFrom('textClause').selectAll().where('agreementId', '=', id).execute()
  if (articleId && found(clauses.find((one) => one.id === articleId)).articleId !== null) throw new Refused('texts.not-in-an-article')
  const beside = (one: ClauseRow) => one.articleId === articleId
  const place = afterId ? found(clauses.find((one) => one.id === afterId && beside(one))).place + 1 : 0
  const behind = at.db.updateTable('textClause').set((row) => ({ place: row('place', '+', 1) })).where('agreementId', '=', id).where('place', '>=', place)
  await (articleId ? behind.where('articleId', '=', articleId) : behind.where('articleId', 'is', null)).execute()
  return place
}

function mustBeOurs({ text }: Held, lang: Locale): void {
  if (!text.languages.includes(lang)) throw new Refused('texts.no-such-language', { lang })
}

async function shownClause(at: Hand, held: Held, clauseId: Id): Promise<ClauseShown> {
  return found((await show(at, held)).clauses.find(({ id }) => id === clauseId))
}
