// What one side, or one pair of hands, must not be able to do to the others; and that no state of a session is without a way out.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { writeWorkbook } from '#adapters/spreadsheets/write.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { when } from '#platform/audit/news.ts'
import type { Id } from '#platform/kinds.ts'
import { world } from '#test/world.ts'
import { bodiesApi, meetingsApi as api, proceduresApi } from './api.ts'
import { readyMade } from './ready-rules.ts'
import { committeeRoutes } from './routes.ts'
import { committee, home, now, peopleAndPlaces, type Story } from './test-committees.ts'

let w: Awaited<ReturnType<typeof world>>
let story: Story
let body: Awaited<ReturnType<typeof committee>>
let clock = Date.parse(now)
const pass = (minutes = 1) => { clock += minutes * 60_000; w.at(new Date(clock).toISOString()) }
beforeAll(async () => {
  w = await world(committeeRoutes({ ...home, writeSheets: writeWorkbook }), now)
  story = await peopleAndPlaces(w.db)
}, 60_000)
afterAll(() => w.close())
beforeEach(async () => { body = await committee(w, story) }, 60_000)

const as = <T>(viewer: Viewer, deed: () => T): T => { pass(); w.as(viewer); return deed() }
const ofBody = () => ({ params: { id: body.id } })
const call = async (more: object = {}) => (await as(story.ayesha, () => w.ask(api.call, { ...ofBody(), body: { startsAt: new Date(clock + 90 * 86_400_000).toISOString(), zone: 'Asia/Karachi', hostSideId: body.ours, ...more } }))).answer.id
const add = async (meeting: Id, more: object = {}) => (await as(story.ayesha, () => w.ask(api.addItem, { params: { id: meeting }, body: { title: { en: 'The programme' }, aim: 'decision', matter: 'programme', sideId: body.ours, ...more } }))).answer.items.at(-1)!
const open = async (meeting: Id, who: Viewer[], mode: 'room' | 'online' = 'room') => {
  await as(story.ayesha, () => w.ask(api.open, { params: { id: meeting } }))
  for (const viewer of who) await as(viewer, () => w.ask(api.presence, { params: { id: meeting }, body: { mode } }))
}
const fail = (meeting: Id, itemId: Id) => as(story.ayesha, () => w.ask(api.consensus, { params: { id: meeting, itemId }, body: { outcome: 'failed' } }))
const openVote = async (meeting: Id, itemId: Id, secret = false) => (await as(story.ayesha, () => w.ask(api.openBallot, { params: { id: meeting, itemId }, body: { text: { en: 'Begin it' }, secret } }))).answer
const cast = (viewer: Viewer, id: Id, choice: 'for' | 'against' | 'abstain' = 'for') => as(viewer, () => w.ask(api.vote, { params: { id }, body: { choice } }))
const close = (id: Id) => as(story.wang, async () => (await w.ask(api.closeBallot, { params: { id } })).answer)
const put = (viewer: Viewer, seatId: Id, memberId: Id, alternateId: Id | null = null) => as(viewer, () => w.ask(bodiesApi.changeSeat, { params: { id: body.id, seatId }, body: { memberId, alternateId, office: null, untilOn: null, terms: 1 } }))
const seatOf = (viewer: Viewer) => body.seats.find(({ memberId }) => memberId === viewer.id)!
const everyone = () => [story.ayesha, story.bilal, story.wang, story.li]

describe('a seat that passes to another while the body sits', () => {
  test('leaves the open vote as it was opened: it counts the one who voted, and closes', async () => {
    const meeting = await call()
    const item = await add(meeting)
    await open(meeting, everyone())
    await fail(meeting, item.id)
    const ballot = (await openVote(meeting, item.id)).ballots.at(-1)!
    for (const viewer of everyone()) expect((await cast(viewer, ballot.id)).status).toBe(200)
    await put(story.wang, seatOf(story.li).id, story.zhao.id)
    await as(story.zhao, () => w.ask(api.presence, { params: { id: meeting }, body: { mode: 'room' } }))
    expect((await close(ballot.id)).ballots.at(-1)!.result).toMatchObject({ carried: true, for: 4 })
  })

  test('takes along what it has not answered in writing, and not what it has', async () => {
    const propose = async () => (await as(story.ayesha, () => w.ask(proceduresApi.propose, { ...ofBody(), body: { text: { en: 'Add a seminar' }, matter: 'programme' } }))).answer
    const [answered, waiting] = [await propose(), await propose()]
    await cast(story.li, answered.id)
    await put(story.wang, seatOf(story.li).id, story.zhao.id)
    expect((await cast(story.zhao, answered.id)).answer).toMatchObject({ error: 'committees.not-entitled' })
    expect((await cast(story.zhao, waiting.id)).status).toBe(200)
    expect((await as(story.ayesha, () => w.ask(proceduresApi.procedure, { params: { id: waiting.id } }))).answer).toMatchObject({ entitled: 4, voted: 1 })
  })
})

