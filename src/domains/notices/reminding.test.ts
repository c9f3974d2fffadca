// What a side leaves open: in the letter of the week, and one letter at each step of the ladder; and the file that one left on its way.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { activitiesApi, commitmentsApi } from '#domains/commitments/api.ts'
import { ActivityDraft } from '#domains/commitments/activity-model.ts'
import { clock, seminar } from '#domains/commitments/fixtures.test-cases.ts'
import { confirmationsApi } from '#domains/confirmations/api.ts'
import '#domains/reviews/claims.ts'
import { newId } from '#platform/kinds.ts'
import { uploadsApi } from '#platform/uploads/api.ts'
import { putWishes } from './actions.ts'
import { writeDigests } from './digest.ts'
import { openTelling, tellAll } from './fixtures.test-cases.ts'
import { kinds, usual, type Wishes } from './model.ts'
import { remindSides } from './reminding.ts'
import { listNotices } from './store.ts'

let here: Awaited<ReturnType<typeof openTelling>>
let teller: typeof here.teller
let now = clock
beforeAll(async () => {
  here = await openTelling({ role: 'coordinator', at: 'zaozhuang' })
  teller = here.teller
})
afterAll(() => here.close())

const after = (days: number) => { here.put(now = new Date(Date.parse(clock) + days * 86_400_000).toISOString()) }
const remind = () => here.db.transaction().execute((db) => remindSides(db, teller))
const letters = () => here.db.selectFrom('letter').selectAll().where('kind', '=', 'notices.reminder').orderBy('id').execute()
const promise = async (id: string) => { here.as(here.people.ayesha); return (await here.ask(commitmentsApi.record, { params: { id }, body: seminar() })).answer.commitments.at(-1)! }
const waits = () => here.db.selectFrom('confirmation').select('id').where('state', '=', 'open').orderBy('id').execute()

test('one letter at each step, however many claims wait, to the directors of the side that was asked; none to who made them', async () => {
  const agreement = await here.agreement()
  for (let many = 0; many < 12; many++) await promise(agreement)
  after(6)
  expect(await remind()).toBe(0)
  after(7)
  expect([await remind(), await remind()]).toEqual([1, 0])
  const [letter, ...others] = await letters()
  expect([others, letter!.toAddress, letter!.subject]).toEqual([[], 'wang@example.org', '12 claims wait for your side’s answer'])
  expect([letter!.body.match(/\/confirmations\//g)!.length, letter!.body]).toEqual([10, expect.stringMatching(/and 2 more[\s\S]*\/unsubscribe\//)])
  expect(letter!.body).not.toMatch(/[\u2066-\u2069]|notices\.|\{/)
  const [first] = await waits()
  here.as(here.people.wang)
  expect((await here.ask(confirmationsApi.answer, { params: { id: first!.id }, body: { answer: 'confirmed' } })).status).toBe(200)
  after(21)
  expect([await remind(), (await letters()).at(-1)!.subject]).toEqual([1, '11 claims wait for your side’s answer'])
  after(90)
  expect(await remind()).toBe(0)
})

test('the letter of the week names them too', async () => {
  here.put(now = '2026-03-09T09:00:00.000Z')
  await writeDigests(here.db, teller)
  const digest = await here.db.selectFrom('letter').selectAll().where('kind', '=', 'notices.digest').where('toAddress', '=', 'wang@example.org').executeTakeFirstOrThrow()
  // The eleven claims, and the review of the year before.
  expect(digest.body).toContain('Your turn (12)')
})

test('a claim made again is asked anew; where there is no director those who keep the records are written to; who ended the letters is not', async () => {
  await here.db.deleteFrom('confirmation').execute()
  await promise(await here.agreement())
  const [claim] = await waits()
  here.as(here.people.wang)
  await here.ask(confirmationsApi.answer, { params: { id: claim!.id }, body: { answer: 'disputed', reason: 'Two seminars' } })
  after(30)
  expect(await remind()).toBe(0)
  here.at(now)
  here.as(here.people.ayesha)
  expect((await here.ask(confirmationsApi.claimAgain, { params: { id: claim!.id }, body: { words: 'One was meant' } })).status).toBe(200)
  await here.db.updateTable('office').set({ endsOn: '2026-03-31' }).where('personId', '=', here.people.wang.id).execute()
  here.people.li.offices.push({ ...here.people.li.offices[0]!, organisationId: here.places.zaozhuang, within: [here.places.zaozhuang] })
  after(37)
  expect([await remind(), (await letters()).at(-1)!.toAddress]).toEqual([1, 'li@example.org'])
  const none = Object.fromEntries(kinds.map((kind) => [kind, { ...usual, inDigest: false }])) as Wishes
  await here.db.transaction().execute((db) => putWishes({ db, viewer: here.people.li } as never, none))
  after(51)
  expect(await remind()).toBe(0)
  here.at(clock)
})

test('whoever left a file on its way hears that it arrived; whoever watched it does not', async () => {
  const agreements = [await here.agreement(), await here.agreement()]
  here.as(here.people.ayesha)
  const { answer: activity } = await here.ask(activitiesApi.log, { body: ActivityDraft.parse({ what: 'Seminar', onDay: '2026-03-01', sideId: here.places.sargodha, serves: agreements.map((agreementId) => ({ agreementId })) }) })
  const send = async (name: string, minutes: number) => {
    const bytes = Buffer.from(`%PDF-1.7 ${name}`)
    const id = newId()
    await here.ask(uploadsApi.begin, { body: { id, name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') } })
    here.at(new Date(Date.parse(clock) + minutes * 60_000).toISOString())
    await here.ask(uploadsApi.piece, { params: { id }, query: { offset: 0 }, file: new File([bytes], 'piece') })
    expect((await here.ask(activitiesApi.keepUpload, { params: { id: activity.id }, body: { upload: id } })).status).toBe(200)
    here.at(clock)
  }
  await send('watched.pdf', 1)
  await send('left.pdf', 5)
  await tellAll(here.db, teller)
  const told = (await listNotices(here.db, here.people.ayesha, { kind: 'done', limit: 30 })).rows
  expect(told).toMatchObject([{ kind: 'done', what: 'activity.evidence-added' }])
  expect((await listNotices(here.db, here.people.wang, { kind: 'done', limit: 30 })).rows).toEqual([])
})
