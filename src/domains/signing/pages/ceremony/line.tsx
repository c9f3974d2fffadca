// A ceremony in one line: its title, how far it is, when and where. Whoever has no sheet of it is led to its result.
import { nameIn } from '#domains/organisations/model.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import type { CeremonyLine } from '../../ceremony-model.ts'
import { StateMark, titleOf } from './pieces.tsx'

export function Lines({ of }: { of: readonly CeremonyLine[] }) {
  return <ul className="ceremony-lines">{of.map((row) => <li key={row.id}><Line row={row} /></li>)}</ul>
}

function Line({ row }: { row: CeremonyLine }) {
  const [text, locale] = [useText(), useLocale()]
  const title = <bdi>{titleOf(row.title, locale)}</bdi>
  return (
    <>
      {row.seen ? <Go to={`/ceremonies/${row.id}`}>{title}</Go> : <a href={`/s/${row.id}?lang=${locale}`}>{title}</a>}
      <StateMark ceremony={row} />
      <span className="quiet">{formatDay(row.heldOn, 'day', locale)} · <bdi>{[row.city, nameIn(row.host, locale)].filter(Boolean).join(' · ')}</bdi> · {text('signing.ceremony.so-many', { count: row.agreements })}</span>
    </>
  )
}
