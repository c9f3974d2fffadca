// Rows of one register that may be one agreement written twice, and rows that only look so: another unit, a later renewal.
import { compareRows, type Comparison } from './duplicate-rules.ts'
import { plainLower } from './plain.ts'
import type { AgreementKind, KnownDate } from './types.ts'

/** What is known of a row once its parties are resolved. */
export interface Comparable {
  row: number
  /** The parties besides the register's owner: ids of organisations, or `text:` and the normalised text of those not known. */
  parties: readonly string[]
  /** The unit within the partner, normalised; null when the whole organisation is the party. */
  unit: string | null
  date: KnownDate | null
  kind: AgreementKind | null
  /** The partner's cell, normalised by `partnerKey`. */
  text: string
}

export type DuplicateReason = 'same-text-same-date' | 'same-partner-same-day' | 'same-partner-same-month' | 'same-partner-same-year' | 'one-digit-differs'
  | 'dates-close' | 'dates-agree' | 'one-is-undated' | 'both-undated'
export type RelatedReason = 'other-unit' | 'unit-and-whole' | 'other-kind' | 'perhaps-renewal'

export interface DuplicateGroup {
  rows: number[]
  /** A duplicate is offered for merging; related rows are only shown side by side. */
  relation: 'duplicate' | 'related'
  /** `registers.duplicates.*` */
  key: `registers.duplicates.${DuplicateReason | RelatedReason}`
  facts: Record<string, string | number>
  sureness: number
}

/** Partners' texts are compared without signs, case and the words every name has. */
export const partnerKey = (text: string): string =>
  plainLower(text).replace(/[^\p{L}\p{M}\p{Nd}]+/gu, ' ').replace(/\b(?:the|of|and|at|in)\b/g, ' ').replace(/\s+/g, ' ').trim()

export function findDuplicates(rows: readonly Comparable[]): DuplicateGroup[] {
  const byParties = new Map<string, Comparable[]>()
  for (const row of rows) {
    if (row.parties.length === 0) continue
    const key = [...new Set(row.parties)].toSorted().join('\u001f')
    const same = byParties.get(key)
    if (same) same.push(row)
    else byParties.set(key, [row])
  }
  return [...byParties.values()].filter((same) => same.length > 1).flatMap(groupsAmong)
}

/** Rows of one partner, by date: each is compared with its neighbours, so that a thousand rows cost a thousand looks. */
function groupsAmong(rows: Comparable[]): DuplicateGroup[] {
  const sorted = rows.toSorted((a, b) => (a.date?.value ?? '').localeCompare(b.date?.value ?? '') || a.row - b.row)
  const found: { rows: [Comparable, Comparable]; is: Comparison }[] = []
  for (let at = 0; at < sorted.length; at++) {
    for (let next = at + 1; next < Math.min(sorted.length, at + 1 + neighbours); next++) {
      found.push({ rows: [sorted[at]!, sorted[next]!], is: compareRows(sorted[at]!, sorted[next]!) })
    }
  }
  return joined(found)
}
const neighbours = 8

/** Pairs that share a reason and a row become one group; which group a row is in is looked up, since a register may hold thousands alike. */
function joined(pairs: { rows: [Comparable, Comparable]; is: Comparison }[]): DuplicateGroup[] {
  const groups: (Omit<DuplicateGroup, 'rows'> & { rows: Set<number> })[] = []
  const of = new Map<string, (typeof groups)[number]>()
  for (const { rows: [a, b], is } of pairs.toSorted((x, y) => y.is.sureness - x.is.sureness)) {
    const key = `registers.duplicates.${is.reason}` as const
    const places = [a.row, b.row].map((row) => `${key} ${row}`)
    let group = of.get(places[0]!) ?? of.get(places[1]!)
    if (!group) groups.push(group = { rows: new Set(), relation: is.relation, key, facts: is.facts, sureness: is.sureness })
    group.rows.add(a.row).add(b.row)
    group.sureness = Math.min(group.sureness, is.sureness)
    for (const place of places) if (!of.has(place)) of.set(place, group)
  }
  return groups.map((group) => ({ ...group, rows: [...group.rows].toSorted((x, y) => x - y) }))
}