test('an answer in writing that comes after the day counts for nothing, also before the clock has closed it', async () => {
  const asked = (await as(story.ayesha, () => w.ask(proceduresApi.propose, { ...ofBody(), body: { text: { en: 'Add a seminar' }, matter: 'programme' } }))).answer
  clock = Date.parse(`${asked.deadlineOn}T23:00:00.000Z`) + 86_400_000
  expect((await cast(story.wang, asked.id)).answer).toMatchObject({ error: 'committees.vote-closed' })
})

test('who declared an interest stands back for it later; who stood back does not come back', async () => {
  const meeting = await call()
  const item = await add(meeting)
  await open(meeting, everyone())
  const declare = (recused: boolean) => as(story.bilal, () => w.ask(api.declare, { params: { id: meeting, itemId: item.id }, body: { what: 'My laboratory applies', recused } }))
  expect((await declare(false)).answer.items.at(-1)!.quorum!.sides[0]).toMatchObject({ acting: 2 })
  expect((await declare(true)).answer.items.at(-1)!.quorum!.sides[0]).toMatchObject({ acting: 1 })
  expect((await declare(false)).answer.error).toBe('committees.stood-back-already')
})

test('an item that is changed at the table is agreed to anew, and one that was voted on stays what it was', async () => {
  const meeting = await call()
  const item = await add(meeting, { matter: 'charter' })
  clock += 90 * 86_400_000
  await open(meeting, everyone())
  const change = (title: string, matter: string) => as(story.ayesha, () => w.ask(api.changeItem, { params: { id: meeting, itemId: item.id }, body: { title: { en: title }, aim: 'decision', matter, notes: {}, place: 6 } as never }))
  expect((await change('The programme', 'other')).answer.items.at(-1)!.check).toMatchObject({ id: 'g15', status: 'fail' })
  expect((await fail(meeting, item.id)).answer.error).toBe('committees.fails-g15')
  await as(story.wang, () => w.ask(api.agreeItem, { params: { id: meeting, itemId: item.id }, body: { sideId: body.theirs } }))
  await as(story.ayesha, () => w.ask(api.consensus, { params: { id: meeting, itemId: item.id }, body: { outcome: 'reached', text: { en: 'Begun' } } }))
  expect((await change('Another programme', 'other')).answer.error).toBe('committees.item-voted-on')
  expect((await as(story.ayesha, () => w.ask(api.removeItem, { params: { id: meeting, itemId: item.id } }))).answer.error).toBe('committees.item-voted-on')
  expect((await openVote(meeting, item.id) as { error?: string }).error).toBe('committees.decided-already')
})

test('what is decided about says its matter, so that nobody chooses a lighter class for it', async () => {
  const meeting = await call()
  const put = (matter: string) => as(story.ayesha, () => w.ask(api.addItem, { params: { id: meeting }, body: { title: { en: 'A new member' }, aim: 'decision', matter: matter as never, aboutKind: 'application', aboutId: story.agreement, sideId: body.ours } }))
  expect((await put('other')).answer.error).toBe('committees.matter-of-about')
  const item = (await put('admission')).answer.items.at(-1)!
  expect((await as(story.ayesha, () => w.ask(api.changeItem, { params: { id: meeting, itemId: item.id }, body: { title: { en: 'A new member' }, aim: 'decision', matter: 'other', notes: {}, place: 6 } }))).answer.error).toBe('committees.matter-of-about')
  expect((await as(story.ayesha, () => w.ask(proceduresApi.propose, { ...ofBody(), body: { text: { en: 'A new member' }, matter: 'other', aboutKind: 'application', aboutId: story.agreement } }))).answer.error).toBe('committees.matter-of-about')
})

