// Proposes a new area, with what would be promised; sets one aside, with a reason.
import { useState } from 'react'
import { periods, promiseKinds, units } from '#domains/texts/promise-model.ts'
import { Refusal, useDeed } from '#web/client.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { DayField } from '#web/ui/fields/day-field.tsx'
import { CheckField, SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { areasApi } from '../api.ts'
import type { AreaDraft } from '../area-model.ts'
import { useSay } from './say.ts'
import { type Texts, useLanguage, Worded } from './worded.tsx'
import { alsoChanged } from './writing.ts'

const empty = { what: {} as Texts, why: {} as Texts, kind: 'other' as AreaDraft['kind'], unit: 'milestone' as AreaDraft['unit'], target: '1', per: 'once' as AreaDraft['per'], eachWay: false, dueOn: '' }

export function AreaDialog({ agreementId, onClose }: { agreementId: string; onClose: () => void }) {
  const { text } = useSay()
  const [say, { lang, field }] = [useToast(), useLanguage()]
  const [filled, fill] = useState(empty)
  const set = (to: Partial<typeof empty>) => fill((before) => ({ ...before, ...to }))
  const deed = useDeed(areasApi.propose, alsoChanged)
  const wrong = deed.error instanceof Refusal ? deed.error.fields : {}
  const send = () => deed.mutate({ params: { id: agreementId }, body: { ...filled, target: Number(filled.target), dueOn: filled.dueOn || null } }, { onSuccess: () => (say(text('reviews.area.proposed')), onClose()) })
  return (
    <Dialog open side onClose={onClose} title={text('reviews.area.propose')} actions={<Button look="primary" busy={deed.isPending} onPress={send}>{text('reviews.area.propose')}</Button>}>
      {field}
      <Worded label={text('reviews.area.what')} lang={lang} required value={filled.what} onChange={(what) => set({ what })} wrong={wrong['what']} />
      <Worded label={text('reviews.area.why')} lang={lang} lines={3} value={filled.why} onChange={(why) => set({ why })} wrong={wrong['why']} />
      <SelectField label={text('reviews.area.kind')} required value={filled.kind} options={promiseKinds.map((value) => ({ value, label: text(`commitments.kinds.${value}`) }))} onChange={(kind) => set({ kind: kind as AreaDraft['kind'] })} />
      <TextField label={text('reviews.area.target')} type="number" required value={filled.target} onChange={(target) => set({ target })} wrong={wrong['target']} />
      <SelectField label={text('reviews.area.unit')} required value={filled.unit} options={units.map((value) => ({ value, label: text(`commitments.units.${value}`) }))} onChange={(unit) => set({ unit: unit as AreaDraft['unit'] })} />
      <SelectField label={text('reviews.area.per')} required value={filled.per} options={periods.map((value) => ({ value, label: text(`commitments.claim.per.${value}`) }))} onChange={(per) => set({ per: per as AreaDraft['per'] })} />
      <CheckField label={text('reviews.area.each-way')} checked={filled.eachWay} onChange={(eachWay) => set({ eachWay })} />
      <DayField label={text('reviews.area.due')} precise value={filled.dueOn ? { value: filled.dueOn, precision: 'day' } : null} onChange={(day) => set({ dueOn: day?.value ?? '' })} wrong={wrong['dueOn']} />
      {deed.error && Object.keys(wrong).length === 0 ? <ErrorNote error={deed.error} /> : null}
    </Dialog>
  )
}

export function AsideDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { text } = useSay()
  const say = useToast()
  const [because, setBecause] = useState('')
  const deed = useDeed(areasApi.setAside, alsoChanged)
  return (
    <Dialog open onClose={onClose} title={text('reviews.area.set-aside')} actions={<Button look="primary" busy={deed.isPending} onPress={() => deed.mutate({ params: { id }, body: { because } }, { onSuccess: () => (say(text('reviews.area.is-aside')), onClose()) })}>{text('reviews.area.set-aside')}</Button>}>
      <TextField label={text('reviews.area.because')} required lines={3} value={because} onChange={setBecause} />
      {deed.error ? <ErrorNote error={deed.error} /> : null}
    </Dialog>
  )
}
