// Sends what waits, in order, in the name of who wrote it and nobody else's. Run by a page, or by the worker when no page is open.
import type { Me } from '../viewer.ts'
import { keepCsrf, overTheLine, Refusal } from '../wire.ts'
import { changeWaiting, dropWaiting, listWaiting, type Waiting } from './outbox.ts'
import { cancelUpload, resumableUpload } from './resumable.ts'

/** How far the file under way is, by the id of what waits. */
export const shares = new Map<string, number>()
const listeners = new Set<() => void>()
export const onShare = (listener: () => void): (() => void) => (listeners.add(listener), () => listeners.delete(listener))
function share(id: string, value: number | undefined): void {
  if (value === undefined) shares.delete(id)
  else shares.set(id, value)
  for (const listener of listeners) listener()
}

const underWay = new Map<string, AbortController>()

/** One page at a time sends, if the browser can see to that; if not, sending twice is harmless. */
const oneAtATime = <T>(work: () => Promise<T>): Promise<T> => (navigator.locks ? navigator.locks.request('pamir-outbox', work) as Promise<T> : work())

/** How many still wait for a line. Those that were refused or paused wait for a person. */
export const sendWaiting = (): Promise<number> => oneAtATime(async () => {
  const me = (await overTheLine('GET', '/api/me').catch(() => undefined)) as Me | undefined
  if (!me?.viewer) return me ? 0 : 1
  keepCsrf(me.csrf)
  const due = (await listWaiting(me.viewer.id)).filter(({ paused, refusal }) => !paused && !refusal)
  for (const [place, waiting] of due.entries()) if (!(await settled(waiting))) return due.length - place
  return 0
})

/** False when the line is down, or the server away or overwhelmed: then the rest is not tried either. */
async function settled(waiting: Waiting): Promise<boolean> {
  const stopper = new AbortController()
  underWay.set(waiting.id, stopper)
  try {
    await send(waiting, stopper.signal)
  } catch (error) {
    if (stopper.signal.aborted) return true
    if (!(error instanceof Refusal) || [401, 403, 429].includes(error.status) || error.status >= 500) return false
    const { status, reason, facts, fields, requestId } = error
    await changeWaiting(waiting.id, { refusal: { status, error: reason, facts, fields, ...(requestId ? { requestId } : {}) }, tried: false })
  } finally {
    underWay.delete(waiting.id)
    share(waiting.id, undefined)
  }
  return true
}

async function send({ id, entry, files, deliver }: Waiting, signal: AbortSignal): Promise<void> {
  share(id, 0)
  if (entry) {
    await changeWaiting(id, { tried: true })
    await overTheLine('POST', `/api${entry.path}`, entry.body, signal)
    await changeWaiting(id, { entry: null, tried: false, edit: null })
  }
  for (const [place, file] of files.entries()) {
    await resumableUpload(file, { signal, progress: (part) => share(id, (place + part) / files.length) })
    await overTheLine('POST', `/api${deliver}`, { upload: file.id }, signal)
    await changeWaiting(id, { files: files.slice(place + 1) })
  }
  await dropWaiting(id, 'sent')
}

export async function pause(id: string): Promise<void> {
  await changeWaiting(id, { paused: true })
  underWay.get(id)?.abort()
}

/** Also what was refused may be tried once more, when the reason has gone. */
export async function goOn(id: string): Promise<void> {
  await changeWaiting(id, { paused: false, refusal: null })
}

/** Nobody wants it any more: the server forgets what came of its files, if it can be told. */
export async function discard(waiting: Waiting): Promise<void> {
  await dropWaiting(waiting.id)
  underWay.get(waiting.id)?.abort()
  await Promise.allSettled(waiting.files.map(({ id }) => cancelUpload(id)))
}
