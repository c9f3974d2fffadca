// A pack with what each side promised and did: it assembles itself sixty days before, tells the secretaries once, and its files lead from
// each number to its lines. The indicators about sessions come from the same records.
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeWorkbook } from '#adapters/spreadsheets/write.ts'
import { findItems, findValues } from '#domains/plans/indicator-store.ts'
import { house, type Viewer } from '#platform/auth/viewer.ts'
import { json } from '#platform/db/database.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { turnsOf } from '#platform/turns.ts'
import { world } from '#test/world.ts'
import { bodiesApi, meetingsApi as api } from './api.ts'
import { assemblePacks, secretaries } from './assembling.ts'
import { Pack } from './pack-model.ts'
import { sumsOf } from './pack-rules.ts'
import { committeeRoutes } from './routes.ts'
import { committee, home, now, peopleAndPlaces, type Story } from './test-committees.ts'

let w: Awaited<ReturnType<typeof world>>
let story: Story
let meeting: Id
let exchange: Id
beforeAll(async () => {
  w = await world(committeeRoutes({ ...home, writeSheets: writeWorkbook }), now)
  story = await peopleAndPlaces(w.db)
  const body = await committee(w, story)
  meeting = (await w.ask(api.call, { params: { id: body.id }, body: { startsAt: '2026-06-01T05:00:00.000Z', zone: 'Asia/Karachi' } })).answer.id
  exchange = await promise('Exchange of teachers', 4, true, [[story.sargodha, 4, 'confirmed'], [story.zaozhuang, 1, 'open']])
  await promise('One seminar', 1, false, [])
  await w.ask(bodiesApi.addAction, { params: { id: body.id }, body: { what: 'Send the list', ownerId: story.bilal.id, dueOn: '2026-01-10' } })
})
afterAll(() => w.close())

/** Due since a month. */
async function promise(what: string, target: number, eachWay: boolean, given: [side: Id, amount: number, state: 'confirmed' | 'open'][]): Promise<Id> {
  const id = newId()
  await w.db.insertInto('commitment').values({
    id, agreementId: story.agreement, place: given.length, clauseId: null, kind: 'exchange', what: json({ en: what }) as never, unit: 'persons', target, per: 'once', eachWay, dueOn: '2026-02-01', dueMonths: null, afterId: null, amount: null, currency: null, payerId: null,
    origin: 'text', startsOn: '2026-01-01', fulfilledOn: null, withdrawnAt: null, withdrawnBecause: null, recordedBy: house.id, recordedAt: now, changedAt: now,
  }).execute()
  for (const [side, amount, state] of given) {
    const activity = newId()
    await w.db.insertInto('activity').values({ id: activity, what, lang: 'en', onDay: '2026-01-20', untilDay: null, zone: null, place: null, online: false, sideId: side, recordedBy: house.id, office: null, recordedAt: now, withdrawnAt: null, withdrawnBy: null, withdrawnBecause: null }).execute()
    await w.db.insertInto('activityServe').values({ activityId: activity, place: 0, agreementId: story.agreement, commitmentId: id, sideId: side, amount, onDay: '2026-01-20', state }).execute()
  }
  return id
}
const pack = async (query: object = {}) => { w.as(story.li); return (await w.ask(api.pack, { params: { id: meeting }, query })).answer }

test('each side with what it promised, did and had confirmed; a number leads to its list', async () => {
  const { sums, promises, names } = await pack()
  expect(sums).toEqual([
    { side: story.sargodha, promised: 2, confirmed: 1, done: 0, underWay: 0, late: 1, notStarted: 0 }, { side: story.zaozhuang, promised: 2, confirmed: 0, done: 0, underWay: 0, late: 2, notStarted: 0 },
  ])
  expect(names[story.zaozhuang]!.nameEn).toBe('Zaozhuang University')
  expect(promises.find(({ id }) => id === exchange)).toMatchObject({ expected: 8, confirmed: 4, why: { key: expect.stringContaining('commitments.why.') }, sides: [{ confirmed: 4, state: 'confirmed' }, { claimed: 1, confirmed: 0, state: 'late' }] })
  expect((await pack({ side: story.sargodha, state: 'confirmed' })).promises.map(({ id }) => id)).toEqual([exchange])
})

