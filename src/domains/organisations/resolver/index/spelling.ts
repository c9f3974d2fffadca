// Finds the registered words that a misspelt word may stand for: by shared trigrams, then by counting the slips.
import type { Lexicon } from './lexicon.ts'
import { similarity } from './slips.ts'
import { Trigrams, trigramsOf } from './trigrams.ts'

export type Correction = { word: number; likeness: number }

const most = 3
const remembered = 20_000
const few = 2000

export class Spelling {
  private readonly lexicon: Lexicon
  readonly trigrams = new Trigrams()
  private indexed = 0
  private shared = new Uint8Array(1024)
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
    if (this.lexicon.size - this.indexed > few) this.trigrams.build(this.lexicon.size, number => this.lexicon.word(number))
    else for (let word = this.indexed; word < this.lexicon.size; word++) this.trigrams.add(word, this.lexicon.word(word))
    this.indexed = this.lexicon.size
  }

  saved(): { starts: Int32Array; words: Int32Array } {
    this.prepare()
    return this.trigrams.saved(this.lexicon.size, number => this.lexicon.word(number))
  }

  /** What was saved with the index covers every word. */
  loaded(): void {
    this.indexed = this.lexicon.size
  }

  private search(word: string): Correction[] {
    if (this.shared.length < this.lexicon.size) this.shared = new Uint8Array(this.lexicon.size * 2)
    const { shared } = this
    const seen: number[] = []
    const grams = trigramsOf(word)
    for (const gram of grams) {
      this.trigrams.each(gram, other => {
        if (shared[other] === 0) seen.push(other)
        shared[other] = (shared[other] as number) + 1
      })
    }
    const enough = Math.max(1, grams.length - (word.length > 6 ? 6 : 4))
    const found: Correction[] = []
    for (const other of seen) {
      const common = shared[other] as number
      shared[other] = 0
      if (common < enough || this.lexicon.count(other) === 0) continue
      const target = this.lexicon.word(other)
      if (target === word || Math.abs(target.length - word.length) > 2) continue
      const likeness = similarity(word, target)
      if (likeness > 0) found.push({ word: other, likeness })
    }
    return found.sort((a, b) => b.likeness - a.likeness || this.lexicon.count(b.word) - this.lexicon.count(a.word)).slice(0, most)
  }
}
