// What a person may not do with notices: as nobody, with another's, and when there is nothing left to do.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { giveOffice, home, openAlliance, seminar } from '#domains/commitments/fixtures.test-cases.ts'
import { commitmentsApi } from '#domains/commitments/api.ts'
import { stranger } from '#platform/auth/viewer.ts'
import { addUnsubscribing, unsubscribe } from './actions.ts'
import { noticesApi } from './api.ts'
import { tellAll } from './fixtures.test-cases.ts'
import { kinds, usual, type Wishes } from './model.ts'
import { noticeRoutes } from './routes.ts'
import { wishesOf } from './store.ts'
import { tellNew } from './telling.ts'

let here: Awaited<ReturnType<typeof openAlliance>>
const teller = { home, clock: () => new Date(), viewerOf: async (id: string) => Object.values(here.people).find((one) => one.id === id) ?? { ...stranger, id } }
beforeAll(async () => {
  here = await openAlliance(noticeRoutes)
  for (const [who, place] of [['ayesha', 'sargodha'], ['wang', 'zaozhuang'], ['li', 'lanzhou']] as const) await giveOffice(here.db, here.people[who].id, 'director', here.places[place])
  await tellNew(here.db, teller)
  here.as(here.people.ayesha)
  await here.ask(commitmentsApi.record, { params: { id: await here.agreement() }, body: seminar() })
  await tellAll(here.db, teller)
})
afterAll(() => here.close())

const wishes = (more: object = {}) => Object.fromEntries(kinds.map((kind) => [kind, { ...usual, ...more }])) as Wishes
const unread = async (who: keyof typeof here.people) => { here.as(here.people[who]); return (await here.ask(noticesApi.unread, {})).answer.unread }
const own = async () => { here.as(here.people.wang); return (await here.ask(noticesApi.list, {})).answer.rows }

test('nobody reads, marks or wishes anything', async () => {
  here.as(undefined)
  const answers = [await here.ask(noticesApi.list, {}), await here.ask(noticesApi.unread, {}), await here.ask(noticesApi.read, { body: { ids: null } }), await here.ask(noticesApi.wishes, {}), await here.ask(noticesApi.putWishes, { body: wishes() })]
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401])
  expect(await unread('wang')).toBe(1)
})

test('another’s notice is not there: it is neither listed nor marked, and another’s wishes stay', async () => {
  const [notice] = await own()
  here.as(here.people.li)
  expect([(await here.ask(noticesApi.list, {})).answer.rows, (await here.ask(noticesApi.read, { body: { ids: [notice!.id] } })).answer]).toEqual([[], { unread: 0 }])
  await here.ask(noticesApi.putWishes, { body: wishes({ inApp: false }) })
  expect([await unread('wang'), (await wishesOf(here.db, here.people.wang.id)).turn]).toEqual([1, usual])
})

test('what was read is read: a second time changes nothing, not even when', async () => {
  const [notice] = await own()
  expect((await here.ask(noticesApi.read, { body: { ids: [notice!.id] } })).answer).toEqual({ unread: 0 })
  const { readAt } = (await own())[0]!
  here.at('2026-03-05T09:00:00.000Z')
  expect((await here.ask(noticesApi.read, { body: { ids: null } })).answer).toEqual({ unread: 0 })
  expect([readAt === null, (await own())[0]!.readAt]).toEqual([false, readAt])
})

test('a kind that does not exist, one that is left out, and a notice that cannot be named are refused', async () => {
  here.as(here.people.wang)
  const { turn: _turn, ...lacking } = wishes()
  const refused = [await here.ask(noticesApi.putWishes, { body: { ...wishes(), weather: usual } as never }), await here.ask(noticesApi.putWishes, { body: lacking as never }), await here.ask(noticesApi.read, { body: { ids: ['1'] } })]
  expect(refused.map(({ status }) => status)).toEqual([422, 422, 422])
  expect(await wishesOf(here.db, here.people.wang.id)).toEqual(wishes())
})

test('a link that ends letters ends those of its own person alone, as often as it is pressed; one that never was ends none', async () => {
  const token = await here.db.transaction().execute((db) => addUnsubscribing(db, here.people.wang.id, '2026-03-02T09:00:00.000Z'))
  const press = (one: string) => here.db.transaction().execute((db) => unsubscribe(db, one))
  expect([await press(`${token}x`), await press(''), (await wishesOf(here.db, here.people.wang.id)).turn]).toEqual([false, false, usual])
  expect([await press(token), await press(token)]).toEqual([true, true])
  expect([(await wishesOf(here.db, here.people.wang.id)).turn, (await wishesOf(here.db, here.people.ayesha.id)).turn]).toEqual([{ ...usual, byMail: false, inDigest: false }, usual])
})
