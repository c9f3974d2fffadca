// The whole content of a database at one moment: its tables in the order in which they can be filled, how many rows each
// holds, and a fingerprint of what they say. Two databases with equal fingerprints say the same, whatever PostgreSQL they are on.
import { createHash } from 'node:crypto'
import pg from 'pg'
import { copyOut } from './copy.ts'
import type { Where } from './database.ts'

export type TableFacts = { table: string; columns: string[]; rows: number; fingerprint: string }
export type Facts = { tables: TableFacts[]; journal: string }

/** A connection of its own for long reading or writing; no statement is cut off. */
export async function connect(where: Where): Promise<pg.Client> {
  const client = new pg.Client({ ...where, application_name: 'pamir-terminal' })
  client.on('error', () => {})
  await client.connect()
  await client.query("set timezone = 'UTC'; set datestyle = 'ISO'; set bytea_output = 'hex'; set extra_float_digits = 1; set intervalstyle = 'postgres'; set statement_timeout = 0")
  return client
}

export const beginSnapshot = (client: pg.Client) => client.query('begin isolation level repeatable read read only')

export async function factsOf(client: pg.Client): Promise<Facts> {
  const tables: TableFacts[] = []
  for (const { table, columns } of await tablesOf(client)) tables.push({ table, columns, ...await countOf(client, table, columns) })
  return { tables, journal: await journalOf(client) }
}

/** 60 bits of each row's hash, added up: equal for equal rows in any order. */
async function countOf(client: pg.Client, table: string, columns: string[]): Promise<{ rows: number; fingerprint: string }> {
  const row = columns.map((column) => `t.${pg.escapeIdentifier(column)}`).join(', ')
  const { rows } = await client.query<{ rows: string; fingerprint: string }>(`
    select count(*) as rows, coalesce(sum(('x' || substr(md5(row(${row})::text), 1, 15))::bit(60)::bigint), 0)::text as fingerprint from ${nameOf(table)} t`)
  return { rows: Number(rows[0]!.rows), fingerprint: rows[0]!.fingerprint }
}

/** One hash over every chain of the journal, in order. */
async function journalOf(client: pg.Client): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of copyOut(client, 'copy (select about, place, hash from journal order by about, place) to stdout')) hash.update(chunk)
  return hash.digest('hex')
}

type Named = { table: string; columns: string[] }

/** Each table after those it refers to. The list of migrations is not content: it says what shape the content has. */
async function tablesOf(client: pg.Client): Promise<Named[]> {
  const { rows: named } = await client.query<Named>(`
    select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'migration' group by c.relname order by c.relname`)
  const { rows: references } = await client.query<{ from: string; to: string }>(`
    select f.relname as "from", t.relname as "to" from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and k.conrelid <> k.confrelid and f.relnamespace = 'public'::regnamespace`)
  return inOrder(named, (one) => references.filter(({ from }) => from === one.table).map(({ to }) => to))
}

export function inOrder<T extends { table: string }>(tables: T[], needs: (one: T) => string[]): T[] {
  const waiting = new Map(tables.map((one) => [one.table, one]))
  const ordered: T[] = []
  while (waiting.size > 0) {
    const next = [...waiting.values()].filter((one) => !needs(one).some((needed) => waiting.has(needed)))
    if (next.length === 0) throw new Error(`These tables refer to each other in a circle: ${[...waiting.keys()].join(', ')}.`)
    for (const one of next) waiting.delete(one.table)
    ordered.push(...next)
  }
  return ordered
}

export const nameOf = (table: string): string => `public.${pg.escapeIdentifier(table)}`
export const copyTarget = ({ table, columns }: Pick<TableFacts, 'table' | 'columns'>): string => `${nameOf(table)} (${columns.map((column) => pg.escapeIdentifier(column)).join(', ')})`

/** What differs between two databases that should say the same; nothing when they do. */
export function differences(before: Facts, after: Facts): string[] {
  const there = new Map(after.tables.map((one) => [one.table, one]))
  const tables = before.tables.flatMap(({ table, rows, fingerprint }) => {
    const other = there.get(table)
    if (!other) return [`${table}: missing`]
    if (other.rows !== rows) return [`${table}: ${rows} rows before, ${other.rows} after`]
    return other.fingerprint === fingerprint ? [] : [`${table}: the same number of rows, but not the same content`]
  })
  return [...tables, ...(before.journal === after.journal ? [] : ['the journal’s hashes differ'])]
}
