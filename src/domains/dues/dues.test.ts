// Dues and hosting through their doors: a scale in two versions, a year asked, a payment claimed and found, another refused and waived; hosts proposed,
// one declines, two change years by agreement.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTable } from '#adapters/spreadsheets/read-table.ts'
import { textsOf } from '#adapters/spreadsheets/table.ts'
import { writeWorkbook } from '#adapters/spreadsheets/write.ts'
import { home, openAlliance, openSilk } from '#domains/commitments/fixtures.test-cases.ts'
import { chainOf } from '#platform/audit/journal.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { turnsOf } from '#platform/turns.ts'
import { person } from '#test/world.ts'
import { duesApi as api, hostingApi as hosting } from './api.ts'
import { dueRoutes } from './routes.ts'
import { duesStandingsOf } from './store.ts'

let here: Awaited<ReturnType<typeof openAlliance>>
let alliance: Id
let treasurer: Viewer
beforeAll(async () => {
  here = await openAlliance(dueRoutes(home, writeWorkbook))
  const { zaozhuang, lanzhou } = here.places
  treasurer = person('Zhao', { role: 'secretariat', at: lanzhou })
  alliance = await openSilk(here, [[here.people.wang, zaozhuang]])
})
afterAll(() => here.close())
const as = (viewer: Viewer) => here.as(viewer)
const scale = (amount: number, fromYear: number, countries: string[] = []) => ({ fromYear, currency: 'USD', bands: [{ id: 'b1', name: { en: 'All' }, countries, amount }] })
const at = { id: '' as Id }

test('the scale is data in versions; a year is asked by the one that holds for it, of nobody if anybody fits no band', async () => {
  as(treasurer)
  const params = { id: alliance }
  expect((await here.ask(api.askYear, { params, body: { year: 2026, dueOn: '2026-06-30' } })).answer.error).toBe('dues.no-scale')
  await here.ask(api.addScale, { params, body: scale(50_000, 2026, ['PK', 'CN']) })
  expect((await here.ask(api.askYear, { params, body: { year: 2026, dueOn: '2026-06-30' } })).answer).toMatchObject({ error: 'dues.no-band', facts: { count: 1, names: 'LG Electronics' } })
  const { scales } = (await here.ask(api.addScale, { params, body: scale(40_000, 2026) })).answer
  await here.ask(api.addScale, { params, body: scale(90_000, 2027) })
  expect(scales.map(({ version }) => version)).toEqual([2, 1])
  const year = (await here.ask(api.askYear, { params, body: { year: 2026, dueOn: '2026-06-30' } })).answer
  expect([year.scaleVersion, year.lines.map(({ amount, state }) => [amount, state])]).toEqual([2, Array(3).fill([40_000, 'asked'])])
  expect((await here.ask(api.askYear, { params, body: { year: 2026, dueOn: '2026-06-30' } })).answer.error).toBe('dues.asked-already')
  at.id = year.id
  const { rows } = await here.pool.query<{ to_address: string; body: string }>("select to_address, body from letter where kind = 'dues.asked'")
  expect(rows.map(({ to_address, body }) => [to_address, body.includes(`${home.publicUrl}/dues-years/${year.id}`)])).toEqual([['wang@example.org', true]])
})

test('a member sees its own line, says what it paid, and the treasurer finds it or not; nobody finds what they said themselves', async () => {
  as(here.people.wang)
  const mine = (await here.ask(api.year, { params: { id: at.id } })).answer
  expect([mine.mayManage, mine.lines.map(({ organisation }) => organisation.id), mine.notAsked]).toEqual([false, [here.places.zaozhuang], []])
  const line = mine.lines[0]!
  const params = { id: line.id }
  expect((await here.ask(api.pay, { params, body: { amount: 40_000, paidOn: '2026-04-01' } })).answer.error).toBe('dues.not-yet-paid')
  const claimed = (await here.ask(api.pay, { params, body: { amount: 40_000, paidOn: '2026-03-01', reference: 'SWIFT 77' } })).answer.lines[0]!
  expect([claimed.state, claimed.outstanding]).toEqual(['claimed', 40_000])
  const payment = { params: { id: line.id, paymentId: claimed.payments[0]!.id } }
  expect((await here.ask(api.settle, { ...payment, body: { answer: 'confirmed' } })).answer.error).toBe('alliances.only-its-secretariat-may')
  expect((await here.ask(api.waive, { params, body: { because: 'We are poor' } })).answer.error).toBe('alliances.only-its-secretariat-may')
  as(treasurer)
  const waiting = await turnsOf(here.db, treasurer, { whose: 'yours', sides: [here.places.lanzhou], today: '2026-03-02', now: '2026-03-02T09:00:00.000Z', limit: 9 })
  expect(waiting.rows.map(({ kind }) => kind)).toContain('today.payment')
  expect((await here.ask(api.settle, { ...payment, body: { answer: 'refused' } })).answer.fields).toEqual({ because: ['dues.reason-missing'] })
  const found = (await here.ask(api.settle, { ...payment, body: { answer: 'confirmed' } })).answer
  expect([found.lines.find(({ id }) => id === line.id)!.state, found.totals.confirmed]).toEqual(['paid', 40_000])
  expect((await here.ask(api.settle, { ...payment, body: { answer: 'confirmed' } })).answer.error).toBe('dues.settled-already')
  as(here.people.bilal)
  const own = (await here.ask(api.year, { params: { id: at.id } })).answer.lines[0]!
  expect((await here.ask(api.pay, { params: { id: own.id }, body: { amount: 1, paidOn: '2026-03-01' } })).answer.error).toBe('dues.only-its-record-keepers')
  as(person('Outsider', { role: 'director', at: newId() }))
  expect((await here.ask(api.read, { params: { id: alliance } })).status).toBe(404)
  expect((await here.ask(api.pay, { params: { id: own.id }, body: { amount: 1, paidOn: '2026-03-01' } })).status).toBe(404)
})

