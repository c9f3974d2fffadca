// A member says what was reached for a measure, or that a task is done, and who is to confirm it.
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { Refusal, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { DayField } from '#web/ui/fields/day-field.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { plansApi } from '../api.ts'
import { isLevel } from '../measure-rules.ts'
import type { Measure, PlanFile } from '../plan-model.ts'
import { Splits, type Split, splitBody } from './splits.tsx'

export type Reported = { id: string; what: string; measure?: Measure }

export function ValueDialog({ plan, of: { id: itemId, what, measure }, onClose }: { plan: PlanFile; of: Reported; onClose: () => void }) {
  const [text, locale, say] = [useText(), useLocale(), useToast()]
  const [filled, fill] = useState({ value: measure ? '' : '1', onDay: new Date().toISOString().slice(0, 10), sideId: plan.mayClaimFor[0]!, askId: '', note: '', url: '', split: [] as Split[] })
  const set = (to: Partial<typeof filled>) => fill({ ...filled, ...to })
  const deed = useDeed(plansApi.claim)
  const wrong = deed.error instanceof Refusal ? deed.error.fields : {}
  const name = (id: string) => { const one = plan.organisations.find((organisation) => organisation.id === id); return one ? nameIn(one, locale) : '—' }
  const options = (ids: string[]) => ids.map((value) => ({ value, label: name(value) }))
  const body = { itemId, value: Number(filled.value), onDay: filled.onDay, sideId: filled.sideId, askId: filled.askId || null, note: filled.note.trim() || null, url: filled.url.trim() || null, split: splitBody(filled.split) }
  const send = () => deed.mutate({ params: { id: plan.id }, body }, { onSuccess: () => (say(text('plans.measure.reported')), onClose()) })
  return (
    <Dialog open side onClose={onClose} title={what} actions={<Button look="primary" busy={deed.isPending} onPress={send}>{text('plans.value.send')}</Button>}>
      {measure && <TextField label={text('plans.value.amount')} hint={text(isLevel(measure) ? 'plans.value.amount-level' : 'plans.value.amount-adds')} type="number" required value={filled.value} onChange={(value) => set({ value })} wrong={wrong['value']} />}
      {measure && measure.by.length > 0 && <Splits by={measure.by} value={filled.split} onChange={(split) => set({ split })} members={options(plan.members)} />}
      <DayField label={text('plans.value.on')} required precise value={{ value: filled.onDay, precision: 'day' }} onChange={(day) => day && set({ onDay: day.value })} wrong={wrong['onDay']} />
      {plan.mayClaimFor.length > 1 && <SelectField label={text('plans.value.side')} required value={filled.sideId} options={options(plan.mayClaimFor)} onChange={(sideId) => set({ sideId })} />}
      {plan.about.kind === 'alliance' && <SelectField label={text('plans.value.ask')} required none="—" value={filled.askId} options={options(plan.members.filter((id) => id !== filled.sideId))} onChange={(askId) => set({ askId })} wrong={wrong['askId']} />}
      <TextField label={text('plans.value.note')} lines={3} value={filled.note} onChange={(note) => set({ note })} />
      <TextField label={text('plans.value.url')} type="url" value={filled.url} onChange={(url) => set({ url })} wrong={wrong['url']} />
      {deed.error && Object.keys(wrong).length === 0 ? <ErrorNote error={deed.error} /> : null}
    </Dialog>
  )
}
