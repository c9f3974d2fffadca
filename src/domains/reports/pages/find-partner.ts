// Looks organisations up while one types.
import { organisationsApi } from '#domains/organisations/api.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { countryName } from '#platform/i18n/format.ts'
import { call } from '#web/client.ts'
import { useLocale } from '#web/text.tsx'
import type { Pick } from '#web/ui/fields/picker.tsx'

export function useFindPartner(): (typed: string) => Promise<Pick[]> {
  const locale = useLocale()
  return async function findPartner(typed) {
    const found = await call(organisationsApi.suggest, { query: { text: typed, limit: 8 } })
    return found.map((one) => {
      const words = nameIn(one, locale)
      const about = [one.matched !== words && one.matched, one.city, one.country && countryName(one.country, locale)].filter(Boolean).join(' · ')
      return { id: one.id, label: words, words, ...(about ? { about } : {}) }
    })
  }
}
