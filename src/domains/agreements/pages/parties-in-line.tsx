// Who an agreement is with, in a line: one's own organisations are left out where there is another.
import { countryName } from '#platform/i18n/format.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { organisationsOf } from '#platform/auth/viewer.ts'
import { useLocale, useText } from '#web/text.tsx'
import { useViewer } from '#web/viewer.ts'
import type { AgreementLine } from '../model.ts'

/** A register stays dense; the agreement's own page names them all. */
const most = 3
type Shown = AgreementLine['parties']

export function PartiesInLine({ parties, but }: { parties: Shown; but?: string }) {
  const [text, locale, viewer] = [useText(), useLocale(), useViewer()]
  const shown = partnersAmong(parties, but ? [but] : viewer ? organisationsOf(viewer) : [])
  return (
    <span className="agreement-parties">
      {shown.slice(0, most).map(({ organisation, unit }, at) => (
        <span key={`${organisation.id} ${at}`}>
          <bdi>{nameIn(organisation, locale)}</bdi>{' '}
          <small className="quiet">{[unit, organisation.country && countryName(organisation.country, locale)].filter(Boolean).map((part, at) => <bdi key={part}>{at > 0 && ' · '}{part}</bdi>)}</small>
        </span>
      ))}
      {shown.length > most && <small className="quiet">{text('agreements.and-more', { count: shown.length - most })}</small>}
    </span>
  )
}

export function partnersAmong(parties: Shown, own: readonly string[]): Shown {
  const others = parties.filter(({ organisation, role }) => role !== 'witness' && !own.includes(organisation.id))
  return others.length > 0 ? others : parties
}
