// Backup, restore and move on real databases: everything arrives, or nothing does.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { loadExample } from '#example/load.ts'
import { house as pamir } from '#platform/auth/viewer.ts'
import { connect, differences, factsOf, inOrder } from '#platform/db/snapshot.ts'
import { migrations } from '#platform/db/migrate.ts'
import type { Where } from '#platform/db/database.ts'
import { Failure, type Terminal } from '#platform/terminal.ts'
import { freshDatabase } from '#test/database.ts'
import { backup, move, restore } from './keeping.ts'

type House = Awaited<ReturnType<typeof freshDatabase>> & { embedded: boolean }
const folder = mkdtempSync(join(tmpdir(), 'pamir-keeping-'))
const file = join(folder, 'all.pamir')
const opened: House[] = []
let said: string[] = []
let stop = new AbortController()
let full: House

const terminal: Terminal = {
  print: (text) => void said.push(text), json: () => {}, note: (text) => void said.push(text),
  progress: () => ({ watch: () => {}, end: () => {} }), path: (given) => join(folder, given),
  fail: (sentence, code = 1) => { throw new Failure(sentence, code) },
  closing: () => stop.signal.aborted, get signal() { return stop.signal },
}

beforeAll(async () => {
  full = await openOne()
  const now = '2026-03-02T09:00:00.000Z'
  await full.db.transaction().execute((db) => loadExample({ db, viewer: pamir, now }))
  await full.pool.query("insert into setting values ('odd', $1)", [JSON.stringify({ text: 'tab\there, line\nbreak, \\backslash\\, \\., «ünïcode», 北京', nothing: null })])
})
afterAll(async () => {
  for (const one of opened) await one.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => { said = []; stop = new AbortController() })

/** As the terminal opens it: no connection is called `pamir`. */
async function openOne(): Promise<House> {
  const one = { ...await freshDatabase(), embedded: true }
  one.pool.options.application_name = 'pamir-terminal'
  opened.push(one)
  return one
}

const at = (house: House) => ({ house, config: readConfig({}), terminal })
async function content(where: Where) {
  const client = await connect(where)
  try { return await factsOf(client) } finally { await client.end() }
}
const same = async (one: House, other: House) => differences(await content(one.where), await content(other.where))

test('a backup restored into an empty database is the same, and says so table by table', async () => {
  await backup.run(at(full), ['all.pamir'], {})
  expect(statSync(file).mode & 0o077).toBe(0)
  const empty = await openOne()
  await restore.run(at(empty), ['all.pamir'], {})
  expect(await same(full, empty)).toEqual([])
  expect(said.join('\n')).toMatch(/organisation +\d+/)
  expect(said.filter((line) => line.startsWith('journal hashes'))).toHaveLength(2)
  const { rows } = await empty.pool.query<{ value: { text: string } }>("select value from setting where name = 'odd'")
  expect(rows[0]!.value.text).toBe('tab\there, line\nbreak, \\backslash\\, \\., «ünïcode», 北京')
})

test('a database that holds something is left alone, unless it may be replaced', async () => {
  const other = await openOne()
  await restore.run(at(other), ['all.pamir'], {})
  await other.pool.query("update setting set value = '1' where name = 'odd'")
  await expect(restore.run(at(other), ['all.pamir'], {})).rejects.toThrow('already holds')
  expect(await same(full, other)).toEqual(['setting: the same number of rows, but not the same content'])
  await restore.run(at(other), ['all.pamir'], { replace: true })
  expect(await same(full, other)).toEqual([])
})

test('a file that is damaged, cut off or something else changes nothing', async () => {
  const empty = await openOne()
  const before = await content(empty.where)
  writeFileSync(join(folder, 'cut.pamir'), readFileSync(file))
  truncateSync(join(folder, 'cut.pamir'), statSync(file).size - 200)
  writeFileSync(join(folder, 'text.pamir'), 'Dear colleagues')
  writeFileSync(join(folder, 'bent.pamir'), gzipSync(gunzipSync(readFileSync(file)).toString().replace('2026-03-02', '2026-33-02')))
  writeFileSync(join(folder, 'other.pamir'), gzipSync(gunzipSync(readFileSync(file)).toString().replace('Sargodha', 'Sargodhi')))
  await expect(restore.run(at(empty), ['cut.pamir'], {})).rejects.toThrow('damaged')
  await expect(restore.run(at(empty), ['bent.pamir'], {})).rejects.toThrow(/^What arrived for the table \w+ is damaged .*nothing was changed\.$/)
  await expect(restore.run(at(empty), ['other.pamir'], {})).rejects.toThrow('What arrived is not what was sent')
  await expect(restore.run(at(empty), ['text.pamir'], {})).rejects.toThrow('not a backup')
  await expect(restore.run(at(empty), ['none.pamir'], {})).rejects.toThrow('no file')
  expect(differences(before, await content(empty.where))).toEqual([])
})

test('Ctrl-C leaves neither a file nor half a database', async () => {
  stop.abort()
  await expect(backup.run(at(full), ['stopped.pamir'], {})).rejects.toMatchObject({ code: 130 })
  expect(existsSync(join(folder, 'stopped.pamir'))).toBe(false)
  expect(existsSync(join(folder, 'stopped.pamir.unfinished'))).toBe(false)
  const empty = await openOne()
  const before = await content(empty.where)
  await expect(restore.run(at(empty), ['all.pamir'], {})).rejects.toMatchObject({ code: 130 })
  expect(differences(before, await content(empty.where))).toEqual([])
})

test('a move to another database is the same there; a second one is refused', async () => {
  const there = await openOne()
  const to = urlOf(there.where)
  await move.run(at(full), [], { to })
  expect(await same(full, there)).toEqual([])
  await expect(move.run(at(full), [], { to })).rejects.toThrow('already holds')
})

test('a running Pamir is not moved from under its people', async () => {
  const there = await openOne()
  const server = await connect(full.where)
  await server.query("set application_name = 'pamir'")
  await expect(move.run(at(full), [], { to: urlOf(there.where) })).rejects.toThrow('running')
  await server.end()
})

test('a backup of an earlier version is brought up to date; one of a later version is refused', async () => {
  const known = await migrations()
  const early = await openOne()
  await onEmptySchema(early, known.slice(0, 2))
  await early.pool.query("insert into setting values ('from-early', '1')")
  await backup.run(at(early), ['early.pamir'], {})
  const empty = await openOne()
  await restore.run(at(empty), ['early.pamir'], {})
  const { rows } = await empty.pool.query<{ count: number }>('select count(*)::int as count from migration')
  expect(rows[0]!.count).toBe(known.length)
  await early.pool.query("insert into migration (name, hash) values ('9999_later.sql', 'x')")
  await backup.run(at(early), ['later.pamir'], {})
  await expect(restore.run(at(await openOne()), ['later.pamir'], {})).rejects.toThrow('newer Pamir')
})

async function onEmptySchema({ pool }: House, applied: { name: string; text: string; hash: string }[]) {
  await pool.query('drop schema public cascade; create schema public; create table migration (name text primary key, hash text not null, at timestamptz not null default now())')
  for (const { name, text, hash } of applied) {
    await pool.query(text)
    await pool.query('insert into migration (name, hash) values ($1, $2)', [name, hash])
  }
}

/** An address for the same database, also when it is reached through a socket. */
const urlOf = (where: Where): string => ('connectionString' in where ? where.connectionString : `postgres://${where.user}@localhost/${where.database}?host=${encodeURIComponent(where.host)}`)

test('tables come after those they refer to, and a circle is seen', () => {
  const tables = ['a', 'b', 'c'].map((table) => ({ table }))
  const needs: Record<string, string[]> = { a: ['c'], b: ['a'], c: [] }
  expect(inOrder(tables, ({ table }) => needs[table]!).map(({ table }) => table)).toEqual(['c', 'a', 'b'])
  expect(() => inOrder(tables, () => ['a', 'b', 'c'])).toThrow('circle')
})

test('a lie about what was sent is noticed', async () => {
  const here = await content(full.where)
  const changed = { ...here, tables: here.tables.map((one) => (one.table === 'organisation' ? { ...one, rows: one.rows + 1 } : one)), journal: 'x' }
  expect(differences(changed, here)).toHaveLength(2)
})
