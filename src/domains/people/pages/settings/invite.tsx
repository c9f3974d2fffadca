// Inviting a person, or writing down one who will not sign in.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { localeNames, locales } from '#platform/i18n/locale.ts'
import type { Locale } from '#platform/kinds.ts'
import { useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { CheckField, SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { peopleApi } from '../../api.ts'
import { besides, DoorTrouble, wrongIn } from '../door/trouble.tsx'
import { OfficeFields, officeOf, useOfficeDraft } from '../office-form.tsx'

export function Invite({ open, onClose }: { open: boolean; onClose: () => void }) {
  const text = useText()
  return <Dialog side open={open} onClose={onClose} title={text('people.invite')}><InviteForm /></Dialog>
}

function InviteForm() {
  const [text, own] = [useText(), useLocale()]
  const navigate = useNavigate()
  const [email, setEmail] = useState('')
  const [name, setName] = useState('')
  const [locale, setLocale] = useState<Locale>(own)
  const [office, setOffice] = useOfficeDraft()
  const [silent, setSilent] = useState(false)
  const invite = useDeed(peopleApi.invite)
  const add = useDeed(peopleApi.add)
  const trouble = silent ? add.error : invite.error
  const then = { onSuccess: ({ id }: { id: string }) => void navigate({ href: `/people/${id}` }) }
  const submit = () => (silent ? add.mutate({ body: { name, office: officeOf(office) } }, then)
    : invite.mutate({ body: { email, name: name || null, locale, office: officeOf(office) } }, then))
  return (
    <Form onSubmit={submit} actions={<Button type="submit" look="primary" busy={invite.isPending || add.isPending}>{text(silent ? 'people.write-down' : 'people.send-invitation')}</Button>}>
      {!silent && <TextField label={text('people.email')} type="email" value={email} onChange={setEmail} required autoFocus wrong={wrongIn(trouble, 'email')} />}
      <TextField label={text('people.name')} value={name} onChange={setName} required={silent} wrong={wrongIn(trouble, 'name')} />
      <OfficeFields value={office} onChange={setOffice} wrong={(field) => wrongIn(trouble, `office.${field}`) ?? wrongIn(trouble, field)} />
      {!silent && <SelectField label={text('people.letter-language')} value={locale} onChange={(next) => setLocale(next as Locale)} required options={locales.map((each) => ({ value: each, label: localeNames[each] }))} />}
      <CheckField label={text('people.silent')} hint={text('people.silent-hint')} checked={silent} onChange={setSilent} />
      <DoorTrouble error={besides(trouble)} />
    </Form>
  )
}
