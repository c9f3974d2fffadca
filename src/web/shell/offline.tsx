// Says when the line is down, of when what stands on the page is, and what waits to be sent.
import { useLocation } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import { formatInstant } from '#platform/i18n/format.ts'
import { asOf, onAsOf } from '../offline/answers.ts'
import { useOutbox } from '../offline/use-outbox.ts'
import { useLocale, useText } from '../text.tsx'
import { Go } from '../ui/link.tsx'
import { Note } from '../ui/notes.tsx'

const listen = (changed: () => void) => {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}

export const useOnline = (): boolean => useSyncExternalStore(listen, () => navigator.onLine)

export function OfflineBanner() {
  const text = useText()
  const locale = useLocale()
  const online = useOnline()
  const since = useSyncExternalStore(onAsOf, asOf)
  const waiting = useOutbox().length
  const listed = useLocation({ select: ({ pathname }) => pathname === '/waiting' })
  return (
    <div aria-live="polite" className="no-print">
      {(!online || since) && (
        <Note tone="saffron">
          {!online && <p>{text('web.offline-banner')}</p>}
          {since && <p>{text('web.as-of', { when: formatInstant(since, locale) })}</p>}
        </Note>
      )}
      {waiting > 0 && !listed && <p className="waiting-line"><Go to="/waiting">{text('web.outbox.count', { count: waiting })}</Go></p>}
    </div>
  )
}
