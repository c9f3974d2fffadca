// Writes a decision down with its day and reason.
import { useState } from 'react'
import { Refusal, useDeed } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { DayField, type KnownDay } from '#web/ui/fields/day-field.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { admissionApi } from '../api.ts'
import type { ApplicationFile } from '../admission-model.ts'
import { today } from './pieces.tsx'

export function DecideDialog({ file, outcome, onClose }: { file: ApplicationFile; outcome: 'admitted' | 'refused'; onClose: () => void }) {
  const text = useText()
  const decide = useDeed(admissionApi.decide, ['/alliances', '/today', '/organisations'])
  const [on, setOn] = useState<KnownDay | null>({ value: today(), precision: 'day' })
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const fields = decide.error instanceof Refusal ? decide.error.fields : {}
  const send = () => (words.trim() && on ? decide.mutate({ params: { id: file.id }, body: { outcome, on: on.value, said: words.trim() } }, { onSuccess: onClose }) : setMissing(true))
  const step = text(`memberships.decide.${outcome}`)
  return (
    <Dialog open onClose={onClose} title={step} actions={<Button look={outcome === 'refused' ? 'danger' : 'primary'} busy={decide.isPending} onPress={send}>{step}</Button>}>
      <DayField label={text('memberships.decide.on')} required precise value={on} onChange={setOn} wrong={fields['on']} />
      <TextField label={text('memberships.decide.because')} hint={outcome === 'refused' ? text('memberships.refuse.hint', { days: file.rules.rules.appealDays }) : undefined} required lines={4} value={words} onChange={setWords} wrong={missing && !words.trim() ? ['memberships.words-missing'] : undefined} />
      {decide.error && Object.keys(fields).length === 0 ? <ErrorNote error={decide.error} /> : null}
    </Dialog>
  )
}
