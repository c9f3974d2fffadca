// Joining by an invitation, or as the first administrator: a name, and a password or a passkey of one's own.
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { ask, call } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { peopleApi } from '../../api.ts'
import type { LinkFile } from '../../model.ts'
import { useEntered } from './entered.ts'
import { NewPassword } from './new-password.tsx'
import { knowsPasskeys, makePasskey } from './passkey.ts'
import { besides, DoorTrouble, wrongIn } from './trouble.tsx'

export function Join({ link, token }: { link: LinkFile; token: string }) {
  const text = useText()
  const [name, setName] = useState(link.purpose === 'first' ? link.name : '')
  const [email, setEmail] = useState(link.email ?? '')
  const [password, setPassword] = useState('')
  const { data: ways } = useQuery(ask(peopleApi.ways, {}))
  const join = useJoin(link, { token, name: name || link.name, email })
  const asksEmail = link.purpose === 'first'
  const actions = (
    <>
      <Button type="submit" look="primary" busy={join.isPending}>{text('people.link.join')}</Button>
      {ways?.passkey && knowsPasskeys() && <Button busy={join.isPending} onPress={() => join.mutate({ by: 'passkey' })}>{text('people.link.join-passkey')}</Button>}
    </>
  )
  return (
    <Form onSubmit={() => join.mutate({ by: 'password', password })} actions={actions}>
      <Offices of={link} />
      <TextField label={text('people.name')} name="name" autoComplete="name" placeholder={link.name} value={name} onChange={setName} required autoFocus wrong={wrongIn(join.error, 'name')} />
      {asksEmail
        ? <TextField label={text('people.email')} type="email" name="email" autoComplete="username" value={email} onChange={setEmail} required wrong={wrongIn(join.error, 'email')} />
        : <p className="quiet"><bdi dir="ltr">{link.email}</bdi></p>}
      <NewPassword email={asksEmail ? null : link.email} value={password} onChange={setPassword} wrong={wrongIn(join.error, 'password')} />
      <DoorTrouble error={besides(join.error)} />
    </Form>
  )
}

type Given = { token: string; name: string; email: string }
type How = { by: 'password'; password: string } | { by: 'passkey' }

function useJoin({ purpose }: LinkFile, { token, name, email }: Given) {
  const locale = useLocale()
  const entered = useEntered()
  return useMutation<void, Error, How>({
    mutationFn: async (how) => {
      const who = { token, ...(name ? { name } : {}), ...(purpose === 'first' ? { email } : {}) }
      const proof = how.by === 'password' ? { password: how.password } : { passkey: await makePasskey(await call(peopleApi.askLinkPasskey, { body: { ...who, name } })) }
      await call(peopleApi.takeLink, { body: { ...who, ...proof, locale } })
      await entered()
    },
  })
}

function Offices({ of: { purpose, offices } }: { of: LinkFile }) {
  const [text, locale] = [useText(), useLocale()]
  if (purpose === 'first') return <p>{text('people.link.first')}</p>
  return (
    <ul>
      {offices.map(({ role, organisation }) => (
        <li key={role + organisation?.id}>{organisation ? text('people.office-at', { role: text(`people.roles.${role}`), organisation: nameIn(organisation, locale) }) : text(`people.roles.${role}`)}</li>
      ))}
    </ul>
  )
}
