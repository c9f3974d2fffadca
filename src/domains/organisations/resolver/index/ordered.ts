// Numbers in order, found by halving; and how often each came, with what changed since beside.
export function lowest(ordered: Int32Array, wanted: number): number {
  let low = 0
  let high = ordered.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ordered[middle] as number) < wanted) low = middle + 1
    else high = middle
  }
  return low
}

/** How often each number came: eight bytes for each that was saved. */
export class Tally {
  private numbers: Int32Array = new Int32Array(0)
  private counts: Int32Array = new Int32Array(0)
  private readonly changes = new Map<number, number>()

  of(number: number): number {
    const at = lowest(this.numbers, number)
    const saved = this.numbers[at] === number ? this.counts[at] as number : 0
    return Math.max(0, saved + (this.changes.get(number) ?? 0))
  }

  add(number: number, by: 1 | -1): void {
    this.changes.set(number, (this.changes.get(number) ?? 0) + by)
  }

  load(numbers: Int32Array, counts: Int32Array): void {
    this.numbers = numbers
    this.counts = counts
    this.changes.clear()
  }

  saved(): { numbers: Int32Array; counts: Int32Array } {
    const all = Int32Array.from(new Set([...this.numbers, ...this.changes.keys()])).sort()
    const numbers = all.filter(number => this.of(number) > 0)
    return { numbers, counts: numbers.map(number => this.of(number)) }
  }
}
