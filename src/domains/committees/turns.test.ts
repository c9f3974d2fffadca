// Each member of a body is told what is theirs, as long as it is, and nobody what is not.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeWorkbook } from '#adapters/spreadsheets/write.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Id } from '#platform/kinds.ts'
import { turnsOf } from '#platform/turns.ts'
import { world } from '#test/world.ts'
import { bodiesApi, meetingsApi as api, proceduresApi } from './api.ts'
import { committeeRoutes } from './routes.ts'
import { committee, home, now, peopleAndPlaces, type Story } from './test-committees.ts'

let w: Awaited<ReturnType<typeof world>>
let story: Story
let body: Awaited<ReturnType<typeof committee>>
let clock = Date.parse(now)
const day = 86_400_000
const put = (on: string) => { clock = Date.parse(on); w.at(new Date(clock).toISOString()) }
const pass = () => { clock += 60_000; w.at(new Date(clock).toISOString()) }
const as = <T>(viewer: Viewer, deed: () => T): T => { pass(); w.as(viewer); return deed() }
beforeAll(async () => {
  w = await world(committeeRoutes({ ...home, writeSheets: writeWorkbook }), now)
  story = await peopleAndPlaces(w.db)
  body = await committee(w, story)
  for (const seat of body.seats.filter(({ memberId }) => memberId === story.bilal.id || memberId === story.li.id)) await as(seat.sideId === body.ours ? story.ayesha : story.wang, () => w.ask(bodiesApi.changeSeat, { params: { id: body.id, seatId: seat.id }, body: { memberId: seat.memberId, alternateId: seat.alternateId, office: 'secretary', untilOn: null, terms: 1 } }))
}, 60_000)
afterAll(() => w.close())

/** Of a person by their seats alone, or of a director for the side as well. */
const waits = async (viewer: Viewer, sides: Id[] = []) => (await turnsOf(w.db, viewer, { whose: 'yours', sides, today: new Date(clock).toISOString().slice(0, 10), now: new Date(clock).toISOString(), limit: 50 })).rows.map(({ kind, due }) => [kind.replace('today.body-', ''), due])
const kinds = async (viewer: Viewer, sides: Id[] = []) => (await waits(viewer, sides)).map(([kind]) => kind)
let meeting: Id
const one = () => ({ params: { id: meeting } })

test('chairs and secretaries are told from the ninth month that the year runs out, until a session is called', async () => {
  put('2026-12-01T09:00:00.000Z')
  expect(await waits(story.bilal)).toEqual([])
  put('2026-12-03T09:00:00.000Z')
  expect([await waits(story.bilal), await waits(story.li), await waits(story.zhao)]).toEqual([[['session', '2027-03-02']], [['session', '2027-03-02']], []])
  meeting = (await as(story.ayesha, () => w.ask(api.call, { params: { id: body.id }, body: { startsAt: new Date(clock + 30 * day).toISOString(), zone: 'Asia/Karachi', hostSideId: body.ours } }))).answer.id
  expect(await kinds(story.li)).toEqual(['reply'])
})

test('an item that one side put there waits for the secretary of the other', async () => {
  const { items } = (await as(story.bilal, () => w.ask(api.addItem, { ...one(), body: { title: { en: 'The programme' }, aim: 'decision', matter: 'programme', sideId: body.ours } }))).answer
  expect([await kinds(story.li), await kinds(story.bilal)]).toEqual([['reply', 'agenda'], ['reply']])
  await as(story.li, () => w.ask(api.agreeItem, { params: { id: meeting, itemId: items.at(-1)!.id }, body: { sideId: body.theirs } }))
  expect(await kinds(story.li)).toEqual(['reply'])
})

test('after it, the minutes wait to be begun, approved, approved anew when they were changed, and corrected', async () => {
  await as(story.ayesha, () => w.ask(api.open, one()))
  for (const viewer of [story.bilal, story.li]) await as(viewer, () => w.ask(api.presence, { ...one(), body: { mode: 'room' } }))
  await as(story.ayesha, () => w.ask(api.close, one()))
  expect(await waits(story.li)).toEqual([['draft', new Date(clock + 15 * day).toISOString().slice(0, 10)]])
  const begun = (await as(story.bilal, () => w.ask(api.draftMinutes, one()))).answer.minutes!
  expect([await kinds(story.li), await kinds(story.wang, [story.zaozhuang])]).toEqual([['minutes'], ['minutes']])
  await as(story.li, () => w.ask(api.approveMinutes, { ...one(), body: { sideId: body.theirs, hash: begun.now } }))
  expect(await kinds(story.li)).toEqual([])
  const [first] = begun.texts
  const write = (text: string, seen: string) => as(story.bilal, () => w.ask(api.writeMinutes, { ...one(), body: { locale: first!.locale, text, seen } }))
  await write(first!.text, first!.changedAt)
  expect(await kinds(story.li)).toEqual([])
  const { minutes } = (await write('Another wording', first!.changedAt)).answer
  expect([await kinds(story.li), await kinds(story.wang, [story.zaozhuang])]).toEqual([['minutes'], ['minutes']])
  for (const [viewer, sideId] of [[story.bilal, body.ours], [story.li, body.theirs]] as const) await as(viewer, () => w.ask(api.approveMinutes, { ...one(), body: { sideId, hash: minutes!.now } }))
  const { addenda } = (await as(story.bilal, () => w.ask(api.addAddendum, { ...one(), body: { sideId: body.ours, text: 'Li is Professor Li.' } }))).answer.minutes!
  expect([await kinds(story.li), (await kinds(story.wang, [story.zaozhuang])).toSorted(), await kinds(story.bilal)]).toEqual([['correction'], ['correction', 'sign'], []])
  await as(story.li, () => w.ask(api.approveAddendum, { params: { id: meeting, addendumId: addenda[0]!.id }, body: { sideId: body.theirs } }))
  expect(await kinds(story.li)).toEqual([])
}, 60_000)

test('a special session waits once enough have asked, and is warned of when it is called too late', async () => {
  const body8 = async () => (await as(story.ayesha, () => w.ask(bodiesApi.body, { params: { id: body.id } }))).answer
  const asked = (await as(story.li, () => w.ask(proceduresApi.askSpecial, { params: { id: body.id }, body: { because: 'The laboratory', sideId: null } }))).answer.requests[0]!
  expect([await kinds(story.bilal), (await body8()).checks.filter(({ id }) => id === 'g11')]).toEqual([[], []])
  await as(story.wang, () => w.ask(proceduresApi.supportRequest, { params: { id: body.id, requestId: asked.id } }))
  expect([await waits(story.bilal), (await body8()).checks.filter(({ id }) => id === 'g11').length]).toEqual([[['special', new Date(Date.parse(asked.at) + 30 * day).toISOString().slice(0, 10)]], 1])
  const called = (await as(story.ayesha, () => w.ask(api.call, { params: { id: body.id }, body: { kind: 'special', requestId: asked.id, startsAt: new Date(clock + 45 * day).toISOString(), zone: 'Asia/Karachi', hostSideId: body.theirs } }))).answer
  expect(called.checks.find(({ id }) => id === 'g11')).toMatchObject({ status: 'warn', inputs: { within: 30 } })
  expect(await kinds(story.bilal)).toEqual(['reply'])
})
