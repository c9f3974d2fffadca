// What every register of an alliance's members shows alike: the standing as a mark, the names in their scripts, the filters by standing and country.
import type { AllianceFile, StandingKind } from '#domains/alliances/model.ts'
import { standings } from '#domains/alliances/model.ts'
import type { OrganisationBrief } from '#domains/organisations/model.ts'
import { collator, countryName } from '#platform/i18n/format.ts'
import { useLocale, useText } from '../text.tsx'
import { Mark, type Shape, type Tone } from '../ui/mark.tsx'
import type { OfficialName } from '../ui/names-for.ts'

const looks: Record<StandingKind, { tone: Tone; shape: Shape }> = {
  member: { tone: 'jade', shape: 'disc' }, observer: { tone: 'lapis', shape: 'ring' }, applicant: { tone: 'saffron', shape: 'half' }, left: { tone: 'quiet', shape: 'dash' },
}
export const StandingMark = ({ standing }: { standing: StandingKind }) => <Mark {...looks[standing]}>{useText()(`alliances.standings.${standing}`)}</Mark>

/** A language without a name of its own repeats another's; it is left out. */
export function namesOf({ name, nameEn, nameZh, nameRu, nameUr }: OrganisationBrief): OfficialName[] {
  const known = Object.entries({ en: nameEn, zh: nameZh, ru: nameRu, ur: nameUr }).map(([lang, value]) => ({ lang, value }))
  // The official name first of those that may stand beneath: a neighbour's name for it is no original.
  const official = known.find(({ value }) => value === name) ?? { lang: 'und', value: name }
  return [known[0]!, ...(official === known[0] ? [] : [official]), ...known.slice(1).filter((one) => one !== official && one.value !== nameEn && one.value !== name)]
}

export function useMemberFilters({ counts, countries }: Pick<AllianceFile, 'counts' | 'countries'>) {
  const [text, locale] = [useText(), useLocale()]
  const named = countries.flatMap(({ country, members }) => (country ? [{ value: country, label: countryName(country, locale), count: members }] : []))
  return [
    { name: 'standing', label: text('alliances.standing'), kind: 'many' as const, choices: standings.map((value) => ({ value, label: text(`alliances.standings.${value}`), count: counts[value] })) },
    { name: 'country', label: text('alliances.country'), kind: 'many' as const, choices: named.toSorted((a, b) => collator(locale).compare(a.label, b.label)) },
  ]
}
