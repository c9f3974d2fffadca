// Two rows with the same partner: one agreement written twice, or two that belong together?
import type { Comparable, DuplicateReason, RelatedReason } from './duplicates.ts'
import type { KnownDate } from './types.ts'

export interface Comparison {
  relation: 'duplicate' | 'related'
  reason: DuplicateReason | RelatedReason
  facts: Record<string, string | number>
  sureness: number
}

const closeDays = 92

export function compareRows(a: Comparable, b: Comparable): Comparison {
  if (a.unit !== b.unit) return related(a.unit !== null && b.unit !== null ? 'other-unit' : 'unit-and-whole')
  if (a.kind !== null && b.kind !== null && a.kind !== b.kind) return related('other-kind')
  return byDates(a, b)
}

function byDates(a: Comparable, b: Comparable): Comparison {
  const sameText = a.text === b.text
  if (!a.date && !b.date) return duplicate('both-undated', sameText ? 0.8 : 0.5)
  if (!a.date || !b.date) return duplicate('one-is-undated', sameText ? 0.6 : 0.4)
  if (a.date.value === b.date.value) return sameDate(a.date, sameText)
  if (agree(a.date, b.date)) return duplicate('dates-agree', 0.6, { date: a.date.value, other: b.date.value })
  return apart(a.date, b.date)
}

function sameDate({ precision, value }: KnownDate, sameText: boolean): Comparison {
  if (sameText) return duplicate('same-text-same-date', precision === 'year' ? 0.85 : 0.98, { date: value })
  if (precision === 'day') return duplicate('same-partner-same-day', 0.9, { date: value })
  return precision === 'month' ? duplicate('same-partner-same-month', 0.75, { date: value }) : duplicate('same-partner-same-year', 0.6, { date: value })
}

/** 2018 and 2018-05-03 may be the same day, known differently well. */
const agree = (a: KnownDate, b: KnownDate): boolean => a.value.startsWith(b.value) || b.value.startsWith(a.value)

function apart(a: KnownDate, b: KnownDate): Comparison {
  const facts = { date: a.value, other: b.value }
  if (a.precision === 'day' && b.precision === 'day') {
    const days = Math.abs(Date.parse(a.value) - Date.parse(b.value)) / 86_400_000
    if (days <= closeDays) return digitsApart(a.value, b.value) === 1 ? duplicate('one-digit-differs', 0.7, { ...facts, days }) : duplicate('dates-close', 0.55, { ...facts, days })
    // Day and month written the other way round.
    if (a.value === swapped(b.value)) return duplicate('one-digit-differs', 0.6, { ...facts, days })
    if (digitsApart(a.value, b.value) === 1 && a.value.slice(0, 4) === b.value.slice(0, 4)) return duplicate('one-digit-differs', 0.6, { ...facts, days })
  } else if (monthsApart(a.value, b.value) <= 3 && a.value.length > 4 && b.value.length > 4) return duplicate('dates-close', 0.5, facts)
  return related('perhaps-renewal', { ...facts, years: Math.abs(Number(a.value.slice(0, 4)) - Number(b.value.slice(0, 4))) })
}

const swapped = (day: string): string => `${day.slice(0, 5)}${day.slice(8, 10)}-${day.slice(5, 7)}`

function digitsApart(a: string, b: string): number {
  let count = 0
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) count++
  return count
}

const monthsApart = (a: string, b: string): number =>
  Math.abs((Number(a.slice(0, 4)) - Number(b.slice(0, 4))) * 12 + Number(a.slice(5, 7)) - Number(b.slice(5, 7)))

const duplicate = (reason: DuplicateReason, sureness: number, facts: Comparison['facts'] = {}): Comparison => ({ relation: 'duplicate', reason, facts, sureness })
const related = (reason: RelatedReason, facts: Comparison['facts'] = {}): Comparison => ({ relation: 'related', reason, facts, sureness: 0.8 })
