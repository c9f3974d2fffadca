// Beneath an alliance or a sub-alliance: its bodies, and the way to set one up.
import { useQuery } from '@tanstack/react-query'
import type { AllianceFile } from '#domains/alliances/model.ts'
import { whyNotKeep } from '#domains/alliances/rules.ts'
import { formatInstant } from '#platform/i18n/format.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Section } from '#web/ui/page.tsx'
import { Glance } from '#web/ui/parts.tsx'
import { useViewer } from '#web/viewer.ts'
import { bodiesApi } from '../api.ts'
import { BodyLines } from './bodies.tsx'
import { inLocale } from './pieces.tsx'

const bodiesOf = (id: string) => ({ ...ask(bodiesApi.bodies, { query: { allianceId: id } }), retry: false })
export const load = ({ questions, params }: Arriving) => questions.prefetchQuery(bodiesOf(params['id']!))

export function AllianceSection({ alliance }: { alliance: AllianceFile }) {
  const [text, viewer] = [useText(), useViewer()]
  const { data: bodies } = useQuery({ ...bodiesOf(alliance.id), enabled: viewer !== null })
  const may = viewer !== null && !whyNotKeep(alliance, viewer)
  if (!bodies || (bodies.length === 0 && !may)) return null
  return (
    <Section title={text('committees.bodies')} aside={may && <ButtonLink small to={`/bodies/new?alliance=${alliance.id}`}>{text('committees.set-up')}</ButtonLink>}>
      {bodies.length === 0 ? <p className="quiet">{text('committees.bodies.none')}</p> : <BodyLines bodies={bodies} />}
    </Section>
  )
}

/** Its bodies, each with its next session. */
export function AllianceGlance({ alliance }: { alliance: AllianceFile }) {
  const [text, locale, viewer] = [useText(), useLocale(), useViewer()]
  const { data: bodies = [] } = useQuery({ ...bodiesOf(alliance.id), enabled: viewer !== null })
  const may = viewer !== null && !whyNotKeep(alliance, viewer)
  const sitting = bodies.filter(({ dissolvedAt }) => !dissolvedAt)
  if (sitting.length === 0 && !may) return null
  return (
    <Glance title={text('committees.bodies')} to={`/alliances/${alliance.id}/governance`}>
      {sitting.length === 0 && text('committees.bodies.none')}
      {sitting.slice(0, 4).map(({ id, name, nextOn }) => <span key={id}><Go to={`/bodies/${id}`}><bdi>{inLocale(name, locale)}</bdi></Go>{nextOn && <> · {text('committees.meets-next', { on: formatInstant(nextOn, locale) })}</>}</span>)}
      {sitting.length > 4 && <Go to={`/alliances/${alliance.id}/governance`}>+{sitting.length - 4}</Go>}
    </Glance>
  )
}
