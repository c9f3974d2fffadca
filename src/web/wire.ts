// One call over the wire: the address, the token against forged requests, and what an answer that is not an answer means.
import { keepAnswer, keptAnswer } from './offline/answers.ts'

export type Loose = { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown; file?: Blob }
export type Trouble = { error: string; facts?: Record<string, unknown>; fields?: Record<string, string[]>; requestId?: string }

/** The server understood and said no, with a reason. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly status: number
  readonly reason: string
  readonly facts: Record<string, unknown>
  readonly fields: Record<string, string[]>
  readonly requestId: string | undefined
  constructor(status: number, { error, facts = {}, fields = {}, requestId }: Trouble) {
    super(error)
    this.status = status
    this.reason = error
    this.facts = facts
    this.fields = fields
    this.requestId = requestId
  }
}

/** Nobody answered: no network, or the server is down. */
export class Offline extends Error {
  override name = 'Offline'
}

let csrf = ''
export const keepCsrf = (token: string | null): void => void (csrf = token ?? '')
export const csrfHeader = (): Record<string, string> => (csrf ? { 'x-csrf-token': csrf } : {})

export function pathOf(endpoint: { path: string }, { params = {}, query = {} }: Loose): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined && one !== null && one !== '') search.append(key, String(one))
  }
  return `/api${path}${search.size ? `?${search}` : ''}`
}

/** What was read before stays readable when nobody answers: `offline/answers.ts` says which answers, and that they are from before. */
export async function reach(method: string, url: string, body?: unknown): Promise<unknown> {
  if (method !== 'GET') return overTheLine(method, url, body)
  try {
    const answer = await overTheLine(method, url)
    keepAnswer(url, answer)
    return answer
  } catch (error) {
    const kept = error instanceof Offline ? await keptAnswer(url) : undefined
    if (!kept) throw error
    return kept.answer
  }
}

export async function overTheLine(method: string, url: string, body?: unknown, signal?: AbortSignal): Promise<unknown> {
  const reply = await fetch(url, {
    method,
    ...(signal ? { signal } : {}),
    headers: {
      accept: 'application/json',
      ...(method === 'GET' ? {} : csrfHeader()),
      ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    throw new Offline('offline', { cause })
  })
  return settle(reply.status, await reply.text())
}

/** An answer, or the refusal that it is. */
export function settle(status: number, written: string): unknown {
  const answer = readJson(written)
  if (status >= 200 && status < 300) return answer
  const trouble = answer as Partial<Trouble> | undefined
  // A gateway's own page instead of ours: the server behind it is away.
  if (trouble?.error === undefined && [502, 503, 504].includes(status)) throw new Offline('offline')
  throw new Refusal(status, { ...trouble, error: trouble?.error ?? 'web.our-mistake' })
}

function readJson(written: string): unknown {
  try {
    return written === '' ? undefined : JSON.parse(written)
  } catch {
    return undefined
  }
}

/** Fields first: a reader of the stream knows them before the file arrives. */
export function formOf(file: Blob, body: unknown): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries((body ?? {}) as Record<string, unknown>)) {
    if (value !== undefined) form.append(name, typeof value === 'string' ? value : JSON.stringify(value))
  }
  form.append('file', file, file instanceof File ? file.name : 'file')
  return form
}
