// Who an agreement is with, in a line: one's own organisations are left out where there is another.
import { countryName } from '#platform/i18n/format.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { organisationsOf } from '#platform/auth/viewer.ts'
import { useLocale, useText } from '#web/text.tsx'
import { useViewer } from '#web/viewer.ts'
import type { AgreementLine } from '../model.ts'

type Shown = AgreementLine['parties']

export function PartiesInLine({ parties, but }: { parties: Shown; but?: string }) {
  const [text, locale, viewer] = [useText(), useLocale(), useViewer()]
  const shown = partnersAmong(parties, but ? [but] : viewer ? organisationsOf(viewer) : [])
  return (
    <span className="agreement-parties">
      {shown.slice(0, 3).map(({ organisation, unit }, at) => (
        <span key={`${organisation.id} ${at}`}>
          <bdi>{nameIn(organisation, locale)}</bdi>
          <small className="quiet">{[unit, organisation.country && countryName(organisation.country, locale)].filter(Boolean).map((part) => <bdi key={part}> {part}</bdi>)}</small>
        </span>
      ))}
      {shown.length > 3 && <small className="quiet">{text('agreements.and-more', { count: shown.length - 3 })}</small>}
    </span>
  )
}

export function partnersAmong(parties: Shown, own: readonly string[]): Shown {
  const others = parties.filter(({ organisation, role }) => role !== 'witness' && !own.includes(organisation.id))
  return others.length > 0 ? others : parties
}
