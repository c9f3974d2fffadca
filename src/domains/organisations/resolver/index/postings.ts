// Which names hold a word: one packed list for the bulk, small lists beside it for what was added since.
export class Postings {
  private starts: Int32Array = new Int32Array(1)
  private names: Int32Array = new Int32Array(0)
  private readonly later = new Map<number, number[]>()

  saved(): { starts: Int32Array; names: Int32Array } {
    return { starts: this.starts, names: this.names }
  }

  load(starts: Int32Array, names: Int32Array): void {
    this.starts = starts
    this.names = names
    this.later.clear()
  }

  /** Builds the packed lists; names come in the order they shall be found in. */
  build(words: number, order: ArrayLike<number>, wordsOf: (name: number) => ArrayLike<number>): void {
    const starts = new Int32Array(words + 1)
    for (let i = 0; i < order.length; i++) each(wordsOf(order[i] as number), word => { starts[word + 1] = (starts[word + 1] as number) + 1 })
    for (let word = 0; word < words; word++) starts[word + 1] = (starts[word + 1] as number) + (starts[word] as number)
    const next = starts.slice()
    const names = new Int32Array(starts[words] as number)
    for (let i = 0; i < order.length; i++) {
      each(wordsOf(order[i] as number), word => {
        names[next[word] as number] = order[i] as number
        next[word] = (next[word] as number) + 1
      })
    }
    this.starts = starts
    this.names = names
    this.later.clear()
  }

  add(word: number, name: number): void {
    const list = this.later.get(word)
    if (list) list.push(name)
    else this.later.set(word, [name])
  }

  count(word: number): number {
    const packed = word + 1 < this.starts.length ? (this.starts[word + 1] as number) - (this.starts[word] as number) : 0
    return packed + (this.later.get(word)?.length ?? 0)
  }

  /** Visits at most `most` names that hold the word; what was added last comes first. */
  each(word: number, most: number, visit: (name: number) => void): void {
    const added = this.later.get(word)
    if (added) for (let i = added.length - 1; i >= 0 && i >= added.length - most; i--) visit(added[i] as number)
    if (word + 1 >= this.starts.length) return
    const end = Math.min(this.starts[word + 1] as number, (this.starts[word] as number) + most)
    for (let at = this.starts[word] as number; at < end; at++) visit(this.names[at] as number)
  }
}

function each(list: ArrayLike<number>, visit: (value: number) => void): void {
  for (let i = 0; i < list.length; i++) visit(list[i] as number)
}
