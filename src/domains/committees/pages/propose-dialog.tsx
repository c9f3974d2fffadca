// Proposes a decision in writing: the text as it would stand, and what it is about.
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { proceduresApi } from '../api.ts'
import type { BodyFile } from '../body-model.ts'
import { type Matter, matters } from '../rule-model.ts'
import { AboutField, aboutOf } from './about-field.tsx'

export function ProposeDialog({ body, onClose }: { body: BodyFile; onClose: () => void }) {
  const [text, locale, navigate] = [useText(), useLocale(), useNavigate()]
  const [said, setSaid] = useState('')
  const [matter, setMatter] = useState<Matter>('programme')
  const [about, setAbout] = useState('')
  const propose = useDeed(proceduresApi.propose)
  const send = () => said.trim() && propose.mutate({ params: { id: body.id }, body: { text: { [locale]: said.trim() }, matter, ...aboutOf(matter, about) } }, { onSuccess: ({ id }) => void navigate({ href: `/procedures/${id}` }) })
  return (
    <Dialog open onClose={onClose} title={text('committees.propose')} actions={<Button look="primary" busy={propose.isPending} onPress={send}>{text('committees.propose.do')}</Button>}>
      <TextField label={text('committees.decision-text')} required lines={5} value={said} onChange={setSaid} />
      <SelectField label={text('committees.matter')} hint={text('committees.matter.why')} required value={matter} onChange={(value) => (setMatter(value as Matter), setAbout(''))} options={matters.map((value) => ({ value, label: text(`committees.matters.${value}`) }))} />
      <AboutField root={body} matter={matter} value={about} onChange={setAbout} />
      {propose.error && <ErrorNote error={propose.error} />}
    </Dialog>
  )
}
