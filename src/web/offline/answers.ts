// Answers that stay readable without a line: who I am, today, and what was opened of agreements and activities. They are one person's, in one
// office, and are gone when that person signs out or another comes.
import { canRemember, forgetAll, recall, remember } from './memory.ts'

const stays = /^\/api\/(me$|today|activities\/|agreements\/[0-9a-f-]{36})/
type Kept = { answer: unknown; at: string }
type Me = { viewer: { id: string; acting: string | null } | null }

/** Since when, of what is shown from before. */
let since: string | undefined
const listeners = new Set<() => void>()
export const asOf = (): string | undefined => since
export const onAsOf = (listener: () => void): (() => void) => (listeners.add(listener), () => listeners.delete(listener))

function tell(next: string | undefined): void {
  if (since === next) return
  since = next
  for (const listener of listeners) listener()
}

/** The line is there: what is shown from before is asked again by who listens. */
export function keepAnswer(url: string, answer: unknown): void {
  tell(undefined)
  if (canRemember && stays.test(url)) void put(url, answer).catch(() => {})
}

async function put(url: string, answer: unknown): Promise<void> {
  if (url === '/api/me') {
    const before = (await recall<Kept>('answers', url))?.answer as Me | undefined
    const [was, is] = [before?.viewer, (answer as Me).viewer]
    if (was?.id !== is?.id || was?.acting !== is?.acting) await forgetAll('answers')
    if (!is) return
  }
  await remember('answers', url, { answer, at: new Date().toISOString() } satisfies Kept)
}

export async function keptAnswer(url: string): Promise<Kept | undefined> {
  if (!canRemember || !stays.test(url)) return undefined
  const kept = await recall<Kept>('answers', url).catch(() => undefined)
  if (kept && url !== '/api/me' && (!since || kept.at < since)) tell(kept.at)
  return kept
}

export const forgetAnswers = async (): Promise<void> => { if (canRemember) await forgetAll('answers').catch(() => {}) }
