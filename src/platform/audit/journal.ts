// The journal: what happened, written in the same transaction as the change itself. The activity feed, notifications
// and outgoing messages all read from here, so a change that is not in the journal did not happen. The entries about one
// thing are chained by hash (SHA-256 over the canonical entry and the hash before it), so that a copy can be checked.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Viewer } from '../auth/viewer.ts'
import { anyOf, type Reading, type Writing } from '../db/database.ts'
import { planned } from '../db/planned.ts'
import { askSql } from '../db/statements.ts'
import { type Id, type Instant, newId } from '../kinds.ts'
import { tellNews } from './news.ts'

declare module '#platform/db/database.ts' {
  interface Tables { journal: Entry }
}

export type Entry = {
  id: Id; at: Instant; who: Id; office: Id | null; what: string; about: Id; data: Record<string, unknown>; place: number; before: string | null; hash: string
}
export type Deed = { what: string; about: Id; data?: Record<string, unknown> }
export type Hand = { db: Writing; viewer: Viewer; now: Instant }

/** Writes one deed. `office` is the office in whose name the viewer acts. */
export async function record(at: Hand, deed: Deed): Promise<void> {
  await put(at.db, entryOf(at, deed, undefined))
  await tellNews(at, [deed])
}

/** Writes the first deeds of many new things at once: nothing stands before them, so no chain has to be looked up. */
export async function recordBeginnings(at: Hand, deeds: Deed[]): Promise<void> {
  for (let from = 0; from < deeds.length; from += 2000) {
    await write(at.db, deeds.slice(from, from + 2000).map((deed) => entryOf(at, deed, undefined)))
  }
  await tellNews(at, deeds)
}

/**
 * Writes one further deed for each of many things at once. The caller holds the things' rows until the transaction ends: thousands
 * of advisory locks would not fit PostgreSQL's lock table. Whoever writes meanwhile without holding them is stopped by `unique (about, place)`.
 */
export async function recordFurther(at: Hand, deeds: Deed[]): Promise<void> {
  for (let from = 0; from < deeds.length; from += 2000) {
    const some = deeds.slice(from, from + 2000)
    const lasts = await at.db.selectFrom('journal').distinctOn('about').select(['about', 'place', 'hash'])
      .where('about', '=', anyOf(some.map(({ about }) => about))).orderBy('about').orderBy('place', 'desc').execute()
    const lastOf = new Map(lasts.map((last) => [last.about, last]))
    await write(at.db, some.map((deed) => entryOf(at, deed, lastOf.get(deed.about))))
  }
  await tellNews(at, deeds)
}

/** The first entry whose hash does not follow from what it says and what stood before it, or nothing when the chain holds. */
export function brokenLink(chain: Entry[]): Entry | undefined {
  return chain.find((entry, place) =>
    entry.place !== place + 1 || entry.before !== (chain[place - 1]?.hash ?? null) || entry.hash !== hashOf(entry))
}

export async function chainOf(db: Reading, about: Id): Promise<Entry[]> {
  return db.selectFrom('journal').selectAll().where('about', '=', about).orderBy('place').execute()
}

/**
 * At the end of its chain, which the database finds: two deeds about one thing at the same moment follow each other, deeds about different
 * things do not wait. What stands before it and its place are put where the canonical entry has them.
 */
async function put(db: Writing, { about, at, data, id, office, what, who }: Entry): Promise<void> {
  const [head, middle, tail] = [canonical({ about, at }).slice(0, -1), canonical({ data, id, office }).slice(1, -1), canonical({ what, who }).slice(1)]
  const parts = { entry: JSON.stringify({ about, at, data, id, office, what, who }), head: `${head},"before":`, middle: `,${middle},"place":`, tail: `,${tail}` }
  await askSql(db, 'journal put', parts, ({ entry, head, middle, tail }) => sql`select journal_put(${entry}::jsonb, ${head}, ${middle}, ${tail})`)
}

function entryOf({ viewer, now }: Hand, { what, about, data = {} }: Deed, last: Pick<Entry, 'place' | 'hash'> | undefined): Entry {
  const entry = { id: newId(), at: now, who: viewer.id, office: viewer.acting, what, about, data, place: (last?.place ?? 0) + 1, before: last?.hash ?? null }
  return { ...entry, hash: hashOf(entry) }
}

/** All of them travel as one JSON value: thousands of parameters cost more than the writing itself. */
async function write(db: Writing, entries: Entry[]): Promise<void> {
  await planned(db, sql`insert into journal (id, at, who, office, what, about, data, place, before, hash)
    select id, at, who, office, what, about, data, place, before, hash from jsonb_populate_recordset(null::journal, ${JSON.stringify(entries)}::jsonb)`)
}

/** The hash that an entry must have: SHA-256 over all of it but the hash. */
export function hashOf({ id, at, who, office, what, about, data, place, before }: Omit<Entry, 'hash'>): string {
  return createHash('sha256').update(canonical({ id, at, who, office, what, about, data, place, before })).digest('hex')
}

/** JSON with sorted keys: the same entry gives the same bytes, whatever order a database returns its keys in (RFC 8785 in spirit). */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const pairs = Object.entries(value).filter(([, inner]) => inner !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${pairs.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}
