// By what the register of organisations is narrowed.
import { collator } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import { countriesIn } from '#web/ui/countries.ts'
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
