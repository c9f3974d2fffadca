// An organisation's record is changed by those who keep it.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useParam } from '#web/address.ts'
import { ask, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { organisationsApi } from '../api.ts'
import { nameIn } from '../model.ts'
import { OrganisationForm } from './form.tsx'
import { OrganisationLink } from './organisation-name.tsx'

const question = (id: string) => ask(organisationsApi.read, { params: { id } })
export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(question(params['id']!))

export function Page() {
  const [text, locale, id] = [useText(), useLocale(), useParam('id')]
  const { data: organisation } = useSuspenseQuery(question(id))
  const navigate = useNavigate()
  const say = useToast()
  const change = useDeed(organisationsApi.change)
  const name = nameIn(organisation, locale)
  return (
    <Frame title={text('organisations.form.change', { name })} above={<OrganisationLink of={organisation} />}>
      <OrganisationForm organisation={organisation} busy={change.isPending} error={change.error} back={`/organisations/${id}`}
        onSave={(body) => change.mutate({ params: { id }, body }, {
          onSuccess: (changed) => {
            say(text('organisations.form.saved', { name: nameIn(changed, locale) }))
            void navigate({ to: `/organisations/${id}` as never })
          },
        })} />
    </Frame>
  )
}
