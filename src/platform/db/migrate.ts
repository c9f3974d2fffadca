// Migrations: plain SQL files, forward only, each in one transaction, each once, and never changed afterwards.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'

const folder = fileURLToPath(new URL('../../../migrations/', import.meta.url))
/** Any number that no one else locks: two servers that start at once must not migrate at once. */
const lock = 70_616_109

type Migration = { name: string; text: string; hash: string }

export async function migrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(names.map(async (name) => {
    const text = await readFile(folder + name, 'utf8')
    return { name, text, hash: createHash('sha256').update(text).digest('hex') }
  }))
}

/** Brings the database up to date and tells which migrations that took. Throws when an applied one was changed since. */
export async function migrate(pool: pg.Pool): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    await client.query('create table if not exists migration (name text primary key, hash text not null, at timestamptz not null default now())')
    const applied = await appliedTo(client)
    const fresh = (await migrations()).filter((migration) => !unchanged(migration, applied))
    for (const migration of fresh) await apply(client, migration)
    return fresh.map(({ name }) => name)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lock]).catch(() => {})
    client.release()
  }
}

/** The migrations this database still lacks: `/readyz` asks. */
export async function pendingMigrations(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>('select name from migration')
  const applied = new Set(rows.map(({ name }) => name))
  return (await migrations()).map(({ name }) => name).filter((name) => !applied.has(name))
}

async function appliedTo(client: pg.PoolClient): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration')
  return new Map(rows.map(({ name, hash }) => [name, hash]))
}

function unchanged({ name, hash }: Migration, applied: Map<string, string>): boolean {
  const before = applied.get(name)
  if (before !== undefined && before !== hash) throw new Error(`Migration ${name} was changed after it was applied. Restore it, and add a new one instead.`)
  return before !== undefined
}

async function apply(client: pg.PoolClient, { name, text, hash }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}
