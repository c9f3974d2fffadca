// Beneath an agreement: the bodies that look after it, and the way to set one up.
import { useQuery } from '@tanstack/react-query'
import type { AgreementFile } from '#domains/agreements/model.ts'
import { mayWrite } from '#domains/agreements/rules.ts'
import { ask } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Section } from '#web/ui/page.tsx'
import { useViewer } from '#web/viewer.ts'
import { bodiesApi } from '../api.ts'
import { BodyLines } from './bodies.tsx'

export function AgreementSection({ agreement: { id, parties } }: { agreement: AgreementFile }) {
  const [text, viewer] = [useText(), useViewer()]
  const { data: bodies } = useQuery({ ...ask(bodiesApi.bodies, { query: { agreementId: id } }), enabled: viewer !== null, retry: false })
  const may = viewer !== null && mayWrite(parties, viewer)
  if (!bodies || (bodies.length === 0 && !may)) return null
  return (
    <Section title={text('committees.bodies')}>
      {bodies.length === 0 ? <p className="quiet">{text('committees.bodies.none')}</p> : <BodyLines bodies={bodies} />}
      {may && <div className="row no-print"><ButtonLink to={`/bodies/new?agreement=${id}`}>{text('committees.set-up')}</ButtonLink></div>}
    </Section>
  )
}
