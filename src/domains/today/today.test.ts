// The day of two directors who negotiate, promise and confirm: what waits for one is what the other waits for.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { activitiesApi, commitmentsApi } from '#domains/commitments/api.ts'
import { CommitmentDraft } from '#domains/commitments/model.ts'
import { confirmationsApi } from '#domains/confirmations/api.ts'
import { newId } from '#platform/kinds.ts'
import { person } from '#test/world.ts'
import { todayApi } from './api.ts'
import { openDay } from './fixtures.test-cases.ts'

let here: Awaited<ReturnType<typeof openDay>>
beforeAll(async () => { here = await openDay() })
afterAll(() => here.close())

const day = async () => (await here.ask(todayApi.today, {})).answer
const seminar = (more: object = {}) => CommitmentDraft.parse({ kind: 'seminar', what: { en: 'Yearly seminar' }, unit: 'events', target: 1, per: 'year', eachWay: false, ...more })

test('a claim waits for the other side, and a dispute for the one that claims', async () => {
  const { ayesha, wang, li } = here.people
  const id = await here.agreement()
  here.as(ayesha)
  const log = { id: newId(), what: 'Seminar on cell safety', onDay: '2026-02-20', sideId: here.places.sargodha, serves: [{ agreementId: id }] }
  const claim = (await here.ask(activitiesApi.log, { body: log })).answer.serves[0]!.claim.id
  expect((await day()).theirs).toMatchObject({ count: 1, rows: [{ kind: 'commitments.confirm', to: `/confirmations/${claim}`, title: { en: 'Seminar on cell safety' }, side: { id: here.places.zaozhuang }, since: here.clock }] })
  expect((await day()).yours.count).toBe(0)
  here.as(wang)
  expect(await day()).toMatchObject({ scope: 'own', theirs: { count: 0 }, yours: { count: 1, rows: [{ kind: 'commitments.confirm', agreement: { partners: [{ id: here.places.sargodha }] } }] } })
  await here.ask(confirmationsApi.answer, { params: { id: claim }, body: { answer: 'disputed', reason: 'Nobody of ours was there' } })
  expect(await day()).toMatchObject({ yours: { count: 0 }, theirs: { count: 1, rows: [{ kind: 'commitments.answer', side: { id: here.places.sargodha } }] } })
  here.as(ayesha)
  expect(await day()).toMatchObject({ yours: { count: 1, rows: [{ kind: 'commitments.answer' }] }, theirs: { count: 0 } })
  here.as(li)
  expect(await day()).toMatchObject({ yours: { count: 0 }, theirs: { count: 0 }, due: { count: 0 }, asleep: { count: 0 }, counts: { total: 0 } })
})

test('what is due within thirty days stands there, what is later or withdrawn does not', async () => {
  const id = await here.agreement()
  here.as(here.people.wang)
  const before = (await day()).due.count
  const record = (more: object) => here.ask(commitmentsApi.record, { params: { id }, body: seminar({ per: 'once', ...more }) })
  await record({ what: { en: 'On the thirtieth day' }, dueOn: '2026-04-01' })
  const last = (await record({ what: { en: 'Too late' }, dueOn: '2026-04-02' })).answer
  expect(last.commitments).toHaveLength(2)
  const { due } = await day()
  expect([due.count - before, due.rows.map(({ what }) => what['en'])]).toEqual([1, expect.arrayContaining(['On the thirtieth day'])])
  expect(due.rows.some(({ what }) => what['en'] === 'Too late')).toBe(false)
  await here.ask(commitmentsApi.withdraw, { params: { id: last.commitments[0]!.id }, body: { because: 'Written down twice' } })
  expect((await day()).due.count).toBe(before)
})

test('an agreement without activity sleeps, with its reasons; a record that ends soon expires', async () => {
  const id = await here.agreement({ signedOn: '2023-01-10' })
  here.as(here.people.ayesha)
  await here.ask(commitmentsApi.record, { params: { id }, body: seminar() })
  const { asleep } = await day()
  const one = asleep.rows.find(({ agreement }) => agreement.id === id)!
  expect(one.pulse.reasons.map(({ key }) => key)).toEqual(expect.arrayContaining(['commitments.pulse.never-active', 'commitments.pulse.not-started']))
  await here.agreement({ signedOn: '2021-04-02', title: 'Nearly over' })
  expect((await day()).expiring.map(({ title }) => title)).toContain('Nearly over')
})

test('whoever holds no such office has nothing that waits; an administrator sees the records of all', async () => {
  here.as(here.people.bilal)
  expect(await day()).toMatchObject({ scope: 'none', yours: { count: 0 }, expiring: [], runs: [] })
  here.as(person('Root', { role: 'administrator', at: null }))
  expect(await day()).toMatchObject({ scope: 'all', yours: { count: 0 }, counts: { total: expect.any(Number) } })
})

test('two clocks: where one is and where the partner is whose turn it is', async () => {
  const id = await here.agreement()
  here.as(here.people.ayesha)
  await here.ask(activitiesApi.log, { body: { id: newId(), what: 'Visit', onDay: '2026-02-21', sideId: here.places.sargodha, serves: [{ agreementId: id }] } })
  expect((await day()).places.map(({ timeZone }) => timeZone)).toEqual(['Asia/Karachi', 'Asia/Shanghai'])
})
