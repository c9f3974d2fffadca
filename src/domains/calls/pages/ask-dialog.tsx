// Asks a member that has no account: by a letter with a link of its own, or by a link to pass on.
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { localeNames, locales, type Locale } from '#platform/i18n/locale.ts'
import { Refusal, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { CopyButton } from '#web/ui/copy-button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { ChoiceField, SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote, Note } from '#web/ui/notes.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { callsApi } from '../api.ts'
import type { MemberLine } from '../model.ts'

export function AskDialog({ callId, member: { organisation }, onClose }: { callId: string; member: MemberLine; onClose: () => void }) {
  const [text, reader, say] = [useText(), useLocale(), useToast()]
  const [via, setVia] = useState<'letter' | 'link'>('letter')
  const [toAddress, setAddress] = useState('')
  const [locale, setLocale] = useState<Locale>(reader)
  const [told, setTold] = useState<string | null>(null)
  const deed = useDeed(callsApi.ask)
  const wrong = deed.error instanceof Refusal ? deed.error.fields : {}
  const send = () => deed.mutate({ params: { id: callId }, body: { organisationId: organisation.id, via, toAddress: via === 'letter' ? toAddress : null, locale } }, { onSuccess: ({ address }) => { if (address) setTold(address); else { say(text('calls.ask.sent')); onClose() } } })
  return (
    <Dialog open side onClose={onClose} title={`${text('calls.ask')}: ${nameIn(organisation, reader)}`} actions={!told && <Button look="primary" busy={deed.isPending} onPress={send}>{text(via === 'letter' ? 'calls.ask.letter-send' : 'calls.ask.link-make')}</Button>}>
      {told ? <Note tone="jade"><p>{text('calls.ask.once')}</p><p><code dir="ltr">{told}</code></p><CopyButton value={told} what={text('calls.ask.link')} /></Note> : (
        <>
          <p>{text('calls.ask.what')}</p>
          <ChoiceField label={text('calls.ask.how')} value={via} onChange={(value) => setVia(value as typeof via)} options={(['letter', 'link'] as const).map((value) => ({ value, label: text(`calls.ask.${value}`) }))} />
          {via === 'letter' && <TextField label={text('calls.ask.address')} type="email" required value={toAddress} onChange={setAddress} wrong={wrong['toAddress']} />}
          <SelectField label={text('calls.ask.language')} required value={locale} onChange={(value) => setLocale(value as Locale)} options={locales.map((value) => ({ value, label: localeNames[value] }))} />
          {deed.error && Object.keys(wrong).length === 0 ? <ErrorNote error={deed.error} /> : null}
        </>
      )}
    </Dialog>
  )
}
