// The database: one PostgreSQL, embedded or outside, through the same pool and the same queries.
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { Client } from './client.ts'
import { CamelRows } from './camel-rows.ts'

/** Filled in by each room's `store.ts`, which declares the tables it owns. */
export interface Tables {}

export type Database = Kysely<Tables>
/** May look but not touch. */
export type Reading = Pick<Database, 'selectFrom' | 'fn' | 'with' | 'withRecursive'>
/** May change things, and is always inside a transaction. Also reads. */
export type Writing = Transaction<Tables>

export type Opened = { db: Database; pool: pg.Pool; close: () => Promise<void> }

const { builtins } = pg.types
const asText = (text: string) => text
/** `2026-03-02 09:00:00.5+00` is `2026-03-02T09:00:00.500Z`: a server in UTC needs no calendar for that. */
export const asInstant = (text: string): string =>
  text.endsWith('+00') && text[4] === '-' ? `${text.slice(0, 10)}T${text.slice(11, 19)}.${`${text.slice(20, -3)}000`.slice(0, 3)}Z` : new Date(text).toISOString()
const parsers: Record<number, (text: string) => unknown> = {
  [builtins.DATE]: asText,
  [builtins.TIMESTAMPTZ]: asInstant,
  [builtins.INT8]: Number,
  [builtins.NUMERIC]: Number,
}
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : parsers[oid]) ?? pg.types.getTypeParser(oid as never, format as never),
}

/** Where the database is: an address, or the folder of a socket. */
export type Where = { connectionString: string } | { host: string; database: string; user: string; password?: string; port?: number }

export function openDatabase(where: Where, options: { max?: number; statementTimeout?: number; name?: string } = {}): Opened {
  const { max = 10, statementTimeout = 30_000, name = 'pamir' } = options
  const pool = new pg.Pool({ ...where, Client, max, types, application_name: name, statement_timeout: statementTimeout })
  // An idle connection that the server closes is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {})
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelRows()] })
  // Kysely ends only a pool that it has used.
  const close = async () => {
    await db.destroy()
    if (!pool.ended) await pool.end()
  }
  return { db, pool, close }
}

/** `where('id', '=', anyOf(ids))`: like SQL's `in`, but an empty list is allowed and matches nothing. */
export const anyOf = (ids: readonly string[]) => sql<string>`any(${ids as string[]}::uuid[])`

/** The same where it is mostly one: `one ?? anyOf(any!)`. One that is asked for by itself lets PostgreSQL keep the plan (`planned`). */
export const eachOf = (ids: readonly string[]): { one: string | undefined; any: readonly string[] | undefined } => (ids.length === 1 ? { one: ids[0], any: undefined } : { one: undefined, any: ids })

/** An instant inside a JSON value, written as everywhere else. */
export const instantJson = (column: string) => sql.raw(`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

/** A value for a `jsonb` column: the driver would otherwise write an array as a PostgreSQL array. */
export const json = <T>(value: T) => sql<T>`${JSON.stringify(value)}::jsonb`
