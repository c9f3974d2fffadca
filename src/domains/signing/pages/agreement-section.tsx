// Beneath an agreement: how far its signing is, for its parties.
import { useQuery } from '@tanstack/react-query'
import type { AgreementFile } from '#domains/agreements/model.ts'
import { ask } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Section } from '#web/ui/page.tsx'
import { signingApi } from '../api.ts'
import { StageMark } from './stage-mark.tsx'

export function AgreementSection({ agreement: { id } }: { agreement: AgreementFile }) {
  const text = useText()
  const { data: panel } = useQuery({ ...ask(signingApi.panel, { params: { id } }), retry: false })
  if (!panel || (!panel.signing && !panel.mayOpen)) return null
  const { signing } = panel
  return (
    <Section title={text('signing.signing')}>
      <p className="row">{signing ? <><StageMark stage={signing.stage} /><span>{text('signing.so-many', { signed: signing.signatures.length, of: signing.seats.length })}</span></> : text('signing.not-open-yet')}</p>
      <div className="row no-print"><ButtonLink to={`/agreements/${id}/signing`}>{text(signing ? 'signing.go' : 'signing.prepare')}</ButtonLink></div>
    </Section>
  )
}
