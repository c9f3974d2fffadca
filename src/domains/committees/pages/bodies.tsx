// The bodies one sits in or looks after, with when each meets next.
import { useSuspenseQuery } from '@tanstack/react-query'
import { organisationsOf, recordKeepers } from '#platform/auth/viewer.ts'
import { formatDay, formatInstant } from '#platform/i18n/format.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Empty } from '#web/ui/notes.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { useViewer } from '#web/viewer.ts'
import { bodiesApi } from '../api.ts'
import type { BodyLine } from '../body-model.ts'
import './committees.css'
import { inLocale, sideName } from './pieces.tsx'

export const load = ({ questions }: Arriving) => questions.ensureQueryData(ask(bodiesApi.bodies, {}))

export function Page() {
  const [text, viewer] = [useText(), useViewer()]
  const { data: bodies } = useSuspenseQuery(ask(bodiesApi.bodies, {}))
  const may = viewer && (viewer.admin || organisationsOf(viewer, ...recordKeepers).length > 0)
  const found = may ? <ButtonLink look="primary" to="/bodies/new">{text('committees.set-up')}</ButtonLink> : null
  return (
    <Frame title={text('committees.bodies')} actions={<><ButtonLink to="/joint-units">{text('joint-units.units')}</ButtonLink>{bodies.length > 0 ? found : null}</>}>
      {bodies.length === 0 && <Empty title={text('committees.bodies.none')} action={found}>{text('committees.bodies.what')}</Empty>}
      <BodyLines bodies={bodies} />
    </Frame>
  )
}

export function BodyLines({ bodies }: { bodies: readonly BodyLine[] }) {
  const [text, locale] = [useText(), useLocale()]
  return (
    <ul className="body-lines">
      {bodies.map(({ id, name, kind, sides, seats, nextOn, nextZone, lastOn, constitutedAt, dissolvedAt }) => (
        <li key={id}>
          <Go to={`/bodies/${id}`}><bdi>{inLocale(name, locale)}</bdi></Go>
          {dissolvedAt ? <Mark tone="quiet" shape="square">{text('committees.dissolved')}</Mark> : constitutedAt ? <Mark tone="jade" shape="disc">{text('committees.constituted')}</Mark> : <Mark tone="quiet" shape="ring">{text('committees.drafted')}</Mark>}
          <span className="quiet">{text(`committees.kinds.${kind}`)} · {sides.length <= 4 && sides.length > 0 ? <bdi>{sides.map((side) => sideName(side, locale)).join(' · ')}</bdi> : text('committees.so-many-seats', { count: seats })}</span>
          <span className="quiet">{nextOn ? text('committees.meets-next', { on: `${formatInstant(nextOn, locale, nextZone ?? undefined)} (${nextZone})` }) : lastOn ? text('committees.met-last', { on: formatDay(lastOn, 'day', locale) }) : text('committees.never-met')}</span>
        </li>
      ))}
    </ul>
  )
}
