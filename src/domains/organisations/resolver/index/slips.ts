// Counts the slips of the pen between two words: a letter lost, added, changed, or two changed places.
const width = 40
const rows = [new Int32Array(width), new Int32Array(width), new Int32Array(width)]

/** 1 for the same word, 0 for words too far apart: one slip from four letters on, two from seven on. */
export function similarity(a: string, b: string): number {
  const longest = Math.max(a.length, b.length)
  const allowed = longest < 4 ? 0 : longest < 7 ? 1 : 2
  if (Math.abs(a.length - b.length) > allowed || longest >= width - 1) return 0
  const count = slips(a, b, allowed)
  if (count > allowed) return 0
  const beginsAlike = a[0] === b[0] ? 0 : 0.08
  return 1 - count / (longest + 2) - beginsAlike
}

/** The number of slips (optimal string alignment), or more than `allowed` as soon as that is certain. */
export function slips(a: string, b: string, allowed: number): number {
  let [before, last, row] = rows as [Int32Array, Int32Array, Int32Array]
  for (let j = 0; j <= b.length; j++) last[j] = j
  for (let i = 1; i <= a.length; i++) {
    row[0] = i
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let best = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      if (swapped) best = Math.min(best, (before[j - 2] as number) + 1)
      row[j] = best
      if (best < least) least = best
    }
    if (least > allowed) return allowed + 1
    ;[before, last, row] = [last, row, before]
  }
  return last[b.length] as number
}
