// On an organisation's page: the way to how it signs, for those who hold an office there.
import { useQuery } from '@tanstack/react-query'
import { ask } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Section as Frame } from '#web/ui/page.tsx'
import { authorityApi } from '../api.ts'

export function Section({ id }: { id: string }) {
  const text = useText()
  const { data } = useQuery({ ...ask(authorityApi.certificate, { params: { id } }), retry: false })
  if (!data) return null
  const { certificate } = data
  return (
    <Frame title={text('signing.ways')}>
      <p>{certificate ? text(`signing.certificate.${certificate.origin}-short`, { issuer: certificate.issuer }) : text('signing.certificate.none')}</p>
      <div className="row no-print"><ButtonLink to={`/organisations/${id}/signing`}>{text('signing.ways.go')}</ButtonLink></div>
    </Frame>
  )
}
