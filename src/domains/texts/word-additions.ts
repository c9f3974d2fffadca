// What was typed between the clauses of an edited copy: new clauses, each with the place where it was typed, its languages put together.
import { type Block, plainOf, type Rich } from '#platform/documents/rich.ts'
import type { Locale } from '#platform/kinds.ts'
import type { Place, Wordings } from './model.ts'
import type { Snapshot } from './negotiation-model.ts'
import { articlesIn, type WordPiece } from './word-reading.ts'

export type Addition = { place: Place; wordings: Wordings }
type Typed = { place: Place | undefined; lang: Locale; clauses: Rich[]; headed: boolean; words: string }

/**
 * `outside`: what stands before the first article, or under a new heading, has no clause to stand behind and is only told. Copied clauses
 * that nobody changed are told as well.
 */
export function additionsIn(parts: readonly WordPiece[], text: Snapshot): { added: Addition[]; outside: string[] } {
  const places = placesIn(text)
  const standing = new Set(text.articles.flatMap(({ title, clauses }) => [title, ...clauses.map(({ wordings }) => wordings)]).flatMap((wordings) => Object.values(wordings).map(saidOf)))
  const typed: Typed[] = []
  let behind: { place: Place | undefined; lang: Locale } = { place: undefined, lang: text.languages[0]! }
  for (const { id, lang, blocks } of parts) {
    const place = id === undefined ? undefined : places.get(id)
    if (place && lang) behind = { place, lang: lang as Locale }
    else for (const of of byLanguage(blocks, text.languages, behind.lang)) if (saidOf(of.blocks)) typed.push(readOf(of, behind.place))
  }
  const isNew = ({ place, headed, clauses }: Typed) => place !== undefined && !headed && !clauses.every((one) => standing.has(saidOf(one)))
  return { added: together(typed.filter(isNew)), outside: typed.filter((one) => !isNew(one)).map(({ words }) => words) }
}

/** Behind which clause something stands that follows this one: behind an article's heading, it comes first in it. */
function placesIn({ articles }: Snapshot): Map<string, Place> {
  return new Map(articles.flatMap(({ id: articleId, clauses }) => [null, ...clauses.map(({ id }) => id)].map((afterId): [string, Place] => [afterId ?? articleId, { articleId, afterId }])))
}

type InOne = { lang: Locale; blocks: Rich }
/** Languages of a text are told apart by their letters; what has none belongs to the clause before it. */
function byLanguage(blocks: Rich, languages: readonly Locale[], around: Locale): InOne[] {
  const runs: InOne[] = []
  for (const block of blocks) {
    const lang = langOf(plainOf([block]), languages) ?? runs.at(-1)?.lang ?? around
    if (runs.at(-1)?.lang === lang) runs.at(-1)!.blocks.push(block)
    else runs.push({ lang, blocks: [block] })
  }
  return runs
}

const letters: [Locale, RegExp][] = [['zh', /\p{Script=Han}/gu], ['ur', /\p{Script=Arabic}/gu], ['ru', /\p{Script=Cyrillic}/gu], ['en', /\p{Script=Latin}/gu]]
/** A Chinese sentence says more in fewer letters than an English name that stands in it. */
const weight = (lang: Locale) => (lang === 'zh' ? 3 : 1)
function langOf(words: string, languages: readonly Locale[]): Locale | undefined {
  const counted = letters.filter(([lang]) => languages.includes(lang)).map(([lang, of]) => ({ lang, count: (words.match(of)?.length ?? 0) * weight(lang) }))
  return counted.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count)[0]?.lang
}

function readOf({ lang, blocks }: InOne, place: Place | undefined): Typed {
  const articles = articlesIn([{ blocks }])
  return { place, lang, clauses: articles.flatMap(({ clauses }) => clauses), headed: blocks.some(({ kind }) => kind === 'heading'), words: plainOf(blocks).trim() }
}

/** The first that was typed at a place in one language is the same clause as the first in another. */
function together(typed: readonly Typed[]): Addition[] {
  const at = new Map<string, { place: Place; clauses: Map<Locale, Rich[]> }>()
  for (const { place, lang, clauses } of typed) {
    const key = `${place!.articleId} ${place!.afterId}`
    const here = at.get(key) ?? { place: place!, clauses: new Map<Locale, Rich[]>() }
    at.set(key, here)
    here.clauses.set(lang, [...(here.clauses.get(lang) ?? []), ...clauses])
  }
  return [...at.values()].flatMap(({ place, clauses }) => Array.from({ length: Math.max(...[...clauses.values()].map(({ length }) => length)) }, (_, nth) => ({
    place, wordings: Object.fromEntries([...clauses].flatMap(([lang, all]) => (all[nth] ? [[lang, all[nth]]] : []))) as Wordings,
  })))
}

const saidOf = (rich: readonly Block[]): string => plainOf([...rich]).replaceAll(/[\s\u00a0]+/g, ' ').trim()