test('the news of a decision names the sides that said yes, and no others', async () => {
  const heard: unknown[] = []
  when('decision.taken', async (_at, { about, data }) => { if (about === body.id) heard.push(data['sides']) })
  const meeting = await call()
  const item = await add(meeting)
  await open(meeting, everyone())
  await as(story.ayesha, () => w.ask(api.consensus, { params: { id: meeting, itemId: item.id }, body: { outcome: 'reached', text: { en: 'Begun' } } }))
  // A group that one side drafts for itself alone.
  body = { ...body, id: (await as(story.ayesha, () => w.ask(bodiesApi.draft, { body: { kind: 'working-group', name: { en: 'Alone' }, agreementId: story.agreement, rules: 'working-group', sides: [{ organisationId: story.sargodha }] } }))).answer.id }
  const [side] = (await as(story.ayesha, () => w.ask(bodiesApi.body, ofBody()))).answer.sides
  for (const [viewer, office] of [[story.ayesha, 'chair'], [story.bilal, null]] as const) await as(story.ayesha, () => w.ask(bodiesApi.addSeat, { ...ofBody(), body: { sideId: side!.id, memberId: viewer.id, office } }))
  await as(story.ayesha, () => w.ask(bodiesApi.constitute, ofBody()))
  const alone = await call({ hostSideId: null })
  const theirs = await add(alone, { sideId: side!.id })
  await open(alone, [story.ayesha])
  await as(story.ayesha, () => w.ask(api.consensus, { params: { id: alone, itemId: theirs.id }, body: { outcome: 'reached', text: { en: 'Begun' } } }))
  expect(heard).toEqual([[story.sargodha, story.zaozhuang], [story.sargodha]])
})

test('a secret vote is refused where the count would tell who said what, and keeps no words', async () => {
  const meeting = await call()
  const item = await add(meeting)
  await open(meeting, [story.ayesha, story.wang, story.li])
  await fail(meeting, item.id)
  expect((await openVote(meeting, item.id, true) as { error?: string }).error).toBe('committees.not-secret-alone')
  await as(story.bilal, () => w.ask(api.presence, { params: { id: meeting }, body: { mode: 'online' } }))
  const ballot = (await openVote(meeting, item.id, true)).ballots.at(-1)!
  await as(story.li, () => w.ask(api.vote, { params: { id: ballot.id }, body: { choice: 'against', words: 'Too early' } }))
  expect((await w.db.selectFrom('vote').selectAll().where('ballotId', '=', ballot.id).execute()).map(({ choice, words }) => [choice, words])).toEqual([[null, null]])
  const told = await w.db.selectFrom('journal').selectAll().where('about', '=', body.id).execute()
  expect(JSON.stringify(told)).not.toMatch(/"against"|Too early/)
})

describe('by rules under which only the room counts', () => {
  test('who is on the line makes no quorum, and does not vote from there', async () => {
    const drafted = await committee(w, story, false)
    body = drafted
    await as(story.ayesha, () => w.ask(bodiesApi.adoptRules, { ...ofBody(), body: { rules: { ...readyMade['joint-coordination-committee'], remote: false } } }))
    await as(story.ayesha, () => w.ask(bodiesApi.constitute, ofBody()))
    const meeting = await call()
    const item = await add(meeting)
    await open(meeting, everyone(), 'online')
    expect((await fail(meeting, item.id)).answer.error).toBe('committees.fails-g06')
    for (const viewer of everyone()) await as(viewer, () => w.ask(api.presence, { params: { id: meeting }, body: { mode: 'room' } }))
    await fail(meeting, item.id)
    const ballot = (await openVote(meeting, item.id)).ballots.at(-1)!
    await as(story.li, () => w.ask(api.presence, { params: { id: meeting }, body: { mode: 'online' } }))
    expect((await cast(story.li, ballot.id)).answer).toMatchObject({ error: 'committees.not-present' })
    for (const viewer of [story.ayesha, story.bilal, story.wang]) await cast(viewer, ballot.id)
    expect((await close(ballot.id)).ballots.at(-1)!.result).toMatchObject({ carried: true, for: 3 })
  })
})

