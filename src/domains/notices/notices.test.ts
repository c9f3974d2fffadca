// Who is told what, and who is not: once each, only what they may see at that moment, as they wish it; and the letter of the week.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commitmentsApi } from '#domains/commitments/api.ts'
import { clock, seminar } from '#domains/commitments/fixtures.test-cases.ts'
import '#domains/committees/turns.ts'
import { commitmentRoutes } from '#domains/commitments/routes.ts'
import { noticeRoutes } from './routes.ts'
import { mountForm } from '#platform/http/forms.ts'
import { makeServer } from '#platform/http/server.ts'
import { record } from '#platform/audit/journal.ts'
import { newId } from '#platform/kinds.ts'
import { writeDigests } from './digest.ts'
import { openTelling, tellAll } from './fixtures.test-cases.ts'
import { kinds, usual, type Wishes } from './model.ts'
import { markRead, putWishes } from './actions.ts'
import { countUnread, listNotices } from './store.ts'
import { tellNew } from './telling.ts'
import { unsubscribeAddress, unsubscribeForm } from './unsubscribe.ts'

let here: Awaited<ReturnType<typeof openTelling>>
let teller: typeof here.teller
let now = clock
beforeAll(async () => {
  here = await openTelling({ role: 'director', at: 'lanzhou' })
  teller = here.teller
})
afterAll(() => here.close())

/** News are told once they are older than every transaction under way, and than clocks may differ. */
const told = () => tellAll(here.db, teller)
const list = (who: keyof typeof here.people) => listNotices(here.db, here.people[who], { limit: 30 })
const wish = (who: keyof typeof here.people, ways: object) => here.db.transaction().execute((db) => putWishes({ db, viewer: here.people[who] } as never, Object.fromEntries(kinds.map((kind) => [kind, { ...usual, ...ways }])) as Wishes))
const letters = (kind: string) => here.db.selectFrom('letter').selectAll().where('kind', '=', kind).orderBy('id').execute()
const promise = async (id: string) => { here.as(here.people.ayesha); expect((await here.ask(commitmentsApi.record, { params: { id }, body: seminar() })).status).toBe(200) }

test('the other side is told, once however often it is asked; who did it and who has nothing to do with it are not', async () => {
  expect(noticeRoutes.length + commitmentRoutes.length).toBeGreaterThan(5)
  const id = await here.agreement()
  await promise(id)
  expect([await tellNew(here.db, { ...teller, clocksDiffer: 600_000 }), await told(), await told()]).toEqual([0, 1, 0])
  expect((await list('wang')).rows).toMatchObject([{ kind: 'turn', what: 'commitment.recorded', about: id, readAt: null, who: 'Ayesha' }])
  expect([(await list('ayesha')).rows, (await list('li')).rows]).toEqual([[], []])
  expect(await countUnread(here.db, here.people.wang)).toBe(1)
  await here.db.transaction().execute((db) => markRead({ db, viewer: here.people.li, now } as never, null))
  expect(await countUnread(here.db, here.people.wang)).toBe(1)
  await here.db.transaction().execute((db) => markRead({ db, viewer: here.people.wang, now } as never, null))
  expect(await countUnread(here.db, here.people.wang)).toBe(0)
})

test('what one may not see at that moment is not told, and what one may not see any more is not shown', async () => {
  const id = await here.agreement()
  await promise(id)
  const offices = here.people.wang.offices.splice(0)
  expect(await told()).toBe(0)
  expect((await list('wang')).rows).toEqual([])
  here.people.wang.offices.push(...offices)
  expect((await list('wang')).rows).toHaveLength(1)
})

test('an entry of a transaction that is still under way is waited for, not passed over', async () => {
  const id = await here.agreement()
  let end = () => {}
  const slow = here.db.transaction().execute(async (db) => { await db.selectFrom('person').select('id').limit(1).execute(); await new Promise<void>((done) => { end = done }) })
  await promise(id)
  expect(await told()).toBe(0)
  end()
  await slow
  expect(await told()).toBe(1)
})

