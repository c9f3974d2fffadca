// The places where a clause may go, in words: behind another, or first in an article.
import { plainOf } from '#platform/documents/rich.ts'
import type { Locale } from '#platform/kinds.ts'
import type { ClauseShown, Place } from '../../model.ts'
import type { TextFile } from '../../negotiation-model.ts'

type Say = (key: string, facts?: Record<string, string | number>) => string

/** For an article: among the articles. For a clause: in every article, but not where it stands. */
export function placesFor(text: TextFile, clause: ClauseShown, say: Say, locale: Locale): { place: Place; words: string }[] {
  const articles = text.clauses.filter(({ articleId }) => articleId === null)
  const groups = clause.articleId === null ? [null] : articles.map(({ id }) => id)
  return groups.flatMap((articleId) => {
    const beside = text.clauses.filter((one) => one.articleId === articleId)
    const at = beside.findIndex(({ id }) => id === clause.id)
    return [null, ...beside.map(({ id }) => id)]
      .filter((afterId) => afterId !== clause.id && !(at >= 0 && afterId === (beside[at - 1]?.id ?? null)))
      .map((afterId) => ({ place: { articleId, afterId }, words: placeSaid(text, { articleId, afterId }, say, locale) }))
  })
}

export function placeSaid(text: TextFile, { articleId, afterId }: Place, say: Say, locale: Locale): string {
  const named = (id: string) => { const one = text.clauses.find((clause) => clause.id === id); return one && nameOf(one, text, locale) }
  const behind = afterId && named(afterId)
  if (behind) return say('texts.place.after', { number: behind })
  const article = articleId && named(articleId)
  return article ? say('texts.place.first-in', { article }) : say(afterId ? 'texts.place.last' : 'texts.place.first')
}

/** Its number, and of an article its title too; what carries none is told by its first words. */
function nameOf(clause: ClauseShown, text: TextFile, locale: Locale): string {
  const lang = text.languages.includes(locale) ? locale : text.languages[0]!
  const words = plainOf(clause.wordings[lang]?.content ?? []).replaceAll(/\s+/g, ' ').trim()
  const short = words.length > 40 ? `${words.slice(0, 40)}…` : words
  if (clause.articleId === null) return [clause.labels[lang], short].filter(Boolean).join(' · ') || '—'
  return clause.number ?? (short || '—')
}
