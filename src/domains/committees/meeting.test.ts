// A session from its call to its sealed minutes: a quorum lost by one who stands back and regained by an alternate, a decision
// blocked for want of one side, one carried, a vote sent twice, a decision in writing vetoed and one that holds.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '#platform/kinds.ts'
import { when } from '#platform/audit/news.ts'
import { writeWorkbook } from '#adapters/spreadsheets/write.ts'
import { world } from '#test/world.ts'
import { bodiesApi, meetingsApi as api, proceduresApi } from './api.ts'
import { settleAll } from './procedure-actions.ts'
import { committeeRoutes } from './routes.ts'
import { turnsOf } from '#platform/turns.ts'
import { committee, home, now, peopleAndPlaces, type Story } from './test-committees.ts'
import { house, type Viewer } from '#platform/auth/viewer.ts'

let w: Awaited<ReturnType<typeof world>>
let story: Story
let body: Awaited<ReturnType<typeof committee>>
let meeting: Id
const heard: Record<string, unknown>[] = []
beforeAll(async () => {
  w = await world(committeeRoutes({ ...home, writeSheets: writeWorkbook }), now)
  story = await peopleAndPlaces(w.db)
  body = await committee(w, story)
  when('decision.taken', async (_at, { data }) => void heard.push(data))
})
afterAll(() => w.close())

const as = <T>(viewer: Viewer, deed: () => T): T => (w.as(viewer), deed())
const one = () => ({ params: { id: meeting } })
const come = (viewer: Viewer, mode: 'room' | 'online' | 'away' = 'room') => as(viewer, () => w.ask(api.presence, { ...one(), body: { mode } }))
const look = async () => as(story.ayesha, async () => (await w.ask(api.meeting, one())).answer)
const addItem = async (aim: 'decision' | 'discussion', title: string) => as(story.ayesha, async () => (await w.ask(api.addItem, { ...one(), body: { title: { en: title }, aim, matter: 'programme', sideId: body.ours } })).answer.items.at(-1)!)
const openVote = (itemId: Id, text: string, secret = false) => as(story.ayesha, () => w.ask(api.openBallot, { params: { id: meeting, itemId }, body: { text: { en: text }, secret } }))
const fail = (itemId: Id) => as(story.ayesha, () => w.ask(api.consensus, { params: { id: meeting, itemId }, body: { outcome: 'failed' } }))
const cast = (viewer: Viewer, id: Id, choice: 'for' | 'against' | 'abstain') => as(viewer, () => w.ask(api.vote, { params: { id }, body: { choice } }))
const close = (id: Id) => as(story.wang, async () => (await w.ask(api.closeBallot, { params: { id } })).answer)
let clock = Date.parse('2026-06-01T05:00:00.000Z')
const pass = (minutes = 1) => { clock += minutes * 60_000; w.at(new Date(clock).toISOString()) }

test('it is called with what every session looks at, and warned of short notice', async () => {
  const call = (startsAt: string) => as(story.ayesha, () => w.ask(api.call, { params: { id: body.id }, body: { startsAt, zone: 'Asia/Karachi', hostSideId: body.ours, city: 'Sargodha' } }))
  expect((await call('2026-02-01T04:00:00.000Z')).answer.error).toBe('committees.meeting-in-the-past')
  expect((await as(story.bilal, () => w.ask(api.call, { params: { id: body.id }, body: { startsAt: '2026-06-01T05:00:00.000Z', zone: 'Asia/Karachi' } }))).answer.error).toBe('committees.only-who-arranges')
  const { answer } = await call('2026-06-01T05:00:00.000Z')
  meeting = answer.id
  expect(answer.items.map(({ standing }) => standing)).toEqual(['execution', 'progress', 'challenges', 'new-areas', 'next-plan', 'next-date'])
  expect(answer.items[0]!.title).toMatchObject({ ur: 'پچھلے فیصلے اور ان پر عمل' })
  expect(answer.sides.map(({ zone }) => zone)).toEqual(['Asia/Karachi', 'Asia/Shanghai'])
  expect(answer.checks.find(({ id }) => id === 'g13')).toMatchObject({ status: 'pass', inputs: { notice: 90 } })
  expect((await as(story.li, () => w.ask(api.reply, { ...one(), body: { coming: 'online' } }))).answer.replies).toMatchObject([{ personId: story.li.id, coming: 'online' }])
  const invitation = (await as(story.li, () => w.ask(api.invitation, { ...one(), query: { locale: 'zh' } }))).bytes.toString()
  expect(invitation).toContain('METHOD:REQUEST')
  expect(invitation).toContain('DTSTART:20260601T050000Z')
})

