// News of organisations: told inside the transaction that changes them, heard by every desk once it is committed, in this
// process and in others (PostgreSQL's LISTEN and NOTIFY).
import { sql } from 'kysely'
import type pg from 'pg'
import type { Database, Writing } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'

export type News = { changed: Id[] } | { said: { text: string; country: string | null; organisationId: Id }[] } | { takenBack: { text: string; country: string | null } } | { register: true }

const channel = 'pamir_organisations'
/** A message holds at most 8000 bytes; an id takes 39. */
const idsAtOnce = 180

export async function tell(db: Writing | Database, news: News): Promise<void> {
  await sql`select pg_notify(${channel}, ${JSON.stringify(news)})`.execute(db)
}

export async function tellChanged(db: Writing, ids: readonly Id[]): Promise<void> {
  for (let from = 0; from < ids.length; from += idsAtOnce) await tell(db, { changed: ids.slice(from, from + idsAtOnce) })
}

/** Listens until closed; a connection that is lost is made again, and `missed` is called because something may have been said meanwhile. */
export function listen(pool: pg.Pool, hear: (news: News) => void, missed: () => void): () => Promise<void> {
  let client: pg.PoolClient | undefined
  let closed = false
  let retry: NodeJS.Timeout | undefined
  const connect = async (again: boolean) => {
    const next = await pool.connect()
    if (closed) return next.release(true)
    client = next
    // A server that goes says so more than once; a connection is given back once.
    const lost = () => {
      if (client !== next) return
      client = undefined
      next.release(true)
      later()
    }
    next.on('error', lost)
    next.on('notification', ({ payload }) => { if (payload) hear(JSON.parse(payload) as News) })
    await next.query(`listen ${channel}`)
    if (again) missed()
  }
  const later = () => { if (!closed) retry = setTimeout(() => opening = connect(true).catch(later), 1000).unref() }
  let opening: Promise<void> = connect(false).catch(later)
  return async () => {
    closed = true
    clearTimeout(retry)
    await opening
    const last = client
    client = undefined
    last?.release(true)
  }
}
