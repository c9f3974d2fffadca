// Every word of every name, numbered, with how many names hold it: rare words tell more.
import { isVocabulary } from '../text/concepts.ts'

/** Names in a world-wide register: the weights were fitted there. */
const usualNames = 270_000
const mostUnknown = 7

export class Lexicon {
  private readonly numbers = new Map<string, number>()
  private readonly words: string[] = []
  private readonly counts: number[] = []
  private names = 0
  private measured = new Float32Array(1024)

  saved(): { words: string; counts: Int32Array } {
    return { words: this.words.join('\n'), counts: Int32Array.from(this.counts) }
  }

  load(words: Iterable<string[]>, counts: Int32Array, names: number): void {
    this.names = names
    for (const part of words) {
      for (const word of part) {
        const number = this.words.push(word) - 1
        this.counts.push(counts[number] as number)
        this.numbers.set(word, number)
      }
    }
    this.refresh()
  }

  get size(): number {
    return this.words.length
  }

  numberOf(word: string): number {
    return this.numbers.get(word) ?? -1
  }

  word(number: number): string {
    return this.words[number] ?? ''
  }

  count(number: number): number {
    return this.counts[number] ?? 0
  }

  learn(word: string): number {
    const known = this.numbers.get(word)
    if (known !== undefined) return known
    const own = apart(word)
    const number = this.words.push(own) - 1
    this.numbers.set(own, number)
    this.counts.push(0)
    return number
  }

  /** One more name (or, with -1, one fewer) holds these words. */
  tally(numbers: Iterable<number>, by: 1 | -1): void {
    for (const number of numbers) {
      this.counts[number] = Math.max(0, (this.counts[number] ?? 0) + by)
      this.measured[number] = 0
    }
    this.names = Math.max(0, this.names + by)
  }

  /** How much meeting this word tells, from about 2 for "university" to 13 for a word of one name. */
  weight(number: number): number {
    const weight = this.measured[number] as number
    return weight > 0 ? weight : this.measure(number)
  }

  /** A word that no name holds says little against a name; a word of the vocabulary says what it usually does. */
  unknownWeight(word: string): number {
    return Math.min(mostUnknown, Math.log(1 + usualNames / (usualCount(word) + 0.5)))
  }

  /** Weighs all words anew, after many names came. */
  refresh(): void {
    this.measured = new Float32Array(this.words.length * 2 + 1024)
  }

  /** In a small register a word is held to be about as common as in a large one, so that confidence means the same in both. */
  private measure(number: number): number {
    const unseen = Math.max(0, 1 - this.names / usualNames)
    const count = (this.counts[number] ?? 0) + unseen * usualCount(this.words[number] ?? '')
    const weight = Math.log(1 + Math.max(this.names, usualNames) / (count + 0.5))
    if (number < this.measured.length) this.measured[number] = weight
    return weight
  }
}

/** A piece of a longer text would keep all of that text in memory. */
const apart = (word: string): string => word.length < shortestPiece ? word : Buffer.from(word).toString()
const shortestPiece = 13

function usualCount(word: string): number {
  if (word === 'university') return 25_000
  return isVocabulary(word) ? 2500 : 1
}
