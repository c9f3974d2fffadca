// Fills a database with the content of another, whether it comes from a file or straight from a connection: all of it in
// one transaction, compared before it is committed.
import type pg from 'pg'
import { copyIn } from './copy.ts'
import { migrations } from './migrate.ts'
import { copyTarget, differences, type Facts, factsOf, nameOf, type TableFacts } from './snapshot.ts'

export type Shape = { name: string; hash: string }[]
export type Content = { shape: Shape; facts: Facts; rowsOf: (table: TableFacts) => AsyncIterable<Buffer> }
/** `tell` hears how many bytes have passed; `signal` stops it. */
export type Watcher = { tell: (table: string, rows: number) => void; signal: AbortSignal }

export class TransferRefused extends Error {}

/** Only into a database that keeps nothing yet, unless what it keeps may be replaced. Answers what it then holds. */
export async function fill(client: pg.Client, content: Content, { replace, ...watcher }: Watcher & { replace: boolean }): Promise<Facts> {
  await client.query('begin')
  try {
    if (!replace) await demandEmpty(client)
    await demandAlone(client)
    await makeShape(client, content.shape)
    for (const table of content.facts.tables) {
      await copyIn(client, `copy ${copyTarget(table)} from stdin`, watched(content.rowsOf(table), table.table, watcher)).catch(unreadable(table))
    }
    const after = await factsOf(client)
    const wrong = differences(content.facts, after)
    if (wrong.length > 0) throw new TransferRefused(`What arrived is not what was sent; nothing was changed.\n${wrong.join('\n')}`)
    watcher.signal.throwIfAborted()
    await client.query('commit')
    return after
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

/** Rows that no table takes (PostgreSQL manual, appendix A: classes 22 and 23) were never written by a Pamir. */
const unreadable = ({ table }: TableFacts) => (error: Error & { code?: string }): never => {
  if (!/^2[23]/.test(error.code ?? '')) throw error
  throw new TransferRefused(`What arrived for the table ${table} is damaged (${error.message}); nothing was changed.`, { cause: error })
}

/** A newly made installation holds settings and perhaps its first administrator, and no more. */
async function demandEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string }>(`
    select 'organisations' as "table" where exists (select from organisation) union all select 'agreements' where exists (select from agreement)
    union all select 'people' where exists (select from person where name <> '')`)
  if (rows.length > 0) throw new TransferRefused(`That database already holds ${rows.map(({ table }) => table).join(', ')}. Give an empty one, or --replace to throw away what it holds.`)
}

/** A server that runs would go on with what it remembers of before. */
export async function demandAlone(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query("select from pg_stat_activity where datname = current_database() and application_name = 'pamir'")
  if (rowCount) throw new TransferRefused('A Pamir is running on this database. Stop it first, so that nothing is written meanwhile.')
}

/** Content of an earlier version goes into tables of that version, and is brought up to date afterwards, like any installation. */
async function makeShape(client: pg.Client, shape: Shape): Promise<void> {
  const known = await migrations()
  for (const [place, { name, hash }] of shape.entries()) {
    if (known[place]?.name !== name) throw new TransferRefused(`It was made by a newer Pamir (it knows ${name}). Update Pamir, then try again.`)
    if (known[place].hash !== hash) throw new TransferRefused(`It was made by another Pamir, whose ${name} is different.`)
  }
  const { rows: here } = await client.query<{ name: string }>('select name from migration')
  if (here.length === shape.length) {
    const { rows } = await client.query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migration'")
    await client.query(`truncate ${rows.map(({ name }) => nameOf(name)).join(', ')}`)
    return
  }
  await client.query('drop schema public cascade; create schema public; create table migration (name text primary key, hash text not null, at timestamptz not null default now())')
  for (const { name, text, hash } of known.slice(0, shape.length)) {
    await client.query(text)
    await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash])
  }
}

export const shapeOf = async (client: pg.Client): Promise<Shape> =>
  (await client.query<{ name: string; hash: string }>('select name, hash from migration order by name')).rows

export async function* watched(rows: AsyncIterable<Buffer>, table: string, { tell, signal }: Watcher): AsyncGenerator<Buffer> {
  for await (const chunk of rows) {
    signal.throwIfAborted()
    yield chunk
    tell(table, linesIn(chunk))
  }
}

function linesIn(chunk: Buffer): number {
  let lines = 0
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines++
  return lines
}
