// Which row of a file is which agreement that came from an earlier one. A file is brought in again and again, with cells
// corrected, rows moved, columns added: what is the same must stay the same agreement.

/** A row as it is compared: its cells by heading, Pamir's own columns left out. */
export type Known = { agreementId: string; partner: string; date: string | null; cells: Cells }
export type Coming = { row: number; agreementId: string | null; partner: string; date: string | null; cells: Cells }
export type Cells = Record<string, string>
export type Match = { agreementId: string; differences: { column: string; before: string; after: string }[] }

/**
 * Pairs rows with what is known, surest sign first: Pamir's own id in the row; the very same cells; the same partner
 * text; the same day with a partner text that is nearly the same. Each is used once. `gone` came before and not now.
 */
export function matchRows(coming: Coming[], known: Known[]): { matches: Map<number, Match>; gone: string[] } {
  const matches = new Map<number, Match>()
  const left = new Set(known)
  const open = () => coming.filter(({ row }) => !matches.has(row))
  const pair = (row: Coming, before: Known) => {
    left.delete(before)
    matches.set(row.row, { agreementId: before.agreementId, differences: differencesOf(before.cells, row.cells) })
  }
  pairBy(open(), left, pair, ({ agreementId }) => agreementId ?? '', ({ agreementId }) => agreementId)
  pairBy(open(), left, pair, ({ cells }) => keyOf(cells), ({ cells }) => keyOf(cells))
  pairBy(open(), left, pair, ({ partner, date }) => both(partner, date), ({ partner, date }) => both(partner, date))
  pairBy(open(), left, pair, ({ partner }) => partner, ({ partner }) => partner)
  for (const row of open()) {
    const near = nearest(row, left)
    if (near) pair(row, near)
  }
  return { matches, gone: [...left].map(({ agreementId }) => agreementId) }
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

function nearest(row: Coming, left: Set<Known>): Known | undefined {
  if (!row.date) return undefined
  const near = [...left].filter(({ date }) => date === row.date).map((known) => ({ known, alike: likeness(known.partner, row.partner) }))
  const best = near.sort((a, b) => b.alike - a.alike)[0]
  return best && best.alike >= 0.5 ? best.known : undefined
}

const both = (partner: string, date: string | null) => (partner && date ? `${partner}\n${date}` : '')

function differencesOf(before: Cells, after: Cells): Match['differences'] {
  const columns = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return columns.map((column) => ({ column, before: (before[column] ?? '').trim(), after: (after[column] ?? '').trim() }))
    .filter((pair) => pair.before !== pair.after)
}

/** Share of letter triples that two texts have in common (Dice), 0 to 1. */
export function likeness(one: string, other: string): number {
  const [a, b] = [triples(one), triples(other)]
  const shared = [...a].filter((triple) => b.has(triple)).length
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size)
}

const triples = (text: string) => new Set(Array.from({ length: Math.max(1, text.length - 2) }, (_, place) => text.slice(place, place + 3)))
