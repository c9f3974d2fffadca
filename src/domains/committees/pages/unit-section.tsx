// Beneath a joint unit: the bodies that look after it, and the way to set one up.
import { useQuery } from '@tanstack/react-query'
import type { UnitFile } from '#domains/joint-units/model.ts'
import { ask } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Section } from '#web/ui/page.tsx'
import { bodiesApi } from '../api.ts'
import { BodyLines } from './bodies.tsx'

export function UnitSection({ unit: { id, mayWrite, closedOn } }: { unit: UnitFile }) {
  const text = useText()
  const { data: bodies = [] } = useQuery({ ...ask(bodiesApi.bodies, { query: { unitId: id } }), retry: false })
  const may = mayWrite && !closedOn
  if (bodies.length === 0 && !may) return null
  return (
    <Section title={text('committees.bodies')} aside={may && <ButtonLink small to={`/bodies/new?unit=${id}`}>{text('committees.set-up')}</ButtonLink>}>
      {bodies.length === 0 ? <p className="quiet">{text('committees.bodies.none')}</p> : <BodyLines bodies={bodies} />}
    </Section>
  )
}
