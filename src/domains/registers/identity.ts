// Which row of a file is which agreement that came from an earlier one. A file is brought in again and again, with cells
// corrected, rows moved, columns added: what is the same must stay the same agreement.

/** A row as it is compared: its cells by heading, Pamir's own columns left out. */
export type Known = { agreementId: string; partner: string; date: string | null; cells: Cells; rors: string[] }
/** `ror` is the identifier that a person states for the partner. */
export type Coming = { row: number; agreementId: string | null; partner: string; date: string | null; cells: Cells; ror: string | null }
export type Cells = Record<string, string>
export type Match = { agreementId: string; differences: { column: string; before: string; after: string }[] }

/**
 * Pairs rows with what is known, surest sign first: Pamir's own id in the row; the very same cells; the same partner on
 * the same day. Where the file is the same register again, also the same partner, and the same day with nearly the same
 * partner. Each is used once. `gone` came with this register before and not now.
 */
export function matchRows(coming: Coming[], known: Known[]): { matches: Map<number, Match>; gone: string[] } {
  const matches = new Map<number, Match>()
  const left = new Set(known)
  const open = () => coming.filter(({ row }) => !matches.has(row))
  const pair = (row: Coming, before: Known) => {
    left.delete(before)
    matches.set(row.row, { agreementId: before.agreementId, differences: [...differencesOf(before.cells, row.cells), ...identified(before, row)] })
  }
  pairBy(open(), left, pair, ({ agreementId }) => agreementId ?? '', ({ agreementId }) => agreementId)
  pairBy(open(), left, pair, ({ cells }) => keyOf(cells), ({ cells }) => keyOf(cells))
  pairBy(open(), left, pair, ({ partner, date }) => both(partner, date), ({ partner, date }) => both(partner, date))
  const before = sameRegister(coming, known)
  for (const stranger of left) if (!before.has(stranger)) left.delete(stranger)
  pairBy(open(), left, pair, ({ partner }) => partner, ({ partner }) => partner)
  pairNearest(open(), left, pair)
  return { matches, gone: [...left].map(({ agreementId }) => agreementId) }
}

/** What came with this register before: most headings are the same, and most partners. Another list of the same owner is not it. */
function sameRegister(coming: Coming[], known: Known[]): Set<Known> {
  const headings = new Set(coming.flatMap(({ cells }) => Object.keys(cells)))
  const alike = known.filter(({ cells }) => {
    const own = Object.keys(cells)
    const shared = own.filter((heading) => headings.has(heading)).length
    return 2 * shared >= own.length + headings.size - shared
  })
  const partners = new Set(alike.map(({ partner }) => partner))
  const again = coming.filter(({ partner }) => partners.has(partner)).length
  return new Set(2 * again >= Math.min(coming.length, alike.length) ? alike : [])
}

/** The text that is equal when every cell is: empty cells and the order of columns do not count. */
export function keyOf(cells: Cells): string {
  return JSON.stringify(Object.entries(cells).map(([column, text]) => [column, text.trim()]).filter(([, text]) => text).sort())
}

function pairBy(rows: Coming[], left: Set<Known>, pair: (row: Coming, before: Known) => void, keyOfRow: (row: Coming) => string, keyOfKnown: (known: Known) => string): void {
  const waiting = Map.groupBy(left, keyOfKnown)
  for (const row of rows) {
    const key = keyOfRow(row)
    const before = key ? waiting.get(key)?.shift() : undefined
    if (before) pair(row, before)
  }
}

/** On one day there are few; where a register says only years, more comparisons than this would take too long for too little. */
const mostCompared = 20_000

/** The same day with nearly the same text; or the only one of its day on both sides, when the day is known. */
function pairNearest(rows: Coming[], left: Set<Known>, pair: (row: Coming, before: Known) => void): void {
  const known = Map.groupBy(left, ({ date }) => date)
  for (const [date, coming] of Map.groupBy(rows, (row) => row.date)) {
    const there = known.get(date)
    if (!date || !there || there.length * coming.length > mostCompared) continue
    const alone = date.length === 10 && there.length === 1 && coming.length === 1
    for (const row of coming) {
      const near = there.filter((one) => left.has(one)).map((one) => ({ one, alike: likeness(one.partner, row.partner) })).sort((a, b) => b.alike - a.alike)[0]
      if (near && (near.alike >= 0.8 || alone)) pair(row, near.one)
    }
  }
}

const both = (partner: string, date: string | null) => (partner && date ? `${partner}\n${date}` : '')

/** Cells that say something else, by heading. */
export function differencesOf(before: Cells, after: Cells): Match['differences'] {
  const columns = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return columns.map((column) => ({ column, before: (before[column] ?? '').trim(), after: (after[column] ?? '').trim() }))
    .filter((pair) => pair.before !== pair.after)
}

/** Another organisation is stated than the one that was understood. */
const identified = ({ rors }: Known, { ror }: Coming): Match['differences'] =>
  (ror && !rors.includes(ror) ? [{ column: 'ROR', before: rors.join('; '), after: ror }] : [])

/** How much of the longer text stays when one is edited into the other (Levenshtein), 0 to 1. */
export function likeness(one: string, other: string): number {
  const longest = Math.max(one.length, other.length)
  return longest === 0 ? 1 : 1 - edits(one.slice(0, 300), other.slice(0, 300)) / Math.min(longest, 300)
}

function edits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, place) => place)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1))
    }
    row = next
  }
  return row[other.length]!
}

/** The two signs by which a row is found again although its cells have changed. */
export const signOf = (texts: string[], { signedOn }: { signedOn: { value: string; precision?: string } | null }) =>
  ({ partner: texts.join(' ').normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim(), date: signedOn?.value ?? null })
