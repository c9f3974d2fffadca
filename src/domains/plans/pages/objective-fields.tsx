// The objectives of a plan, as they are written: the row of the framework, what stands above, what must hold.
import { newId } from '#platform/kinds.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { SelectField } from '#web/ui/fields/text-field.tsx'
import { levels, type Objective } from '../plan-model.ts'
import { saidIn } from './said.ts'
import { Worded } from './worded.tsx'
import type { Part } from './write-plan.tsx'

export function ObjectiveFields({ content, set, lang }: Part) {
  const text = useText()
  const put = (id: string, to: Partial<Objective>) => set({ objectives: content.objectives.map((one) => (one.id === id ? { ...one, ...to } : one)) })
  const add = () => set({ objectives: [...content.objectives, { id: newId(), level: content.objectives.length === 0 ? 'goal' : 'output', aboveId: content.objectives[0]?.id ?? null, what: {}, assumptions: {} }] })
  return (
    <>
      {content.objectives.map((one, at) => {
        const others = content.objectives.filter(({ id }) => id !== one.id)
        return (
          <fieldset key={one.id} className="plan-item">
            <legend>{text('plans.write.objective')} {at + 1}</legend>
            <Worded label={text('plans.write.objective')} required value={one.what} lang={lang} onChange={(what) => put(one.id, { what })} />
            <div className="plan-pair">
              <SelectField label={text('plans.write.level')} required value={one.level} options={levels.map((value) => ({ value, label: text(`plans.levels.${value}`) }))} onChange={(level) => put(one.id, { level: level as Objective['level'] })} />
              <SelectField label={text('plans.write.above')} none={text('plans.write.above-none')} value={one.aboveId ?? ''} options={others.map(({ id, what }) => ({ value: id, label: saidIn(what, lang) || '…' }))} onChange={(aboveId) => put(one.id, { aboveId: aboveId || null })} />
            </div>
            <Worded label={text('plans.write.assumptions')} lines={2} value={one.assumptions} lang={lang} onChange={(assumptions) => put(one.id, { assumptions })} />
            <Button small look="quiet" label={`${text('plans.write.take-out')}: ${text('plans.write.objective')} ${at + 1}`} onPress={() => set({ objectives: others.map((other) => (other.aboveId === one.id ? { ...other, aboveId: null } : other)) })}>{text('plans.write.take-out')}</Button>
          </fieldset>
        )
      })}
      <div><Button onPress={add}>{text('plans.write.add')}: {text('plans.write.objective')}</Button></div>
    </>
  )
}
