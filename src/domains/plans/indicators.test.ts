// Indicators computed from what was recorded: confirmed counts, claimed stands apart, what nobody records is not known, and the list behind a
// number is as long as the number says.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { activitiesApi, commitmentsApi } from '#domains/commitments/api.ts'
import { exchange, openAlliance, seminar } from '#domains/commitments/fixtures.test-cases.ts'
import { confirmationsApi } from '#domains/confirmations/api.ts'
import { house } from '#platform/auth/viewer.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { indicatorsApi as api } from './api.ts'
import { indicators } from './indicator-rules.ts'
import { planRoutes } from './routes.ts'

let here: Awaited<ReturnType<typeof openAlliance>>
let agreement: Id, other: Id, promised: Record<'seminar' | 'paper' | 'equipment' | 'exchange' | 'supervision', Id>

beforeAll(async () => {
  here = await openAlliance(planRoutes)
  const { sargodha, zaozhuang, lge } = here.places
  await sql`update organisation set kind = 'company' where id = ${lge}`.execute(here.db)
  agreement = await here.agreement()
  other = await here.agreement({ title: 'With the company', parties: [{ organisationId: sargodha }, { organisationId: zaozhuang }, { organisationId: lge }] })
  here.as(here.people.ayesha)
  const record = async (body: object) => (await here.ask(commitmentsApi.record, { params: { id: agreement }, body: body as never })).answer.commitments.at(-1)!.id
  promised = {
    seminar: await record(seminar()), paper: await record(seminar({ kind: 'other', unit: 'publications', target: 4, per: 'total' })),
    equipment: await record(seminar({ kind: 'resource', unit: 'items', target: 10, per: 'total' })),
    exchange: await record(exchange()), supervision: await record(seminar({ kind: 'supervision', unit: 'persons', target: 3, per: 'total' })),
  }
})
afterAll(() => here.close())

type More = { untilDay?: string; serves?: object[]; links?: object[]; numbers?: object[]; onDay?: string; confirm?: boolean }
async function log(what: keyof typeof promised | null, { confirm = true, onDay = '2026-01-20', ...more }: More = {}, amount: number | null = null) {
  here.as(here.people.ayesha)
  const { answer } = await here.ask(activitiesApi.log, { body: { id: newId(), what: what ?? 'Visit', onDay, sideId: here.places.sargodha, serves: [{ agreementId: agreement, commitmentId: what && promised[what], amount }], ...more } as never })
  here.as(here.people.wang)
  for (const { claim } of confirm ? answer.serves : []) await here.ask(confirmationsApi.answer, { params: { id: claim.id }, body: { answer: 'confirmed' } })
  return answer.id
}
const read = async (query: object = { agreement }) => {
  here.as(here.people.ayesha)
  const { answer } = await here.ask(api.values, { query: query as never })
  return Object.fromEntries(answer.values.map((one) => [one.own ? 'own' : one.code, one]))
}
const behind = async (of: string, state: 'confirmed' | 'claimed', query: object = { agreement }) => (await here.ask(api.items, { query: { ...query, of, state } as never })).answer.rows

test('every indicator has its source, and is either fed or says why it is not known', () => {
  expect(indicators).toHaveLength(48)
  expect(new Set(indicators.map(({ code }) => code)).size).toBe(48)
  expect(indicators.filter(({ feed, unknown, sources }) => (feed === null) !== (unknown !== null) || sources.length === 0)).toEqual([])
})

test('what is confirmed counts, what is claimed stands apart, last year is another year', async () => {
  const numbers = [{ organisationId: here.places.sargodha, inPerson: 30, online: 5 }, { organisationId: here.places.zaozhuang, inPerson: 4, online: 2 }]
  const seen = await log('seminar', { numbers })
  await log('seminar', { numbers: [{ organisationId: here.places.lge, inPerson: 9, online: 0 }], confirm: false })
  await log('seminar', { onDay: '2025-11-02', numbers })
  const values = await read()
  expect([values['SEM1'], values['SEM2'], values['SEM5']].map((one) => [one!.value, one!.claimed])).toEqual([[1, 1], [41, 9], [2, 1]])
  expect(values['SEM2']!.parts).toEqual([{ key: 'in-person', value: 34 }, { key: 'online', value: 7 }, { key: 'events', value: 1 }])
  expect((await behind('SEM1', 'confirmed')).map(({ id, amount }) => [id, amount])).toEqual([[seen, 1]])
  expect((await behind('SEM2', 'claimed')).map(({ amount }) => amount)).toEqual([9])
  expect((await read({ agreement, year: 2025 }))['SEM1']!.value).toBe(1)
})

