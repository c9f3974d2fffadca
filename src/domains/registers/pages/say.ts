// How problems, reasons, dates and evidence are said in the reader's language.
import { countryName, formatDay } from '#platform/i18n/format.ts'
import type { Text } from '#platform/i18n/message.ts'
import type { Locale } from '#platform/kinds.ts'
import { useLocale, useText } from '#web/text.tsx'
import type { Evidence, KnownDate, Problem, RowReading } from '../model.ts'

type Facts = Record<string, string | number>
const precisions = { 4: 'year', 7: 'month', 10: 'day' } as const

export function useSay() {
  const [text, locale] = [useText(), useLocale()]
  const facts = (of: Facts) => Object.fromEntries(Object.entries(of).map(([name, value]) => [name, spoken(name, value, locale)]))
  return {
    text, locale,
    day: (date: KnownDate) => dayWords(date.value, locale),
    /** The cell as it came; where only its country was kept, that by name. */
    cell: (written: string) => (/^[A-Z]{2}$/.test(written) ? countryName(written, locale) : written),
    problem: ({ key, text: cell, facts: of }: Pick<Problem, 'key' | 'text' | 'facts'>) => text(key, { text: cell, ...facts(of) }),
    reason: (key: string, of: Facts) => text(key, facts(of)),
    evidence: (one: Evidence) => evidenceWords(one, text, locale),
    term: (term: RowReading['term']) => termWords(term, text, locale),
    country: (code: string) => countryName(code, locale),
  }
}

/** "2018", "2018-04" and "2018-04-12" are dates known less and less roughly. */
export function dayWords(value: string, locale: Locale): string {
  const precision = precisions[value.length as 4 | 7 | 10]
  return precision ? formatDay(`${value}-01-01`.slice(0, 10), precision, locale) : value
}

/** Dates are said as dates, codes of countries as countries. */
function spoken(name: string, value: string | number, locale: Locale): string | number {
  if (typeof value !== 'string') return value
  if (/^\d{4}-\d{2}(-\d{2})?$/.test(value) || (name !== 'rest' && /^\d{4}$/.test(value))) return dayWords(value, locale)
  return /^[A-Z]{2}$/.test(value) ? countryName(value, locale) : value
}

/** The rules of the resolver, each with the text that was found and the name or place it met. */
function evidenceWords({ rule, found, against }: Evidence, text: Text, locale: Locale): string | undefined {
  const key = `registers.evidence.${rule}`
  const facts = { found: String(spoken('found', found, locale)), against: String(spoken('against', against, locale)) }
  const said = text(key, facts)
  if (said !== key) return said
  const short = text(`organisations.rules.${rule}`)
  return short.startsWith('organisations.') ? undefined : short
}

function termWords({ kind, years, until, autoRenew, renewalYears }: RowReading['term'], text: Text, locale: Locale): string {
  if (until) return text('registers.term.until', { day: dayWords(until.value, locale) })
  const length = lengthWords(autoRenew ? renewalYears ?? years : years, text)
  if (kind === 'fixed' && length) return length
  const words = text(`agreements.terms.${kind}`)
  return kind === 'auto-renew' && length ? `${words} · ${length}` : words
}

function lengthWords(years: number | null, text: Text): string | undefined {
  if (years === null) return undefined
  return Number.isInteger(years) ? text('agreements.length.years', { years }) : text('agreements.length.months', { months: Math.round(years * 12) })
}
