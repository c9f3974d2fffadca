// Offices that were vacated: what they answered for, and to whom it passes with a note.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { ask, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { Button } from '#web/ui/button.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { Go } from '#web/ui/link.tsx'
import { Empty } from '#web/ui/notes.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { termsApi } from '../api.ts'
import type { HandoverFile } from '../handover-model.ts'
import './commitments.css'
import { useSay } from './say.ts'

export const load = ({ questions }: Arriving) => questions.ensureQueryData(ask(termsApi.handovers, {}))

export function Page() {
  const { text } = useSay()
  const { data: handovers } = useSuspenseQuery(ask(termsApi.handovers, {}))
  return (
    <Frame title={text('commitments.handover.title')}>
      {handovers.length === 0 ? <Empty title={text('commitments.handover.none')}>{text('commitments.handover.none-what')}</Empty> : handovers.map((one) => <One key={one.id} of={one} />)}
    </Frame>
  )
}

function One({ of }: { of: HandoverFile }) {
  const { text, locale, what, day } = useSay()
  const left = text('commitments.handover.left', { name: of.person ?? '—', role: text(`people.roles.${of.role}`), organisation: nameIn(of.organisation, locale) })
  return (
    <Section title={left} aside={<span className="quiet">{day(of.vacatedAt.slice(0, 10))}</span>}>
      <p>{[text('commitments.handover.answers', { count: of.commitments.length }), of.claims > 0 && text('commitments.term.remains-claims', { count: of.claims }), of.decisions > 0 && text('commitments.handover.decisions', { count: of.decisions })].filter(Boolean).join(' · ')}</p>
      <ul className="evidence-list">{of.commitments.map((one) => <li key={one.id}><Go to={`/agreements/${one.agreementId}`}><bdi>{what(one.what)}</bdi></Go><small className="quiet"><bdi>{one.title}</bdi></small></li>)}</ul>
      {of.state === 'done' ? <p className="quiet">{text('commitments.handover.passed', { name: of.successor ?? '—', on: day(of.settledAt?.slice(0, 10)) })}{of.note && <> <q dir="auto">{of.note}</q></>}</p> : <Pass of={of} />}
    </Section>
  )
}

function Pass({ of: { id, candidates } }: { of: HandoverFile }) {
  const { text } = useSay()
  const [say, trouble] = [useToast(), useToastTrouble()]
  const [successorId, setSuccessor] = useState(candidates[0]?.id ?? '')
  const [note, setNote] = useState('')
  const pass = useDeed(termsApi.passOn, ['/today', '/agreements'])
  if (candidates.length === 0) return <p className="quiet">{text('commitments.handover.nobody')}</p>
  return (
    <div className="form">
      <SelectField label={text('commitments.handover.to')} required value={successorId} options={candidates.map((one) => ({ value: one.id, label: `${one.name} · ${text(`people.roles.${one.role}`)}` }))} onChange={setSuccessor} />
      <TextField label={text('commitments.handover.note')} lines={4} value={note} onChange={setNote} />
      <div className="row"><Button look="primary" busy={pass.isPending} onPress={() => pass.mutate({ params: { id }, body: { successorId, note: note.trim() || null } }, { onSuccess: () => say(text('commitments.handover.done')), onError: trouble })}>{text('commitments.handover.pass')}</Button></div>
    </div>
  )
}
