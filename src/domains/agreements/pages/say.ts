// How terms, lengths and reasons are said in the reader's language.
import { formatDay } from '#platform/i18n/format.ts'
import type { Text } from '#platform/i18n/message.ts'
import type { Day, Locale, Precision } from '#platform/kinds.ts'
import { useLocale, useText } from '#web/text.tsx'
import type { Because, Term } from '../model.ts'
import { monthsOf } from '../rules.ts'

export const todayHere = (): Day => new Date().toISOString().slice(0, 10)

export function useSay() {
  const [text, locale] = [useText(), useLocale()]
  return { text, locale, left: (until: Day) => leftUntil(until, text), term: (term: TermSaid) => termOf(term, text, locale), because: (because: Because) => reasonOf(because, text, locale) }
}

/** How long until that day: in days when it is near, else in years and months. */
function leftUntil(until: Day, text: Text): string {
  const days = daysBetween(todayHere(), until)
  const months = Math.floor(days / 30.4369)
  if (months < 7) return text('agreements.length.days', { days })
  const [years, rest] = [Math.floor(months / 12), months % 12]
  return [years > 0 && text('agreements.length.years', { years }), rest > 0 && text('agreements.length.months', { months: rest })].filter(Boolean).join(' ')
}

type TermSaid = Pick<Term, 'termKind' | 'termYears' | 'termUntil' | 'untilPrecision' | 'renewalYears'>

/** "5 years", "18 months", "10 days". */
function lengthOf(years: number, text: Text): string {
  const months = monthsOf(years)
  if (months < 1) return text('agreements.length.days', { days: Math.max(1, Math.round(years * 365)) })
  return months % 12 === 0 ? text('agreements.length.years', { years: months / 12 }) : text('agreements.length.months', { months })
}

function termOf({ termKind, termYears, termUntil, untilPrecision, renewalYears }: TermSaid, text: Text, locale: Locale): string {
  const kind = text(`agreements.terms.${termKind}`)
  if (termKind === 'fixed' && termYears) return lengthOf(termYears, text)
  if (termKind === 'until' && termUntil) return formatDay(termUntil, untilPrecision ?? 'day', locale)
  const period = renewalYears ?? termYears
  return termKind === 'auto-renew' && period ? `${kind}: ${lengthOf(period, text)}` : kind
}

function reasonOf({ key, facts }: Because, text: Text, locale: Locale): string {
  const day = (value: unknown, precision: unknown = 'day') => (typeof value === 'string' ? formatDay(value, precision as Precision, locale) : '')
  return text(key, {
    ...facts, length: lengthOf(Number(facts['years'] ?? 0), text), from: day(facts['from'], facts['fromPrecision']), until: day(facts['until']),
    renews: day(facts['renews']), on: day(facts['on']),
  })
}

/** Days between two days, both as text. */
export const daysBetween = (from: Day, until: Day): number => Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)
