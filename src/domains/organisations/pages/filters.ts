// By what the register of organisations is narrowed.
import { collator, countryName } from '#platform/i18n/format.ts'
import type { Locale } from '#platform/i18n/locale.ts'
import { useLocale, useText } from '#web/text.tsx'
import type { Filter, FilterChoice } from '#web/ui/filters.tsx'
import { kinds, sources, statuses } from '../model.ts'

export const filterNames = ['text', 'country', 'kind', 'source', 'status', 'provisional', 'parentId']

export function useOrganisationFilters(): Filter[] {
  const [text, locale] = [useText(), useLocale()]
  const choices = (values: readonly string[], words: string): FilterChoice[] => values.map((value) => ({ value, label: text(`organisations.${words}.${value}`) }))
  const sorted = (of: FilterChoice[]) => of.toSorted((a, b) => collator(locale).compare(a.label, b.label))
  return [
    { name: 'country', label: text('organisations.facts.country'), kind: 'one', choices: countriesIn(locale) },
    { name: 'kind', label: text('organisations.facts.kind'), kind: 'one', choices: sorted(choices(kinds, 'kinds')) },
    { name: 'source', label: text('organisations.facts.source'), kind: 'one', choices: choices(sources, 'sources') },
    { name: 'status', label: text('organisations.facts.status'), kind: 'one', choices: choices(statuses.filter((status) => status !== 'merged'), 'statuses') },
    { name: 'provisional', label: text('organisations.list.provisional'), kind: 'flag' },
  ]
}

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
