// Calls a meeting: day and hour as the clock says where it is held, the place, the link; or changes one that is called, and everybody is told.
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
import type { MeetingFile } from '../session-model.ts'
import { sideName } from './pieces.tsx'
import { instantAt, localAt } from './zone-time.ts'

export function CallDialog({ body, onClose }: { body: BodyFile; onClose: () => void }) {
  const [text, navigate] = [useText(), useNavigate()]
  const call = useDeed(meetingsApi.call, ['/bodies'])
  const request = body.requests.find(({ metAt }) => metAt === null)
  const send = (when: When) => call.mutate({ params: { id: body.id }, body: { ...when, kind: request ? 'special' : 'ordinary', requestId: request?.id ?? null } }, { onSuccess: (meeting) => void navigate({ href: `/meetings/${meeting.id}` }) })
  const title = text(request ? 'committees.call-special' : 'committees.call')
  return <WhenDialog title={title} say={text('committees.call')} sides={body.sides} before={{ zone: Intl.DateTimeFormat().resolvedOptions().timeZone, hostSideId: body.sides[0]?.id ?? null }} busy={call.isPending} error={call.error} onSend={send} onClose={onClose} />
}

export function ChangeDialog({ meeting, onClose }: { meeting: MeetingFile; onClose: () => void }) {
  const text = useText()
  const change = useDeed(meetingsApi.change, ['/bodies'])
  const send = (when: When) => change.mutate({ params: { id: meeting.id }, body: { ...when, kind: meeting.kind } }, { onSuccess: onClose })
  return <WhenDialog title={text('committees.change-meeting')} say={text('committees.change-meeting.do')} sides={meeting.sides} before={meeting} busy={change.isPending} error={change.error} onSend={send} onClose={onClose} />
}

type When = Pick<MeetingFile, 'startsAt' | 'zone' | 'hostSideId' | 'city' | 'venue' | 'link'>
type Props = { title: string; say: string; sides: readonly MeetingFile['sides'][number][] | BodyFile['sides']; before: Partial<When> & Pick<When, 'zone' | 'hostSideId'>; busy: boolean; error: Error | null; onSend: (when: When) => void; onClose: () => void }

function WhenDialog({ title, say, sides, before, busy, error, onSend, onClose }: Props) {
  const [text, locale] = [useText(), useLocale()]
  const [when, setWhen] = useState(before.startsAt ? localAt(before.startsAt, before.zone) : '')
  const [zone, setZone] = useState(before.zone)
  const [hostSideId, setHost] = useState(before.hostSideId ?? '')
  const [city, setCity] = useState(before.city ?? '')
  const [venue, setVenue] = useState(before.venue ?? '')
  const [link, setLink] = useState(before.link ?? '')
  const startsAt = when ? instantAt(when, zone) : null
  const send = () => startsAt && onSend({ startsAt, zone, hostSideId: hostSideId || null, city: city.trim() || null, venue: venue.trim() || null, link: link.trim() || null })
  return (
    <Dialog open onClose={onClose} title={title} actions={<Button look="primary" busy={busy} onPress={send}>{say}</Button>}>
      <Field label={text('committees.when')} required>{(wiring) => <input {...wiring} type="datetime-local" className="control" value={when} onChange={({ target }) => setWhen(target.value)} />}</Field>
      <TextField label={text('committees.zone')} hint={text('committees.zone.why')} required value={zone} onChange={setZone} />
      {startsAt && <p className="quiet" aria-live="polite">{text('committees.your-clock', { at: formatInstant(startsAt, locale) })}</p>}
      {sides.length > 0 && <SelectField label={text('committees.host')} value={hostSideId} onChange={setHost} none={text('committees.no-host')} options={sides.map((side) => ({ value: side.id, label: sideName(side, locale) }))} />}
      <TextField label={text('committees.city')} value={city} onChange={setCity} />
      <TextField label={text('committees.venue')} value={venue} onChange={setVenue} />
      <TextField label={text('committees.link')} type="url" value={link} onChange={setLink} />
      {error && <ErrorNote error={error} />}
    </Dialog>
  )
}
