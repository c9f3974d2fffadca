// Says when the line is down, and that what stands on the page is from before.
import { useSyncExternalStore } from 'react'
import { useText } from '../text.tsx'
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
  const online = useOnline()
  return <div aria-live="polite" className="no-print">{!online && <Note tone="saffron"><p>{text('web.offline-banner')}</p></Note>}</div>
}
