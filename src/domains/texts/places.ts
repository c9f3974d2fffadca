// Where a proposed clause goes: a place that is there when it is proposed, and the nearest one left when it is accepted.
import type { Hand } from '#platform/audit/journal.ts'
import { Refused } from '#platform/refusals.ts'
import type { Held } from './changing.ts'
import type { ClauseRow, Place } from './model.ts'

const standing = (at: Hand, { id }: Held): Promise<ClauseRow[]> =>
  at.db.selectFrom('textClause').selectAll().where('agreementId', '=', id).where('removedAt', 'is', null).orderBy('place').orderBy('id').execute()

/** `later`: what it was to stand behind may have gone meanwhile; then it comes last in its article. */
export async function thePlace(at: Hand, held: Held, { articleId, afterId }: Place, later = false): Promise<Place> {
  const clauses = await standing(at, held)
  const article = clauses.find(({ id }) => id === articleId)
  if (articleId && !article) throw new Refused('texts.article-gone')
  if (article && article.articleId !== null) throw new Refused('texts.not-in-an-article')
  const beside = clauses.filter((one) => one.articleId === articleId)
  if (afterId === null || beside.some(({ id }) => id === afterId)) return { articleId, afterId }
  if (!later) throw new Refused('texts.article-gone')
  return { articleId, afterId: beside.at(-1)?.id ?? null }
}

/** A clause is not proposed for where it stands already, nor an article for within another. */
export async function mustMove(at: Hand, held: Held, clause: ClauseRow, to: Place): Promise<void> {
  if ((clause.articleId === null) !== (to.articleId === null) || to.articleId === clause.id) throw new Refused('texts.not-in-an-article')
  const beside = (await standing(at, held)).filter(({ articleId }) => articleId === clause.articleId)
  const before = beside[beside.findIndex(({ id }) => id === clause.id) - 1]?.id ?? null
  if (to.afterId === clause.id || (to.articleId === clause.articleId && to.afterId === before)) throw new Refused('texts.stands-there')
}
