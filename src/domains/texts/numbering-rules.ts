// The order of a document and the numbers in it: article 4, clause 4.2. Preambles and closing words carry none.
import type { Id } from '#platform/kinds.ts'

type Placed = { id: Id; articleId: Id | null; place: number; numbered: boolean; removedAt?: string | null }
export type Numbered<T> = T & { number: string | null }

/** As the document is read: each article, then its clauses; what was removed is left out. */
export function inOrder<T extends Placed>(clauses: readonly T[]): Numbered<T>[] {
  const standing = clauses.filter(({ removedAt }) => !removedAt).toSorted((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1))
  const within = Map.groupBy(standing, ({ articleId }) => articleId)
  const articles = numberedBy(within.get(null) ?? [], '')
  return articles.flatMap((article) => [article, ...numberedBy(within.get(article.id) ?? [], article.number)])
}

/** `above` is the number of the article; in one without a number nothing is numbered. */
function numberedBy<T extends Placed>(clauses: readonly T[], above: string | null): Numbered<T>[] {
  let count = 0
  return clauses.map((clause) => ({ ...clause, number: above === null || !clause.numbered ? null : `${above && `${above}.`}${++count}` }))
}

const digits = '零一二三四五六七八九'
/** 第十二条: the articles of a Chinese document are counted in Chinese numerals (to 99). */
export function inHan(number: number): string {
  if (number > 99) return String(number)
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  if (tens === 0) return digits[ones]!
  return `${tens > 1 ? digits[tens] : ''}十${ones > 0 ? digits[ones] : ''}`
}
