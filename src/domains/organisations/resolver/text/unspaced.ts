// Reads scripts that write no space between words: by the words mined from the register's own names, and what is between them by its letters.
import unspacedWords from '../tables/unspaced-words.json' with { type: 'json' }
import { conceptsOf } from './concepts.ts'
import { fold } from './fold.ts'
import { partsBy } from './parts.ts'

const scripts: Record<string, RegExp> = {
  korean: /\p{Script=Hangul}+/gu, thai: /\p{Script=Thai}+/gu, lao: /\p{Script=Lao}+/gu, khmer: /\p{Script=Khmer}+/gu, burmese: /\p{Script=Myanmar}+/gu,
  japanese: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu,
}
const languages: Record<string, string> = { thai: 'th', lao: 'lo', khmer: 'km', burmese: 'my' }
const isKana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
/** Korean and kana are read here as they stand; Chinese characters only where a text is read as Japanese. */
const unspaced = /[\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Hiragana}\p{Script=Katakana}]/u
const words = unspacedWords as Record<string, string>

export const isUnspaced = (text: string): boolean => unspaced.test(text)
export const hasKana = (text: string): boolean => isKana.test(text)

/** Which of the scripts a name is written in; Chinese characters alone only by their language. */
export function scriptOf(text: string, lang: string | null): string | null {
  if (lang === 'ja' || isKana.test(text)) return /\p{Script=Latin}{3}/u.test(text) ? null : 'japanese'
  return Object.keys(scripts).find(script => script !== 'japanese' && text.search(scripts[script] as RegExp) >= 0) ?? null
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterOf(language: string): Intl.Segmenter {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, segmenter)
  return segmenter
}

/** The runs of a script in a text, each in the smallest parts that a word may begin at: a syllable, or a word of the language's dictionary. */
export function pieces(text: string, script: string): string[][] {
  const language = languages[script]
  return [...text.normalize('NFKC').matchAll(scripts[script] as RegExp)].map(([run]) => language ? [...segmenterOf(language).segment(run)].map(({ segment }) => segment) : [...run])
}

/** A run cut into the longest words that are known and what is between. */
export const partsOf = partsBy(words, 2)

/** The concepts of a run: what its known words mean, and the sound of the rest. */
export function conceptsOfRun(run: string): string[] {
  const script = Object.keys(languages).find(one => run.search(scripts[one] as RegExp) >= 0)
  return partsOf(run.normalize('NFKC').slice(0, mostLetters)).flatMap(({ text, meaning }) => {
    if (meaning !== null) return meaning.split(' ').flatMap(word => conceptsOf(word))
    const rest = script ? [...segmenterOf(languages[script] as string).segment(text)].map(({ segment }) => segment) : [text]
    return rest.map(fold).filter(folded => folded.length > 1)
  })
}

const mostLetters = 80
/** A Japanese text in the words of the register's own Japanese names; what they do not hold stays as it is. */
export const japaneseToLatin = (text: string): string => text.replace(scripts.japanese as RegExp, run => ` ${partsOf(run.slice(0, mostLetters)).map(({ text: part, meaning }) => meaning ?? part).join(' ')} `)
