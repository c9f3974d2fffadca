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

const mostNumbers = 2 ** 21

/** The numbers below `count` that have a hash, in the order of their hashes: each pair sorted as one number. */
export function inOrder(count: number, hashAt: (number: number) => number | null): { hashes: Int32Array; numbers: Int32Array } {
  const pairs = new Float64Array(count)
  let size = 0
  for (let number = 0; number < count; number++) {
    const hash = hashAt(number)
    if (hash !== null) pairs[size++] = hash * mostNumbers + number
  }
  const ordered = pairs.subarray(0, size).sort()
  const hashes = Int32Array.from(ordered, pair => Math.floor(pair / mostNumbers))
  return { hashes, numbers: Int32Array.from(ordered, (pair, at) => pair - (hashes[at] as number) * mostNumbers) }
}

const mostBeside = 20_000

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
    if (this.changes.size > mostBeside) this.settle()
  }

  load(numbers: Int32Array, counts: Int32Array): void {
    this.numbers = numbers
    this.counts = counts
    this.changes.clear()
  }

  saved(): { numbers: Int32Array; counts: Int32Array } {
    this.settle()
    return { numbers: this.numbers, counts: this.counts }
  }

  /** Both in order, so one walk puts them together. */
  private settle(): void {
    const fresh = Int32Array.from(this.changes.keys()).sort()
    const numbers = new Int32Array(this.numbers.length + fresh.length)
    const counts = new Int32Array(numbers.length)
    let [old, next, size] = [0, 0, 0]
    while (old < this.numbers.length || next < fresh.length) {
      const [saved, changed] = [this.numbers[old] ?? Infinity, fresh[next] ?? Infinity]
      const number = Math.min(saved, changed)
      const count = (saved === number ? this.counts[old++] as number : 0) + (changed === number ? this.changes.get(fresh[next++] as number) as number : 0)
      if (count <= 0) continue
      numbers[size] = number
      counts[size++] = count
    }
    this.load(numbers.slice(0, size), counts.slice(0, size))
  }
}
