// Beneath an alliance: how one becomes a member, one's own application, and for the secretariat what is on its way.
import { useQuery } from '@tanstack/react-query'
import type { AllianceFile } from '#domains/alliances/model.ts'
import { ask } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Section } from '#web/ui/page.tsx'
import { useViewer } from '#web/viewer.ts'
import { admissionApi } from '../api.ts'
import { ApplicationLines } from './admission.tsx'

export function AllianceSection({ alliance: { id } }: { alliance: AllianceFile }) {
  const [text, viewer] = [useText(), useViewer()]
  const { data: file } = useQuery({ ...ask(admissionApi.admission, { params: { id } }), enabled: viewer !== null, retry: false })
  if (!file) return null
  const going = file.applications.filter(({ owner }) => owner !== 'nobody')
  return (
    <Section title={text('memberships.admission')} aside={<ButtonLink small to={`/alliances/${id}/admission`}>{text('memberships.admission.open')}</ButtonLink>}>
      {going.length > 0 ? <ApplicationLines rows={going} /> : <p className="quiet">{text('memberships.admission.about')}</p>}
      {file.may.applyFor.length > 0 && <div className="row no-print"><ButtonLink to={`/alliances/${id}/admission/apply`}>{text('memberships.apply')}</ButtonLink></div>}
    </Section>
  )
}
