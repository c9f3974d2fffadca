// What the resolver needs to know, read from the database in pages.
import { sql } from 'kysely'
import { anyOf, type Database } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import type { Order } from './desk-clerk.ts'
import type { Known, Name } from './resolver/types.ts'
import './tables.ts'

const atOnce = 5000
type Ask = (order: Order) => Promise<unknown>
type Packed = Omit<Known, 'names' | 'local'> & { source: string; texts: string[]; langs: (string | null)[]; nameKinds: Name['kind'][] }

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
  }
  await ask({ do: 'filled' })
  const said = await db.selectFrom('organisationCorrection').select(['text', 'country', 'organisationId']).execute()
  if (said.length > 0) await ask({ do: 'remember', said })
}

const packed = (db: Database) => db.selectFrom('organisation')
  .select(['id', 'ror', 'successorId', 'parentId', 'kind', 'country', 'city', 'domain', 'source'])
  .select((row) => [row.ref('status').$castTo<Known['status']>().as('status'), ...names])
  .where('status', '<>', 'merged')

const names = [
  sql<string[]>`array(select n.text from organisation_name n where n.organisation_id = organisation.id order by n.place)`.as('texts'),
  sql<(string | null)[]>`array(select n.lang from organisation_name n where n.organisation_id = organisation.id order by n.place)`.as('langs'),
  sql<Name['kind'][]>`array(select n.kind from organisation_name n where n.organisation_id = organisation.id order by n.place)`.as('nameKinds'),
]

async function readPage(db: Database, last: Id): Promise<Known[]> {
  return (await packed(db).where('id', '>', last).orderBy('id').limit(atOnce).execute()).map(unpacked)
}

export async function knownOf(db: Database, ids: readonly Id[]): Promise<Known[]> {
  return (await packed(db).where('id', '=', anyOf(ids)).execute()).map(unpacked)
}

function unpacked({ texts, langs, nameKinds, source, ...facts }: Packed): Known {
  return { ...facts, local: source !== 'ror', names: texts.map((text, at) => ({ text, lang: langs[at] ?? null, kind: nameKinds[at]! })) }
}
