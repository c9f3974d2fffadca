// Long work as it gets on: asked each second while it runs; one may leave, return, or stop it.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useEffectEvent } from 'react'
import { platformApi, type Work } from '#platform/api.ts'
import { ask, useDeed } from './client.ts'
import { useText } from './text.tsx'
import { Button } from './ui/button.tsx'
import { ErrorNote, Note, Progress } from './ui/notes.tsx'

const hasEnded = (work: Work | undefined): boolean => work !== undefined && ['done', 'failed', 'cancelled'].includes(work.state)

export const useWork = (id: string) =>
  useQuery({ ...ask(platformApi.work, { params: { id } }), staleTime: 0, refetchInterval: ({ state }) => (hasEnded(state.data) ? false : 1000) })

type Props = { id: string; label: string; onDone?: (work: Work) => void; children?: (work: Work) => ReactNode }

/** `children` draws the result once the work is done. */
export function LongWork({ id, label, onDone, children }: Props) {
  const { data: work, error } = useWork(id)
  const tell = useEffectEvent((ended: Work) => onDone?.(ended))
  useEffect(() => {
    if (work?.state === 'done') tell(work)
  }, [work])
  if (error) return <ErrorNote error={error} />
  if (!work) return <Progress label={label} />
  return hasEnded(work) ? <Ended work={work}>{work.state === 'done' && children?.(work)}</Ended> : <Running work={work} label={label} />
}

function Running({ work, label }: { work: Work; label: string }) {
  const text = useText()
  const cancel = useDeed(platformApi.cancelWork)
  const { done, total, note } = work
  return (
    <div className="stack">
      <Progress label={label} share={total ? done / total : undefined}>
        <p>{work.cancelling ? text('web.work.cancelling') : (note ? text(note) : (total ? text('web.work.of', { done, total }) : text(`web.work.${work.state}`)))}</p>
        <p>{text('web.work.leave')}</p>
      </Progress>
      <div className="row"><Button busy={work.cancelling || cancel.isPending} onPress={() => cancel.mutate({ params: { id: work.id } })}>{text('web.work.cancel')}</Button></div>
    </div>
  )
}

function Ended({ work: { state, failure }, children }: { work: Work; children: ReactNode }) {
  const text = useText()
  if (state === 'done') return children || <Note tone="jade"><p>{text('web.work.done')}</p></Note>
  if (!failure) return <Note tone="saffron"><p>{text(`web.work.${state}`)}</p></Note>
  return <Note tone="garnet"><p><strong>{text(failure.key, failure.facts)}</strong></p><p>{text(`${failure.key}.next`, failure.facts)}</p></Note>
}
