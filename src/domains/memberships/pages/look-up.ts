// What the picker of organisations finds while one types.
import { organisationsApi } from '#domains/organisations/api.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { countryName } from '#platform/i18n/format.ts'
import type { Locale } from '#platform/i18n/locale.ts'
import { call } from '#web/client.ts'

export const lookUp = (locale: Locale) => async (typed: string) => (await call(organisationsApi.suggest, { query: { text: typed } }))
  .map((brief) => ({ id: brief.id, label: nameIn(brief, locale), words: nameIn(brief, locale), about: [brief.city, brief.country && countryName(brief.country, locale)].filter(Boolean).join(' · ') }))
