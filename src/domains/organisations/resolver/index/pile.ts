// Texts one after another as bytes, in large pieces that never move: a hundred thousand of them weigh no more than their letters.
import { Ints } from './ints.ts'

const pieceSize = 1 << 20
const mostBytesOfLetter = 3

export class Pile {
  private readonly pieces: Uint8Array[] = []
  private readonly places = new Ints()
  private readonly sizes = new Ints()
  private readonly encoder = new TextEncoder()
  private used = pieceSize

  get length(): number {
    return this.sizes.length
  }

  push(text: string): number {
    const most = text.length * mostBytesOfLetter
    if (this.used + most > pieceSize) {
      this.pieces.push(new Uint8Array(Math.max(pieceSize, most)))
      this.used = 0
    }
    const { written } = this.encoder.encodeInto(text, (this.pieces.at(-1) as Uint8Array).subarray(this.used))
    this.places.push((this.pieces.length - 1) * pieceSize + this.used)
    this.sizes.push(written)
    this.used += written
    return this.length - 1
  }

  at(index: number): Uint8Array {
    const place = this.places.at(index)
    const from = place % pieceSize
    return (this.pieces[Math.floor(place / pieceSize)] as Uint8Array).subarray(from, from + this.sizes.at(index))
  }
}
