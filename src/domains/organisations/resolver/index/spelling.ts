// Finds the registered words that a misspelt word may stand for: by shared trigrams, then by counting the slips.
import type { Lexicon } from './lexicon.ts'
import { similarity } from './slips.ts'

export type Correction = { word: number; likeness: number }

const most = 3
const remembered = 20_000

export class Spelling {
  private readonly lexicon: Lexicon
  private trigrams = new Map<string, number[]>()
  private indexed = 0
  private readonly cache = new Map<string, Correction[]>()

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon
  }

  /** Registered words at most two slips away, best first; the word itself is not among them. */
  corrections(word: string): Correction[] {
    if (word.length < 4 || word.length > 30 || /[^a-z]/.test(word)) return []
    this.prepare()
    const before = this.cache.get(word)
    if (before) return before
    const found = this.search(word)
    if (this.cache.size >= remembered) this.cache.clear()
    this.cache.set(word, found)
    return found
  }

  prepare(): void {
    if (this.indexed === this.lexicon.size) return
    this.cache.clear()
    for (; this.indexed < this.lexicon.size; this.indexed++) {
      const word = this.lexicon.word(this.indexed)
      if (word.length < 4 || word.length > 32 || /[^a-z]/.test(word)) continue
      for (const trigram of trigramsOf(word)) {
        const list = this.trigrams.get(trigram)
        if (list) list.push(this.indexed)
        else this.trigrams.set(trigram, [this.indexed])
      }
    }
  }

  private search(word: string): Correction[] {
    const shared = new Map<number, number>()
    const grams = trigramsOf(word)
    for (const gram of grams) for (const other of this.trigrams.get(gram) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
    const enough = Math.max(1, grams.length - (word.length > 6 ? 6 : 4))
    const found: Correction[] = []
    for (const [other, common] of shared) {
      if (common < enough || this.lexicon.count(other) === 0) continue
      const target = this.lexicon.word(other)
      if (target === word) continue
      const likeness = similarity(word, target)
      if (likeness > 0) found.push({ word: other, likeness })
    }
    return found.sort((a, b) => b.likeness - a.likeness || this.lexicon.count(b.word) - this.lexicon.count(a.word)).slice(0, most)
  }
}

function trigramsOf(word: string): string[] {
  const padded = `^${word}$`
  const grams = new Set<string>()
  for (let at = 0; at + 3 <= padded.length; at++) grams.add(padded.slice(at, at + 3))
  return [...grams]
}
