// Which words hold three letters in a row: packed for the bulk, small lists beside it for what was learned since.
const letters = 28
const codes = letters ** 3

export class Trigrams {
  private starts: Int32Array = new Int32Array(codes + 1)
  private words: Int32Array = new Int32Array(0)
  private readonly later = new Map<number, number[]>()

  build(count: number, wordAt: (number: number) => string): void {
    const starts = new Int32Array(codes + 1)
    const each = (visit: (code: number, word: number) => void): void => {
      for (let word = 0; word < count; word++) for (const code of trigramsOf(wordAt(word))) visit(code, word)
    }
    each(code => { starts[code + 1] = (starts[code + 1] as number) + 1 })
    for (let code = 0; code < codes; code++) starts[code + 1] = (starts[code + 1] as number) + (starts[code] as number)
    const next = starts.slice()
    const words = new Int32Array(starts[codes] as number)
    each((code, word) => {
      words[next[code] as number] = word
      next[code] = (next[code] as number) + 1
    })
    this.load(starts, words)
  }

  add(word: number, text: string): void {
    for (const code of trigramsOf(text)) {
      const list = this.later.get(code)
      if (list) list.push(word)
      else this.later.set(code, [word])
    }
  }

  each(code: number, visit: (word: number) => void): void {
    for (let at = this.starts[code] as number; at < (this.starts[code + 1] as number); at++) visit(this.words[at] as number)
    for (const word of this.later.get(code) ?? []) visit(word)
  }

  saved(count: number, wordAt: (number: number) => string): { starts: Int32Array; words: Int32Array } {
    if (this.later.size > 0) this.build(count, wordAt)
    return { starts: this.starts, words: this.words }
  }

  load(starts: Int32Array, words: Int32Array): void {
    this.starts = starts
    this.words = words
    this.later.clear()
  }
}

const a = 97
const letterAt = (word: string, at: number): number => at < 0 ? 26 : at >= word.length ? 27 : word.charCodeAt(at) - a

/** Codes of a word of the letters a to z, its beginning and its end among them; none for others. */
export function trigramsOf(word: string): number[] {
  if (word.length < 4 || word.length > 32 || /[^a-z]/.test(word)) return []
  const found: number[] = []
  for (let at = -1; at < word.length - 1; at++) {
    const code = (letterAt(word, at) * letters + letterAt(word, at + 1)) * letters + letterAt(word, at + 2)
    if (!found.includes(code)) found.push(code)
  }
  return found
}