test('its pack follows what is recorded until it is frozen, and is a PDF and a workbook in each language', async () => {
  const pack = async () => (await as(story.li, () => w.ask(api.pack, one()))).answer
  await as(story.ayesha, () => w.ask(bodiesApi.addAction, { params: { id: body.id }, body: { what: 'Send the list', ownerId: story.bilal.id, dueOn: '2026-05-01' } }))
  expect(await pack()).toMatchObject({ frozenAt: null, mayFreeze: false, decisions: [], actions: [{ what: 'Send the list', owner: 'Bilal', done: false }] })
  expect((await as(story.ayesha, () => w.ask(api.freezePack, one()))).answer).toMatchObject({ frozenAt: now, mayFreeze: false })
  await as(story.ayesha, () => w.ask(bodiesApi.addAction, { params: { id: body.id }, body: { what: 'Another', ownerId: story.bilal.id, dueOn: '2026-05-02' } }))
  expect((await pack()).actions.map(({ what }) => what)).toEqual(['Send the list'])
  expect((await as(story.ayesha, () => w.ask(api.freezePack, one()))).answer.error).toBe('committees.pack-is-frozen')
  for (const [format, starts] of [['pdf', '%PDF'], ['xlsx', 'PK']] as const) {
    const file = await as(story.li, () => w.ask(api.packFile, { ...one(), query: { format, locale: 'ur' } }))
    expect([file.status, file.bytes.subarray(0, starts.length).toString()]).toEqual([200, starts])
  }
})

test('an item moves among the others, and what stands behind it closes up', async () => {
  const item = (await look()).items.at(-1)!
  const move = (place: number) => as(story.ayesha, () => w.ask(api.changeItem, { params: { id: meeting, itemId: item.id }, body: { title: item.title, aim: item.aim, matter: item.matter, notes: {}, place } }))
  expect((await move(1)).answer.items.map(({ standing, place }) => [standing, place])).toEqual([['execution', 0], ['next-date', 1], ['progress', 2], ['challenges', 3], ['new-areas', 4], ['next-plan', 5]])
  expect((await move(9)).answer.items.map(({ standing }) => standing)).toEqual(['execution', 'progress', 'challenges', 'new-areas', 'next-plan', 'next-date'])
})

