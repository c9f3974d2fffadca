// Of an alliance: how one becomes a member, one's own membership, and for the secretariat what is on its way.
import { useQuery } from '@tanstack/react-query'
import type { AllianceFile } from '#domains/alliances/model.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Glance } from '#web/ui/parts.tsx'
import { useViewer } from '#web/viewer.ts'
import { admissionApi } from '../api.ts'
import { StepMark, useNameOf } from './pieces.tsx'

const admissionOf = (id: string) => ({ ...ask(admissionApi.admission, { params: { id } }), retry: false })
export const load = ({ questions, params }: Arriving) => questions.prefetchQuery(admissionOf(params['id']!))

export function AllianceGlance({ alliance: { id } }: { alliance: AllianceFile }) {
  const [text, locale, viewer, nameOf] = [useText(), useLocale(), useViewer(), useNameOf()]
  const { data: file } = useQuery({ ...admissionOf(id), enabled: viewer !== null })
  if (!file) return null
  const going = file.applications.filter(({ owner }) => owner !== 'nobody')
  return (
    <>
      <Glance title={text('memberships.admission')} to={`/alliances/${id}/admission`} step={file.may.applyFor.length > 0 && <ButtonLink small to={`/alliances/${id}/admission/apply`}>{text('memberships.apply')}</ButtonLink>}>
        {going.length === 0 && text('memberships.admission.about')}
        {going.slice(0, 4).map((one) => <span key={one.id}><Go to={`/applications/${one.id}`}><bdi>{nameOf(one)}</bdi></Go> <StepMark step={one.step} /></span>)}
        {going.length > 4 && <Go to={`/alliances/${id}/admission`}>+{going.length - 4}</Go>}
      </Glance>
      {file.own.length > 0 && <Glance title={text('memberships.own')}>{file.own.map((one) => <Go key={one.id} to={`/alliances/${id}/membership/${one.id}`}><bdi>{nameIn(one, locale)}</bdi></Go>)}</Glance>}
    </>
  )
}
