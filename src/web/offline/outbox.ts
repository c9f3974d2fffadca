// What waits to be sent: an entry with its files, whole on this device, of the person who wrote it. The id of the entry and of each file is
// made here, so that sending twice is harmless.
import type { Id } from '#platform/kinds.ts'
import type { Trouble } from '../wire.ts'
import { amend, canRemember, forget, recall, recallAll, remember } from './memory.ts'

export type Waiting = {
  id: Id; owner: Id; title: string; at: string
  /** The entry, as it is sent; nothing once it has arrived, or when only files wait. */
  entry: { path: string; body: unknown } | null
  files: { id: Id; name: string; blob: Blob }[]
  /** Where a whole upload is handed over, and the page of what it belongs to. */
  deliver: string; view: string
  /** What the form held, and the address at which it is filled in again. */
  form: unknown; edit: string | null
  paused: boolean
  /** It was on its way and no answer came: it may have arrived, and is no more to be changed. */
  tried: boolean
  refusal: (Trouble & { status: number }) | null
}

// Two ends of one channel, so that this page too hears what it says.
const [mouth, ear] = canRemember && 'BroadcastChannel' in globalThis ? [new BroadcastChannel('pamir-outbox'), new BroadcastChannel('pamir-outbox')] : []
export type News = 'changed' | 'sent'
const say = (news: News) => mouth?.postMessage(news)
/** Hears of each change, whichever page or worker made it. */
export function onOutbox(listener: (news: News) => void): () => void {
  const hear = ({ data }: MessageEvent<News>) => listener(data)
  ear?.addEventListener('message', hear)
  return () => ear?.removeEventListener('message', hear)
}

export const findWaiting = (id: Id): Promise<Waiting | undefined> => recall('outbox', id)
export const listWaiting = async (owner: Id): Promise<Waiting[]> => (canRemember ? (await recallAll<Waiting>('outbox')).filter((one) => one.owner === owner) : [])
export const keepWaiting = async (waiting: Waiting): Promise<void> => { await remember('outbox', waiting.id, waiting); say('changed') }
/** `sent`, or nobody wants it any more. */
export const dropWaiting = async (id: Id, news: News = 'changed'): Promise<void> => { await forget('outbox', id); say(news) }
export const changeWaiting = async (id: Id, to: Partial<Waiting>): Promise<void> => { await amend<Waiting>('outbox', id, (waiting) => ({ ...waiting, ...to })); say('changed') }