test('no side dissolves alone a body of several, nor one that sits or decides in writing', async () => {
  const dissolve = () => as(story.ayesha, () => w.ask(bodiesApi.dissolve, ofBody()))
  expect((await dissolve()).answer.error).toBe('committees.closure-by-decision')
  const meeting = await call()
  const item = await add(meeting, { matter: 'closure' })
  await open(meeting, everyone())
  await as(story.ayesha, () => w.ask(api.consensus, { params: { id: meeting, itemId: item.id }, body: { outcome: 'reached', text: { en: 'It is closed' } } }))
  expect((await dissolve()).answer.error).toBe('committees.still-at-work')
  await as(story.ayesha, () => w.ask(api.close, { params: { id: meeting } }))
  expect((await dissolve()).answer.dissolvedAt).not.toBeNull()
})

test('a special session that is called off is still owed; one that could not decide ratifies nothing', async () => {
  const asked = (await as(story.wang, () => w.ask(proceduresApi.askSpecial, { ...ofBody(), body: { because: 'The laboratory', sideId: body.theirs } }))).answer.requests[0]!
  const special = await call({ kind: 'special', requestId: asked.id })
  await as(story.ayesha, () => w.ask(api.callOff, { params: { id: special } }))
  expect((await as(story.wang, () => w.ask(bodiesApi.body, ofBody()))).answer.requests[0]).toMatchObject({ metAt: null })
  const written = (await as(story.ayesha, () => w.ask(proceduresApi.propose, { ...ofBody(), body: { text: { en: 'Add a seminar' }, matter: 'programme' } }))).answer
  for (const viewer of everyone()) await cast(viewer, written.id)
  for (const day of [written.deadlineOn!, written.vetoUntilOn!]) {
    clock = Date.parse(`${day}T12:00:00.000Z`) + 2 * 86_400_000
    await as(story.ayesha, () => w.ask(proceduresApi.settle, { params: { id: written.id } }))
  }
  const ratified = async () => (await as(story.ayesha, () => w.ask(proceduresApi.procedure, { params: { id: written.id } }))).answer.decision!.ratifiedAt
  for (const [who, is] of [[[story.ayesha], null], [everyone(), expect.any(String)]] as const) {
    const meeting = await call()
    await open(meeting, [...who])
    await as(story.ayesha, () => w.ask(api.close, { params: { id: meeting } }))
    expect(await ratified()).toEqual(is)
  }
})

test('a body without sides corrects its sealed minutes too, and decides nothing that was never announced', async () => {
  body = { ...body, id: (await as(story.ayesha, () => w.ask(bodiesApi.draft, { body: { kind: 'working-group', name: { en: 'Group' }, parentId: body.id, rules: 'working-group' } }))).answer.id }
  await w.db.deleteFrom('bodySide').where('bodyId', '=', body.id).execute()
  for (const viewer of [story.ayesha, story.wang]) await as(story.ayesha, () => w.ask(bodiesApi.addSeat, { ...ofBody(), body: { memberId: viewer.id, office: viewer === story.ayesha ? 'chair' : null } }))
  await as(story.ayesha, () => w.ask(bodiesApi.constitute, ofBody()))
  const meeting = await call({ hostSideId: null })
  clock += 90 * 86_400_000
  await open(meeting, [story.ayesha, story.wang])
  const late = await add(meeting, { sideId: null })
  expect((await as(story.ayesha, () => w.ask(api.consensus, { params: { id: meeting, itemId: late.id }, body: { outcome: 'reached' } }))).answer.error).toBe('committees.fails-g15')
  await as(story.ayesha, () => w.ask(api.close, { params: { id: meeting } }))
  const { minutes } = (await as(story.ayesha, () => w.ask(api.draftMinutes, { params: { id: meeting } }))).answer
  await as(story.ayesha, () => w.ask(api.approveMinutes, { params: { id: meeting }, body: { sideId: null, hash: minutes!.now } }))
  const { answer } = await as(story.ayesha, () => w.ask(api.addAddendum, { params: { id: meeting }, body: { sideId: null, text: 'Wang is Professor Wang.' } }))
  expect([answer.minutes!.addenda, answer.minutes!.papers.length]).toMatchObject([[{ proposedBySide: null, sealedAt: expect.any(String) }], 2])
}, 60_000)
