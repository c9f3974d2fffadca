// Beneath an alliance: how one becomes a member, one's own application, and for the secretariat what is on its way.
import { useQuery } from '@tanstack/react-query'
import type { AllianceFile } from '#domains/alliances/model.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { ask } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Section } from '#web/ui/page.tsx'
import { useViewer } from '#web/viewer.ts'
import { admissionApi } from '../api.ts'
import { ApplicationLines } from './admission.tsx'

export function AllianceSection({ alliance: { id } }: { alliance: AllianceFile }) {
  const [text, locale, viewer] = [useText(), useLocale(), useViewer()]
  const { data: file } = useQuery({ ...ask(admissionApi.admission, { params: { id } }), enabled: viewer !== null, retry: false })
  if (!file) return null
  const going = file.applications.filter(({ owner }) => owner !== 'nobody')
  return (
    <Section title={text('memberships.admission')} aside={<ButtonLink small to={`/alliances/${id}/admission`}>{text('memberships.admission.open')}</ButtonLink>}>
      {going.length > 0 ? <ApplicationLines rows={going} /> : <p className="quiet">{text('memberships.admission.about')}</p>}
      {file.own.length > 0 && <ul className="application-lines">{file.own.map((one) => <li key={one.id}><Go to={`/alliances/${id}/membership/${one.id}`}><bdi>{nameIn(one, locale)}</bdi></Go><span className="quiet">{text('memberships.own')}</span></li>)}</ul>}
      {file.may.applyFor.length > 0 && <div className="row no-print"><ButtonLink to={`/alliances/${id}/admission/apply`}>{text('memberships.apply')}</ButtonLink></div>}
    </Section>
  )
}
