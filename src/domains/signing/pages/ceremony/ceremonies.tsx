// The ceremonies one hosts or takes part in.
import { useSuspenseQuery } from '@tanstack/react-query'
import { recordKeepers, organisationsOf } from '#platform/auth/viewer.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Empty } from '#web/ui/notes.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { useViewer } from '#web/viewer.ts'
import { ceremoniesApi } from '../../api.ts'
import '../signing.css'
import { StateMark, titleOf } from './pieces.tsx'

export const load = ({ questions }: Arriving) => questions.ensureQueryData(ask(ceremoniesApi.ceremonies, {}))

export function Page() {
  const [text, locale, viewer] = [useText(), useLocale(), useViewer()]
  const { data: rows } = useSuspenseQuery(ask(ceremoniesApi.ceremonies, {}))
  const may = viewer && (viewer.admin || organisationsOf(viewer, ...recordKeepers).length > 0)
  const prepare = may ? <ButtonLink look="primary" to="/ceremonies/new">{text('signing.ceremony.prepare')}</ButtonLink> : null
  return (
    <Frame title={text('signing.ceremonies')} actions={rows.length > 0 ? prepare : null}>
      {rows.length === 0 && <Empty title={text('signing.ceremonies.none')} action={prepare}>{text('signing.ceremonies.what')}</Empty>}
      <ul className="ceremony-lines">
        {rows.map((row) => (
          <li key={row.id}>
            <Go to={`/ceremonies/${row.id}`}><bdi>{titleOf(row.title, locale)}</bdi></Go>
            <StateMark ceremony={row} />
            <span className="quiet">{formatDay(row.heldOn, 'day', locale)} · <bdi>{[row.city, nameIn(row.host, locale)].filter(Boolean).join(' · ')}</bdi> · {text('signing.ceremony.so-many', { count: row.agreements })}</span>
          </li>
        ))}
      </ul>
    </Frame>
  )
}
