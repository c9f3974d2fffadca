// Cuts a text into words with their place, segment and concepts; segments are what commas, brackets and semicolons part.
import { conceptsOf, isKnownWord } from './concepts.ts'
import { fold } from './fold.ts'
import { conceptsOfRun, isUnspaced } from './unspaced.ts'

export type Word = { text: string; folded: string; at: number; end: number; segment: number; concepts: readonly string[] }

const piece = /(?<!\p{L})\p{L}\s?&\s?\p{L}(?!\p{L})|\p{L}{1,3}&\p{L}{1,3}(?![\p{L}])|(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}]))?|\p{Script=Han}+|[[\p{L}\p{M}\p{N}'’‘ʻʼ`´]--\p{Script=Han}]+|[,;:\|\/\(\)\[\]\{\}"“”•·\n#]|\s[\-–—]\s|[\-–—](?=\()/gv
const wordLike = /[\p{L}\p{N}]/u
const apostrophes = /['’‘ʻʼ`´]/
const han = /\p{Script=Han}/u
const notPlain = /[\u0e00-\uffff]/
const articles = new Set(['d', 'l', 'dell', 'all', 'nell', 'sull', 'degl', 'un'])

export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let segment = 0
  for (const found of text.matchAll(piece)) {
    const part = found[0]
    if (!wordLike.test(part)) {
      segment++
      continue
    }
    const folded = foldPiece(part)
    if (folded === '') continue
    const last = words.at(-1)
    if (last && last.segment === segment && isInitial(part) && isInitial(last.text) && text.slice(last.end, found.index) === '. ') {
      const both = last.folded + folded
      words[words.length - 1] = { ...last, text: `${last.text}.${part}`, folded: both, end: found.index + part.length, concepts: [both] }
      continue
    }
    words.push({ text: part, folded, at: found.index, end: found.index + part.length, segment, concepts: conceptsFor(part, folded) })
  }
  return words
}

/** "M. D. Anderson" is M.D. Anderson: initials stand together. */
const isInitial = (part: string): boolean => part.length === 1 ? /\p{Lu}/u.test(part) : /^(?:\p{Lu}\.)+\p{Lu}?$/u.test(part)

/** The concepts of a name; a name made only of words without identity keeps them as they are. */
export function conceptsOfName(words: readonly Word[]): string[] {
  const concepts = words.flatMap(word => word.concepts)
  return concepts.length > 0 ? concepts : words.map(word => word.folded)
}

function foldPiece(part: string): string {
  if (!apostrophes.test(part)) return fold(part.replace(/[.&\s]/g, ''))
  const parts = part.split(apostrophes).filter(Boolean)
  if (parts.length > 1 && articles.has((parts[0] ?? '').toLowerCase())) parts.shift()
  if (parts.length > 1 && parts.at(-1)?.toLowerCase() === 's') parts.pop()
  return fold(parts.join(''))
}

/** A short word in capitals is an acronym, whose last S is no plural. */
function conceptsFor(part: string, folded: string): readonly string[] {
  if (han.test(folded)) return bigramsOf(folded)
  if (notPlain.test(part) && isUnspaced(part)) return conceptsOfRun(part)
  return folded.length < 7 && part.length > 1 && part === part.toUpperCase() && !isKnownWord(folded) ? [folded] : conceptsOf(folded)
}

function bigramsOf(run: string): string[] {
  const letters = [...run].slice(0, 60)
  if (letters.length < 2) return letters
  return letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`)
}
