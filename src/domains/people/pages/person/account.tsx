// What those who keep an office may do with the account behind it: invite, take back, sign out, close.
import { useState } from 'react'
import type { Viewer } from '#platform/auth/viewer.ts'
import { useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { Section } from '#web/ui/page.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { peopleApi } from '../../api.ts'
import type { PersonFile } from '../../model.ts'
import { whyNotClose } from '../../rules.ts'
import { besides, DoorTrouble, wrongIn } from '../door/trouble.tsx'

export function Account({ person, viewer }: { person: PersonFile; viewer: Viewer }) {
  const text = useText()
  return (
    <Section title={text('people.account')}>
      <Names key={person.name + person.nameNative} person={person} />
      {person.standing !== 'joined' && person.standing !== 'closed' && <Invitation person={person} />}
      {viewer.admin && person.id !== viewer.id && <Desk person={person} viewer={viewer} />}
    </Section>
  )
}

function Names({ person }: { person: PersonFile }) {
  const text = useText()
  const say = useToast()
  const [name, setName] = useState(person.name)
  const [nameNative, setNative] = useState(person.nameNative ?? '')
  const rename = useDeed(peopleApi.rename, ['/me'])
  const submit = () => rename.mutate({ params: { id: person.id }, body: { name, nameNative: nameNative || null } }, { onSuccess: () => say(text('people.saved')) })
  return (
    <Form onSubmit={submit} actions={<Button type="submit" busy={rename.isPending}>{text('people.save')}</Button>}>
      <TextField label={text('people.name')} value={name} onChange={setName} required wrong={wrongIn(rename.error, 'name')} />
      <TextField label={text('people.name-native')} value={nameNative} onChange={setNative} wrong={wrongIn(rename.error, 'nameNative')} />
      <DoorTrouble error={besides(rename.error)} />
    </Form>
  )
}

function Invitation({ person }: { person: PersonFile }) {
  const [text, locale] = [useText(), useLocale()]
  const say = useToast()
  const trouble = useToastTrouble()
  const [email, setEmail] = useState(person.email ?? '')
  const again = useDeed(peopleApi.inviteAgain)
  const withdraw = useDeed(peopleApi.withdrawInvitation)
  const params = { id: person.id }
  const submit = () => again.mutate({ params, body: { locale, ...(email ? { email } : {}) } }, { onSuccess: () => say(text('people.invitation-sent')) })
  const actions = (
    <>
      <Button type="submit" busy={again.isPending}>{text(person.standing === 'cannot-sign-in' ? 'people.send-invitation' : 'people.invite-again')}</Button>
      {person.standing === 'invited' && <Button look="quiet" busy={withdraw.isPending} onPress={() => withdraw.mutate({ params }, { onError: trouble })}>{text('people.withdraw-invitation')}</Button>}
    </>
  )
  return (
    <Form onSubmit={submit} actions={actions}>
      <TextField label={text('people.invite-to')} type="email" value={email} onChange={setEmail} required wrong={wrongIn(again.error, 'email')} />
      <DoorTrouble error={besides(again.error)} />
    </Form>
  )
}

function Desk({ person, viewer }: { person: PersonFile; viewer: Viewer }) {
  const text = useText()
  const say = useToast()
  const trouble = useToastTrouble()
  const [sure, setSure] = useState(false)
  const signOut = useDeed(peopleApi.endSessions)
  const close = useDeed(peopleApi.close, ['/people'])
  const params = { id: person.id }
  return (
    <div className="row">
      <Button busy={signOut.isPending} onPress={() => signOut.mutate({ params }, { onSuccess: ({ ended }) => say(text('people.sessions-ended', { ended })), onError: trouble })}>{text('people.sign-them-out')}</Button>
      {sure
        ? <Button look="danger" busy={close.isPending} onPress={() => close.mutate({ params }, { onError: trouble })}>{text('people.close-for-good')}</Button>
        : <Button look="quiet" whyNot={whyNotClose(person, viewer)} onPress={() => setSure(true)}>{text('people.close-account')}</Button>}
    </div>
  )
}
