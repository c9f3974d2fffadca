// The first start, and those after it.
import { afterEach, expect, test } from 'vitest'
import { firstStart } from './first-start.ts'
import type { House } from './house.ts'
import { freshDatabase } from '#test/database.ts'

let house: House
const said: string[] = []
const begin = (empty: boolean) => firstStart(house, { empty, say: (sentence) => void said.push(sentence) })
const open = async () => { house = { ...await freshDatabase(), embedded: true, migrated: [], leaving: () => {} } }
const organisations = async () => (await house.pool.query('select count(*) from organisation')).rows[0] as { count: number }
afterEach(async () => { await house.close(); said.length = 0 })

test('brings the example once, and says so once', async () => {
  await open()
  await begin(false)
  const { count } = await organisations()
  expect(count).toBeGreaterThan(10)
  await begin(false)
  expect(await organisations()).toEqual({ count })
  expect(said).toHaveLength(1)
})

test('--empty begins without it, and a later start does not bring it either', async () => {
  await open()
  await begin(true)
  await begin(false)
  expect(await organisations()).toEqual({ count: 0 })
  expect(said).toEqual([])
})
