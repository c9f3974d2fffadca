// The tasks of a plan, as they are written: for which objective, who answers, from when until when, after what.
import { type ReactNode, useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { newId } from '#platform/kinds.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { DayField } from '#web/ui/fields/day-field.tsx'
import { CheckField, SelectField } from '#web/ui/fields/text-field.tsx'
import type { Task } from '../plan-model.ts'
import { saidIn } from './said.ts'
import { Worded } from './worded.tsx'
import type { Part } from './write-plan.tsx'

export function TaskFields({ content, set, lang, plan }: Part) {
  const [text, locale] = [useText(), useLocale()]
  const put = (id: string, to: Partial<Task>) => set({ tasks: content.tasks.map((one) => (one.id === id ? { ...one, ...to } : one)) })
  const add = () => set({ tasks: [...content.tasks, { id: newId(), objectiveId: content.objectives.at(-1)!.id, what: {}, owners: [], startsOn: content.startsOn, endsOn: content.endsOn, afterIds: [] }] })
  const name = (id: string) => { const one = plan.organisations.find((organisation) => organisation.id === id); return one ? nameIn(one, locale) : '—' }
  const toggled = (list: string[], id: string, on: boolean) => (on ? [...list, id] : list.filter((one) => one !== id))
  return (
    <>
      {content.tasks.map((one, at) => (
        <fieldset key={one.id} className="plan-item">
          <legend>{text('plans.write.task')} {at + 1}</legend>
          <Worded label={text('plans.write.task')} required value={one.what} lang={lang} onChange={(what) => put(one.id, { what })} />
          <SelectField label={text('plans.write.above')} required value={one.objectiveId} options={content.objectives.map(({ id, what }) => ({ value: id, label: saidIn(what, lang) || '…' }))} onChange={(objectiveId) => put(one.id, { objectiveId })} />
          <div className="plan-pair">
            <DayField label={text('plans.write.starts')} required precise value={{ value: one.startsOn, precision: 'day' }} onChange={(day) => day && put(one.id, { startsOn: day.value })} />
            <DayField label={text('plans.write.ends')} required precise value={{ value: one.endsOn, precision: 'day' }} onChange={(day) => day && put(one.id, { endsOn: day.value })} />
          </div>
          <Chosen what={`${text('plans.write.owners')}: ${one.owners.map(name).join(' · ') || '—'}`} open={one.owners.length === 0}>
            {plan.members.map((id) => <CheckField key={id} label={name(id)} checked={one.owners.includes(id)} onChange={(on) => put(one.id, { owners: toggled(one.owners, id, on) })} />)}
          </Chosen>
          {content.tasks.length > 1 && (
            <Chosen what={`${text('plans.write.after')}: ${one.afterIds.map((id) => saidIn(content.tasks.find((task) => task.id === id)?.what ?? {}, lang)).join(' · ') || text('plans.write.after-none')}`}>
              {content.tasks.filter(({ id }) => id !== one.id).map(({ id, what }) => <CheckField key={id} label={saidIn(what, lang) || '…'} checked={one.afterIds.includes(id)} onChange={(on) => put(one.id, { afterIds: toggled(one.afterIds, id, on) })} />)}
            </Chosen>
          )}
          <Button small look="quiet" label={`${text('plans.write.take-out')}: ${text('plans.write.task')} ${at + 1}`} onPress={() => set({ tasks: content.tasks.filter(({ id }) => id !== one.id).map((task) => ({ ...task, afterIds: task.afterIds.filter((id) => id !== one.id) })) })}>{text('plans.write.take-out')}</Button>
        </fieldset>
      ))}
      <div><Button onPress={add} whyNot={content.objectives.length === 0 ? 'plans.no-objective' : undefined}>{text('plans.write.add')}: {text('plans.write.task')}</Button></div>
    </>
  )
}

/** Open from the beginning or not; afterwards it stays as the reader left it, whatever is chosen within. */
function Chosen({ what, open = false, children }: { what: string; open?: boolean; children: ReactNode }) {
  const [begun] = useState(open)
  return <details className="plan-owners" open={begun}><summary>{what}</summary>{children}</details>
}
