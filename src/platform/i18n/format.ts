// Days, numbers, lists, countries and sorting as each language writes them. A day is text and is never shifted by a time zone.
import { dir, type Locale } from './locale.ts'
import { intlTag, isolate } from './message.ts'

export type DayPrecision = 'day' | 'month' | 'year'

const shapes: Record<DayPrecision, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  month: { month: 'long', year: 'numeric', timeZone: 'UTC' },
  year: { year: 'numeric', timeZone: 'UTC' },
}

/** `2018-04-01` known to the month is "April 2018". What is no day is shown as it came. */
export function formatDay(day: string, precision: DayPrecision, locale: Locale, month: 'long' | 'short' = 'long'): string {
  const date = utc(day)
  const shape = precision === 'year' ? shapes.year : { ...shapes[precision], month }
  return date ? once(`day ${precision} ${month} ${locale}`, () => new Intl.DateTimeFormat(intlTag(locale), shape)).format(date) : day
}

/** Two days as one range; it stays in one piece in right-to-left text. */
export function formatDays(from: string, until: string, locale: Locale, precision: DayPrecision = 'day'): string {
  const [start, end] = [utc(from), utc(until)]
  const range = start && end
    ? once(`day ${precision} ${locale}`, () => new Intl.DateTimeFormat(intlTag(locale), shapes[precision])).formatRange(start, end)
    : `${from} – ${until}`
  return dir(locale) === 'rtl' ? isolate(range) : range
}

/** An instant, in the reader's own time zone unless another is named. */
export function formatInstant(instant: string, locale: Locale, timeZone?: string): string {
  const format = once(`instant ${timeZone} ${locale}`, () => new Intl.DateTimeFormat(intlTag(locale), {
    dateStyle: 'medium', timeStyle: 'short', ...(timeZone ? { timeZone } : {}),
  }))
  return format.format(new Date(instant))
}

const spans: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 31_557_600], ['month', 2_629_800], ['day', 86_400], ['hour', 3600], ['minute', 60],
]

/** "3 days ago", "in 2 months": the largest unit that fits. */
export function formatAgo(instant: string, now: string, locale: Locale): string {
  const seconds = (Date.parse(instant) - Date.parse(now)) / 1000
  const [unit, size] = spans.find(([, length]) => Math.abs(seconds) >= length) ?? ['minute', 60]
  return once(`ago ${locale}`, () => new Intl.RelativeTimeFormat(intlTag(locale), { numeric: 'auto' })).format(Math.trunc(seconds / size), unit)
}

export function formatNumber(value: number, locale: Locale, options: Intl.NumberFormatOptions = {}): string {
  return once(`number ${JSON.stringify(options)} ${locale}`, () => new Intl.NumberFormat(intlTag(locale), options)).format(value)
}

/** A share between 0 and 1 as whole percent. */
export const formatShare = (share: number, locale: Locale): string =>
  formatNumber(share, locale, { style: 'percent', maximumFractionDigits: 0 })

export function listOf(items: string[], locale: Locale, type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  return once(`list ${type} ${locale}`, () => new Intl.ListFormat(intlTag(locale), { type })).format(items)
}

/** "Pakistan Time": what people there call it; what nobody named is shown by its own name. */
export function zoneName(zone: string, locale: Locale): string {
  try {
    return once(`zone ${zone} ${locale}`, () => new Intl.DateTimeFormat(intlTag(locale), { timeZone: zone, timeZoneName: 'longGeneric' })).formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? zone
  } catch {
    return zone
  }
}

/** A country by its ISO 3166 code; an unknown code is shown as it is. */
export function countryName(code: string, locale: Locale): string {
  if (!/^[a-z]{2}$/i.test(code)) return code
  return once(`country ${locale}`, () => new Intl.DisplayNames(intlTag(locale), { type: 'region', fallback: 'code' })).of(code.toUpperCase()) ?? code
}

export function languageName(tag: string, locale: Locale): string {
  try {
    return once(`language ${locale}`, () => new Intl.DisplayNames(intlTag(locale), { type: 'language', fallback: 'code' })).of(tag) ?? tag
  } catch {
    return tag
  }
}

/** Chinese by pinyin, the others by their own alphabets; numbers inside names by value. */
export const collator = (locale: Locale): Intl.Collator =>
  once(`collator ${locale}`, () => new Intl.Collator(locale === 'zh' ? 'zh-Hans-u-co-pinyin' : locale, { numeric: true }))

function utc(day: string): Date | undefined {
  const match = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(day)
  if (!match) return undefined
  const date = new Date(Date.UTC(Number(match[1]), Number(match[2] ?? 1) - 1, Number(match[3] ?? 1)))
  return Number.isNaN(date.getTime()) ? undefined : date
}

// Making an Intl object costs far more than using it.
const made = new Map<string, unknown>()
function once<T>(name: string, make: () => T): T {
  if (!made.has(name)) made.set(name, make())
  return made.get(name) as T
}
