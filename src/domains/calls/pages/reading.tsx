// A workbook as it was read: what taking it would change, member by member, and every cell that was not understood.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useParam } from '#web/address.ts'
import { ask, linkTo, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { CheckField } from '#web/ui/fields/text-field.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark, type Shape, type Tone } from '#web/ui/mark.tsx'
import { ErrorNote, Note } from '#web/ui/notes.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { callsApi } from '../api.ts'
import type { ReadRow, ReadingFile } from '../model.ts'
import { saidIn } from '../rules.ts'
import './calls.css'
import { Shown } from './results-table.tsx'
import { UnreadList } from './unread-list.tsx'

const asked = (id: string, readingId: string) => ask(callsApi.reading, { params: { id, readingId } })
export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(asked(params['id']!, params['reading']!))

const looks: Record<ReadRow['change'], [Tone, Shape]> = { new: ['jade', 'disc'], changed: ['lapis', 'diamond'], same: ['quiet', 'dash'], incomplete: ['saffron', 'half'], empty: ['quiet', 'ring'], stranger: ['garnet', 'cross'] }
const taken = ({ change }: ReadRow) => change === 'new' || change === 'changed' || change === 'incomplete'

export function Page() {
  const [text, id, readingId] = [useText(), useParam('id'), useParam('reading')]
  const { data: reading } = useSuspenseQuery(asked(id, readingId))
  const [but, leaveOut] = useState<string[]>([])
  return (
    <Frame title={reading.fileName} above={<Go to={`/calls/${id}`}>{text('calls.to-call')}</Go>} about={<p>{text(reading.takenAt ? 'calls.reading.was-taken' : 'calls.reading.what')}</p>}
      actions={!reading.takenAt && <Take reading={reading} but={but} />}>
      {reading.notRead.length > 0 && <Note tone="saffron"><p>{text('calls.reading.columns-not-read', { count: reading.notRead.length })}</p><p><bdi>{reading.notRead.join(' · ')}</bdi></p></Note>}
      <ul className="call-lines">
        {reading.rows.map((row, at) => <Row key={at} reading={reading} row={row} left={row.organisationId !== null && but.includes(row.organisationId)} onLeave={(out) => leaveOut(out ? [...but, row.organisationId!] : but.filter((one) => one !== row.organisationId))} />)}
      </ul>
    </Frame>
  )
}

function Take({ reading, but }: { reading: ReadingFile; but: string[] }) {
  const [text, say, navigate] = [useText(), useToast(), useNavigate()]
  const deed = useDeed(callsApi.take)
  const count = reading.rows.filter((row) => taken(row) && !but.includes(row.organisationId ?? '')).length
  const take = () => deed.mutate({ params: { id: reading.callId, readingId: reading.id }, body: { but } }, { onSuccess: () => (say(text('calls.reading.taken', { count })), void navigate({ href: `/calls/${reading.callId}` })) })
  return (
    <>
      <Button look="primary" busy={deed.isPending} {...(count === 0 ? { whyNot: 'calls.nothing-to-take' } : {})} onPress={take}>{text('calls.reading.take', { count })}</Button>
      {deed.error ? <ErrorNote error={deed.error} /> : null}
    </>
  )
}

function Row({ reading, row, left, onLeave }: { reading: ReadingFile; row: ReadRow; left: boolean; onLeave: (out: boolean) => void }) {
  const [text, locale] = [useText(), useLocale()]
  const { questions, callId } = reading
  const [tone, shape] = looks[row.change]
  const given = questions.filter(({ id }) => row.values[id] !== undefined)
  return (
    <li>
      <span>
        <bdi>{row.name || text('calls.reading.nameless')}</bdi>
        {given.length > 0 && <details><summary className="quiet">{text('calls.reading.understood', { count: given.length })}</summary><dl className="facts">{given.map((question) => <div key={question.id}><dt>{saidIn(question.label, locale)}</dt><dd><Shown question={question} value={row.values[question.id]} files={[]} to={(file) => linkTo(callsApi.file, { params: { id: callId, organisationId: row.organisationId ?? '', fileId: file } })} /></dd></div>)}</dl></details>}
        {row.missing.length > 0 && <small>{text('calls.reading.missing')} <bdi>{row.missing.map((id) => saidIn(questions.find((one) => one.id === id)?.label ?? {}, locale)).join(' · ')}</bdi></small>}
        {row.unread.length > 0 && <UnreadList unread={row.unread} questions={questions} />}
      </span>
      <Mark tone={tone} shape={shape}>{text(`calls.changes.${row.change}`)}</Mark>
      <span className="call-mine call-choices">{!reading.takenAt && row.organisationId && taken(row) && <CheckField label={text('calls.reading.leave-out')} checked={left} onChange={onLeave} />}</span>
    </li>
  )
}
