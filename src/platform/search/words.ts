// How a text becomes words to search by: one way for what is kept and for what is asked, in every script. PostgreSQL's own
// parsers know no Chinese and split names oddly; this one is ours so that both sides agree.
import anyAscii from 'any-ascii'
import { sql } from 'kysely'

const longest = 60

/** The words of a text: folded, Han text as overlapping pairs, Latin without accents, endings of en, ru and ur taken off. */
export function wordsOf(text: string): string[] {
  const folded = fold(text)
  const words = folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return [...new Set(words.flatMap((word) => (han.test(word) ? pairsOf(word) : [stem(word).slice(0, longest)])))]
}

/** What is kept of a text for finding misspelt words: folded and in Latin letters beside its own. */
export function foldedText(...texts: (string | null | undefined)[]): string {
  const folded = texts.filter((text): text is string => Boolean(text)).map(fold)
  return [...new Set(folded)].join(' · ').slice(0, 4000)
}

/** A `tsvector` of texts, each weighed A (most) to D. */
export function vectorOf(texts: { text: string | null | undefined; weight: 'A' | 'B' | 'C' | 'D' }[]) {
  const lexemes = new Map<string, string>()
  for (const { text, weight } of texts) {
    for (const word of wordsOf(text ?? '')) if (!lexemes.has(word)) lexemes.set(word, `'${word}':1${weight}`)
  }
  return [...lexemes.values()].join(' ')
}

/** A `tsquery` for what a person typed: every word must be there, the last may still be unfinished. Nothing when there is no word. */
export function queryOf(typed: string): string | undefined {
  const words = wordsOf(typed)
  if (words.length === 0) return undefined
  const open = !/\s$/.test(typed)
  return words.map((word, place) => `'${word}'${open && place === words.length - 1 && !han.test(word) ? ':*' : ''}`).join(' & ')
}

/** For a where clause: a row's `search` column meets what a person typed. */
export const meets = (column: string, typed: string) => sql<boolean>`${sql.ref(column)} @@ ${queryOf(typed) ?? ''}::tsquery`
export const asVector = (vector: string) => sql<string>`${vector}::tsvector`

const han = /\p{Script=Han}/u
const latin = /^[\p{Script=Latin}\p{N}]+$/u

/** One form for what looks the same: width, case, accents on Latin letters, Arabic letter variants, ё, digits of every script. */
export function fold(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replace(/['’ʼ`´]/g, '')
    .replace(/[\u064B-\u065F\u0670\u0640\u200B-\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/[يى]/g, 'ی').replace(/ك/g, 'ک').replace(/[هۀةھۃ]/g, 'ہ').replace(/[أإآ]/g, 'ا').replace(/ё/g, 'е')
    .replace(/\p{Nd}/gu, (digit) => anyAscii(digit))
  return plain.replace(/[\p{Script=Latin}\p{M}]+/gu, (run) => (/^[a-z]+$/.test(run) ? run : anyAscii(run).toLowerCase()))
}

function pairsOf(word: string): string[] {
  const signs = [...word]
  return signs.length === 1 ? signs : signs.slice(1).map((sign, place) => signs[place]! + sign)
}

/** Light stems: an ending goes, never so much that two different words become one. */
const endings: [script: RegExp, ending: RegExp][] = [
  [latin, /(?<=.{4})(?:ies|es|s)$/],
  [/^\p{Script=Cyrillic}+$/u, /(?<=.{3})(?:иями|ями|ами|его|ого|ему|ому|ыми|ими|иях|ией|иям|ием|ях|ах|ов|ев|ей|ой|ый|ий|ая|яя|ое|ее|ые|ие|ую|юю|ам|ям|ом|ем|ия|ии|ию|а|я|о|е|ы|и|у|ю|ь)$/u],
  [/^\p{Script=Arabic}+$/u, /(?<=.{3})(?:وں|یں|ات|ے)$/u],
]
function stem(word: string): string {
  const ending = endings.find(([script]) => script.test(word))?.[1]
  return ending ? word.replace(ending, '') : word
}
