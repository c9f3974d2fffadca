// Looks organisations up while one types, for the pickers of these pages.
import { countryName } from '#platform/i18n/format.ts'
import { organisationsApi } from '#domains/organisations/api.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { call } from '#web/client.ts'
import { useLocale } from '#web/text.tsx'
import type { Pick } from '#web/ui/fields/picker.tsx'

export function useFindOrganisation(): (typed: string) => Promise<Pick[]> {
  const locale = useLocale()
  return async function findOrganisation(typed) {
    const found = await call(organisationsApi.suggest, { query: { text: typed, limit: 8 } })
    return found.map((one) => {
      const words = nameIn(one, locale)
      const place = [one.city, one.country && countryName(one.country, locale)].filter(Boolean).join(', ')
      const about = [one.matched !== words && one.matched, place].filter(Boolean).join(' · ')
      return { id: one.id, label: words, words, ...(about ? { about } : {}) }
    })
  }
}
