// What was typed between the clauses of an edited copy: new clauses and articles, each with the place where it was typed, its languages put together.
import { type Block, plainOf, type Rich } from '#platform/documents/rich.ts'
import type { Locale } from '#platform/kinds.ts'
import type { Place, Wordings } from './model.ts'
import type { Snapshot } from './negotiation-model.ts'
import { articlesIn, type ReadArticle, type WordPiece } from './word-reading.ts'

/** `within`: the clauses of a new article; a clause of its own has none. */
export type Addition = { place: Place; wordings: Wordings; numbered: boolean; within: Wordings[] }
type Said = { clauses: Rich[]; articles: ReadArticle[] }
/** What was typed at a place, by language; `place` is nothing before the first article. */
type Spot = { place: Place | undefined; said: Map<Locale, Said> }

/** A heading that was typed begins an article, behind the one in which it was typed. `outside`: copied clauses that nobody changed are only told. */
export function additionsIn(parts: readonly WordPiece[], text: Snapshot): { added: Addition[]; outside: string[] } {
  const places = placesIn(text)
  const standing = new Set(text.articles.flatMap(({ title, clauses }) => [title, ...clauses.map(({ wordings }) => wordings)]).flatMap((wordings) => Object.values(wordings).map(saidOf)))
  const spots = new Map<string, Spot>([['', { place: undefined, said: new Map() }]])
  const met = new Set<Locale>()
  const outside: string[] = []
  let behind: { place: Place | undefined; lang: Locale } = { place: undefined, lang: text.languages[0]! }
  for (const { id, lang, blocks } of parts) {
    const place = id === undefined ? undefined : places.get(id)
    if (place && lang) { behind = { place, lang: lang as Locale }; met.add(behind.lang) }
    else for (const run of byLanguage(blocks, text.languages, behind.lang)) {
      const read = articlesIn([run])
      const said = read.flatMap(({ title, clauses }) => [title, ...clauses]).map(saidOf).filter(Boolean)
      if (!saidOf(run.blocks)) continue
      if (said.length > 0 && said.every((one) => standing.has(one))) outside.push(plainOf(run.blocks).trim())
      else putAt(spotOf(spots, before(spots, met, run.lang) ? undefined : behind.place), run.lang, read)
    }
  }
  return { added: [...spots.values()].flatMap((spot) => together(spot, text)), outside }
}

/** One language after another: what stands at the head of the second, when the first had something there too, stands there and not behind the end of the first. */
const before = (spots: Map<string, Spot>, met: Set<Locale>, lang: Locale) => met.size > 0 && !met.has(lang) && spots.get('')!.said.size > 0

function spotOf(spots: Map<string, Spot>, place: Place | undefined): Spot {
  const key = place ? `${place.articleId} ${place.afterId}` : ''
  const spot = spots.get(key) ?? { place, said: new Map() }
  spots.set(key, spot)
  return spot
}

function putAt({ said }: Spot, lang: Locale, read: ReadArticle[]): void {
  const here = said.get(lang) ?? { clauses: [], articles: [] }
  said.set(lang, here)
  for (const one of read) {
    const last = here.articles.at(-1)
    if (one.title.length === 0) (last ?? here).clauses.push(...one.clauses)
    // «Article 9», and its title on the next line.
    else if (last && !saidOf(last.title) && last.clauses.length === 0) Object.assign(last, { title: one.title, clauses: one.clauses })
    else here.articles.push(one)
  }
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

/** The first that was typed at a place in one language is the same as the first in another. */
function together({ place, said }: Spot, { articles: [first] }: Snapshot): Addition[] {
  const clauses = beside(said, ({ clauses: all }) => all)
  const articles = Array.from({ length: Math.max(0, ...[...said.values()].map(({ articles: all }) => all.length)) }, (_, nth): Addition => {
    const one = new Map([...said].flatMap(([lang, { articles: all }]) => (all[nth] ? [[lang, all[nth]]] : [])))
    const wordings = Object.fromEntries([...one].flatMap(([lang, { title }]) => (saidOf(title) ? [[lang, title]] : []))) as Wordings
    return { place: { articleId: null, afterId: place?.articleId ?? null }, wordings, numbered: [...one.values()].every(({ numbered }) => numbered), within: beside(one, ({ clauses: all }) => all) }
  })
  const opening = place ?? (first && first.number === null ? { articleId: first.id, afterId: null } : undefined)
  const alone = opening ? clauses.map((wordings): Addition => ({ place: opening, wordings, numbered: true, within: [] }))
    : clauses.length > 0 ? [{ place: { articleId: null, afterId: null }, wordings: {}, numbered: false, within: clauses }] : []
  return [...alone, ...articles]
}

const beside = <T>(said: Map<Locale, T>, of: (one: T) => Rich[]): Wordings[] =>
  Array.from({ length: Math.max(0, ...[...said.values()].map((one) => of(one).length)) }, (_, nth) => Object.fromEntries([...said].flatMap(([lang, one]) => (of(one)[nth] ? [[lang, of(one)[nth]]] : []))) as Wordings)

const saidOf = (rich: readonly Block[]): string => plainOf([...rich]).replaceAll(/[\s\u00a0]+/g, ' ').trim()
