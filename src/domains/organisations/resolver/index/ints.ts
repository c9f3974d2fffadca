// A list of whole numbers that grows, at four bytes each.
export class Ints {
  private values: Int32Array
  length: number

  /** Begins with what was saved. */
  constructor(saved: Int32Array = new Int32Array(0)) {
    this.values = saved
    this.length = saved.length
  }

  saved(): Int32Array {
    return this.values.subarray(0, this.length)
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Int32Array(Math.max(1024, this.values.length * 2))
      larger.set(this.values)
      this.values = larger
    }
    this.values[this.length++] = value
  }

  at(index: number): number {
    return this.values[index] as number
  }

  set(index: number, value: number): void {
    this.values[index] = value
  }
}
