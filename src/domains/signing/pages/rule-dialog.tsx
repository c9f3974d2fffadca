// A rule of an organisation's own, or one in the place of its country's.
import { useState } from 'react'
import { useDeed } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { authorityApi } from '../api.ts'
import { type ClearanceRule, effects, steps } from '../clearance-model.ts'

export function RuleDialog({ id, rule, onClose }: { id: string; rule: ClearanceRule | null; onClose: () => void }) {
  const text = useText()
  const [step, setStep] = useState<string>(rule?.step ?? 'legal')
  const [title, setTitle] = useState(rule?.title ?? '')
  const [place, setPlace] = useState(String(rule?.place ?? 10))
  const [effect, setEffect] = useState<string>(rule?.effect ?? 'block')
  const [answeredBy, setAnsweredBy] = useState(rule?.answeredBy ?? '')
  const [documents, setDocuments] = useState(rule?.documents ?? '')
  const [days, setDays] = useState(rule?.usualDays ? String(rule.usualDays) : '')
  const adjust = useDeed(authorityApi.adjustRule)
  const send = () => adjust.mutate({ params: { id }, body: {
    replaces: rule ? (rule.origin === 'country' ? rule.id : rule.replaces) : null, step: step as ClearanceRule['step'], effect: effect as ClearanceRule['effect'], place: Number(place) || 0,
    title: title.trim() || null, answeredBy: answeredBy.trim() || null, documents: documents.trim() || null, usualDays: Number(days) || null,
    kinds: rule?.kinds ?? [], onlyAbroad: rule?.onlyAbroad ?? false, source: rule?.source ?? null,
  } }, { onSuccess: onClose })
  return (
    <Dialog open onClose={onClose} title={text(rule ? 'signing.rules.change' : 'signing.rules.add')} actions={<><Button look="quiet" onPress={onClose}>{text('signing.cancel')}</Button><Button look="primary" busy={adjust.isPending} onPress={send}>{text('signing.record')}</Button></>}>
      <SelectField label={text('signing.rules.step')} required value={step} onChange={setStep} options={steps.map((one) => ({ value: one, label: text(`signing.steps.${one}`) }))} />
      <TextField label={text('signing.rules.title')} value={title} onChange={setTitle} />
      <SelectField label={text('signing.rules.effect')} required value={effect} onChange={setEffect} options={effects.map((one) => ({ value: one, label: text(`signing.effects.${one}`) }))} />
      <TextField label={text('signing.rules.place')} hint={text('signing.rules.place.hint')} type="number" required value={place} onChange={setPlace} />
      <TextField label={text('signing.rules.answered-by')} value={answeredBy} onChange={setAnsweredBy} />
      <TextField label={text('signing.rules.documents')} value={documents} onChange={setDocuments} />
      <TextField label={text('signing.rules.usual-days')} type="number" value={days} onChange={setDays} />
      {adjust.error && <ErrorNote error={adjust.error} />}
    </Dialog>
  )
}
