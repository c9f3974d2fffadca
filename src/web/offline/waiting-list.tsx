// The list of what waits to be sent: how far it is, why it was refused, and pausing, changing or discarding it.
import { useSyncExternalStore } from 'react'
import { formatInstant } from '#platform/i18n/format.ts'
import { useOnline } from '../shell/offline.tsx'
import { useLocale, useText } from '../text.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ErrorNote, Progress } from '../ui/notes.tsx'
import { useToast } from '../ui/toast.tsx'
import { Refusal } from '../wire.ts'
import { keepWaiting, type Waiting } from './outbox.ts'
import { discard, goOn, onShare, pause, sendWaiting, shares } from './sending.ts'
import './waiting.css'

export const WaitingList = ({ of }: { of: readonly Waiting[] }) => <ul className="waiting-list">{of.map((one) => <One key={one.id} of={one} />)}</ul>

function One({ of }: { of: Waiting }) {
  const [text, locale] = [useText(), useLocale()]
  return (
    <li>
      <strong><bdi>{of.title}</bdi></strong>
      <small className="quiet">{text('web.outbox.kept-at', { when: formatInstant(of.at, locale), files: of.files.length })}</small>
      <State of={of} />
      <Steps of={of} />
    </li>
  )
}

function State({ of: { id, refusal, paused } }: { of: Waiting }) {
  const text = useText()
  const online = useOnline()
  const share = useSyncExternalStore(onShare, () => shares.get(id))
  if (refusal) return <ErrorNote error={new Refusal(refusal.status, refusal)} />
  if (paused) return <span>{text('web.outbox.paused')}</span>
  if (share !== undefined) return <Progress label={text('web.outbox.sending')} share={share} />
  return <span>{text(online ? 'web.outbox.next' : 'web.outbox.no-line')}</span>
}

function Steps({ of }: { of: Waiting }) {
  const text = useText()
  const say = useToast()
  const stopped = of.paused || of.refusal !== null
  const again = () => void goOn(of.id).then(sendWaiting).catch(() => {})
  const drop = () => void discard(of).then(() => say(text('web.outbox.discarded'), { undo: () => keepWaiting(of) }))
  return (
    <div className="row">
      {stopped ? <Button small onPress={again}>{text('web.outbox.go-on')}</Button> : <Button small onPress={() => void pause(of.id)}>{text('web.outbox.pause')}</Button>}
      {of.edit && of.entry && !of.tried && <ButtonLink small to={of.edit}>{text('web.outbox.edit')}</ButtonLink>}
      <Button small look="quiet" onPress={drop}>{text('web.outbox.discard')}</Button>
    </div>
  )
}
