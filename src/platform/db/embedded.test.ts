// The embedded database as it is used: shared by commands, refused to a second Pamir, whole after it was killed.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openDatabase, type Where } from './database.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import { checkOutside, shownAddress } from './outside.ts'

const folder = mkdtempSync(join(tmpdir(), 'pamir-embedded-'))
let running: Embedded | undefined
afterAll(async () => {
  await running?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function ask<T>(where: Where, text: string): Promise<T[]> {
  const { pool, close } = openDatabase(where)
  try { return (await pool.query(text)).rows as T[] } finally { await close() }
}
const postmaster = () => Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
const gone = async (pid: number) => { for (let tries = 0; tries < 200; tries++) try { process.kill(pid, 0); await new Promise((done) => setTimeout(done, 25)) } catch { return } }

test('a command uses the database of a running Pamir and leaves it running; a second Pamir is refused', async () => {
  running = await startEmbedded(folder)
  await ask(running.where, 'create table kept (what text); insert into kept values (\'this\')')
  const guest = await startEmbedded(folder, { attach: true })
  expect(guest.attached).toBe(true)
  expect(await ask(guest.where, 'select what from kept')).toEqual([{ what: 'this' }])
  await guest.stop()
  expect(await ask(running.where, 'select what from kept')).toEqual([{ what: 'this' }])
  await expect(startEmbedded(folder)).rejects.toThrow(/Another Pamir \(process \d+\).*PAMIR_DATA/)
})

test('it flushes to disk and listens to nobody on the network', async () => {
  const [settings] = await ask<Record<string, string>>(running!.where, "select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages, current_setting('listen_addresses') as listens")
  expect(settings).toEqual({ fsync: 'on', pages: 'on', listens: '' })
})

test('after a kill it is started again and has lost nothing', async () => {
  await ask(running!.where, "insert into kept values ('that')")
  const pid = postmaster()
  process.kill(pid, 'SIGKILL')
  await gone(pid)
  running = await startEmbedded(folder)
  expect(await ask(running.where, 'select what from kept order by 1')).toEqual([{ what: 'that' }, { what: 'this' }])
})

test('a server whose Pamir is dead is waited for, not fought with', async () => {
  const before = postmaster()
  writeFileSync(join(folder, 'held-by'), '999999999\n')
  running = await startEmbedded(folder)
  expect(postmaster()).not.toBe(before)
  expect(await ask(running.where, 'select count(*) from kept')).toEqual([{ count: 2 }])
})

test('a Pamir that is leaving is waited for: who starts it again at once finds its data', async () => {
  running!.leaving()
  const next = startEmbedded(folder)
  await new Promise((done) => setTimeout(done, 200))
  await running!.stop()
  running = await next
  expect(await ask(running.where, 'select count(*) from kept')).toEqual([{ count: 2 }])
})

test('an outside database that is not there is told of in a sentence without its password', async () => {
  const url = 'postgres://pamir:geheim@127.0.0.1:9/register'
  const { pool, close } = openDatabase({ connectionString: url })
  const said = await checkOutside(pool, url).catch((error: Error) => error.message)
  await close()
  expect(said).toContain('127.0.0.1:9/register')
  expect(said).toContain('nothing listens there')
  expect(said).not.toContain('geheim')
  expect(shownAddress('postgres:///pamir?host=/run')).toBe('localhost/pamir')
})

test('a PostgreSQL that is too old is refused', async () => {
  const old = { query: async () => ({ rows: [{ number: 140_011 }] }) }
  await expect(checkOutside(old as never, 'postgres://x/y')).rejects.toThrow('PostgreSQL 14; Pamir needs 15')
})
