// The page of what I logged here and has not been sent yet.
import { useText } from '../text.tsx'
import { Empty } from '../ui/notes.tsx'
import { Page as Frame } from '../ui/page.tsx'
import { useOutbox } from './use-outbox.ts'
import { WaitingList } from './waiting-list.tsx'

export function Page() {
  const text = useText()
  const waiting = useOutbox()
  return (
    <Frame title={text('web.outbox.title')} width="reading">
      {waiting.length > 0 ? <><p className="quiet">{text('web.outbox.about')}</p><WaitingList of={waiting} /></> : <Empty title={text('web.outbox.none')}>{text('web.outbox.none.what')}</Empty>}
    </Frame>
  )
}