describe('in session', () => {
  let item: { id: Id }
  test('an early item may be decided; a late one only with every side', async () => {
    item = await addItem('decision', 'The joint programme')
    pass(0)
    const late = await addItem('decision', 'A late matter')
    expect([(await look()).items.find(({ id }) => id === item.id)!.check.status, late.check.status]).toEqual(['pass', 'fail'])
    const agreed = (await as(story.wang, () => w.ask(api.agreeItem, { params: { id: meeting, itemId: late.id }, body: { sideId: body.theirs } }))).answer
    expect(agreed.items.at(-1)!.check.status).toBe('pass')
    expect((await as(story.ayesha, () => w.ask(api.agreeItem, { params: { id: meeting, itemId: late.id }, body: { sideId: body.theirs } }))).answer.error).toBe('committees.only-that-side')
  })

  test('a vote needs a session, a quorum, and consensus tried first', async () => {
    expect((await openVote(item.id, 'Open the programme')).answer.error).toBe('committees.meeting-not-open')
    await as(story.ayesha, () => w.ask(api.open, one()))
    await come(story.ayesha)
    await come(story.bilal, 'online')
    expect((await openVote(item.id, 'Open the programme')).answer).toMatchObject({ error: 'committees.fails-g06', facts: { present: '2 : 0' } })
    pass()
    await come(story.wang, 'online')
    await come(story.li, 'online')
    expect((await openVote(item.id, 'Open the programme')).answer.error).toBe('committees.consensus-first')
    expect((await look()).quorum).toMatchObject({ ok: true, sides: [{ acting: 2 }, { acting: 2 }] })
  })

  test('for want of one side it is not carried', async () => {
    await fail(item.id)
    const ballot = (await openVote(item.id, 'Open the programme')).answer.ballots.at(-1)!
    pass()
    expect((await cast(story.ayesha, ballot.id, 'for')).answer).toMatchObject({ counted: 1, choice: 'for' })
    for (const [viewer, choice] of [[story.bilal, 'for'], [story.wang, 'against'], [story.li, 'abstain']] as const) await cast(viewer, ballot.id, choice)
    expect((await look()).ballots.at(-1)).toMatchObject({ voted: 4, votes: [], result: null })
    const after = await close(ballot.id)
    expect(after.ballots.at(-1)!.result).toMatchObject({ carried: false, why: 'want-of-side', sides: [{ says: 'for' }, { says: 'against' }] })
    expect(after.decisions).toEqual([])
  })

  test('a vote sent twice counts once, another one is refused, and so is one that comes too late or from outside', async () => {
    const ballot = (await openVote(item.id, 'Open it in autumn')).answer.ballots.at(-1)!
    pass()
    const both = await Promise.all([1, 2, 3].map(() => { w.as(story.ayesha); return w.ask(api.vote, { params: { id: ballot.id }, body: { choice: 'for' } }) }))
    expect(both.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await cast(story.ayesha, ballot.id, 'against')).answer.error).toBe('committees.voted-already')
    expect((await cast(story.zhao, ballot.id, 'for')).answer.error).toBe('committees.not-entitled')
    await come(story.bilal, 'away')
    expect((await cast(story.bilal, ballot.id, 'for')).answer.error).toBe('committees.not-present')
    pass()
    await come(story.bilal, 'online')
    for (const viewer of [story.bilal, story.wang, story.li]) expect((await cast(viewer, ballot.id, 'for')).status).toBe(200)
    const after = await close(ballot.id)
    expect(after.ballots.at(-1)).toMatchObject({ voted: 4, result: { carried: true, for: 4, why: 'every-side' } })
    expect(after.decisions).toMatchObject([{ number: 1, class: 'every-side', how: 'vote', matter: 'programme', takenOn: '2026-06-01', ruleVersion: 1 }])
    expect(heard.at(-1)).toMatchObject({ number: 1, agreement: story.agreement, class: 'every-side', meeting })
    expect((await cast(story.li, ballot.id, 'against')).answer.error).toBe('committees.vote-closed')
    expect((await cast(story.li, ballot.id, 'for')).answer).toMatchObject({ counted: 1 })
  })

  test('the quorum is lost by one who stands back, and regained by the alternate', async () => {
    const matter = (await look()).items.at(-1)!
    await come(story.wang, 'away')
    pass()
    const stood = (await as(story.li, () => w.ask(api.declare, { params: { id: meeting, itemId: matter.id }, body: { what: 'My laboratory applies' } }))).answer
    expect(stood.items.at(-1)!.quorum).toMatchObject({ ok: false, wants: 'side', wantsSide: body.theirs })
    expect((await fail(matter.id)).answer.error).toBe('committees.fails-g06')
    pass()
    await come(story.zhao, 'online')
    expect((await look()).items.at(-1)!.quorum).toMatchObject({ ok: true, sides: [{ acting: 2 }, { acting: 1 }] })
    const { answer } = await as(story.ayesha, () => w.ask(api.consensus, { params: { id: meeting, itemId: matter.id }, body: { outcome: 'reached', text: { en: 'The laboratory is admitted' } } }))
    expect(answer.decisions.at(-1)).toMatchObject({ number: 2, how: 'consensus', tally: { carried: true, for: 3 } })
    expect(answer.items.at(-1)!.quorum).toMatchObject({ ok: true })
  })

  test('a secret vote shows what was said and not who said it', async () => {
    pass()
    await come(story.wang)
    const ballot = (await openVote(item.id, 'Name the director', true)).answer.ballots.at(-1)!
    pass()
    for (const viewer of [story.ayesha, story.bilal, story.wang, story.li]) await cast(viewer, ballot.id, 'for')
    const after = (await close(ballot.id)).ballots.at(-1)!
    expect(after).toMatchObject({ voted: 4, votes: [], result: { carried: true, for: 4 } })
    const kept = await w.db.selectFrom('vote').selectAll().where('ballotId', '=', ballot.id).execute()
    expect(kept.map(({ choice }) => choice)).toEqual([null, null, null, null])
    // One wrote all the papers there are, and it was none of those who voted.
    const writers = async (table: 'vote' | 'ballot_paper') => (await sql<{ writer: string }>`select xmin::text as writer from ${sql.table(table)} where ballot_id = ${ballot.id}`.execute(w.db)).rows.map(({ writer }) => writer)
    const [papers, votes] = [await writers('ballot_paper'), await writers('vote')]
    expect([papers.length, new Set(papers).size, votes.filter((one) => papers.includes(one))]).toEqual([4, 1, []])
  })

  test('a quorum that is gone when the vote closes leaves nothing decided', async () => {
    const ballot = (await openVote(item.id, 'One more thing')).answer.ballots.at(-1)!
    pass()
    for (const viewer of [story.ayesha, story.bilal, story.wang, story.li]) await cast(viewer, ballot.id, 'for')
    pass()
    for (const viewer of [story.wang, story.li, story.zhao]) await come(viewer, 'away')
    expect((await as(story.ayesha, async () => (await w.ask(api.closeBallot, { params: { id: ballot.id } })).answer)).ballots.at(-1)!.result).toMatchObject({ carried: false, why: 'quorum-lost', for: 4 })
  })
})

