// A database in which nothing lasts: every transaction becomes a part of one that is undone, so that each visitor of a
// walk finds everything as the one before did.
import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import type pg from 'pg'
import type { Tables } from '#platform/db/database.ts'

const inner: Record<string, string> = { begin: 'savepoint visit', commit: 'release savepoint visit', rollback: 'rollback to savepoint visit' }

export async function undoing(pool: pg.Pool) {
  const client = await pool.connect()
  await client.query('begin')
  const query = (text: unknown, ...rest: unknown[]) => (client.query as (...all: unknown[]) => unknown)(typeof text === 'string' ? inner[text] ?? text : text, ...rest)
  const one = { query, release: () => {} }
  const facade = { connect: async () => one, end: async () => {} } as unknown as PostgresPool
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: facade }), plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] })
  const undo = async () => { await client.query('rollback'); await client.query('begin') }
  return { db, undo, close: async () => { await client.query('rollback'); client.release() } }
}
