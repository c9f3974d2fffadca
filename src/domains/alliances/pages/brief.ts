// An organisation in brief as the kit shows names and looks them up.
import { organisationsApi } from '#domains/organisations/api.ts'
import { nameIn, type OrganisationBrief } from '#domains/organisations/model.ts'
import { countryName } from '#platform/i18n/format.ts'
import type { Locale } from '#platform/i18n/locale.ts'
import { call } from '#web/client.ts'

export { namesOf } from '#web/alliances/members.tsx'

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
