// How a text comes to its first words: none, a template's, or those of another agreement.
import type { Hand } from '#platform/audit/journal.ts'
import { json, type Reading } from '#platform/db/database.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { type Id, newId } from '#platform/kinds.ts'
import type { Begin, ClauseRow, Languages, TextRow, Wordings } from './model.ts'
import { inOrder } from './numbering-rules.ts'
import type { Promised } from './promise-model.ts'
import { findWhole } from './store.ts'
import { articlesOf, templateNamed } from './templates.ts'

export type First = Omit<ClauseRow, 'agreementId' | 'revision' | 'removedAt'> & { wordings: Wordings }
/** What a text begins with, and what its clauses promise. */
export type Beginning = Languages & { template: string | null; given: TextRow['given']; clauses: First[]; promises: { clauseId: Id; promised: Promised }[] }

export async function beginningOf(db: Reading, viewer: Viewer, begin: Begin, countries: readonly string[]): Promise<Beginning> {
  if (begin.from === 'agreement') return copied(db, viewer, begin.agreementId)
  const { languages, authentic, prevailing } = begin
  const bare = { languages, authentic, prevailing, template: null, given: {}, clauses: [], promises: [] }
  return begin.from === 'nothing' ? bare : { ...bare, given: begin.given, ...fromTemplate(begin, countries) }
}

function fromTemplate(begin: Extract<Begin, { from: 'template' }>, countries: readonly string[]) {
  const articles = articlesOf(templateNamed(begin.template), { ...begin, countries })
  const clauses: First[] = []
  const promised: { clauseId: Id; key: string; promise: (typeof articles)[number]['clauses'][number]['promises'][number] }[] = []
  for (const [place, { key, numbered, wordings, clauses: within }] of articles.entries()) {
    const articleId = newId()
    clauses.push({ id: articleId, articleId: null, place, numbered, origin: `${begin.template}:${key}`, wordings })
    for (const [inside, clause] of within.entries()) {
      const id = newId()
      clauses.push({ id, articleId, place: inside, numbered: clause.numbered, origin: `${begin.template}:${clause.key}`, wordings: clause.wordings })
      promised.push(...clause.promises.map((promise) => ({ clauseId: id, key: clause.key, promise })))
    }
  }
  const placeOf = (key: string | null) => { const place = promised.findIndex((one) => one.key === key); return place < 0 ? null : place }
  return { template: begin.template, clauses, promises: promised.map(({ clauseId, promise }) => ({ clauseId, promised: { ...promise, after: placeOf(promise.after) } })) }
}

/** The wordings with their variables, under new ids: another agreement's clauses stay its own. */
async function copied(db: Reading, viewer: Viewer, agreementId: Id): Promise<Beginning> {
  const { text: { languages, authentic, prevailing, template, given }, clauses, wordings } = await findWhole(db, viewer, agreementId)
  const ids = new Map(clauses.map(({ id }) => [id, newId()]))
  const said = Map.groupBy(wordings, ({ clauseId }) => clauseId)
  return {
    languages, authentic, prevailing, template, given, promises: [],
    clauses: inOrder(clauses).map(({ id, articleId, place, numbered, origin }) => ({
      id: ids.get(id)!, articleId: articleId && ids.get(articleId)!, place, numbered, origin,
      wordings: Object.fromEntries((said.get(id) ?? []).map(({ lang, content }) => [lang, content])),
    })),
  }
}

/** Writes them all at once; articles before what stands in them. */
export async function putFirst(at: Hand, agreementId: Id, sideId: Id, clauses: First[]): Promise<void> {
  if (clauses.length === 0) return
  await at.db.insertInto('textClause').values(clauses.map(({ id, articleId, place, numbered, origin }) => ({ id, articleId, place, numbered, origin, agreementId, revision: 0, removedAt: null }))).execute()
  const wordings = clauses.flatMap(({ id, wordings }) => Object.entries(wordings).map(([lang, content]) => ({ clauseId: id, lang: lang as never, content: json(content) as never, says: 0, edition: 1, changedAt: at.now, changedBy: at.viewer.id, sideId })))
  if (wordings.length > 0) await at.db.insertInto('textWording').values(wordings).execute()
}
