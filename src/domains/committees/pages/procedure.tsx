// A decision in writing: its text, its days, who answered for which side, and the way to say no.
import { useState } from 'react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { formatDay } from '#platform/i18n/format.ts'
import { useParam } from '#web/address.ts'
import { ask, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Facts, Page as Frame, Section } from '#web/ui/page.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { useViewer } from '#web/viewer.ts'
import { meetingsApi, proceduresApi } from '../api.ts'
import type { ProcedureFile } from '../session-model.ts'
import './committees.css'
import { DecisionLine, inLocale, Result, SideName } from './pieces.tsx'

export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(ask(proceduresApi.procedure, { params: { id: params['id']! } }))

export function Page() {
  const [text, locale, id] = [useText(), useLocale(), useParam('id')]
  const { data: file } = useSuspenseQuery(ask(proceduresApi.procedure, { params: { id } }))
  const { body, sides, stage, deadlineOn, vetoUntilOn, matter, result, decision, vetoBecause, class: by } = file
  return (
    <Frame title={text('committees.in-writing')} above={<Go to={`/bodies/${body.id}`}>{inLocale(body.name, locale)}</Go>} about={<Mark tone={stage === 'settled' ? 'quiet' : 'saffron'} shape={stage === 'settled' ? 'square' : 'half'}>{text(`committees.stages.${stage}`)}</Mark>} width="reading">
      <blockquote className="put-to-vote"><bdi>{inLocale(file.text, locale)}</bdi></blockquote>
      <Facts of={[[text('committees.matter'), text(`committees.matters.${matter}`)], [text('committees.class'), text(`committees.classes.${by}`)], [text('committees.answers-until'), deadlineOn && formatDay(deadlineOn, 'day', locale)], [text('committees.veto-until'), vetoUntilOn && formatDay(vetoUntilOn, 'day', locale)]]} />
      {file.mine && stage === 'answers' && <Answer file={file} />}
      <Section title={text('committees.answers')}>
        <div className="sides">{sides.map((side) => <section key={side.id} className="side"><h3><SideName side={side} /></h3><Answers file={file} sideId={side.id} /></section>)}{sides.length === 0 && <Answers file={file} sideId={null} />}</div>
      </Section>
      {result && <Section title={text('committees.result')}><Result tally={result} sides={sides} />{vetoBecause && <p className="note garnet"><bdi>{vetoBecause}</bdi></p>}</Section>}
      {decision && <ol className="decision-list"><DecisionLine decision={decision} /></ol>}
      <Veto file={file} />
    </Frame>
  )
}

function Answer({ file: { id, votes } }: { file: ProcedureFile }) {
  const [text, viewer, trouble] = [useText(), useViewer(), useToastTrouble()]
  const vote = useDeed(meetingsApi.vote, ['/procedures'])
  const mine = votes.find(({ personId }) => personId === viewer?.id)?.choice
  return (
    <div className="ballot-buttons no-print" role="group" aria-label={text('committees.your-answer')}>
      {(['for', 'against', 'abstain'] as const).map((choice) => <Button key={choice} look={mine === choice ? 'primary' : 'plain'} busy={vote.isPending} onPress={() => vote.mutate({ params: { id }, body: { choice } }, { onError: trouble })}>{text(`committees.choices.${choice}`)}</Button>)}
    </div>
  )
}

function Answers({ file: { seats, votes }, sideId }: { file: ProcedureFile; sideId: string | null }) {
  const text = useText()
  return <ul className="plain-list">{seats.filter((seat) => seat.sideId === sideId).map((seat) => <li key={seat.id}><bdi>{seat.member?.name ?? text('committees.vacant')}</bdi>: {text(`committees.answered.${votes.find((one) => one.seatId === seat.id)?.choice ?? 'silent'}`)}</li>)}</ul>
}

function Veto({ file: { id, stage, may, sides } }: { file: ProcedureFile }) {
  const text = useText()
  const [because, setBecause] = useState<string | null>(null)
  const veto = useDeed(proceduresApi.veto)
  const side = sides.find((one) => may.speaksFor.includes(one.id))
  if (!side || stage === 'settled') return null
  const send = () => because?.trim() && veto.mutate({ params: { id }, body: { sideId: side.id, because: because.trim() } }, { onSuccess: () => setBecause(null) })
  return (
    <div className="row no-print">
      <Button look="danger" onPress={() => setBecause('')}>{text('committees.veto')}</Button>
      {because !== null && <Dialog open onClose={() => setBecause(null)} title={text('committees.veto')} actions={<Button look="danger" busy={veto.isPending} onPress={send}>{text('committees.veto')}</Button>}>
        <p>{text('committees.veto.why')} <SideName side={side} /></p>
        <TextField label={text('committees.because')} required lines={3} value={because} onChange={setBecause} />
        {veto.error && <ErrorNote error={veto.error} />}
      </Dialog>}
    </div>
  )
}
