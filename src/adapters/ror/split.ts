// Cuts a stream of bytes into the JSON objects in it: the members of one long array, or one object a line.
import { Refused } from '#platform/refusals.ts'

export type Piece = string

const [quote, backslash, open, close, array, arrayEnd, newline] = [...'"\\{}[]\n'].map((sign) => sign.charCodeAt(0))

export class Splitter {
  private kind: 'unknown' | 'array' | 'lines' = 'unknown'
  private rest: Buffer = Buffer.alloc(0)
  /** Where the scan of `rest` stands, so that no byte is looked at twice. */
  private at = 0
  private start = -1
  private depth = 0
  private inText = false
  private escaped = false
  private readonly longest: number

  constructor(longest: number) {
    this.longest = longest
  }

  take(chunk: Buffer): Piece[] {
    this.rest = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk])
    if (this.kind === 'unknown') this.recognise()
    const pieces = this.kind === 'lines' ? this.lines() : this.kind === 'array' ? this.members() : []
    if (this.rest.length > this.longest) throw new Refused('ror.not-a-register', {}, 422)
    return pieces
  }

  end(): Piece[] {
    if (this.kind === 'unknown') throw new Refused('ror.not-a-register', {}, 422)
    if (this.kind === 'lines') return this.rest.toString().trim() ? [this.rest.toString()] : []
    if (this.start >= 0) throw new Refused('ror.damaged', {}, 422)
    return []
  }

  private recognise(): void {
    const begin = this.rest.findIndex((byte) => byte > 32 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf)
    if (begin < 0) return
    const first = this.rest[begin]
    if (first !== array && first !== open) throw new Refused('ror.not-a-register', {}, 422)
    this.kind = first === array ? 'array' : 'lines'
    this.at = first === array ? begin + 1 : 0
    if (first === open) this.rest = this.rest.subarray(begin)
  }

  private lines(): Piece[] {
    const pieces: Piece[] = []
    let from = 0
    for (let to = this.rest.indexOf(newline!, from); to >= 0; to = this.rest.indexOf(newline!, from)) {
      if (to > from + 1) pieces.push(this.rest.toString('utf8', from, to))
      from = to + 1
    }
    this.rest = this.rest.subarray(from)
    return pieces
  }

  private members(): Piece[] {
    const pieces: Piece[] = []
    const bytes = this.rest
    let at = this.at
    for (; at < bytes.length; at++) {
      const byte = bytes[at]
      if (this.inText) {
        const end = this.textEnd(bytes, at)
        this.inText = end.open
        at = end.at
      } else if (byte === quote) this.inText = true
      else if (byte === open) { if (this.depth++ === 0) this.start = at }
      else if (byte === close && this.depth > 0 && --this.depth === 0) {
        pieces.push(bytes.toString('utf8', this.start, at + 1))
        this.start = -1
      } else if (byte === arrayEnd && this.depth === 0) { at = bytes.length; break }
    }
    this.keep(this.start < 0 ? bytes.length : this.start, at)
    return pieces
  }

  /** Jumps over a text, which may go on in the next bytes. */
  private textEnd(bytes: Buffer, from: number): { at: number; open: boolean } {
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at]
      if (this.escaped) this.escaped = false
      else if (byte === backslash) this.escaped = true
      else if (byte === quote) return { at, open: false }
    }
    return { at: bytes.length - 1, open: true }
  }

  private keep(from: number, at: number): void {
    this.rest = this.rest.subarray(from)
    this.at = Math.max(0, at - from)
    if (this.start >= 0) this.start -= from
  }
}
