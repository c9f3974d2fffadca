// The resolver's desk: texts go in, organisations come out. The resolver itself sits in a thread of its own, so that no
// request waits for it; it is filled from the database in the background and hears of every change.
import { Worker } from 'node:worker_threads'
import type pg from 'pg'
import type { Database } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { Clerk, type Order } from './desk-clerk.ts'
import { loadKnown, packedOf } from './desk-load.ts'
import { listen, type News } from './news.ts'
import type { Candidate, CellHints, CellReading, Question, Resolution, SuggestOptions } from './resolver/types.ts'

export type Cell = { text: string; hints: CellHints }
export type Correction = { text: string; country: string | null; organisationId: Id }
export type Desk = {
  resolve: (questions: Question[]) => Promise<Resolution[]>
  resolveCells: (cells: Cell[]) => Promise<CellReading[]>
  suggest: (text: string, options: SuggestOptions) => Promise<Candidate[]>
  /** These organisations were added, changed, merged or removed. */
  learn: (ids: readonly Id[]) => Promise<void>
  remember: (said: Correction[]) => Promise<void>
  forget: (text: string, country: string | null) => Promise<void>
  /** Fills the resolver anew: after a register came in. */
  reload: () => Promise<void>
  /** Begins to read what the database knows, if nobody has, and waits for it. Questions wait too. */
  ready: () => Promise<void>
  isReady: () => boolean
  close: () => Promise<void>
}

const atOnce = 500
const warmAfter = 1500
type Clerks = { ask: (order: Order) => Promise<unknown>; end: () => Promise<void> }

/** `pool` hears of changes made elsewhere; `inside` answers in this thread: for tests and for short commands; `index` is the file of the built index. */
export function openDesk(db: Database, { pool, inside = false, index = null }: { pool?: pg.Pool; inside?: boolean; index?: string | null } = {}): Desk {
  const shelf = keepFilled(db, inside ? hereClerk() : threadClerk(), index)
  const { ask, opened } = shelf
  const desk: Omit<Desk, 'close'> = {
    resolve: (questions) => inParts(questions, (part) => ask<Resolution[]>({ do: 'resolve', questions: part })),
    resolveCells: (cells) => inParts(cells, (part) => ask<CellReading[]>({ do: 'cells', cells: part })),
    suggest: (text, options) => ask<Candidate[]>({ do: 'suggest', text, options }),
    learn: shelf.learn,
    remember: async (said) => { if (opened()) await ask({ do: 'remember', said }) },
    forget: async (text, country) => { if (opened()) await ask({ do: 'forget', text, country }) },
    reload: shelf.reload,
    ready: shelf.open,
    isReady: shelf.isReady,
  }
  // A server reads its register a moment after it opened: no person should wait for it, nor should the first page.
  const warm = pool && !inside ? setTimeout(() => void desk.ready().catch(() => {}), warmAfter).unref() : undefined
  const deaf = pool ? listen(pool, (news) => void heed(desk, news).catch(() => {}), () => void desk.reload().catch(() => {})) : async () => {}
  return { ...desk, close: async () => { clearTimeout(warm); await deaf(); await shelf.end() } }
}

async function heed(desk: Omit<Desk, 'close'>, news: News): Promise<void> {
  if ('changed' in news) await desk.learn(news.changed)
  else if ('said' in news) await desk.remember(news.said)
  else if ('takenBack' in news) await desk.forget(news.takenBack.text, news.takenBack.country)
  else if (desk.isReady()) await desk.reload()
}

/** The clerks with everything known to them, from the first question on. */
function keepFilled(db: Database, clerks: Clerks, index: string | null) {
  let ready = false
  let filled: Promise<void> | undefined
  /** What changed while a page of it may already have been read. */
  let meanwhile: Set<Id> | undefined
  const teach = async (ids: readonly Id[]) => void await clerks.ask({ do: 'learn', known: await packedOf(db, ids), gone: [...ids] })
  const fill = async () => {
    meanwhile = new Set()
    await loadKnown(db, (order) => clerks.ask(order), index)
    const late = [...meanwhile]
    meanwhile = undefined
    if (late.length > 0) await teach(late)
    ready = true
  }
  const begin = () => {
    const filling = fill().catch((error) => { filled = undefined; throw error })
    // Who asks hears of a failure; when nobody asked yet, a house that closes meanwhile must not fall over it.
    filling.catch(() => {})
    return (filled = filling)
  }
  const open = () => filled ?? begin()
  return {
    open, isReady: () => ready, opened: () => filled !== undefined, end: clerks.end,
    ask: async <T>(order: Order): Promise<T> => { await open(); return clerks.ask(order) as Promise<T> },
    learn: async (ids: readonly Id[]) => {
      if (!filled || ids.length === 0) return
      for (const id of ids) meanwhile?.add(id)
      if (ready) await teach(ids)
    },
    reload: async () => { await filled; await begin() },
  }
}

/** Short messages, so that a type-ahead never waits behind a whole register. */
async function inParts<Q, A>(all: Q[], ask: (part: Q[]) => Promise<A[]>): Promise<A[]> {
  const answers: A[] = []
  for (let from = 0; from < all.length; from += atOnce) answers.push(...await ask(all.slice(from, from + atOnce)))
  return answers
}

function hereClerk(): Clerks {
  const clerk = new Clerk()
  return { ask: async (order) => clerk.take(order), end: async () => {} }
}

type Reply = { ticket: number; answer?: unknown; problem?: string }
function threadClerk(): Clerks {
  const waiting = new Map<number, { done: (answer: unknown) => void; failed: (error: Error) => void }>()
  let thread: Worker | undefined
  let tickets = 0
  let closed = false
  const fail = (error: Error) => {
    for (const { failed } of waiting.values()) failed(error)
    waiting.clear()
    thread = undefined
  }
  const start = () => {
    const worker = new Worker(new URL('./desk-thread.ts', import.meta.url))
    worker.on('message', ({ ticket, answer, problem }: Reply) => {
      const asked = waiting.get(ticket)
      waiting.delete(ticket)
      if (problem === undefined) asked?.done(answer)
      else asked?.failed(new Error(problem))
      if (waiting.size === 0) worker.unref()
    })
    worker.on('error', fail)
    return worker
  }
  return {
    ask: (order) => new Promise((done, failed) => {
      if (closed) return failed(new Error('the desk is closed'))
      thread ??= start()
      thread.ref()
      waiting.set(++tickets, { done, failed })
      thread.postMessage({ ticket: tickets, order })
    }),
    end: async () => {
      closed = true
      await thread?.terminate()
      fail(new Error('the desk is closed'))
    },
  }
}