test('what is late is in the arrears, what is waived with a reason is not; the statement and the workbook say the same', async () => {
  as(treasurer)
  const { lines } = (await here.ask(api.year, { params: { id: at.id } })).answer
  const [lge, sargodha] = [here.places.lge, here.places.sargodha].map((id) => lines.find(({ organisation }) => organisation.id === id)!)
  here.at('2026-08-01T09:00:00.000Z')
  expect((await here.ask(api.read, { params: { id: alliance } })).answer.arrears.map(({ organisation }) => organisation.id).toSorted()).toEqual([here.places.lge, here.places.sargodha].toSorted())
  expect(await duesStandingsOf(here.db, treasurer, alliance, '2026-08-01')).toContainEqual({ organisationId: here.places.lge, state: 'late', outstanding: [{ currency: 'USD', amount: 40_000 }], late: 1 })
  const waived = (await here.ask(api.waive, { params: { id: lge!.id }, body: { because: 'Hosted the conference' } })).answer
  expect(waived.totals).toMatchObject({ waived: 40_000, outstanding: 40_000, confirmed: 40_000 })
  await here.ask(api.pay, { params: { id: sargodha!.id }, body: { amount: 15_000, paidOn: '2026-07-01' } })
  const { lines: [statement] } = (await here.ask(api.statement, { params: { id: alliance }, query: { organisationId: here.places.sargodha } })).answer
  expect([statement!.state, statement!.confirmed, statement!.outstanding]).toEqual(['late', 15_000, 25_000])
  const book = await readTable((await here.ask(api.workbook, { params: { id: at.id }, query: {} })).bytes, 'dues.xlsx', {})
  expect(book.rows.map(textsOf).map((row) => [row[0], row[6]])).toEqual([['LG Electronics', '0'], ['University of Sargodha', '250'], ['Zaozhuang University', '0']])
  expect((await here.ask(api.unwaive, { params: { id: lge!.id } })).answer.totals.outstanding).toBe(65_000)
  expect((await chainOf(here.db, at.id)).map(({ what }) => what)).toEqual(['dues.asked', 'dues.payment-claimed', 'dues.payment-confirmed', 'dues.waived', 'dues.payment-confirmed', 'dues.unwaived'])
  here.at('2026-03-02T09:00:00.000Z')
})

test('hosts are proposed by the rotation; one declines and another takes the year; two change years when both want it', async () => {
  as(treasurer)
  const { turns } = (await here.ask(hosting.propose, { params: { id: alliance }, body: { what: 'conference', from: 2026, years: 3 } })).answer
  expect(turns.map(({ organisationId }) => organisationId).toReversed()).toEqual([here.places.sargodha, here.places.zaozhuang, here.places.lge])
  const of = (year: number) => turns.find((turn) => turn.year === year)!
  expect((await here.ask(hosting.propose, { params: { id: alliance }, body: { what: 'conference', from: 2026, years: 3 } })).answer.error).toBe('dues.years-have-hosts')
  as(here.people.ayesha)
  expect((await here.ask(hosting.answerTurn, { params: { id: of(2027).id }, body: { answer: 'agreed' } })).answer.error).toBe('dues.only-the-host')
  expect((await here.ask(hosting.answerTurn, { params: { id: of(2026).id }, body: { answer: 'agreed' } })).answer.turns.find(({ year }) => year === 2026)!.answer).toBe('agreed')
  as(here.people.kim)
  await here.ask(hosting.answerTurn, { params: { id: of(2028).id }, body: { answer: 'declined', because: 'The hall is being built' } })
  as(treasurer)
  const again = (await here.ask(hosting.assign, { params: { id: alliance }, body: { what: 'conference', year: 2028, organisationId: here.places.lge } })).answer
  expect(again.turns.filter(({ year }) => year === 2028)).toHaveLength(2)
  as(here.people.ayesha)
  const asked = (await here.ask(hosting.swap, { params: { id: of(2026).id }, body: { otherId: of(2027).id, because: 'Examinations' } })).answer
  const swap = asked.swaps[0]!
  expect([swap.mayAnswer, (await here.ask(hosting.answerSwap, { params: { id: swap.id }, body: { answer: 'agreed' } })).answer.error]).toEqual([false, 'dues.only-the-host'])
  as(here.people.wang)
  const swapped = (await here.ask(hosting.answerSwap, { params: { id: swap.id }, body: { answer: 'agreed' } })).answer
  expect([2026, 2027].map((year) => swapped.turns.find((turn) => turn.year === year)!.organisationId)).toEqual([here.places.zaozhuang, here.places.sargodha])
  expect((await here.ask(hosting.answerSwap, { params: { id: swap.id }, body: { answer: 'agreed' } })).answer.error).toBe('dues.answered-already')
  expect((await chainOf(here.db, alliance)).map(({ what }) => what).filter((what) => what.startsWith('hosting'))).toEqual(['hosting.proposed', 'hosting.agreed', 'hosting.declined', 'hosting.assigned', 'hosting.swap-asked', 'hosting.swap-agreed'])
})
