// Records an agreement by hand.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { organisationsApi } from '#domains/organisations/api.ts'
import { recordKeepers } from '#platform/auth/viewer.ts'
import { ask, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useViewer } from '#web/viewer.ts'
import { agreementsApi } from '../api.ts'
import { AgreementForm } from './form/agreement-form.tsx'
import { empty, pickOf } from './form/state.ts'

export function Page() {
  const [text, locale, say, navigate] = [useText(), useLocale(), useToast(), useNavigate()]
  const record = useDeed(agreementsApi.record)
  const { own, waiting } = useOwn()
  const onSave = (body: object) => record.mutate({ body: body as never }, { onSuccess: ({ id }) => (say(text('agreements.saved')), void navigate({ href: `/agreements/${id}` })) })
  return (
    <Frame title={text('agreements.form.new')} above={<Go to="/agreements">{text('agreements.agreements')}</Go>}>
      {waiting ? <Skeleton lines={8} /> : <AgreementForm start={empty(own ? pickOf(own, locale) : null)} back="/agreements" busy={record.isPending} error={record.error} onSave={onSave} />}
    </Frame>
  )
}

/** The organisation whose records one keeps, for whose sake one most likely records. */
function useOwn() {
  const viewer = useViewer()
  const office = viewer?.offices.find(({ id }) => id === viewer.acting) ?? viewer?.offices.find(({ role }) => recordKeepers.includes(role))
  const id = office?.organisationId
  const { data, isPending } = useQuery({ ...ask(organisationsApi.read, { params: { id: id ?? '' } }), enabled: Boolean(id) })
  return { own: data, waiting: Boolean(id) && isPending }
}