const waiting = async (viewer: Viewer, sides: Id[]) => (await turnsOf(w.db, viewer, { whose: 'yours', sides, today: '2026-06-01', now, limit: 20 })).rows.map(({ kind, to }) => [kind, to])

describe('minutes', () => {
  const approve = async (viewer: Viewer, sideId: Id) => as(viewer, async () => w.ask(api.approveMinutes, { ...one(), body: { sideId, hash: (await look()).minutes!.now } }).then((said) => said.answer))
  test('they write themselves, are approved by one side and then the other, and are sealed', async () => {
    pass()
    expect((await as(story.ayesha, () => w.ask(api.draftMinutes, one()))).answer.error).toBe('committees.meeting-not-over')
    await as(story.ayesha, () => w.ask(api.close, one()))
    const { minutes } = (await as(story.ayesha, () => w.ask(api.draftMinutes, one()))).answer
    const text = minutes!.texts[0]!
    for (const said of ['Ayesha (in the room)', 'Decision 1 (by vote; class: every side; for 4, against 0, abstained 0)', 'Li declared an interest and stood back: My laboratory applies', 'The body could decide.']) expect(text.text.replace(/[\u2066-\u2069]/g, '')).toContain(said)
    const hash = minutes!.now
    for (const [viewer, side] of [[story.ayesha, story.sargodha], [story.wang, story.zaozhuang]] as const) expect(await waiting(viewer, [side])).toEqual([['today.body-minutes', `/meetings/${meeting}`]])
    w.as(story.ayesha)
    const first = (await w.ask(api.approveMinutes, { ...one(), body: { sideId: body.ours, hash } })).answer
    expect(first.minutes).toMatchObject({ sealedAt: null, approvals: [{ sideId: body.ours, valid: true, name: 'Ayesha' }] })
    pass()
    w.as(story.wang)
    const written = (await w.ask(api.writeMinutes, { ...one(), body: { locale: 'en', text: `${text.text}\n\nThe sides thanked the host.`, seen: text.changedAt } })).answer
    expect(written.minutes!.approvals).toMatchObject([{ valid: false }])
    expect((await w.ask(api.approveMinutes, { ...one(), body: { sideId: body.theirs, hash } })).answer.error).toBe('committees.minutes-changed')
    expect((await w.ask(api.writeMinutes, { ...one(), body: { locale: 'en', text: 'Mine', seen: text.changedAt } })).answer.error).toBe('committees.minutes-changed')
    w.as(story.wang)
    expect((await w.ask(api.approveMinutes, { ...one(), body: { sideId: body.theirs, hash: written.minutes!.now } })).answer.minutes).toMatchObject({ sealedAt: null })
    w.as(story.ayesha)
    const sealed = (await w.ask(api.approveMinutes, { ...one(), body: { sideId: body.ours, hash: written.minutes!.now } })).answer
    expect(sealed.minutes).toMatchObject({ hash: written.minutes!.now, approvals: [{ valid: true }, { valid: true }] })
    expect(sealed.minutes!.sealedAt).not.toBeNull()
    expect((await approve(story.ayesha, body.ours)).error).toBe('committees.minutes-sealed')
  })

  test('a correction is a text of its own, which every side approves', async () => {
    const proposed = (await as(story.wang, () => w.ask(api.addAddendum, { ...one(), body: { sideId: body.theirs, text: 'Li is Professor Li.' } }))).answer
    const addendum = proposed.minutes!.addenda[0]!
    expect(addendum).toMatchObject({ sealedAt: null, approvals: [{ sideId: body.theirs }] })
    const sealed = (await as(story.ayesha, () => w.ask(api.approveAddendum, { params: { id: meeting, addendumId: addendum.id }, body: { sideId: body.ours } }))).answer
    expect(sealed.minutes!.addenda[0]!.sealedAt).not.toBeNull()
    expect(sealed.minutes!.hash).toBe(proposed.minutes!.hash)
  })

  test('the year runs from this session', async () => {
    expect((await as(story.ayesha, () => w.ask(bodiesApi.body, { params: { id: body.id } }))).answer.clock).toMatchObject({ lastOn: '2026-06-01', dueOn: '2027-06-01' })
  })
})

