// The page behind a one-time link. Looking at it does nothing; the button uses the link.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { one, useAddress } from '#web/address.ts'
import { ask, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button, ButtonLink } from '#web/ui/button.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { useMe } from '#web/viewer.ts'
import { peopleApi } from '../../api.ts'
import type { LinkFile } from '../../model.ts'
import './door.css'
import { useEntered } from './entered.ts'
import { Join } from './join.tsx'
import { NewPassword } from './new-password.tsx'
import { besides, DoorTrouble, wrongIn } from './trouble.tsx'

export function Page() {
  const text = useText()
  const [address] = useAddress()
  const token = one(address['token'])
  const installation = useMe()?.instance.name ?? ''
  const { data: link, error, isPending } = useQuery({ ...ask(peopleApi.lookAtLink, { query: { token } }), retry: false, staleTime: 'static' })
  return (
    <div className="door-frame">
      <Frame title={text(`people.link.title.${link?.purpose ?? 'link'}`, { installation })}>
        <div className="door">
          {isPending && <Skeleton lines={4} />}
          {error && <><DoorTrouble error={error} /><div className="row"><ButtonLink to="/sign-in" look="primary">{text('people.link.to-sign-in')}</ButtonLink></div></>}
          {link && <Use link={link} token={token} />}
        </div>
      </Frame>
    </div>
  )
}

function Use({ link, token }: { link: LinkFile; token: string }) {
  if (link.purpose === 'link') return <Confirm link={link} token={token} />
  if (link.purpose === 'reset') return <Reset token={token} email={link.email} />
  return <Join link={link} token={token} />
}

function Confirm({ link, token }: { link: LinkFile; token: string }) {
  const text = useText()
  const entered = useEntered()
  const take = useDeed(peopleApi.takeLink)
  return (
    <>
      <p>{text('people.link.as', { name: link.name, email: link.email ?? '' })}</p>
      <DoorTrouble error={take.error} />
      <div className="row">
        <Button look="primary" busy={take.isPending} onPress={() => take.mutate({ body: { token } }, { onSuccess: () => void entered() })}>{text('web.sign-in')}</Button>
      </div>
    </>
  )
}

function Reset({ token, email }: { token: string; email: string | null }) {
  const [text, locale] = [useText(), useLocale()]
  const [password, setPassword] = useState('')
  const entered = useEntered()
  const take = useDeed(peopleApi.takeLink)
  const submit = () => take.mutate({ body: { token, password, locale } }, { onSuccess: () => void entered() })
  return (
    <Form onSubmit={submit} actions={<Button type="submit" look="primary" busy={take.isPending}>{text('people.link.set-password')}</Button>}>
      <NewPassword email={email} value={password} onChange={setPassword} wrong={wrongIn(take.error, 'password')} />
      <DoorTrouble error={besides(take.error)} />
    </Form>
  )
}
