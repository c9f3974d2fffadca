// The sign-in page: a provider where there is one, a passkey, a password, or a letter.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { one, useAddress } from '#web/address.ts'
import { ask, useDeed } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { useMe } from '#web/viewer.ts'
import { Refusal } from '#web/wire.ts'
import { peopleApi } from '../../api.ts'
import './door.css'
import { useEntered } from './entered.ts'
import { AskLetter } from './letter.tsx'
import { knowsPasskeys, usePasskey } from './passkey.ts'
import { DoorTrouble, wrongIn } from './trouble.tsx'

export function Page() {
  const text = useText()
  const [letter, setLetter] = useState<'link' | 'reset'>()
  const [email, setEmail] = useState('')
  const installation = useMe()?.instance.name ?? ''
  return (
    <div className="door-frame">
      <Frame title={text('people.door.title', { installation })}>
        <div className="door">
          <TroubleFromProvider />
          {letter
            ? <AskLetter purpose={letter} email={email} setEmail={setEmail} back={() => setLetter(undefined)} />
            : <><OtherWays /><WithPassword email={email} setEmail={setEmail} onLetter={setLetter} /></>}
        </div>
      </Frame>
    </div>
  )
}

function TroubleFromProvider() {
  const [address] = useAddress()
  const trouble = one(address['trouble'])
  return /^[a-z-]+$/.test(trouble) ? <DoorTrouble error={new Refusal(403, { error: `people.${trouble}` })} /> : null
}

function OtherWays() {
  const text = useText()
  const { data: ways } = useQuery(ask(peopleApi.ways, {}))
  const passkey = usePasskey(useEntered())
  const offersPasskey = ways?.passkey && knowsPasskeys()
  if (!ways?.provider && !offersPasskey) return null
  return (
    <>
      <div className="row wide">
        {ways?.provider && <a className="button plain" href="/sign-in/provider">{text('people.door.provider', { provider: ways.provider.name })}</a>}
        {offersPasskey && <Button busy={passkey.isPending} onPress={() => passkey.mutate()}>{text('people.door.passkey')}</Button>}
      </div>
      <DoorTrouble error={passkey.error} />
      <p className="door-or">{text('people.door.or')}</p>
    </>
  )
}

type PasswordProps = { email: string; setEmail: (email: string) => void; onLetter: (purpose: 'link' | 'reset') => void }

function WithPassword({ email, setEmail, onLetter }: PasswordProps) {
  const text = useText()
  const [password, setPassword] = useState('')
  const entered = useEntered()
  const signIn = useDeed(peopleApi.signIn)
  const submit = () => signIn.mutate({ body: { email, password } }, { onSuccess: () => void entered() })
  return (
    <>
      <Form onSubmit={submit} actions={<Button type="submit" look="primary" busy={signIn.isPending}>{text('web.sign-in')}</Button>}>
        <TextField label={text('people.email')} type="email" name="email" autoComplete="username webauthn" value={email} onChange={setEmail} required autoFocus wrong={wrongIn(signIn.error, 'email')} />
        <TextField label={text('people.password')} type="password" name="password" autoComplete="current-password" value={password} onChange={setPassword} required wrong={wrongIn(signIn.error, 'password')} />
        <DoorTrouble error={signIn.error} />
      </Form>
      <div className="row">
        <Button look="quiet" small onPress={() => onLetter('link')}>{text('people.door.link')}</Button>
        <Button look="quiet" small onPress={() => onLetter('reset')}>{text('people.door.forgot')}</Button>
      </div>
    </>
  )
}
