// Closes a joint unit: on which day and why. What it did stays.
import { useState } from 'react'
import { Refusal, useDeed } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { DayField } from '#web/ui/fields/day-field.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { jointUnitsApi } from '../api.ts'
import type { UnitFile } from '../model.ts'

export function CloseDialog({ unit, onClose }: { unit: UnitFile; onClose: () => void }) {
  const text = useText()
  const [on, setOn] = useState(new Date().toISOString().slice(0, 10))
  const [because, setBecause] = useState('')
  const deed = useDeed(jointUnitsApi.close)
  const wrong = deed.error instanceof Refusal ? deed.error.fields : {}
  const send = () => deed.mutate({ params: { id: unit.id }, body: { on, because } }, { onSuccess: onClose })
  return (
    <Dialog open onClose={onClose} title={text('joint-units.close')} actions={<Button look="primary" busy={deed.isPending} onPress={send}>{text('joint-units.close')}</Button>}>
      <p>{text('joint-units.close.what')}</p>
      <DayField label={text('joint-units.closed-on')} required precise value={{ value: on, precision: 'day' }} onChange={(day) => day && setOn(day.value)} wrong={wrong['on']} />
      <TextField label={text('joint-units.because')} required lines={3} value={because} onChange={setBecause} wrong={wrong['because']} />
      {deed.error && Object.keys(wrong).length === 0 ? <ErrorNote error={deed.error} /> : null}
    </Dialog>
  )
}
