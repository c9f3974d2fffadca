// What changes while people look at it. A deed says in its own transaction that a topic changed; PostgreSQL passes it on once the
// deed is done, to every process, and those who follow the topic are told what it looks like now: made once, however many follow.
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type pg from 'pg'
import type { Writing } from '../db/database.ts'

const channel = 'pamir_live'
/** Many votes within a breath are one change. */
const breath = 200

export async function announce(db: Writing, topic: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${topic})`.execute(db)
}

type Follower = (text: string) => void
type Topic = { followers: Set<Follower>; make: () => Promise<string>; running: boolean; again: boolean; last: string }
export type Hub = { /** What a topic looks like now; asked by many within a breath, it is made once. */ now: (topic: string, make: () => Promise<string>) => Promise<string>; follow: (topic: string, make: () => Promise<string>, tell: Follower) => () => void; stop: () => Promise<void>; followers: () => number }

export function openHub(pool: pg.Pool): Hub {
  const topics = new Map<string, Topic>()
  let line: Promise<pg.PoolClient | undefined> | undefined
  let stopped = false
  const fresh = new Map<string, Promise<string>>()

  /** One connection listens for all; when it breaks, it is opened anew and everybody is told how things stand. */
  const listen = async (): Promise<pg.PoolClient | undefined> => {
    if (stopped) return undefined
    try {
      const client = await pool.connect()
      client.on('notification', ({ payload }) => { if (payload) void told(payload) })
      client.once('error', () => { client.release(true); line = topics.size > 0 ? sleep(500).then(listen) : undefined; for (const topic of topics.keys()) void told(topic) })
      await client.query(`listen ${channel}`)
      return client
    } catch {
      await sleep(1000)
      return topics.size > 0 ? listen() : undefined
    }
  }

  async function told(name: string): Promise<void> {
    const topic = topics.get(name)
    if (!topic) return
    if (topic.running) { topic.again = true; return }
    topic.running = true
    do {
      topic.again = false
      await sleep(breath)
      const text = await topic.make().catch(() => undefined)
      if (text !== undefined && text !== topic.last) { topic.last = text; for (const tell of topic.followers) tell(text) }
    } while (topic.again && topics.has(name))
    topic.running = false
  }

  return {
    now(name, make) {
      const known = fresh.get(name)
      if (known) return known
      const made = make()
      fresh.set(name, made)
      setTimeout(() => fresh.delete(name), breath).unref()
      return made
    },
    follow(name, make, tell) {
      const topic = topics.get(name) ?? { followers: new Set<Follower>(), make, running: false, again: false, last: '' }
      topics.set(name, topic)
      topic.followers.add(tell)
      line ??= listen()
      return () => { topic.followers.delete(tell); if (topic.followers.size === 0) topics.delete(name) }
    },
    followers: () => [...topics.values()].reduce((sum, { followers }) => sum + followers.size, 0),
    stop: async () => { stopped = true; topics.clear(); (await line)?.release(true) },
  }
}