test('by mail at once for who wants it, in their language, with a link that ends the letters without signing in', async () => {
  await wish('wang', { byMail: true })
  await here.db.updateTable('person').set({ locale: 'ur' }).where('id', '=', here.people.wang.id).execute()
  await promise(await here.agreement())
  expect(await told()).toBe(1)
  const [letter] = await letters('notices.notice')
  expect([letter!.locale, letter!.toAddress, letter!.subject]).toEqual(['ur', 'wang@example.org', 'ایک وعدہ درج ہوا: Joint Lithium Battery Research Centre'])
  const link = new URL(/https:\S+\/unsubscribe\/\S+/.exec(letter!.body)![0]).pathname
  const server = await makeServer({ db: here.db, secure: false, fileLimit: 1, clock: () => new Date(), identify: async () => undefined }, [], { ready: async () => undefined }, { log: null, trustProxy: 0, rateLimits: false, pages: (one) => mountForm(one, unsubscribeAddress, unsubscribeForm({ db: here.db, name: 'Pamir' })) })
  const post = (url: string) => server.inject({ method: 'POST', url, payload: '', headers: { 'content-type': 'application/x-www-form-urlencoded' } })
  expect((await server.inject({ url: link })).body).toContain('<form method="post">')
  expect((await post(link)).statusCode).toBe(303)
  expect((await server.inject({ url: link })).body).not.toContain('<form')
  expect([(await server.inject({ url: '/unsubscribe/nothing' })).statusCode, (await post('/unsubscribe/nothing')).statusCode]).toEqual([404, 404])
  await promise(await here.agreement())
  expect([await told(), (await letters('notices.notice')).length]).toEqual([1, 1])
  await server.close()
})

test('the letter of the week goes once, in the reader’s language, to who has anything; otherwise there is none', async () => {
  here.put(now = '2026-03-02T09:00:00.000Z')
  await here.db.updateTable('person').set({ locale: 'ru' }).where('id', '=', here.people.ayesha.id).execute()
  expect(await writeDigests(here.db, teller)).toBe(1)
  const [letter, ...others] = await letters('notices.digest')
  expect([letter!.toAddress, letter!.subject, others]).toEqual(['ayesha@example.org', 'Ваша неделя в Pamir', []])
  expect(letter!.body).toContain('Очередь партнёров')
  expect(letter!.body).not.toMatch(/[\u2066-\u2069]|notices\.|\{/)
  expect(await writeDigests(here.db, teller)).toBe(0)
  here.put(now = '2026-03-09T09:00:00.000Z')
  expect([await writeDigests(here.db, teller), clock]).toEqual([1, '2026-03-02T09:00:00.000Z'])
})

test('the letter of the week goes to who sits in a body or took something on there, though they hold no office anywhere', async () => {
  here.put(now = '2026-03-16T09:00:00.000Z')
  const [owner, bystander, bodyId] = [newId(), newId(), newId()]
  const someone = (id: string, name: string) => here.db.insertInto('person').values({ id, name, nameNative: null, email: `${name}@example.org`, locale: 'en', passwordHash: null, source: null, example: false, createdAt: clock, closedAt: null }).execute()
  await someone(owner, 'daud')
  await someone(bystander, 'noor')
  await here.db.insertInto('body').values({ id: bodyId, kind: 'working-group', name: JSON.stringify({ en: 'Group' }) as never, agreementId: await here.agreement(), allianceId: null, parentId: null, unitId: null, constitutedAt: clock, dissolvedAt: null, changedAt: clock, decisions: 0, meetings: 0, madeBy: here.people.ayesha.id, madeAt: clock }).execute()
  await here.db.insertInto('bodySeat').values({ id: newId(), bodyId, sideId: null, place: 0, role: 'member', voting: true, office: null, memberId: owner, alternateId: null, alternateNamedAt: null, fromOn: '2026-01-01', untilOn: null, terms: 1, startedAt: clock, endedAt: null, vacantSince: null, withheld: false }).execute()
  await here.db.insertInto('bodyAction').values({ id: newId(), bodyId, decisionId: null, meetingId: null, what: 'Send the list', ownerId: owner, dueOn: '2026-04-01', doneAt: null, doneWords: null, addedBy: owner, addedAt: clock }).execute()
  await writeDigests(here.db, teller)
  const mine = (await letters('notices.digest')).filter(({ toAddress }) => toAddress === 'daud@example.org' || toAddress === 'noor@example.org')
  expect(mine.map(({ toAddress, body }) => [toAddress, body.includes('Send the list: Your action')])).toEqual([['daud@example.org', true]])
})

test('the letter of the week says how many there are, also where it names the first ten alone', async () => {
  here.put(now = '2026-03-23T09:00:00.000Z')
  const id = await here.agreement()
  const deed = { db: here.db, viewer: here.people.wang, now }
  for (let nth = 0; nth < 12; nth++) await here.db.transaction().execute((db) => record({ ...deed, db }, { what: 'agreement.revised', about: id, data: { nth } }))
  await told()
  await writeDigests(here.db, teller)
  const letter = (await letters('notices.digest')).findLast(({ toAddress }) => toAddress === 'ayesha@example.org')!
  const head = /Что произошло \((\d+)\)|What happened \((\d+)\)/.exec(letter.body)!
  expect([Number(head[1] ?? head[2]) >= 12, letter.body.slice(head.index).split('  • ').length - 1 <= 10]).toEqual([true, true])
})
