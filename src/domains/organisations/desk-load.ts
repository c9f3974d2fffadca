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

/** The next page is read while the thread learns the last one. */
export async function loadAll(db: Database, ask: Ask): Promise<void> {
  await ask({ do: 'begin' })
  let last: Id = '00000000-0000-0000-0000-000000000000'
  let learning: Promise<unknown> = Promise.resolve()
  for (;;) {
    const known = await readPage(db, last)
    await learning
    if (known.length === 0) break
    last = known.at(-1)!.id
    learning = ask({ do: 'fill', known })
    // Heard with the next page: until then a desk that closes must not bring the house down.
    learning.catch(() => {})
  }
  await ask({ do: 'filled' })
  const said = await db.selectFrom('organisationCorrection').select(['text', 'country', 'organisationId']).execute()
  if (said.length > 0) await ask({ do: 'remember', said })
}

/** Names travel as one text each record: made by the database, taken apart in the thread, ten times cheaper than arrays on the way. */
const allNames = sql<string | null>`(select string_agg(n.kind || ${within} || coalesce(n.lang, '') || ${within} || n.text, ${between} order by n.place)
  from organisation_name n where n.organisation_id = organisation.id)`

const packed = (db: Database) => db.selectFrom('organisation')
  .select(['id', 'ror', 'successorId', 'parentId', 'kind', 'country', 'city', 'domain', 'source'])
  .select((row) => [row.ref('status').$castTo<Known['status']>().as('status'), allNames.as('names')])
  .where('status', '<>', 'merged')

const readPage = (db: Database, last: Id): Promise<Packed[]> => packed(db).where('id', '>', last).orderBy('id').limit(atOnce).execute()
export const packedOf = (db: Database, ids: readonly Id[]): Promise<Packed[]> => packed(db).where('id', '=', anyOf(ids)).execute()
