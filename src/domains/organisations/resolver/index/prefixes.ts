// Registered words in order, so that those beginning alike stand together.
import type { Lexicon } from './lexicon.ts'

const most = 400

export class Prefixes {
  private readonly lexicon: Lexicon
  private sorted: string[] = []
  private readonly fresh: string[] = []
  private seen = 0

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon
  }

  /** Numbers of the words that begin so, the most used first, at most a few hundred. */
  startingWith(prefix: string): number[] {
    this.update()
    const words = this.fresh.filter(word => word.startsWith(prefix))
    for (let at = this.find(prefix); this.sorted[at]?.startsWith(prefix); at++) words.push(this.sorted[at] ?? '')
    const numbers = words.map(word => this.lexicon.numberOf(word)).filter(number => this.lexicon.count(number) > 0)
    return numbers.length <= most ? numbers : numbers.sort((a, b) => this.lexicon.count(b) - this.lexicon.count(a)).slice(0, most)
  }

  private update(): void {
    for (; this.seen < this.lexicon.size; this.seen++) this.fresh.push(this.lexicon.word(this.seen))
    if (this.fresh.length < 1000 && this.sorted.length > 0) return
    this.sorted = [...this.sorted, ...this.fresh.splice(0)].sort()
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
