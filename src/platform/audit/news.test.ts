// News is heard in the transaction of its deed: what was made of it is gone again when the deed is undone.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#test/database.ts'
import { house } from '../auth/viewer.ts'
import { newId } from '../kinds.ts'
import { chainOf, record, recordBeginnings } from './journal.ts'
import { when } from './news.ts'

let here: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => { here = await freshDatabase() })
afterAll(() => here.close())

when('news.told', async (at, { about, data }) => record(at, { what: 'news.heard', about, data: { from: data['place'] ?? 'nowhere' } }))
const told = (about: string) => chainOf(here.db, about).then((chain) => chain.map(({ what, data }) => [what, data]))

test('who listens hears a single deed and each of many', async () => {
  const [one, other] = [newId(), newId()]
  await here.db.transaction().execute(async (db) => {
    const at = { db, viewer: house, now: '2026-03-02T09:00:00.000Z' }
    await record(at, { what: 'news.told', about: one, data: { place: 'Sargodha' } })
    await recordBeginnings(at, [{ what: 'news.told', about: other }, { what: 'news.untold', about: newId() }])
  })
  expect(await told(one)).toEqual([['news.told', { place: 'Sargodha' }], ['news.heard', { from: 'Sargodha' }]])
  expect(await told(other)).toEqual([['news.told', {}], ['news.heard', { from: 'nowhere' }]])
})

test('a deed that is undone was never heard of', async () => {
  const id = newId()
  await expect(here.db.transaction().execute(async (db) => {
    await record({ db, viewer: house, now: '2026-03-02T09:00:00.000Z' }, { what: 'news.told', about: id })
    throw new Error('undone')
  })).rejects.toThrow('undone')
  expect(await told(id)).toEqual([])
})
