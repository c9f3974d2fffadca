// By what the register of agreements is narrowed; the choices carry how many there are.
import { useQuery } from '@tanstack/react-query'
import { alliancesApi } from '#domains/alliances/api.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { collator, countryName } from '#platform/i18n/format.ts'
import type { Locale } from '#platform/i18n/locale.ts'
import { ask } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import type { Filter } from '#web/ui/filters.tsx'
import { type Counts, kinds, problems, states } from '../model.ts'
import { todayHere } from './say.ts'

const firstYear = 1990

export const alliancesToChoose = (locale: Locale) => ask(alliancesApi.list, { query: { limit: 100, locale } as never })

export function useAgreementFilters(counts: Counts | undefined): Filter[] {
  const [text, locale] = [useText(), useLocale()]
  const { data: alliances } = useQuery(alliancesToChoose(locale))
  const years = Array.from({ length: Number(todayHere().slice(0, 4)) - firstYear + 1 }, (_, ago) => String(Number(todayHere().slice(0, 4)) - ago))
  const countries = (counts?.countries ?? []).map(({ country, count }) => ({ value: country, label: countryName(country, locale), count }))
    .toSorted((a, b) => collator(locale).compare(a.label, b.label))
  const inAlliances = (alliances?.rows ?? []).map(({ id, organisation }) => ({ value: id, label: nameIn(organisation, locale) }))
  return [
    { name: 'state', label: text('agreements.filter.state'), kind: 'many', choices: states.map((value) => ({ value, label: text(`agreements.states.${value}`), ...(counts ? { count: counts.states[value] } : {}) })) },
    { name: 'kind', label: text('agreements.filter.kind'), kind: 'many', choices: kinds.map((value) => ({ value, label: text(`agreements.kinds.${value}`) })) },
    { name: 'country', label: text('agreements.filter.country'), kind: 'one', choices: countries },
    { name: 'year', label: text('agreements.filter.year'), kind: 'one', choices: years.map((value) => ({ value, label: value })) },
    ...(inAlliances.length > 0 ? [{ name: 'alliance', label: text('agreements.filter.alliance'), kind: 'one' as const, choices: inAlliances }] : []),
    { name: 'problem', label: text('agreements.filter.problem'), kind: 'many', choices: problems.map((value) => ({ value, label: text(`agreements.problems.${value}`) })) },
    { name: 'mine', label: text('agreements.filter.mine'), kind: 'flag' },
  ]
}