test('students, candidates and staff are counted by who was said to have come; a balance is sent to received, over three years', async () => {
  const { sargodha, zaozhuang } = here.places
  await log('exchange', { numbers: [{ organisationId: sargodha, inPerson: 4, online: 0 }] })
  expect([(await read())['EXC1']].map((one) => [one!.value, one!.unknown, one!.parts])).toEqual([[null, 'level', [{ key: 'unsaid', value: 4 }]]])
  await log('exchange', { numbers: [{ organisationId: sargodha, inPerson: 6, online: 0, who: 'students', women: 4 }, { organisationId: zaozhuang, inPerson: 2, online: 1, who: 'masters' }] })
  await log('exchange', { numbers: [{ organisationId: zaozhuang, inPerson: 3, online: 0, who: 'staff' }] })
  // From a Friday to the Wednesday are four working days, to the Thursday five: only the longer stay is one.
  const stay = (untilDay: string, inPerson: number) => log('exchange', { onDay: '2026-01-09', untilDay, numbers: [{ organisationId: zaozhuang, inPerson, online: 0, who: 'staff' }] })
  await stay('2026-01-14', 50)
  await stay('2026-01-15', 2)
  await log('exchange', { onDay: '2025-05-02', numbers: [{ organisationId: zaozhuang, inPerson: 1, online: 0, who: 'doctoral' }] })
  await log('supervision', { numbers: [{ organisationId: sargodha, inPerson: 0, online: 2, who: 'doctoral' }] })
  const values = await read()
  expect(['EXC1', 'EXC2', 'EXC3', 'SUP1', 'SUP4'].map((code) => values[code]!.value)).toEqual([9, 1.5, 5, 2, 0])
  expect(Object.fromEntries(values['EXC1']!.parts.map(({ key, value }) => [key, value]))).toEqual({ 'in-person': 8, online: 1, women: 4, out: 6, in: 3, events: 2, unsaid: 4 })
  expect((await read({ organisation: zaozhuang }))['EXC2']!.value).toBe(0.67)
  expect((await behind('EXC2', 'confirmed')).map(({ amount }) => amount).toSorted()).toEqual([0, 1, 9])
  expect((await here.ask(activitiesApi.log, { body: { what: 'x', onDay: '2026-01-20', sideId: sargodha, serves: [{ agreementId: agreement }], numbers: [{ organisationId: sargodha, inPerson: 1, online: 0, women: 2 }] } as never })).answer)
    .toMatchObject({ fields: { numbers: ['commitments.more-women-than-all'] } })
})

test('an activity that serves two agreements counts once, and only when both have confirmed it', async () => {
  const { organisation } = { organisation: here.places.sargodha }
  const before = await read({ organisation })
  const joint = await log(null, { serves: [{ agreementId: agreement, commitmentId: promised.seminar, amount: 1 }, { agreementId: other }], confirm: true })
  const after = await read({ organisation })
  // The company was asked in the other agreement and has not answered.
  expect([before['SEM1']!.value, after['SEM1']!.value, after['SEM1']!.claimed! - before['SEM1']!.claimed!]).toEqual([1, 1, 1])
  expect((await behind('SEM1', 'claimed', { organisation })).map(({ id }) => id)).toContain(joint)
})

test('a publication counts by its DOI, equipment against what was promised, and no more than that', async () => {
  await log('paper', {}, 2)
  await log('paper', { links: [{ url: 'https://doi.org/10.1000/182' }] }, 1)
  await log('equipment', {}, 12)
  const values = await read()
  expect([values['PUB1']!.value, values['EQP1']!.value]).toEqual([1, 100])
  expect((await behind('EQP1', 'confirmed')).map(({ kind, amount, target }) => [kind, amount, target])).toEqual([['commitment', 12, 10]])
  expect(await here.ask(api.items, { query: { agreement, of: 'PAT2' } as never })).toMatchObject({ status: 409, answer: { error: 'plans.has-no-list' } })
})

