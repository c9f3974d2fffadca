// An organisation in brief as the kit shows names and looks them up.
import { organisationsApi } from '#domains/organisations/api.ts'
import { nameIn, type OrganisationBrief } from '#domains/organisations/model.ts'
import { countryName } from '#platform/i18n/format.ts'
import type { Locale } from '#platform/i18n/locale.ts'
import { call } from '#web/client.ts'
import type { OfficialName } from '#web/ui/names-for.ts'

/** A language without a name of its own repeats another's; it is left out. */
export function namesOf({ name, nameEn, nameZh, nameRu, nameUr }: OrganisationBrief): OfficialName[] {
  const own = Object.entries({ zh: nameZh, ru: nameRu, ur: nameUr }).filter(([, value]) => value !== nameEn && value !== name).map(([lang, value]) => ({ lang, value }))
  const names = [{ lang: 'en', value: nameEn }, ...own]
  return names.some(({ value }) => value === name) ? names : [...names, { lang: 'und', value: name }]
}

/** A city that is a country is named once. */
export const placeOf = ({ country, city }: OrganisationBrief, locale: Locale): string => {
  const land = country ? countryName(country, locale) : null
  return [city === land || (country === 'HK' || country === 'MO' || country === 'SG') ? null : city, land].filter(Boolean).join(' · ')
}

/** What the picker finds while one types. */
export const lookUp = (locale: Locale) => async function findOrganisation(typed: string) {
  const found = await call(organisationsApi.suggest, { query: { text: typed } })
  return found.map((brief) => ({ id: brief.id, label: nameIn(brief, locale), words: nameIn(brief, locale), about: placeOf(brief, locale) }))
}
