// Whom the alliance writes to at a member, who holds the offices there, and the yearly word that this is right: one press when it is.
import { useState } from 'react'
import { Refusal, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Facts, Section } from '#web/ui/page.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { Day } from '#web/ui/whole.tsx'
import { localeNames, locales } from '#platform/i18n/locale.ts'
import { membersApi } from '../api.ts'
import type { Contact } from '../admission-model.ts'
import type { MemberFile } from '../member-model.ts'
import { whyNotMember } from '../member-rules.ts'
import { ContactMark } from './contact-mark.tsx'
import { ofMember } from './of-member.ts'

export function ContactSection({ member }: { member: MemberFile }) {
  const text = useText()
  const { contact, holders, confirmed } = member
  return (
    <Section title={text('memberships.contacts')} aside={<ContactMark of={confirmed} />}>
      <Facts of={[
        [text('memberships.contact'), contact ? <span key="c"><bdi>{[contact.name, contact.officeName].filter(Boolean).join(', ')}</bdi> · <bdi>{contact.email}</bdi></span> : <span className="quiet">{text('memberships.contact.none')}</span>],
        [text('memberships.holders'), holders.length > 0 ? <ul>{holders.map(({ name, role, title }, at) => <li key={at}><bdi>{name}</bdi> <span className="quiet"><bdi>{title ?? text(`people.roles.${role}`)}</bdi></span></li>)}</ul> : <span className="quiet">{text('memberships.holders.none')}</span>],
        [text('memberships.last-confirmed'), confirmed.confirmedOn && <Day day={confirmed.confirmedOn} />],
        [text('memberships.remarks'), confirmed.remarks && <bdi className="said">{confirmed.remarks}</bdi>],
      ]} />
      <Confirm member={member} />
    </Section>
  )
}

function Confirm({ member }: { member: MemberFile }) {
  const [text, locale, say] = [useText(), useLocale(), useToast()]
  const confirm = useDeed(membersApi.confirm, ['/today', '/alliances'])
  const [filled, setFilled] = useState<Contact | null>(null)
  const [remarks, setRemarks] = useState('')
  const why = whyNotMember('confirm', ofMember(member))
  if (why) return null
  const now: Contact = member.contact ?? { name: '', officeName: null, email: '', locale }
  const send = (contact: Contact, words: string | null) => confirm.mutate({ params: { id: member.alliance.id, organisationId: member.organisation.id }, body: { contact, remarks: words } }, { onSuccess: () => (setFilled(null), say(text('memberships.contact.confirmed'))) })
  const fields = confirm.error instanceof Refusal ? confirm.error.fields : {}
  const put = (change: Partial<Contact>) => setFilled({ ...filled!, ...change })
  return (
    <div className="row no-print">
      {member.contact && <Button look="primary" busy={confirm.isPending} onPress={() => send(contactIn(member), null)}>{text('memberships.contact.all-right')}</Button>}
      <Button look={member.contact ? 'plain' : 'primary'} onPress={() => setFilled(now)}>{text(member.contact ? 'memberships.contact.change' : 'memberships.contact.say')}</Button>
      {filled && (
        <Dialog open onClose={() => setFilled(null)} title={text('memberships.contacts')} actions={<Button look="primary" busy={confirm.isPending} onPress={() => send({ ...filled, officeName: filled.officeName || null }, remarks.trim() || null)}>{text('memberships.contact.save')}</Button>}>
          <TextField label={text('memberships.contact.name')} required value={filled.name} onChange={(name) => put({ name })} wrong={fields['contact.name']} />
          <TextField label={text('memberships.contact.office')} value={filled.officeName ?? ''} onChange={(officeName) => put({ officeName })} />
          <TextField label={text('memberships.contact.email')} required type="email" value={filled.email} onChange={(email) => put({ email })} wrong={fields['contact.email']} />
          <SelectField label={text('memberships.contact.language')} required value={filled.locale} onChange={(to) => put({ locale: to as Contact['locale'] })} options={locales.map((one) => ({ value: one, label: localeNames[one] }))} />
          <TextField label={text('memberships.remarks')} hint={text('memberships.remarks.hint')} lines={3} value={remarks} onChange={setRemarks} />
          {confirm.error && Object.keys(fields).length === 0 ? <ErrorNote error={confirm.error} /> : null}
        </Dialog>
      )}
    </div>
  )
}

const contactIn = ({ contact }: MemberFile): Contact => ({ name: contact!.name, officeName: contact!.officeName, email: contact!.email, locale: contact!.locale })
