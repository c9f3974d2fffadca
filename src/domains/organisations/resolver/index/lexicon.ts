// Every word of every name, numbered, with how many names hold it: rare words tell more.
export class Lexicon {
  private readonly numbers = new Map<string, number>()
  private readonly words: string[] = []
  private readonly counts: number[] = []
  private names = 0

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
    const number = this.numbers.get(word) ?? this.words.push(word) - 1
    if (number === this.counts.length) {
      this.numbers.set(word, number)
      this.counts.push(0)
    }
    return number
  }

  /** One more name (or, with -1, one fewer) holds these words. */
  tally(numbers: Iterable<number>, by: 1 | -1): void {
    for (const number of numbers) this.counts[number] = Math.max(0, (this.counts[number] ?? 0) + by)
    this.names += by
  }

  /** How much meeting this word tells, from about 1 for "university" to 13 for a word of one name. */
  weight(number: number): number {
    return number < 0 ? this.unknownWeight() : Math.log(1 + (this.names + 10) / ((this.counts[number] ?? 0) + 0.5))
  }

  unknownWeight(): number {
    return Math.min(7, Math.log(1 + this.names + 10))
  }

  *all(): Iterable<[string, number]> {
    yield* this.numbers
  }
}
