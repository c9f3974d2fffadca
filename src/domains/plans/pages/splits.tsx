// How a number falls apart: by side, sex, level and mode, as far as the measure asks for it.
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { type Option, SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import type { Disaggregation } from '../indicator-model.ts'

export type Split = { side: string; sex: string; level: string; mode: string; value: string }
const empty: Split = { side: '', sex: '', level: '', mode: '', value: '' }

export const splitBody = (splits: Split[]) => splits.filter(({ value }) => value !== '').map(({ side, sex, level, mode, value }) =>
  ({ sideId: side || null, sex: (sex || null) as 'female' | null, level: level.trim() || null, mode: (mode || null) as 'online' | null, value: Number(value) }))

export function Splits({ by, value, onChange, members }: { by: readonly Disaggregation[]; value: Split[]; onChange: (splits: Split[]) => void; members: Option[] }) {
  const text = useText()
  const put = (at: number, to: Partial<Split>) => onChange(value.map((one, place) => (place === at ? { ...one, ...to } : one)))
  const choice = (of: string[]) => of.map((one) => ({ value: one, label: text(`plans.split.${one}`) }))
  return (
    <fieldset className="choices plan-splits">
      <legend>{text('plans.split')}</legend>
      {value.map((one, at) => (
        <div key={at} className="plan-split">
          {by.includes('side') && <SelectField label={text('plans.by.side')} none="—" value={one.side} options={members} onChange={(side) => put(at, { side })} />}
          {by.includes('sex') && <SelectField label={text('plans.by.sex')} none="—" value={one.sex} options={choice(['female', 'male'])} onChange={(sex) => put(at, { sex })} />}
          {by.includes('mode') && <SelectField label={text('plans.by.mode')} none="—" value={one.mode} options={choice(['in-person', 'online'])} onChange={(mode) => put(at, { mode })} />}
          {by.includes('level') && <TextField label={text('plans.by.level')} value={one.level} onChange={(level) => put(at, { level })} />}
          <TextField label={text('plans.value.amount')} type="number" value={one.value} onChange={(amount) => put(at, { value: amount })} />
        </div>
      ))}
      <Button small onPress={() => onChange([...value, empty])}>{text('plans.write.add')}</Button>
    </fieldset>
  )
}
