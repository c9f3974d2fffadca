// What the resolver needs to know, read from the database in pages.
import { sql } from 'kysely'
import { anyOf, type Database } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import type { Order } from './desk-clerk.ts'
import { between, type Packed, within } from './packed.ts'
import type { Known } from './resolver/types.ts'
import './tables.ts'

const atOnce = 5000
type Ask = (order: Order) => Promise<unknown>

/** From the built index with what changed since, where there is one; else from the database, and the index is built by the way. */
export async function loadKnown(db: Database, ask: Ask, index: string | null): Promise<void> {
  const began = new Date().toISOString()
  const builtAt = index === null ? null : await ask({ do: 'load', path: index, of: await databaseOf(db) }) as string | null
  if (builtAt !== null && await changedSince(db, builtAt, ask)) return void await finish(db, ask)
  await loadAll(db, ask)
  if (index !== null) await ask({ do: 'save', path: index, of: await databaseOf(db), builtAt: began }).catch(() => {})
}

/** An index of another database is none of ours, even in the same folder. */
export async function databaseOf(db: Database): Promise<string> {
  const { rows } = await sql<{ of: string }>`select current_database() || ' ' || oid as of from pg_database where datname = current_database()`.execute(db)
  return rows[0]?.of ?? ''
}

/** Clocks differ, and a transaction may end after it began. */
const overlap = 10_000
const mostChanged = 20_000

/** False when so much changed, or something is missing, that reading all of it anew is better. */
export async function changedSince(db: Database, builtAt: string, ask: Ask): Promise<boolean> {
  const since = new Date(Date.parse(builtAt) - overlap).toISOString()
  const ids = (await db.selectFrom('organisation').select('id').where('changedAt', '>=', since).limit(mostChanged + 1).execute()).map(({ id }) => id)
  if (ids.length > mostChanged) return false
  for (let from = 0; from < ids.length; from += atOnce) {
    const part = ids.slice(from, from + atOnce)
    await ask({ do: 'learn', known: await packedOf(db, part), gone: part })
  }
  const { total } = await db.selectFrom('organisation').where('status', '<>', 'merged').select((all) => all.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return Number(total) === await ask({ do: 'size' })
}

async function finish(db: Database, ask: Ask): Promise<void> {
  await ask({ do: 'filled' })
  const corrections = await said(db)
  if (corrections.length > 0) await ask({ do: 'remember', said: corrections })
}

/** The next page is read while the thread learns the last one. */
export async function loadAll(db: Database, ask: Ask): Promise<void> {
  await ask({ do: 'begin' })
  let learning: Promise<unknown> = Promise.resolve()
  for await (const known of packedPages(db)) {
    await learning
    learning = ask({ do: 'fill', known })
    // Heard with the next page: until then a desk that closes must not bring the house down.
    learning.catch(() => {})
  }
  await learning
  await finish(db, ask)
}

export async function* packedPages(db: Database): AsyncGenerator<Packed[]> {
  let last: Id = '00000000-0000-0000-0000-000000000000'
  for (let page = await readPage(db, last); page.length > 0; page = await readPage(db, last)) {
    last = page.at(-1)!.id
    yield page
  }
}

/** What people said that texts mean. */
export const said = (db: Database) => db.selectFrom('organisationCorrection').select(['text', 'country', 'organisationId']).execute()

/** Names travel as one text each record: made by the database, taken apart in the thread, ten times cheaper than arrays on the way. */
const allNames = sql<string | null>`(select string_agg(n.kind || ${within} || coalesce(n.lang, '') || ${within} || n.text, ${between} order by n.place)
  from organisation_name n where n.organisation_id = organisation.id)`

const packed = (db: Database) => db.selectFrom('organisation')
  .select(['id', 'ror', 'successorId', 'parentId', 'kind', 'country', 'city', 'domain', 'source', 'provisional'])
  .select(['registerSince as since', sql<number>`(select count(*)::int from organisation_identifier i where i.organisation_id = organisation.id)`.as('renown')])
  .select((row) => [row.ref('status').$castTo<Known['status']>().as('status'), allNames.as('names')])
  .where('status', '<>', 'merged')

const readPage = (db: Database, last: Id): Promise<Packed[]> => packed(db).where('id', '>', last).orderBy('id').limit(atOnce).execute()
export const packedOf = (db: Database, ids: readonly Id[]): Promise<Packed[]> => packed(db).where('id', '=', anyOf(ids)).execute()
