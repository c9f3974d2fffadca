// The desk in its own thread: it reads what the database knows, and hears of what changes.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { house } from '#platform/auth/viewer.ts'
import { freshDatabase } from '#test/database.ts'
import { addOrganisations } from './actions.ts'
import { type Desk, openDesk } from './desk.ts'
import { loadAll } from './desk-load.ts'
import { putStory } from './story.fixtures.ts'

let here: Awaited<ReturnType<typeof freshDatabase>>
let desk: Desk
let ids: Awaited<ReturnType<typeof putStory>>
beforeAll(async () => {
  here = await freshDatabase()
  ids = await putStory(here.db)
  desk = openDesk(here.db, { pool: here.pool })
})
afterAll(async () => { await desk.close(); await here.close() })

test('a question waits until everything is read', async () => {
  expect(desk.isReady()).toBe(false)
  const [answer] = await desk.resolve([{ text: 'Lanzhou Universty, China' }])
  expect(desk.isReady()).toBe(true)
  expect(answer!.candidates[0]?.id ?? answer!.organisation?.id).toBe(ids.lanzhou)
})

test('a desk that closes while it is being filled says so to who fills it, and brings nothing else down', async () => {
  const closing = async ({ do: what }: { do: string }) => { if (what === 'fill') throw new Error('the desk is closed') }
  await expect(loadAll(here.db, closing)).rejects.toThrow('the desk is closed')
})

test('a whole register is asked in parts and answered in order', async () => {
  const cells = await desk.resolveCells(Array.from({ length: 1200 }, (_, at) => ({ text: at % 2 ? 'Lanzhou University' : 'Zaozhuang University', hints: {} })))
  expect(cells).toHaveLength(1200)
  expect(cells.slice(0, 2).map(({ parties }) => parties[0]?.resolution.organisation?.id)).toEqual([ids.zaozhuang, ids.lanzhou])
})

test('what another process adds is known once it is committed', async () => {
  const [id] = await here.db.transaction().execute((db) => addOrganisations({ db, viewer: house, now: '2026-03-02T09:00:00.000Z' }, [{ kind: 'company', country: 'CN', names: [{ text: 'Lithium Roads Company', lang: 'en', kind: 'display' }] }]))
  await expect.poll(async () => (await desk.suggest('lithium ro', { limit: 3 }))[0]?.id).toBe(id)
})

test('after it is filled anew it knows the same', async () => {
  await desk.reload()
  expect((await desk.suggest('兰州', { limit: 3 }))[0]?.id).toBe(ids.lanzhou)
})
