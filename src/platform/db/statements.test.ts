// A statement is written once for each shape, and each time asked with the values of that time.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#test/database.ts'
import { ask } from './statements.ts'

let here: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => { here = await freshDatabase() })
afterAll(() => here.close())

let written = 0
const words = (values: { from?: string | undefined; limit: number }) => ask(here.db, 'words', values, (blanks) => {
  written++
  const all = here.db.selectFrom('searchWord').select('word').orderBy('word').limit(blanks.limit)
  return blanks.from === undefined ? all : all.where('word', '>=', blanks.from)
}).then((rows) => rows.map(({ word }) => word))

test('other values of the same shape need no new statement, and each gets its own answer', async () => {
  await here.db.insertInto('searchWord').values(['alma', 'bukhara', 'chach'].map((word) => ({ word }))).execute()
  expect(await words({ limit: 2 })).toEqual(['alma', 'bukhara'])
  expect(await words({ limit: 1 })).toEqual(['alma'])
  expect(written).toBe(1)
  expect(await words({ from: 'b', limit: 2 })).toEqual(['bukhara', 'chach'])
  expect(await words({ from: 'c', limit: 2 })).toEqual(['chach'])
  expect(await words({ from: undefined, limit: 3 })).toEqual(['alma', 'bukhara', 'chach'])
  expect(written).toBe(2)
})
