// The measures of a plan, as they are written: what, where the number comes from, the baseline and the target curve.
import { useState } from 'react'
import { newId } from '#platform/kinds.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { CheckField, SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { disaggregations, indicatorUnits } from '../indicator-model.ts'
import { indicatorOf, indicators } from '../indicator-rules.ts'
import type { Measure } from '../plan-model.ts'
import { saidIn } from './said.ts'
import { Worded } from './worded.tsx'
import type { Part } from './write-plan.tsx'

export function MeasureFields(part: Part) {
  const text = useText()
  const { content, set } = part
  const put = (id: string, to: Partial<Measure>) => set({ measures: content.measures.map((one) => (one.id === id ? { ...one, ...to } : one)) })
  const add = () => set({ measures: [...content.measures, { id: newId(), objectiveId: content.objectives.at(-1)!.id, what: {}, unit: 'persons', code: null, feed: null, baseline: 0, targets: [{ on: content.endsOn, value: 1 }], lowerIsBetter: false, source: {}, by: [] }] })
  return (
    <>
      {content.measures.map((one, at) => (
        <fieldset key={one.id} className="plan-item">
          <legend>{text('plans.write.measure')} {at + 1}</legend>
          <OneMeasure {...part} one={one} put={(to) => put(one.id, to)} />
          <Button small look="quiet" label={`${text('plans.write.take-out')}: ${text('plans.write.measure')} ${at + 1}`} onPress={() => set({ measures: content.measures.filter(({ id }) => id !== one.id) })}>{text('plans.write.take-out')}</Button>
        </fieldset>
      ))}
      <div><Button onPress={add} whyNot={content.objectives.length === 0 ? 'plans.no-objective' : undefined}>{text('plans.write.add')}: {text('plans.write.measure')}</Button></div>
    </>
  )
}

/** Of the built-in indicators those that the records feed. */
const fed = indicators.filter(({ feed }) => feed !== null)

function OneMeasure({ content, lang, one, put }: Part & { one: Measure; put: (to: Partial<Measure>) => void }) {
  const text = useText()
  const choose = (code: string) => put(code ? { code, feed: null, unit: indicatorOf(code)!.unit, by: [...indicatorOf(code)!.by] } : { code: null, feed: null })
  return (
    <>
      <Worded label={text('plans.write.measure')} required value={one.what} lang={lang} onChange={(what) => put({ what })} />
      <div className="plan-pair">
        <SelectField label={text('plans.write.above')} required value={one.objectiveId} options={content.objectives.map(({ id, what }) => ({ value: id, label: saidIn(what, lang) || '…' }))} onChange={(objectiveId) => put({ objectiveId })} />
        <SelectField label={text('plans.write.feed')} none={text('plans.write.feed-claims')} value={one.code ?? ''} options={fed.map(({ code }) => ({ value: code, label: text(`plans.indicators.${code}.name`) }))} onChange={choose} />
        {!one.code && <SelectField label={text('plans.write.unit')} required value={one.unit} options={indicatorUnits.map((value) => ({ value, label: text(`plans.units.${value}`) }))} onChange={(unit) => put({ unit: unit as Measure['unit'] })} />}
        <TextField label={text('plans.measure.baseline')} type="number" required value={String(one.baseline)} onChange={(baseline) => put({ baseline: Number(baseline) })} />
      </div>
      <Targets targets={one.targets} onChange={(targets) => put({ targets })} />
      <CheckField label={text('plans.write.lower')} checked={one.lowerIsBetter} onChange={(lowerIsBetter) => put({ lowerIsBetter })} />
      {!one.code && <div className="row">{disaggregations.map((by) => <CheckField key={by} label={text(`plans.by.${by}`)} checked={one.by.includes(by)} onChange={(on) => put({ by: on ? [...one.by, by] : one.by.filter((known) => known !== by) })} />)}</div>}
      <Worded label={text('plans.write.source')} lines={2} value={one.source} lang={lang} onChange={(source) => put({ source })} />
    </>
  )
}

/** One line for each point of the curve; what cannot be read is said at once and not taken. */
function Targets({ targets, onChange }: { targets: Measure['targets']; onChange: (targets: Measure['targets']) => void }) {
  const text = useText()
  const [typed, type] = useState(() => targets.map(({ on, value }) => `${on}: ${value}`).join('\n'))
  const change = (next: string) => {
    type(next)
    const points = pointsIn(next)
    if (points) onChange(points)
  }
  return <TextField label={text('plans.write.targets')} required lines={3} value={typed} onChange={change} wrong={pointsIn(typed) ? undefined : ['plans.write.targets-wrong']} />
}

function pointsIn(typed: string): Measure['targets'] | undefined {
  const lines = typed.split('\n').filter((line) => line.trim()).map((line) => /^\s*(\d{4}-\d\d-\d\d)\s*[:：]\s*(\d+(?:\.\d+)?)\s*$/.exec(line))
  return lines.length > 0 && lines.every((line) => line !== null) ? lines.map((line) => ({ on: line[1]!, value: Number(line[2]) })) : undefined
}