test('with an enterprise among those who took part it counts as theirs too; staff in training are those of the trained who are said to be', async () => {
  const { sargodha, lge } = here.places
  await log('paper', { links: [{ url: 'https://doi.org/10.1000/183' }], numbers: [{ organisationId: lge, inPerson: 1, online: 0 }], onDay: '2026-02-01' }, 1)
  const record = async (body: object) => { here.as(here.people.ayesha); return (await here.ask(commitmentsApi.record, { params: { id: agreement }, body: body as never })).answer.commitments.at(-1)!.id }
  const [patent, training] = [await record(seminar({ kind: 'patent', unit: 'patents', target: 2, per: 'total' })), await record(seminar({ kind: 'training', unit: 'persons', target: 20, per: 'total' }))]
  const give = async (commitmentId: Id, amount: number, numbers: object[]) => log(null, { serves: [{ agreementId: agreement, commitmentId, amount }], numbers, onDay: '2026-02-02' })
  await give(patent, 1, [])
  const shared = await give(patent, 1, [{ organisationId: lge, inPerson: 2, online: 0 }])
  await give(training, 12, [{ organisationId: sargodha, inPerson: 7, online: 0, who: 'staff', women: 3 }, { organisationId: sargodha, inPerson: 5, online: 0, who: 'students' }])
  const values = await read()
  expect(['PUB1', 'PUB3', 'PAT1', 'PAT3', 'TRN1', 'TRN2'].map((code) => values[code]!.value)).toEqual([2, 1, 2, 1, 12, 7])
  expect((await behind('PAT3', 'confirmed')).map(({ id, amount }) => [id, amount])).toEqual([[shared, 1]])
})

test('a share of nothing is not known, nor is what nobody records; an active agreement is confirmed to be', async () => {
  const values = await read()
  expect([values['SUP3'], values['EXC1'], values['GOV1']].map((one) => [one!.value, one!.unknown])).toEqual([[null, 'nothing-due'], [9, null], [null, 'meetings']])
  expect([values['GOV4']!.value, values['GOV4']!.parts.map(({ value }) => value)]).toEqual([100, [1, 1]])
  const all = await read({ organisation: here.places.sargodha })
  // The agreement with the company holds, and only a claim says that something was done in it.
  expect([all['GOV4']!.value, all['GOV4']!.claimed, all['ENT1']!.value, all['ENT1']!.claimed]).toEqual([50, 50, 0, 1])
  expect((await behind('GOV4', 'claimed', { organisation: here.places.sargodha })).map(({ id }) => id)).toEqual([other])
})

test('numbers begin at what one sees, and an alliance chooses and adds its own', async () => {
  here.as(here.people.li)
  expect((await here.ask(api.values, { query: { agreement } as never })).status).toBe(404)
  const { answer: elsewhere } = await here.ask(api.values, { query: { organisation: here.places.sargodha } as never })
  expect([elsewhere.agreements, elsewhere.values.find(({ code }) => code === 'SEM1')!.value]).toEqual([0, 0])
  const alliance = newId()
  await sql`insert into alliance (id, organisation_id, host_id, slug, changed_at) values (${alliance}, ${here.places.lanzhou}, ${here.places.sargodha}, 'silk', now())`.execute(here.db)
  for (const id of [here.places.sargodha, here.places.zaozhuang]) await sql`insert into alliance_standing (id, alliance_id, organisation_id, standing, recorded_by, recorded_at) values (${newId()}, ${alliance}, ${id}, 'member', ${house.id}, now())`.execute(here.db)
  here.as(here.people.ayesha)
  expect((await here.ask(api.choose, { params: { id: alliance }, body: { codes: ['SEM1', 'NONE'] } })).answer).toMatchObject({ fields: { codes: ['plans.no-such-indicator'] } })
  expect((await here.ask(api.choose, { params: { id: alliance }, body: { codes: ['SEM1'] } })).status).toBe(200)
  await here.ask(api.add, { params: { id: alliance }, body: { name: { en: 'All that was done' }, rule: {}, unit: 'events', type: 'output', feed: { from: 'activities', count: 'activities' } } })
  const values = await read({ alliance })
  expect([values['own']!.value, values['own']!.claimed]).toEqual([14, 2])
  here.as(here.people.wang)
  expect((await here.ask(api.choose, { params: { id: alliance }, body: { codes: [] } })).answer.error).toBe('alliances.only-its-secretariat-may')
})
