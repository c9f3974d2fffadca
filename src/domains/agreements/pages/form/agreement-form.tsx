// The form of an agreement, for a new record and for a revision.
import { type ReactNode, useState } from 'react'
import { Refusal } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button, ButtonLink } from '#web/ui/button.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Section } from '#web/ui/page.tsx'
import '../agreements.css'
import { MoreFields } from './more-fields.tsx'
import { PartyFields } from './party-fields.tsx'
import { bodyOf, type Filled } from './state.ts'
import { TermFields } from './term-fields.tsx'
import { TitleFields } from './title-fields.tsx'

type Props = { start: Filled; back: string; busy: boolean; error: unknown; but?: string; onSave: (body: ReturnType<typeof bodyOf>) => void; note?: ReactNode }

export function AgreementForm({ start, back, busy, error, but, onSave, note }: Props) {
  const text = useText()
  const [filled, fill] = useState(start)
  const onChange = (to: Partial<Filled>) => fill((before) => ({ ...before, ...to }))
  const wrong = error instanceof Refusal ? error.fields : {}
  return (
    <Form onSubmit={() => onSave(bodyOf(filled))} actions={<><Button look="primary" type="submit" busy={busy}>{text('agreements.save')}</Button><ButtonLink look="quiet" to={back}>{text('agreements.cancel')}</ButtonLink></>}>
      {note}
      <Section title={text('agreements.form.what')}><TitleFields {...{ filled, onChange, wrong }} /></Section>
      <Section title={text('agreements.form.who')}><PartyFields parties={filled.parties} onChange={onChange} wrong={wrong['parties']} /></Section>
      <Section title={text('agreements.form.when')}><TermFields {...{ filled, onChange, wrong }} /></Section>
      <Section title={text('agreements.form.more')}><MoreFields {...{ filled, onChange, wrong, but }} /></Section>
      {error ? <ErrorNote error={error} /> : null}
    </Form>
  )
}
