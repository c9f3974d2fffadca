// An organisation that no register has is written down.
import { useNavigate } from '@tanstack/react-router'
import { one, useAddress } from '#web/address.ts'
import { useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { organisationsApi } from '../api.ts'
import { nameIn } from '../model.ts'
import { OrganisationForm } from './form.tsx'

export function Page() {
  const [text, locale] = [useText(), useLocale()]
  const [address] = useAddress()
  const navigate = useNavigate()
  const say = useToast()
  const add = useDeed(organisationsApi.add)
  return (
    <Frame title={text('organisations.form.add')} above={<Go to="/organisations">{text('organisations.title')}</Go>}>
      <OrganisationForm typed={one(address['name'])} busy={add.isPending} error={add.error} back="/organisations" onSave={(body) => add.mutate({ body }, {
        onSuccess: (added) => {
          say(text('organisations.form.saved', { name: nameIn(added, locale) }))
          void navigate({ to: `/organisations/${added.id}` as never })
        },
      })} />
    </Frame>
  )
}
