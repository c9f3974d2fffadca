// The clock of dues: members before and after the day, the house with the last step; nobody twice, nobody who has said that all is paid; and the history of the year.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeWorkbook } from '#adapters/spreadsheets/write.ts'
import { home, openAlliance, openSilk } from '#domains/commitments/fixtures.test-cases.ts'
import type { Id } from '#platform/kinds.ts'
import { person } from '#test/world.ts'
import { duesApi as api } from './api.ts'
import { remindDues } from './jobs.ts'
import { dueRoutes } from './routes.ts'

let here: Awaited<ReturnType<typeof openAlliance>>
let alliance: Id
let year: Id
beforeAll(async () => {
  here = await openAlliance(dueRoutes(home, writeWorkbook))
  const { sargodha, zaozhuang, lge, lanzhou } = here.places
  const { wang, kim, ayesha, bilal } = here.people
  alliance = await openSilk(here, [[wang, zaozhuang], [kim, lge], [ayesha, sargodha], [bilal, lanzhou]])
  here.at('2026-03-02T09:00:00.000Z')
  here.as(person('Zhao', { role: 'secretariat', at: lanzhou }))
  await here.ask(api.addScale, { params: { id: alliance }, body: { fromYear: 2026, currency: 'USD', bands: [{ id: 'b1', name: { en: 'All' }, amount: 40_000 }] } })
  year = (await here.ask(api.askYear, { params: { id: alliance }, body: { year: 2026, dueOn: '2026-06-30' } })).answer.id
})
afterAll(() => here.close())

const night = (today: string) => here.db.transaction().execute((db) => remindDues({ db, today, now: `${today}T05:15:00.000Z` }, home))
const letters = async (kind: string) => (await here.pool.query<{ to_address: string; body: string; subject: string }>('select to_address, subject, body from letter where kind = $1 order by to_address', [kind])).rows

test('two weeks before, those that have not said they paid are written to, once', async () => {
  here.as(here.people.wang)
  const { lines } = (await here.ask(api.year, { params: { id: year } })).answer
  await here.ask(api.pay, { params: { id: lines[0]!.id }, body: { amount: 40_000, paidOn: '2026-03-01' } })
  expect(await night('2026-06-15')).toBe(0)
  expect(await night('2026-06-16')).toBe(2)
  expect(await night('2026-06-16')).toBe(0)
  const told = await letters('dues.reminder')
  expect(told.map(({ to_address }) => to_address)).toEqual(['ayesha@example.org', 'kim@example.org'])
  expect(told.every(({ body }) => body.includes(`${home.publicUrl}/dues-years/${year}`))).toBe(true)
})

test('after the day the members, and with the last step the house, hear who is late; a payment that was not found is asked for again', async () => {
  expect(await night('2026-07-04')).toBe(2)
  expect((await letters('dues.late')).map(({ to_address }) => to_address)).toEqual(['ayesha@example.org', 'kim@example.org'])
  expect(await letters('dues.house')).toEqual([])
  await sql`update due_payment set state = 'refused', because = 'No such number' where due_id in (select id from due where year_id = ${year})`.execute(here.db)
  expect(await night('2026-07-14')).toBe(4)
  const [told, ...more] = await letters('dues.house')
  expect([told!.to_address, more.length, told!.subject.includes('3'), told!.body.includes(`/dues-years/${year}?state=late`)]).toEqual(['bilal@example.org', 0, true, true])
})

test('the house sees what happened in the year, a member what concerns itself', async () => {
  here.as(here.people.kim)
  expect((await here.ask(api.year, { params: { id: year } })).answer.history.map(({ what, organisation }) => [what, organisation])).toEqual([['asked', null]])
  here.as(here.people.wang)
  expect((await here.ask(api.year, { params: { id: year } })).answer.history.map(({ what, organisation, amount }) => [what, organisation?.id ?? null, amount])).toEqual([['payment-claimed', here.places.zaozhuang, 40_000], ['asked', null, null]])
})
