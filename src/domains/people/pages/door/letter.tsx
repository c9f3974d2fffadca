// Asking for a letter with a link: the answer is the same whoever asks for whom.
import { useQuery } from '@tanstack/react-query'
import { ask, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { Note } from '#web/ui/notes.tsx'
import { peopleApi } from '../../api.ts'
import { besides, DoorTrouble, wrongIn } from './trouble.tsx'

type Props = { purpose: 'link' | 'reset'; email: string; setEmail: (email: string) => void; back: () => void }

export function AskLetter({ purpose, email, setEmail, back }: Props) {
  const [text, locale] = [useText(), useLocale()]
  const { data: ways } = useQuery(ask(peopleApi.ways, {}))
  const letter = useDeed(peopleApi.askLetter)
  const backButton = <Button look="quiet" onPress={back}>{text('people.door.back')}</Button>
  if (letter.isSuccess) {
    return (
      <>
        <Note tone="jade"><p>{text('people.door.letter-sent', { email })}</p>{ways?.lettersLeave === false && <p>{text('people.door.letter-kept')}</p>}</Note>
        <div className="row">{backButton}</div>
      </>
    )
  }
  const actions = <><Button type="submit" look="primary" busy={letter.isPending}>{text(`people.door.send-${purpose}`)}</Button>{backButton}</>
  return (
    <Form onSubmit={() => letter.mutate({ body: { email, purpose, locale } })} actions={actions}>
      <p>{text(`people.door.about-${purpose}`)}</p>
      <TextField label={text('people.email')} type="email" name="email" autoComplete="username" value={email} onChange={setEmail} required autoFocus wrong={wrongIn(letter.error, 'email')} />
      <DoorTrouble error={besides(letter.error)} />
    </Form>
  )
}
