// The page of a page that could not be shown, and of one that does not exist.
import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Offline, Refusal } from '../client.ts'
import { useText } from '../text.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Empty, ErrorNote } from '../ui/notes.tsx'
import { Page } from '../ui/page.tsx'
import { useOnline } from './offline.tsx'

export function PageTrouble({ error, reset }: { error: unknown; reset: () => void }) {
  const text = useText()
  const router = useRouter()
  const again = () => {
    reset()
    void router.invalidate()
  }
  useOnReturn(error instanceof Offline, again)
  if (error instanceof Refusal && error.status === 404) return <NotFound />
  return (
    <Page title={text('web.trouble.title')} width="reading">
      <ErrorNote error={error} />
      <div className="row">
        <Button look="primary" onPress={again}>{text('web.again')}</Button>
        <ButtonLink to="/">{text('web.to-today')}</ButtonLink>
      </div>
    </Page>
  )
}

/** What failed for want of a line is tried again by itself when the line is back. */
function useOnReturn(waits: boolean, again: () => void): void {
  const online = useOnline()
  const was = useRef(online)
  useEffect(() => {
    if (waits && online && !was.current) again()
    was.current = online
  }, [waits, online, again])
}

export function NotFound() {
  const text = useText()
  return (
    <Page title={text('web.nowhere.title')} width="reading">
      <Empty title={text('web.nowhere')} action={<ButtonLink to="/" look="primary">{text('web.to-today')}</ButtonLink>}>
        {text('web.nowhere.next')}
      </Empty>
    </Page>
  )
}
