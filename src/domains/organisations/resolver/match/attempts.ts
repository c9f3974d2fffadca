// Reads a text as written, then doubting its rare words, then in Latin letters: until the candidates are good enough.
import type { Register } from '../index/register.ts'
import type { Cities } from '../places/cities.ts'
import { hanToLatin, hasHan } from '../text/han.ts'
import { hasKana, japaneseToLatin } from '../text/unspaced.ts'
import type { Question } from '../types.ts'
import { at } from './features.ts'
import { worthDoubting } from './present.ts'
import { type Reading, read } from './reading.ts'
import { complete } from './relate.ts'
import type { Found, Search } from './search.ts'

const mostOfIt = 0.85

export type Attempt = { reading: Reading; found: Found[]; rule: string | null }

/** The candidates with their values, not judged yet. */
export function attemptAt(question: Question, register: Register, cities: Cities, search: Search): Attempt {
  const reading = read(question.text, register, cities)
  let best: Attempt = { reading, found: search.gather(reading, question, false), rule: null }
  const chinese = hasHan(question.text)
  if (!chinese && isGood(best.found)) return best
  if (worthDoubting(reading, register)) best = better(best, { reading, found: search.gather(reading, question, true), rule: null })
  if (!chinese || best.found.some(({ mention, values }) => complete(mention) && mention.spots.length > 1 && (values[at.textShare] as number) > mostOfIt)) return best
  let other: Attempt | null = null
  for (const text of latinOf(question)) {
    if (other && isGood(other.found)) break
    const latin = read(text, register, cities)
    const found = search.gather(latin, question, true)
    if (found.length > 0 && (!other || look(found) > look(other.found))) other = { reading: latin, found, rule: 'transliterated' }
  }
  return other ?? best
}

/** Characters are read as Japanese where kana or the country says so, as Chinese where it is another, and else as both. */
function latinOf({ text, country }: Question): string[] {
  const japanese = hasKana(text) || country === 'JP'
  return japanese ? [japaneseToLatin(text)] : country ? [hanToLatin(text)] : [hanToLatin(text), japaneseToLatin(text)]
}

const look = (found: readonly Found[]): number => found[0]?.look ?? -99
const better = (one: Attempt, other: Attempt): Attempt => look(other.found) > look(one.found) ? other : one
const isGood = (found: Found[]): boolean => look(found) > 0.5