test('in the workbook a number leads to the first of its lines, and a promise to its page', async () => {
  w.as(story.li)
  const { bytes } = await w.ask(api.packFile, { params: { id: meeting }, query: { format: 'xlsx', locale: 'en' } })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  const [sums, lines] = [book.worksheets[0]!, book.worksheets[1]!]
  const heads = (sums.getRow(1).values as string[]).slice(1)
  const late = sums.getRow(3).getCell(heads.indexOf('Late') + 1)
  expect(late.value).toMatchObject({ result: 2 })
  const row = Number(/!A(\d+)"/.exec((late.value as { formula: string }).formula)![1])
  const states = [row, row + 1].map((at) => [lines.getRow(at).getCell(1).text, lines.getRow(at).getCell(4).text])
  expect(states).toEqual([['Zaozhuang University', 'Late'], ['Zaozhuang University', 'Late']])
  expect([2, 3, 4, 5].map((at) => lines.getRow(at).getCell(2).hyperlink)).toContain(`https://pamir.example/agreements/${story.agreement}/commitments/${exchange}`)
})

test('it assembles itself sixty days before, and writes to the chairs where a side has no secretary, once', async () => {
  const run = (at: string) => w.db.transaction().execute((db) => assemblePacks({ db, now: at }, home))
  expect(await run('2026-04-02T04:59:00.000Z')).toBe(0)
  expect(await run('2026-04-02T05:20:00.000Z')).toBe(1)
  expect(await run('2026-04-03T05:20:00.000Z')).toBe(0)
  const letters = await w.db.selectFrom('letter').selectAll().where('kind', '=', 'committees.pack').execute()
  expect(letters.map(({ toPerson }) => toPerson).toSorted()).toEqual([story.ayesha.id, story.wang.id].toSorted())
  expect(letters[0]!.body).toContain(`https://pamir.example/meetings/${meeting}/pack`)
  expect(await pack()).toMatchObject({ assembledAt: '2026-04-02T05:20:00.000Z', frozenAt: null })
  // It stands on the first page of those who complete it, until it is frozen.
  const waits = async (viewer: Viewer) => (await turnsOf(w.db, viewer, { whose: 'yours', sides: [], today: '2026-04-03', now: '2026-04-03T00:00:00.000Z', limit: 20 })).rows.some(({ kind }) => kind === 'today.body-pack')
  expect([await waits(story.wang), await waits(story.li)]).toEqual([true, false])
})

test('what hinders it and what sides propose stand in it, as far as they are open or were since the last session', async () => {
  const texts = (en: string) => json({ en }) as never
  const challenge = (what: string, since: string, resolvedOn: string | null) => ({ id: newId(), allianceId: null, agreementId: story.agreement, what: texts(what), cause: texts('Late visas'), answer: texts('Apply earlier'), ownerId: story.sargodha, since, resolvedOn, recordedBy: house.id, recordedAt: now, changedAt: now })
  await w.db.insertInto('challenge').values([challenge('Visas', '2025-12-01', null), challenge('Long gone', '2020-01-01', '2021-01-01')]).execute()
  await w.db.insertInto('newArea').values({
    id: newId(), agreementId: story.agreement, sideId: story.zaozhuang, what: texts('Batteries'), why: texts('Both have a laboratory'), kind: 'other', unit: 'milestone', target: 1, per: 'once', eachWay: false, dueOn: null, state: 'open', commitmentId: null, draftId: null,
    proposedBy: house.id, proposedAt: now, settledBy: null, settledAt: null, because: null,
  }).execute()
  expect(await pack()).toMatchObject({ challenges: [{ what: { en: 'Visas' }, ownerId: story.sargodha }], proposals: [{ what: { en: 'Batteries' }, sideId: story.zaozhuang, state: 'open' }] })
})

test('secretaries before chairs, each side for itself', () => {
  const seat = (sideId: string, memberId: string | null, office: 'chair' | 'secretary' | null, role: 'member' | 'secretary' = 'member') => ({ sideId, memberId, office, role, endedAt: null })
  expect(secretaries([seat('a', 'chair-a', 'chair'), seat('a', 'secretary-a', null, 'secretary'), seat('b', 'chair-b', 'chair'), seat('b', null, 'secretary')])).toEqual(['secretary-a', 'chair-b'])
})

test('actions long overdue and sessions not held stand among the indicators', async () => {
  const { values } = await findValues({ db: w.db, viewer: house, today: '2027-04-01' }, { agreement: story.agreement, year: 2027 })
  const of = (code: string) => values.find((one) => one.code === code)!
  expect([of('GOV1').value, of('GOV1').parts, of('GOV3').value, of('GOV5').unknown]).toEqual([0, [{ key: 'held', value: 0 }, { key: 'due', value: 1 }], 1, 'nothing-due'])
  // The one that is overdue leads to its body; no session was held, so nothing stands behind that.
  const behind = async (of: string) => (await findItems({ db: w.db, viewer: house, today: '2027-04-01' }, { agreement: story.agreement, year: 2027, of, state: 'confirmed', limit: 50 })).rows.map(({ kind, titles }) => [kind, titles['en']])
  expect([await behind('GOV1'), await behind('GOV3')]).toEqual([[], [['body', expect.any(String)]]])
})

test('a pack that was frozen before it said how often and by whom is still read', () => {
  const old = { asOf: now, decisions: [{ id: newId(), number: 1, text: { en: 'Yes' }, takenOn: '2026-01-01', matter: 'other', open: 0, done: 1 }], actions: [], promises: [{ id: newId(), agreementId: newId(), what: { en: 'Seminar' }, unit: 'events', target: 1, dueOn: null, status: 'grey', claimed: 0, confirmed: 0 }] }
  const pack = Pack.parse(old)
  expect([pack.promises[0]!.sides, pack.decisions[0]!.became, sumsOf(pack.promises)]).toEqual([[], 'nothing', []])
})

test('once it is frozen nobody has to complete it, and a later promise does not come in', async () => {
  w.as(story.ayesha)
  const frozen = (await w.ask(api.freezePack, { params: { id: meeting } })).answer
  await promise('Promised later', 1, false, [])
  expect((await pack()).promises.map(({ id }) => id)).toEqual(frozen.promises.map(({ id }) => id))
  const { rows } = await turnsOf(w.db, story.wang, { whose: 'yours', sides: [], today: '2026-04-03', now: '2026-04-03T00:00:00.000Z', limit: 20 })
  expect(rows.map(({ kind }) => kind)).not.toContain('today.body-pack')
})
