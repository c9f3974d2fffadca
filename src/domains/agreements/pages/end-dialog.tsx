// States that an agreement ended before its term: from which day, and why.
import { useState } from 'react'
import { Refusal, useDeed } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { DayField, type KnownDay } from '#web/ui/fields/day-field.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { agreementsApi } from '../api.ts'
import type { AgreementFile } from '../model.ts'
import { whyNotEndOn } from '../rules.ts'
import { todayHere } from './say.ts'

type Props = { agreement: AgreementFile; open: boolean; onClose: () => void }

export function EndDialog({ agreement, open, onClose }: Props) {
  const [text, say] = [useText(), useToast()]
  const [day, setDay] = useState<KnownDay | null>({ value: todayHere(), precision: 'day' })
  const [because, setBecause] = useState('')
  const end = useDeed(agreementsApi.end)
  const wrong = day ? whyNotEndOn(day.value, agreement) : undefined
  const fields = end.error instanceof Refusal ? end.error.fields : {}
  const onPress = () => day && !wrong && end.mutate({ params: { id: agreement.id }, body: { endedOn: day.value, because } }, { onSuccess: () => (say(text('agreements.end.done')), onClose()) })
  return (
    <Dialog open={open} onClose={onClose} title={text('agreements.end.title')}
      actions={<><Button look="quiet" onPress={onClose}>{text('agreements.cancel')}</Button><Button look="danger" busy={end.isPending} onPress={onPress}>{text('agreements.end')}</Button></>}>
      <DayField label={text('agreements.end.on')} precise required value={day} onChange={setDay} wrong={wrong ? [wrong] : fields['endedOn']} />
      <TextField label={text('agreements.end.because')} required lines={4} value={because} onChange={setBecause} wrong={fields['because']} />
      {end.error && Object.keys(fields).length === 0 ? <ErrorNote error={end.error} /> : null}
    </Dialog>
  )
}
