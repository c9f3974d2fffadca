// Begins, once a page stands, what works without a line: the worker, and the sending of what waits whenever there may be a line.
import type { QueryClient } from '@tanstack/react-query'
import type { Router } from '../router.tsx'
import { asOf, onAsOf } from './answers.ts'
import { onOutbox } from './outbox.ts'
import { sendWaiting } from './sending.ts'

/** Between two tries, while something waits and the browser believes in its line. */
const soon = 5000

export function beginOffline(questions: QueryClient, router: Router): void {
  // The line is back: what is shown from before is asked again.
  onAsOf(() => { if (!asOf()) void questions.invalidateQueries() })
  onOutbox((news) => { if (news === 'sent') void questions.invalidateQueries() })
  let next: ReturnType<typeof setTimeout> | undefined
  const send = async () => {
    clearTimeout(next)
    const left = navigator.onLine ? await sendWaiting().catch(() => 1) : 0
    if (left > 0) next = setTimeout(send, soon)
  }
  addEventListener('online', () => void send())
  document.addEventListener('visibilitychange', () => { if (!document.hidden) void send() })
  onOutbox(() => { clearTimeout(next); next = setTimeout(send, soon) })
  void send()
  void keepTheShell(router).catch(() => {})
}

async function keepTheShell(router: Router): Promise<void> {
  if (!navigator.serviceWorker) return
  await navigator.serviceWorker.register('/worker.js', { updateViaCache: 'none' })
  await navigator.serviceWorker.ready
  const keep = () => navigator.serviceWorker.controller?.postMessage({ keep: performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.startsWith(`${location.origin}/assets/`)) })
  navigator.serviceWorker.addEventListener('controllerchange', keep)
  keep()
  // Who logs from here finds the page, as it is in this version, also without a line.
  if (localStorage.getItem(logsHere)) await Promise.all(['/activities/new', '/waiting'].map((to) => router.preloadRoute({ to } as never)))
  keep()
}

/** Set by pages that are wanted without a line. */
export const logsHere = 'pamir-logs-here'

/** Asks the browser to wake the worker when there is a line (Background Sync, where it has that). */
export async function wakeForSending(): Promise<void> {
  const ready = await navigator.serviceWorker?.ready as unknown as { sync?: { register: (tag: string) => Promise<void> } } | undefined
  await ready?.sync?.register('outbox').catch(() => {})
}
