// Every country of today with its name in a language, in that language's order, to choose from.
import { collator, countryName } from '#platform/i18n/format.ts'
import type { Locale } from '#platform/i18n/locale.ts'
import type { FilterChoice } from './filters.tsx'

/** Codes that name no country, only a union, a test or the unknown (ISO 3166-1, reserved). */
const reserved = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ'])
/** Codes of countries that are no more, for which the browser answers with today's name or an old one. */
const former = new Set(['AN', 'BU', 'CS', 'CT', 'DD', 'DY', 'FQ', 'FX', 'HV', 'JT', 'MI', 'NH', 'NQ', 'NT', 'PC', 'PU', 'PZ', 'RH', 'SU', 'TP', 'UK', 'VD', 'WK', 'YD', 'YU', 'ZR'])
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const known = new Map<Locale, FilterChoice[]>()

export function countriesIn(locale: Locale): FilterChoice[] {
  const ready = known.get(locale)
  if (ready) return ready
  const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter((code) => !reserved.has(code) && !former.has(code))
  const named = codes.map((value) => ({ value, label: countryName(value, locale) })).filter(({ value, label }) => label !== value)
  const sorted = named.toSorted((a, b) => collator(locale).compare(a.label, b.label))
  known.set(locale, sorted)
  return sorted
}
