// Prepares a ceremony.
import { useNavigate } from '@tanstack/react-router'
import { useDeed } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { ceremoniesApi } from '../../api.ts'
import '../signing.css'
import { CeremonyForm } from './form.tsx'
import { empty } from './state.ts'

export function Page() {
  const [text, navigate] = [useText(), useNavigate()]
  const prepare = useDeed(ceremoniesApi.prepare)
  return (
    <Frame title={text('signing.ceremony.prepare')} above={<Go to="/ceremonies">{text('signing.ceremonies')}</Go>}>
      <CeremonyForm begun={empty()} busy={prepare.isPending} error={prepare.error} label={text('signing.record')}
        onSubmit={(body) => prepare.mutate({ body: body as never }, { onSuccess: ({ id }) => void navigate({ href: `/ceremonies/${id}` }) })} />
    </Frame>
  )
}
