// Registered words in order, so that those beginning alike stand together.
import type { Lexicon } from './lexicon.ts'

const most = 300
const mostLooked = 20_000
const shortPrefix = 3

export class Prefixes {
  private readonly lexicon: Lexicon
  private sorted: string[] = []
  private fresh: string[] = []
  private seen = 0
  private readonly short = new Map<string, number[]>()

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon
  }

  /** The numbers of the words in the order of their letters. */
  saved(): Int32Array {
    this.update()
    return Int32Array.from([...this.sorted, ...this.fresh].sort(), word => this.lexicon.numberOf(word))
  }

  load(order: Int32Array): void {
    this.sorted = Array.from(order, number => this.lexicon.word(number))
    this.seen = this.lexicon.size
  }

  /** Numbers of the words that begin so, the most used first, at most a few hundred. */
  startingWith(prefix: string): number[] {
    this.update()
    const before = this.short.get(prefix)
    if (before) return before
    const numbers = this.search(prefix)
    if (prefix.length <= shortPrefix) this.short.set(prefix, numbers)
    return numbers
  }

  private search(prefix: string): number[] {
    const words = this.fresh.filter(word => word.startsWith(prefix))
    for (let at = this.find(prefix); words.length < mostLooked && this.sorted[at]?.startsWith(prefix); at++) words.push(this.sorted[at] ?? '')
    const used = words.map(word => this.lexicon.numberOf(word)).filter(number => this.lexicon.count(number) > 0)
    return used.length <= most ? used : used.sort((a, b) => this.lexicon.count(b) - this.lexicon.count(a)).slice(0, most)
  }

  private update(): void {
    if (this.seen === this.lexicon.size) return
    for (; this.seen < this.lexicon.size; this.seen++) this.fresh.push(this.lexicon.word(this.seen))
    this.short.clear()
    if (this.fresh.length < 1000 && this.sorted.length > 0) return
    this.sorted = this.sorted.concat(this.fresh).sort()
    this.fresh = []
  }

  private find(prefix: string): number {
    let low = 0
    let high = this.sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.sorted[middle] ?? '') < prefix) low = middle + 1
      else high = middle
    }
    return low
  }
}
