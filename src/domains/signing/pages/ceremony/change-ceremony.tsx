// Changes a ceremony before it has begun.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useParam } from '#web/address.ts'
import { ask, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { ceremoniesApi } from '../../api.ts'
import '../signing.css'
import { CeremonyForm } from './form.tsx'
import { titleOf } from './pieces.tsx'
import { filledFrom } from './state.ts'

export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(ask(ceremoniesApi.ceremony, { params: { id: params['id']! } }))

export function Page() {
  const [text, locale, id, navigate, trouble] = [useText(), useLocale(), useParam('id'), useNavigate(), useToastTrouble()]
  const { data: ceremony } = useSuspenseQuery(ask(ceremoniesApi.ceremony, { params: { id } }))
  const [change, remove] = [useDeed(ceremoniesApi.change), useDeed(ceremoniesApi.remove)]
  const back = () => void navigate({ href: `/ceremonies/${id}` })
  const gone = () => remove.mutate({ params: { id } }, { onSuccess: () => void navigate({ href: '/ceremonies' }), onError: trouble })
  return (
    <Frame title={text('signing.ceremony.change')} above={<Go to={`/ceremonies/${id}`}><bdi>{titleOf(ceremony.title, locale)}</bdi></Go>} actions={<Button look="quiet" busy={remove.isPending} onPress={gone}>{text('signing.ceremony.remove')}</Button>}>
      <CeremonyForm begun={filledFrom(ceremony, locale)} busy={change.isPending} error={change.error} label={text('signing.record')}
        onSubmit={(body) => change.mutate({ params: { id }, body: { ...body, seen: ceremony.changedAt } as never }, { onSuccess: back })} />
    </Frame>
  )
}
