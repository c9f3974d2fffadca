// The evidence of an activity: opened, added, taken back with a reason; what was taken out of a photograph is said.
import { useRef } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { linkTo, useDeed } from '#web/client.ts'
import { sendOrKeep } from '#web/offline/entry.ts'
import { useOutbox } from '#web/offline/use-outbox.ts'
import { WaitingList } from '#web/offline/waiting-list.tsx'
import { Button } from '#web/ui/button.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { useViewer } from '#web/viewer.ts'
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

/** Goes the way of everything that is sent from here: kept first, piece by piece, with what waits shown beneath. */
function Add({ of: { id, what } }: { of: ActivityShown }) {
  const { text } = useSay()
  const [say, trouble, viewer, questions] = [useToast(), useToastTrouble(), useViewer()!, useQueryClient()]
  const input = useRef<HTMLInputElement>(null)
  const view = `/activities/${id}`
  const waiting = useOutbox().filter((one) => one.view === view)
  const add = async (file: File) => {
    if (await sendOrKeep(viewer.id, what, { files: [file], view, deliver: `${view}/uploads` })) return
    await questions.invalidateQueries()
    say(text('commitments.evidence-added'))
  }
  return (
    <>
      <WaitingList of={waiting} />
      <div className="row no-print">
        <Button onPress={() => input.current?.click()}>{text('commitments.log.add-file')}</Button>
        <small className="quiet">{text('commitments.log.stripped')}</small>
        <input ref={input} type="file" accept={accepted} className="unseen" tabIndex={-1} aria-label={text('commitments.log.add-file')} onChange={({ target }) => { if (target.files?.[0]) add(target.files[0]).catch(trouble); target.value = '' }} />
      </div>
    </>
  )
}