describe('in writing', () => {
  const propose = (matter: 'programme' | 'charter') => as(story.ayesha, () => w.ask(proceduresApi.propose, { params: { id: body.id }, body: { text: { en: 'Add a seminar' }, matter } }))
  const day = (on: string) => w.at(`${on}T12:00:00.000Z`)
  const step = () => w.db.transaction().execute((db) => settleAll(db, { viewer: house, now: `${today}T12:00:00.000Z`, today, visit: undefined as never }))
  let today = '2026-06-10'

  test('answered by both, and vetoed by one within its window', async () => {
    day('2026-06-10')
    expect((await propose('charter')).answer.error).toBe('committees.fails-g22')
    const { answer: procedure } = await propose('programme')
    // Ten days on is a Saturday; fifteen more a Tuesday.
    expect(procedure).toMatchObject({ stage: 'answers', deadlineOn: '2026-06-22', vetoUntilOn: '2026-07-07', entitled: 4 })
    for (const viewer of [story.ayesha, story.bilal, story.wang, story.li]) expect((await cast(viewer, procedure.id, viewer === story.li ? 'abstain' : 'for')).status).toBe(200)
    expect((await cast(story.li, procedure.id, 'for')).status).toBe(200)
    expect((await as(story.ayesha, () => w.ask(proceduresApi.settle, { params: { id: procedure.id } }))).answer.error).toBe('committees.procedure-runs')
    today = '2026-06-24'
    expect(await step()).toBe(1)
    day('2026-06-25')
    expect((await as(story.ayesha, () => w.ask(proceduresApi.procedure, { params: { id: procedure.id } }))).answer).toMatchObject({ stage: 'veto', result: { carried: true, for: 4 }, decision: null })
    expect((await as(story.bilal, () => w.ask(proceduresApi.veto, { params: { id: procedure.id }, body: { sideId: body.ours, because: 'No' } }))).answer.error).toBe('committees.only-that-side')
    expect((await as(story.wang, () => w.ask(proceduresApi.veto, { params: { id: procedure.id }, body: { sideId: body.theirs, because: 'Our senate has to see it first' } }))).answer).toMatchObject({ stage: 'settled', result: { carried: false, why: 'vetoed' }, vetoedBySide: body.theirs })
    today = '2026-08-01'
    expect(await step()).toBe(0)
  })

  test('silence is not consent; what is carried holds after the window, is numbered and annexed', async () => {
    today = '2026-08-03'
    day(today)
    const silent = (await propose('programme')).answer
    const held = (await propose('programme')).answer
    for (const viewer of [story.ayesha, story.wang]) await cast(viewer, held.id, 'for')
    await cast(story.ayesha, silent.id, 'for')
    today = '2026-08-20'
    expect(await step()).toBe(2)
    today = '2026-09-10'
    expect(await step()).toBe(1)
    day(today)
    const see = async (id: Id) => as(story.ayesha, async () => (await w.ask(proceduresApi.procedure, { params: { id } })).answer)
    expect(await see(silent.id)).toMatchObject({ stage: 'settled', result: { carried: false, why: 'want-of-side' }, decision: null })
    expect(await see(held.id)).toMatchObject({ stage: 'settled', decision: { number: 4, how: 'written', ratifiedAt: null } })
  })

  test('a side forbids it to its members, and a special meeting is asked for', async () => {
    await as(story.wang, () => w.ask(bodiesApi.changeSide, { params: { id: body.id, sideId: body.theirs }, body: { forbidsWritten: true, holidays: [] } }))
    expect((await propose('programme')).answer.error).toBe('committees.fails-g23')
    const asked = (await as(story.wang, () => w.ask(proceduresApi.askSpecial, { params: { id: body.id }, body: { because: 'The laboratory', sideId: body.theirs } }))).answer
    expect(asked.requests).toMatchObject([{ because: 'The laboratory', askedBySide: body.theirs }])
    expect(asked.checks.filter(({ id }) => id === 'g08' || id === 'g11')).toMatchObject([{ id: 'g08', status: 'pass' }, { id: 'g11', status: 'pass', inputs: { days: 0, within: 30 } }])
    expect((await as(story.li, () => w.ask(proceduresApi.supportRequest, { params: { id: body.id, requestId: asked.requests[0]!.id } }))).answer.requests[0]!.askedBy.length).toBe(2)
  })
})
