// Clearances, side by side, each in its order: whose turn it is, since when, and the answers.
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { linkTo, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { FileField } from '#web/ui/fields/file-field.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { signingApi } from '../api.ts'
import type { ClearanceShown } from '../clearance-model.ts'
import type { SideShown, SigningFile } from '../model.ts'

export function Clearances({ signing }: { signing: SigningFile }) {
  const sides = signing.sides.filter(({ id }) => signing.clearances.some(({ sideId }) => sideId === id))
  return <div className="sides">{sides.map((side) => <OfSide key={side.id} side={side} signing={signing} />)}</div>
}

function OfSide({ side, signing }: { side: SideShown; signing: SigningFile }) {
  const locale = useLocale()
  return (
    <div>
      <h3><bdi>{nameIn(side.organisation, locale)}</bdi></h3>
      <ol className="clearance-list">{signing.clearances.filter(({ sideId }) => sideId === side.id).map((one) => <Line key={one.id} clearance={one} side={side} signing={signing} />)}</ol>
    </div>
  )
}

const looks = { waiting: { tone: 'quiet', shape: 'ring' }, turn: { tone: 'saffron', shape: 'half' }, given: { tone: 'jade', shape: 'disc' }, refused: { tone: 'garnet', shape: 'cross' } } as const

function Line({ clearance, side, signing: { agreementId, sealedAt } }: { clearance: ClearanceShown; side: SideShown; signing: SigningFile }) {
  const [text, locale] = [useText(), useLocale()]
  const { step, title, state, turn, effect, answeredByWhom, documents, days, usualDays, who, answeredAt, note, files, source, ruleVersion } = clearance
  const standing = state === 'waiting' && turn ? 'turn' : state
  return (
    <li>
      <div className="row"><strong>{title ? <bdi>{title}</bdi> : text(`signing.steps.${step}`)}</strong><Mark {...looks[standing]}>{text(`signing.clearance.${standing}`)}</Mark>{effect === 'warn' && <span className="quiet">{text('signing.clearance.warns-only')}</span>}</div>
      {answeredByWhom && <p>{text('signing.clearance.by', { whom: answeredByWhom })}</p>}
      {documents && <p className="quiet">{text('signing.clearance.documents', { documents })}</p>}
      {days !== null && <p className="quiet">{text(state === 'waiting' ? 'signing.clearance.days-so-far' : 'signing.clearance.days', { days })}{usualDays !== null && <> · {text('signing.clearance.usual', { days: usualDays })}</>}</p>}
      {answeredAt && <p className="quiet"><bdi>{who}</bdi> · {formatDay(answeredAt.slice(0, 10), 'day', locale)}</p>}
      {note && <q dir="auto">{note}</q>}
      {files.map(({ id, name }) => <a key={id} href={linkTo(signingApi.clearanceFile, { params: { id: agreementId, fileId: id } })} download><bdi>{name}</bdi></a>)}
      {side.mine && !sealedAt && <Answer clearance={clearance} agreementId={agreementId} />}
      <small className="quiet"><bdi>{text('signing.checks.rule', { version: ruleVersion })}</bdi>{source && <> · {/^https?:/.test(source) ? <a href={source} rel="external noreferrer">{text('signing.checks.source')}</a> : <bdi>{source}</bdi>}</>}</small>
    </li>
  )
}

function Answer({ clearance: { id: clearanceId, state, turn }, agreementId }: { clearance: ClearanceShown; agreementId: string }) {
  const [text, trouble] = [useText(), useToastTrouble()]
  const [asking, setAsking] = useState<'given' | 'refused' | null>(null)
  const back = useDeed(signingApi.takeBackAnswer)
  const params = { id: agreementId, clearanceId }
  if (state !== 'waiting') return <div className="row no-print"><AddFile params={params} /><Button small look="quiet" busy={back.isPending} onPress={() => back.mutate({ params }, { onError: trouble })}>{text('signing.clearance.take-back')}</Button></div>
  if (!turn) return <div className="row no-print"><AddFile params={params} /></div>
  return (
    <div className="row no-print">
      <Button small onPress={() => setAsking('given')}>{text('signing.clearance.give')}</Button>
      <Button small look="quiet" onPress={() => setAsking('refused')}>{text('signing.clearance.refuse')}</Button>
      <AddFile params={params} />
      {asking && <AnswerDialog params={params} state={asking} onClose={() => setAsking(null)} />}
    </div>
  )
}

/** What the office asks for, and what it sends back, also before its turn and after its answer. */
function AddFile({ params }: { params: { id: string; clearanceId: string } }) {
  const text = useText()
  const [open, setOpen] = useState(false)
  const [file, setFile] = useState<File | null>(null)
  const add = useDeed(signingApi.addClearanceFile)
  const close = () => { setOpen(false); setFile(null) }
  return (
    <>
      <Button small look="quiet" onPress={() => setOpen(true)}>{text('signing.clearance.add-file')}</Button>
      {open && (
        <Dialog open onClose={close} title={text('signing.clearance.add-file')} actions={<><Button look="quiet" onPress={close}>{text('signing.cancel')}</Button><Button look="primary" busy={add.isPending} onPress={() => file && add.mutate({ params, file }, { onSuccess: close })}>{text('signing.clearance.add-file')}</Button></>}>
          <FileField label={text('signing.clearance.file')} required file={file} onChange={setFile} accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg,.tif,.tiff,.webp" />
          {add.error && <ErrorNote error={add.error} />}
        </Dialog>
      )}
    </>
  )
}

function AnswerDialog({ params, state, onClose }: { params: { id: string; clearanceId: string }; state: 'given' | 'refused'; onClose: () => void }) {
  const text = useText()
  const [note, setNote] = useState('')
  const answer = useDeed(signingApi.answerClearance)
  const title = text(state === 'given' ? 'signing.clearance.give' : 'signing.clearance.refuse')
  return (
    <Dialog open onClose={onClose} title={title} actions={
      <><Button look="quiet" onPress={onClose}>{text('signing.cancel')}</Button><Button look={state === 'given' ? 'primary' : 'danger'} busy={answer.isPending} onPress={() => answer.mutate({ params, body: { state, note: note.trim() || null } }, { onSuccess: onClose })}>{title}</Button></>
    }>
      <TextField label={text('signing.clearance.note')} lines={3} value={note} onChange={setNote} />
      {answer.error && <ErrorNote error={answer.error} />}
    </Dialog>
  )
}
