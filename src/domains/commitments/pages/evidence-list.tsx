// The evidence of an activity: opened, added, taken back with a reason; what was taken out of a photograph is said.
import { useRef } from 'react'
import { linkTo, useDeed } from '#web/client.ts'
import { Button } from '#web/ui/button.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import type { ActivityShown, Evidence } from '../activity-model.ts'
import { activitiesApi } from '../api.ts'
import { accepted } from './log-files.tsx'
import { useSay } from './say.ts'
import { AskWhy } from './withdraw.tsx'

export function EvidenceList({ of }: { of: ActivityShown }) {
  const { text } = useSay()
  return (
    <>
      {of.evidence.length === 0 && <p className="quiet">{text('commitments.no-evidence')}</p>}
      <ul className="evidence-list">{of.evidence.map((piece) => <Piece key={piece.id} of={of} piece={piece} />)}</ul>
      {of.mayAdd && <Add of={of} />}
    </>
  )
}

function Piece({ of, piece }: { of: ActivityShown; piece: Evidence }) {
  const { text } = useSay()
  const [say, trouble] = [useToast(), useToastTrouble()]
  const withdraw = useDeed(activitiesApi.withdrawEvidence)
  const params = { id: of.id, evidenceId: piece.id }
  if (piece.withdrawnAt) return <li className="quiet"><span><s><bdi>{piece.title}</bdi></s> {text('commitments.withdrawn-because', { because: piece.withdrawnBecause ?? '' })}</span></li>
  return (
    <li>
      {piece.url ? <a href={piece.url} rel="noreferrer" target="_blank"><bdi>{piece.title}</bdi></a> : <a href={linkTo(activitiesApi.openEvidence, { params })} download><bdi>{piece.title}</bdi></a>}
      {piece.stripped.length > 0 && <small className="quiet">{text('commitments.stripped', { what: piece.stripped.map((one) => text(`commitments.stripped.${one}`)).join(', ') })}</small>}
      {of.mayAdd && <span className="end"><AskWhy step={text('commitments.withdraw')} title={text('commitments.withdraw-evidence')} busy={withdraw.isPending} small
        onSay={(because, close) => withdraw.mutate({ params, body: { because } }, { onSuccess: () => (say(text('commitments.withdrawn-done')), close()), onError: trouble })} /></span>}
    </li>
  )
}

function Add({ of: { id } }: { of: ActivityShown }) {
  const { text } = useSay()
  const [say, trouble] = [useToast(), useToastTrouble()]
  const input = useRef<HTMLInputElement>(null)
  const add = useDeed(activitiesApi.addEvidence)
  const onFile = (file: File | undefined) => file && add.mutate({ params: { id }, file }, { onSuccess: () => say(text('commitments.evidence-added')), onError: trouble })
  return (
    <div className="row no-print">
      <Button busy={add.isPending} onPress={() => input.current?.click()}>{text('commitments.log.add-file')}</Button>
      <small className="quiet">{text('commitments.log.stripped')}</small>
      <input ref={input} type="file" accept={accepted} className="unseen" tabIndex={-1} aria-label={text('commitments.log.add-file')} onChange={({ target }) => (onFile(target.files?.[0]), (target.value = ''))} />
    </div>
  )
}
