// Records a further promise of an agreement.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useParam } from '#web/address.ts'
import { ask, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { Go } from '#web/ui/link.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { commitmentsApi } from '../api.ts'
import { bodyOf, CommitmentForm, empty } from './commitment-form.tsx'
import { useSay } from './say.ts'

export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(ask(commitmentsApi.promises, { params: { id: params['id']! } }))

export function Page() {
  const { text } = useSay()
  const [say, navigate, id] = [useToast(), useNavigate(), useParam('id')]
  const { data: promises } = useSuspenseQuery(ask(commitmentsApi.promises, { params: { id } }))
  const record = useDeed(commitmentsApi.record)
  const back = `/agreements/${id}`
  return (
    <Frame title={text('commitments.form.new')} above={<Go to={back}>{text('commitments.back')}</Go>} about={<span>{text('commitments.form.new-what')}</span>}>
      <CommitmentForm start={empty(promises)} promises={promises} back={back} busy={record.isPending} error={record.error}
        onSave={(filled) => record.mutate({ params: { id }, body: bodyOf(filled) }, { onSuccess: () => (say(text('commitments.form.recorded')), void navigate({ href: back })) })} />
    </Frame>
  )
}
