// From a folded word to the concepts it stands for: "universität" and "университет" are both "university".
import minedWords from '../tables/mined-words.json' with { type: 'json' }
import { institutionWords } from '../tables/institution-words.ts'
import { stopWords } from '../tables/stop-words.ts'
import { fold } from './fold.ts'

const nothing: readonly string[] = []
const known = new Map<string, readonly string[]>()

for (const line of institutionWords.replace(/\n /g, ' ').split('\n')) {
  const [concept, words] = line.split(':')
  if (!concept || !words) continue
  const meaning = concept.split(' ')
  for (const word of meaning) known.set(word, [word])
  for (const word of words.trim().split(/\s+/)) if (!word.endsWith('?')) known.set(fold(word), meaning)
}
for (const [meaning, words] of Object.entries(minedWords)) {
  const concepts = meaning.split(' ')
  for (const word of words.split(' ')) if (!known.has(word)) known.set(word, concepts)
}
for (const word of stopWords.split(/\s+/)) known.set(fold(word), nothing)

/** The concepts of a word; none for a word without identity. Unknown words stand for themselves, plurals for their singular. */
export function conceptsOf(folded: string): readonly string[] {
  return known.get(folded) ?? [singular(folded)]
}

export const isKnownWord = (folded: string): boolean => known.has(folded)

/** Whether a concept is one of the vocabulary of institutions. */
export const isVocabulary = (concept: string): boolean => known.get(concept)?.[0] === concept

/** Words of the vocabulary, in any language, that begin so: for type-ahead. */
export function vocabularyFrom(prefix: string): string[] {
  const found = new Set<string>()
  for (const [word, meaning] of known) if (word.startsWith(prefix) && meaning.length === 1) found.add(meaning[0] ?? '')
  return [...found]
}

function singular(written: string): string {
  const word = written.length > 8 && written.includes('isation') ? written.replace('isation', 'ization') : written
  if (word.length < 5 || !word.endsWith('s') || word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word
  const single = word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1)
  return known.get(single)?.[0] ?? single
}
