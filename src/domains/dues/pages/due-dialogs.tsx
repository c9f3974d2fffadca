// The small forms of a line: what was paid; why something is waived, or a payment was not found.
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { Refusal, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { DayField } from '#web/ui/fields/day-field.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { duesApi } from '../api.ts'
import type { DueLine } from '../model.ts'
import { minorOf, typedOf } from '../rules.ts'

const rooms = ['/dues', '/alliances']

export function PayDialog({ line, onClose }: { line: DueLine; onClose: () => void }) {
  const [text, locale, say] = [useText(), useLocale(), useToast()]
  const [filled, fill] = useState({ amount: typedOf(line.outstanding, line.currency), paidOn: new Date().toISOString().slice(0, 10), reference: '' })
  const deed = useDeed(duesApi.pay, rooms)
  const amount = minorOf(filled.amount, line.currency)
  const wrong = deed.error instanceof Refusal ? deed.error.fields : {}
  const send = () => deed.mutate({ params: { id: line.id }, body: { amount: amount!, paidOn: filled.paidOn, reference: filled.reference || null } }, { onSuccess: () => (say(text('dues.written-down')), onClose()) })
  return (
    <Dialog open side onClose={onClose} title={`${text(line.mine ? 'dues.pay' : 'dues.came-in')}: ${nameIn(line.organisation, locale)}`} actions={<Button look="primary" busy={deed.isPending} {...(amount ? {} : { whyNot: 'dues.not-an-amount' })} onPress={send}>{text('dues.save')}</Button>}>
      <p>{text(line.mine ? 'dues.pay-what' : 'dues.came-in-what')}</p>
      <TextField label={`${text('dues.column.amount')} (${line.currency})`} required value={filled.amount} maxLength={20} onChange={(to) => fill({ ...filled, amount: to })} wrong={wrong['amount']} />
      <DayField label={text('dues.paid-on')} required precise value={filled.paidOn ? { value: filled.paidOn, precision: 'day' } : null} onChange={(day) => fill({ ...filled, paidOn: day?.value ?? '' })} wrong={wrong['paidOn']} />
      <TextField label={text('dues.reference')} value={filled.reference} maxLength={200} onChange={(reference) => fill({ ...filled, reference })} />
      {deed.error && Object.keys(wrong).length === 0 ? <ErrorNote error={deed.error} /> : null}
    </Dialog>
  )
}

export function ReasonDialog({ line, paymentId, onClose }: { line: DueLine; paymentId?: string; onClose: () => void }) {
  const [text, locale, say] = [useText(), useLocale(), useToast()]
  const [because, setBecause] = useState('')
  const [waive, settle] = [useDeed(duesApi.waive, rooms), useDeed(duesApi.settle, rooms)]
  const key = paymentId ? 'dues.not-found' : 'dues.waive'
  const done = { onSuccess: () => (say(text('dues.written-down')), onClose()) }
  const send = () => (paymentId ? settle.mutate({ params: { id: line.id, paymentId }, body: { answer: 'refused', because } }, done) : waive.mutate({ params: { id: line.id }, body: { because } }, done))
  const error = waive.error ?? settle.error
  return (
    <Dialog open onClose={onClose} title={`${text(key)}: ${nameIn(line.organisation, locale)}`} actions={<Button look="primary" busy={waive.isPending || settle.isPending} {...(because.trim() ? {} : { whyNot: 'dues.reason-missing' })} onPress={send}>{text(key)}</Button>}>
      <TextField label={text('dues.why')} required lines={3} value={because} maxLength={500} onChange={setBecause} />
      {error ? <ErrorNote error={error} /> : null}
    </Dialog>
  )
}
