// Long work: watched, cancelled, taken up again after a crash, and ended in words; on a real database with a real back office.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#test/database.ts'
import { person } from '#test/world.ts'
import { house } from '../auth/viewer.ts'
import type { Reading } from '../db/database.ts'
import { Refused } from '../refusals.ts'
import { openOffice, type Office } from './office.ts'
import { askFor, cancelWork, findWork, performNow, type Worker } from './work.ts'

const runs: string[] = []
const counting: Worker<{ to: number; slow?: boolean }> = {
  kind: 'test.count',
  run: async ({ params, progress, viewer }) => {
    runs.push(viewer.name)
    for (let at = 1; at <= params.to; at++) {
      await progress(at, params.to, 'test.counting')
      if (params.slow) await new Promise((done) => setTimeout(done, 20))
    }
    return { counted: params.to }
  },
}
const given: unknown[] = []
const deadly: Worker = { kind: 'test.deadly', run: async () => { runs.push('deadly'); return {} }, giveUp: async ({ params }) => { given.push(params) } }
const failing: Worker = { kind: 'test.fail', run: async () => { throw new Refused('web.too-large', { most: 3 }) } }

let here: Awaited<ReturnType<typeof freshDatabase>>
let office: Office
const ann = person('Ann')
const log = { error: () => {}, info: () => {} }
const open = () => openOffice({ db: here.db, pool: here.pool, jobs: {}, workers: [counting as never, failing, deadly], viewerOf: async () => ann, log })
const ask = (kind: string, params: unknown) => here.db.transaction().execute((tx) => askFor(tx, ann, kind, params))
const read = (id: string, viewer = ann) => findWork(here.db as Reading, viewer, id)
async function until(id: string, ...states: string[]) {
  for (let tries = 0; tries < 400; tries++) {
    const work = await read(id)
    if (states.includes(work.state)) return work
    await new Promise((done) => setTimeout(done, 25))
  }
  throw new Error('it never came to that')
}

beforeAll(async () => { here = await freshDatabase(); office = await open() })
afterAll(async () => { await office.stop(); await here.close() })

test('what was asked for is done in the name of who asked, and seen by no one else', async () => {
  const id = await ask('test.count', { to: 3 })
  expect(await until(id, 'done')).toMatchObject({ done: 3, total: 3, note: 'test.counting', result: { counted: 3 } })
  expect(runs.at(-1)).toBe('Ann')
  await expect(read(id, person('Bob'))).rejects.toThrow()
  expect((await read(id, house)).state).toBe('done')
})

test('it can be cancelled while it runs, and only then', async () => {
  const id = await ask('test.count', { to: 1000, slow: true })
  await until(id, 'running')
  await here.db.transaction().execute((tx) => cancelWork(tx, ann, id))
  expect((await until(id, 'cancelled')).endedAt).not.toBeNull()
  await expect(here.db.transaction().execute((tx) => cancelWork(tx, ann, id))).rejects.toMatchObject({ reason: 'web.work-has-ended' })
})

test('cancelled before its turn it ends at once, and gives back what it was about', async () => {
  const before = await ask('test.count', { to: 1000, slow: true })
  await until(before, 'running')
  const id = await ask('test.deadly', { run: 1 })
  await here.db.transaction().execute((tx) => cancelWork(tx, ann, id))
  expect((await until(id, 'cancelled')).endedAt).not.toBeNull()
  expect((await read(before)).state).toBe('running')
  for (let tries = 0; given.length === 0 && tries < 400; tries++) await new Promise((done) => setTimeout(done, 25))
  expect(given.splice(0)).toEqual([{ run: 1 }])
  await here.db.transaction().execute((tx) => cancelWork(tx, ann, before))
  await until(before, 'cancelled')
})

test('a refusal inside ends it with its key', async () => {
  expect((await until(await ask('test.fail', {}), 'failed')).failure).toEqual({ key: 'web.too-large', facts: { most: 3 } })
})

test('closing the house puts it back, and the next start takes it up', async () => {
  const id = await ask('test.count', { to: 60, slow: true })
  await until(id, 'running')
  await office.stop()
  expect((await read(id)).state).toBe('queued')
  office = await open()
  expect((await until(id, 'done')).result).toEqual({ counted: 60 })
})

test('work cut off by a crash is taken up once it has been silent for a minute', async () => {
  const id = await ask('test.count', { to: 2 })
  await until(id, 'done')
  const ago = new Date(Date.now() - 61_000).toISOString()
  await here.db.updateTable('work').set({ state: 'running', beatAt: ago, endedAt: null }).where('id', '=', id).execute()
  expect((await until(id, 'done')).endedAt).not.toBeNull()
})

test('work that is cut off again and again ends in words, and gives back what it was about', async () => {
  const id = await ask('test.deadly', { run: 7 })
  await until(id, 'done')
  for (let times = 1; times <= 3; times++) {
    const ago = new Date(Date.now() - 61_000).toISOString()
    await here.db.updateTable('work').set({ state: 'running', beatAt: ago, endedAt: null }).where('id', '=', id).execute()
    const ended = await until(id, 'done', 'failed')
    expect([times, ended.state]).toEqual([times, times < 3 ? 'done' : 'failed'])
  }
  expect(await read(id)).toMatchObject({ failure: { key: 'web.work-cut-off', facts: { times: 3 } } })
  expect((await read(id)).endedAt).not.toBeNull()
  expect(runs.filter((run) => run === 'deadly')).toHaveLength(3)
  expect(given).toEqual([{ run: 7 }])
})

test('work begun from the terminal is watched there', async () => {
  const seen: number[] = []
  expect(await performNow(here.db, counting, { to: 4 }, (done) => seen.push(done))).toEqual({ counted: 4 })
  expect(seen).toEqual([1, 2, 3, 4])
})
