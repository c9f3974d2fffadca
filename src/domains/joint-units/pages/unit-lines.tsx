// Joint units, one a line: what it is called, what it is, since when, and whether it is closed.
import { formatDay } from '#platform/i18n/format.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark } from '#web/ui/mark.tsx'
import type { UnitLine } from '../model.ts'
import './units.css'

export function UnitLines({ units }: { units: readonly UnitLine[] }) {
  const [text, locale] = [useText(), useLocale()]
  return (
    <ul className="unit-lines">
      {units.map((unit) => (
        <li key={unit.id}>
          <Go to={`/joint-units/${unit.id}`}><bdi>{nameIn(unit.organisation, locale)}</bdi></Go>
          <span className="quiet">{text(`joint-units.kinds.${unit.kind}`)} · {text('joint-units.since', { on: formatDay(unit.foundedOn, 'day', locale, 'short') })}</span>
          {unit.closedOn && <Mark tone="quiet" shape="square">{text('joint-units.closed', { on: formatDay(unit.closedOn, 'day', locale, 'short') })}</Mark>}
        </li>
      ))}
    </ul>
  )
}
