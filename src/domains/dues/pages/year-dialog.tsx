// Asks every member for a year.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useDeed } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { DayField } from '#web/ui/fields/day-field.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { duesApi } from '../api.ts'

export function YearDialog({ allianceId, onClose }: { allianceId: string; onClose: () => void }) {
  const [text, navigate] = [useText(), useNavigate()]
  const now = new Date().getFullYear()
  const [filled, fill] = useState({ year: String(now), dueOn: `${now}-12-31` })
  const deed = useDeed(duesApi.askYear, ['/dues'])
  const send = () => deed.mutate({ params: { id: allianceId }, body: { year: Number(filled.year), dueOn: filled.dueOn } }, { onSuccess: ({ id }) => void navigate({ href: `/dues-years/${id}` }) })
  return (
    <Dialog open onClose={onClose} title={text('dues.ask-year')} actions={<Button look="primary" busy={deed.isPending} onPress={send}>{text('dues.ask-year')}</Button>}>
      <p>{text('dues.ask-year-what')}</p>
      <TextField label={text('dues.year')} type="number" required value={filled.year} onChange={(year) => fill({ ...filled, year })} />
      <DayField label={text('dues.due')} required precise value={{ value: filled.dueOn, precision: 'day' }} onChange={(day) => day && fill({ ...filled, dueOn: day.value })} />
      {deed.error ? <ErrorNote error={deed.error} /> : null}
    </Dialog>
  )
}
