// One's own password: the old one is asked for when there is one.
import { useState } from 'react'
import { useDeed } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { peopleApi } from '../../api.ts'
import type { Profile } from '../../model.ts'
import { NewPassword } from '../door/new-password.tsx'
import { besides, DoorTrouble, wrongIn } from '../door/trouble.tsx'

export function Password({ profile }: { profile: Profile }) {
  const text = useText()
  const say = useToast()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const set = useDeed(peopleApi.setPassword)
  const done = () => {
    setCurrent('')
    setPassword('')
    say(text('people.password-set'))
  }
  const submit = () => set.mutate({ body: { current: profile.hasPassword ? current : null, password } }, { onSuccess: done })
  return (
    <Form onSubmit={submit} actions={<Button type="submit" busy={set.isPending}>{text(profile.hasPassword ? 'people.change-password' : 'people.link.set-password')}</Button>}>
      {profile.hasPassword && <TextField label={text('people.current-password')} type="password" name="current-password" autoComplete="current-password" value={current} onChange={setCurrent} required />}
      <NewPassword email={profile.email} value={password} onChange={setPassword} wrong={wrongIn(set.error, 'password')} />
      <DoorTrouble error={besides(set.error)} />
    </Form>
  )
}
