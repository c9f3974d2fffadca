// Finds the registered words that sound like a word of another script or another transliteration.
import { isKnownWord } from '../text/concepts.ts'
import { soundOf, soundsOf } from '../text/sounds.ts'
import { hashOf } from './hash.ts'
import type { Lexicon } from './lexicon.ts'
import { inOrder, lowest } from './ordered.ts'
import { slips } from './slips.ts'
import type { Correction } from './spelling.ts'

const most = 6
const mostLooked = 400
const remembered = 20_000
const short = 3

export class SoundIndex {
  private readonly lexicon: Lexicon
  private hashes: Int32Array = new Int32Array(0)
  private words: Int32Array = new Int32Array(0)
  private readonly later = new Map<number, number[]>()
  private indexed = 0
  private readonly cache = new Map<string, Correction[]>()

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon
  }

  saved(): { hashes: Int32Array; words: Int32Array } {
    this.prepare()
    if (this.later.size > 0) this.build()
    return { hashes: this.hashes, words: this.words }
  }

  load(hashes: Int32Array, words: Int32Array): void {
    this.hashes = hashes
    this.words = words
    this.indexed = this.lexicon.size
  }

  /** Words that sound alike, the most alike first. */
  alike(folded: string): Correction[] {
    if (!/^[a-z]{2,30}$/.test(folded)) return []
    this.prepare()
    const before = this.cache.get(folded)
    if (before) return before
    const found = soundsOf(folded).flatMap((sound, place) => sound.length < 2 ? [] : this.search(sound, folded, place === 0 ? 0.9 : 0.85))
    const best = found.sort((a, b) => b.likeness - a.likeness || this.lexicon.count(b.word) - this.lexicon.count(a.word)).slice(0, most)
    if (this.cache.size >= remembered) this.cache.clear()
    this.cache.set(folded, best)
    return best
  }

  prepare(): void {
    const fresh = this.lexicon.size - this.indexed
    if (fresh === 0) return
    this.cache.clear()
    if (fresh > 2000) this.build()
    else for (let word = this.indexed; word < this.lexicon.size; word++) this.addLater(word)
    this.indexed = this.lexicon.size
  }

  private build(): void {
    const { hashes, numbers } = inOrder(this.lexicon.size, word => this.hash(word))
    this.hashes = hashes
    this.words = numbers
    this.later.clear()
  }

  private addLater(word: number): void {
    const hash = this.hash(word)
    if (hash === null) return
    const list = this.later.get(hash)
    if (list) list.push(word)
    else this.later.set(hash, [word])
  }

  private hash(number: number): number | null {
    const word = this.lexicon.word(number)
    if (word.length < short || word.length > 24 || !/^[a-z]+$/.test(word) || isKnownWord(word)) return null
    const sound = soundOf(word)
    return sound.length < 2 ? null : hashOf(sound)
  }

  private search(sound: string, folded: string, likeness: number): Correction[] {
    const hash = hashOf(sound)
    const found: Correction[] = []
    const look = (word: number): void => {
      const text = this.lexicon.word(word)
      if (this.lexicon.count(word) === 0 || soundOf(text) !== sound) return
      const apart = slips(folded, text, 6) / Math.max(folded.length, text.length)
      if (sound.length > short - 1 || apart <= 0.5) found.push({ word, likeness: likeness - Math.min(0.3, apart * 0.3) })
    }
    for (let at = lowest(this.hashes, hash); at < this.hashes.length && this.hashes[at] === hash && found.length < mostLooked; at++) look(this.words[at] as number)
    for (const word of this.later.get(hash) ?? []) look(word)
    return found
  }
}
