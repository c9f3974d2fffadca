// Calls a meeting: a day and a time in the place where it meets, and what the clock says for every side then.
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field } from '#web/ui/fields/field.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { formatInstant } from '#platform/i18n/format.ts'
import { meetingsApi } from '../api.ts'
import type { BodyFile } from '../body-model.ts'
import { sideName } from './pieces.tsx'
import { instantAt } from './zone-time.ts'

export function CallDialog({ body, onClose }: { body: BodyFile; onClose: () => void }) {
  const [text, locale, navigate] = [useText(), useLocale(), useNavigate()]
  const call = useDeed(meetingsApi.call, ['/bodies'])
  const [when, setWhen] = useState('')
  const [zone, setZone] = useState(Intl.DateTimeFormat().resolvedOptions().timeZone)
  const [hostSideId, setHost] = useState(body.sides[0]?.id ?? '')
  const [city, setCity] = useState('')
  const [venue, setVenue] = useState('')
  const [link, setLink] = useState('')
  const request = body.requests.find(({ metAt }) => metAt === null)
  const startsAt = when ? instantAt(when, zone) : null
  const send = () => startsAt && call.mutate({ params: { id: body.id }, body: { kind: request ? 'special' : 'ordinary', startsAt, zone, hostSideId: hostSideId || null, city: city.trim() || null, venue: venue.trim() || null, link: link.trim() || null, requestId: request?.id ?? null } }, { onSuccess: (meeting) => void navigate({ href: `/meetings/${meeting.id}` }) })
  return (
    <Dialog open onClose={onClose} title={text(request ? 'committees.call-special' : 'committees.call')} actions={<Button look="primary" busy={call.isPending} onPress={send}>{text('committees.call')}</Button>}>
      <Field label={text('committees.when')} required>{(wiring) => <input {...wiring} type="datetime-local" className="control" value={when} onChange={({ target }) => setWhen(target.value)} />}</Field>
      <TextField label={text('committees.zone')} hint={text('committees.zone.why')} required value={zone} onChange={setZone} />
      {startsAt && <p className="quiet" aria-live="polite">{text('committees.your-clock', { at: formatInstant(startsAt, locale) })}</p>}
      {body.sides.length > 0 && <SelectField label={text('committees.host')} value={hostSideId} onChange={setHost} none={text('committees.no-host')} options={body.sides.map((side) => ({ value: side.id, label: sideName(side, locale) }))} />}
      <TextField label={text('committees.city')} value={city} onChange={setCity} />
      <TextField label={text('committees.venue')} value={venue} onChange={setVenue} />
      <TextField label={text('committees.link')} type="url" value={link} onChange={setLink} />
      {call.error && <ErrorNote error={call.error} />}
    </Dialog>
  )
}
