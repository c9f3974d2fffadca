// Two records become one and two again: nothing is lost, and everything goes back to where it was.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { brokenLink, chainOf } from '#platform/audit/journal.ts'
import { house } from '#platform/auth/viewer.ts'
import { newId } from '#platform/kinds.ts'
import { person, world } from '#test/world.ts'
import { organisationsApi as api } from './api.ts'
import { openDesk } from './desk.ts'
import { doublesOf, propose } from './duplicate-store.ts'
import { organisationRoutes } from './routes.ts'
import { putStory } from './story.fixtures.ts'

let here: Awaited<ReturnType<typeof world>>
let ids: Awaited<ReturnType<typeof putStory>>
const director = person('Amina', { role: 'director', at: newId() })

beforeAll(async () => {
  here = await world(({ db }) => organisationRoutes({ desk: openDesk(db, { inside: true }), writeTable: async () => new Uint8Array() }))
  ids = await putStory(here.db)
  const { sargodha, typed, lanzhou, zaozhuang } = ids
  await here.db.insertInto('organisationRelation').values([
    { fromId: typed, kind: 'related', toId: lanzhou, source: 'local' }, { fromId: sargodha, kind: 'related', toId: lanzhou, source: 'ror' },
    { fromId: typed, kind: 'related', toId: sargodha, source: 'local' }, { fromId: zaozhuang, kind: 'related', toId: typed, source: 'local' },
  ]).execute()
  await here.db.insertInto('organisationIdentifier').values([{ organisationId: typed, scheme: 'pk-hec', value: '77', source: 'local' }, { organisationId: sargodha, scheme: 'pk-hec', value: '77', source: 'local' }]).execute()
  await here.db.updateTable('organisation').set({ parentId: typed }).where('id', '=', lanzhou).execute()
})
afterAll(() => here.close())
beforeEach(() => here.as(director))

const everything = async () => {
  const tables = ['organisation', 'organisationName', 'organisationIdentifier', 'organisationRelation'] as const
  const rows = await Promise.all(tables.map((table) => here.db.selectFrom(table).selectAll().execute()))
  return rows.map((of) => of.map((row) => JSON.stringify({ ...row, changedAt: null })).toSorted())
}
const merge = (mergedId = ids.typed) => here.ask(api.merge, { params: { id: ids.sargodha }, body: { mergedId } })

test('a double is proposed with its reason as it comes in, and only once', async () => {
  const { answer } = await here.ask(api.duplicates, {})
  expect(answer).toMatchObject([{ reason: 'same-name', facts: { found: 'University of Sargodha' }, sureness: expect.closeTo(0.9) }])
  expect(await here.db.transaction().execute(async (tx) => propose(tx, await doublesOf(tx, [ids.typed])))).toBe(0)
})

test('the preview says what moves and what is filled in', async () => {
  const { answer } = await here.ask(api.preview, { params: { id: ids.sargodha }, query: { mergedId: ids.typed } })
  expect(answer.moves).toEqual([{ table: 'organisation_name', count: 1 }, { table: 'organisation_identifier', count: 1 }, { table: 'organisation_relation', count: 3 }, { table: 'organisation', count: 1 }])
  expect([answer.filled, answer.whyNot]).toEqual([['website'], null])
})

test('merged, everything points to the kept record; undone, everything is exactly as before', async () => {
  const before = await everything()
  const { status, answer } = await merge()
  expect(status).toBe(200)
  const { answer: kept } = await here.ask(api.read, { params: { id: ids.sargodha } })
  expect([kept.website, kept.units.map(({ id }) => id), kept.name]).toEqual(['https://uos.example', [ids.lanzhou], 'University of Sargodha'])
  expect((await here.ask(api.read, { params: { id: ids.typed } })).answer).toMatchObject({ status: 'merged', mergedInto: ids.sargodha, into: { id: ids.sargodha }, names: [] })
  expect((await here.ask(api.list, { query: { text: 'sargodha' } })).answer.rows).toHaveLength(1)
  expect((await here.ask(api.duplicates, {})).answer).toEqual([])
  expect((await merge()).answer.error).toBe('organisations.was-merged')

  expect((await here.ask(api.undo, { params: { id: answer.id } })).answer.undoneAt).not.toBeNull()
  expect(await everything()).toEqual(before)
  expect((await here.ask(api.duplicates, {})).answer).toHaveLength(1)
  expect((await here.ask(api.undo, { params: { id: answer.id } })).answer.error).toBe('organisations.undone-already')
  const chain = await chainOf(here.db, ids.sargodha)
  expect(chain.map(({ what }) => what)).toEqual(['organisation.added', 'organisation.merged', 'organisation.merge-undone'])
  expect(brokenLink(chain)).toBeUndefined()
})

test('what was changed since the merge stays changed', async () => {
  const { answer } = await merge()
  await here.db.updateTable('organisation').set({ website: 'https://uos.edu.pk' }).where('id', '=', ids.sargodha).execute()
  await here.ask(api.undo, { params: { id: answer.id } })
  expect((await here.ask(api.read, { params: { id: ids.sargodha } })).answer.website).toBe('https://uos.edu.pk')
})

test.each([
  ['nobody', undefined, 401], ['a student', person('S', { role: 'student', at: newId() }), 409],
])('%s merges nothing', async (_, who, status) => {
  here.as(who)
  expect((await merge()).status).toBe(status)
})

test('a proposal that two records are one is dismissed once and not made again', async () => {
  const [proposal] = (await here.ask(api.duplicates, {})).answer
  here.as(person('S', { role: 'student', at: newId() }))
  expect((await here.ask(api.dismiss, { params: { id: proposal!.id } })).status).toBe(409)
  here.as({ ...director, admin: house.admin })
  expect((await here.ask(api.dismiss, { params: { id: proposal!.id } })).answer).toEqual([])
  expect((await here.ask(api.dismiss, { params: { id: proposal!.id } })).answer.error).toBe('organisations.decided-already')
  expect(await here.db.transaction().execute(async (tx) => propose(tx, await doublesOf(tx, [ids.typed])))).toBe(0)
})
