// A joint unit from its founding to its end: who may found it, what it carries out, whose body and report it has, and that others do not find it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chainOf } from '#platform/audit/journal.ts'
import { activitiesApi, commitmentsApi } from '#domains/commitments/api.ts'
import { home, openAlliance, seminar } from '#domains/commitments/fixtures.test-cases.ts'
import { confirmationsApi } from '#domains/confirmations/api.ts'
import { bodiesApi } from '#domains/committees/api.ts'
import { committeeRoutes } from '#domains/committees/routes.ts'
import { home as house } from '#domains/committees/test-committees.ts'
import { annualApi } from '#domains/reports/api.ts'
import { reportRoutes } from '#domains/reports/routes.ts'
import { writeWorkbook } from '#adapters/spreadsheets/write.ts'
import type { Id } from '#platform/kinds.ts'
import { jointUnitsApi as api } from './api.ts'
import { jointUnitRoutes } from './routes.ts'

let here: Awaited<ReturnType<typeof openAlliance>>
let agreement: Id, further: Id
const day = '2026-01-05'

beforeAll(async () => {
  here = await openAlliance([...jointUnitRoutes, ...committeeRoutes({ ...house, writeSheets: writeWorkbook }), ...reportRoutes(home, writeWorkbook)])
  agreement = await here.agreement({ visibility: 'parties' })
  further = await here.agreement({ title: 'Exchange of researchers' })
})
afterAll(() => here.close())

const found = (body: object) => here.ask(api.found, { body: { agreementId: agreement, kind: 'research-centre', foundedOn: day, ...body } as never })

test('a side founds it under a new name or of a record that is there; others do not find it', async () => {
  const { ayesha, bilal, li } = here.people
  here.as(bilal)
  expect((await found({ name: { en: 'Centre' } })).answer.error).toBe('joint-units.only-a-side')
  here.as(li)
  expect((await found({ name: { en: 'Centre' } })).status).toBe(404)
  here.as(ayesha)
  expect((await found({})).answer.fields).toEqual({ name: ['joint-units.one-or-the-other'] })
  expect((await found({ organisationId: here.places.zaozhuang })).answer.fields).toEqual({ organisationId: ['joint-units.is-a-side'] })
  const { answer: unit } = await found({ name: { en: 'Joint Lithium Battery Research Centre', zh: '锂电池联合研究中心' } })
  expect([unit.organisation.nameZh, unit.organisation.country, unit.sides.map(({ id }) => id), unit.mayWrite]).toEqual(['锂电池联合研究中心', 'PK', [here.places.sargodha, here.places.zaozhuang], true])
  expect((await found({ organisationId: unit.organisationId })).answer.error).toBe('joint-units.is-founded')
  expect((await here.ask(api.units, { query: { organisationId: here.places.zaozhuang } })).answer.map(({ id }) => id)).toEqual([unit.id])
  expect((await chainOf(here.db, agreement)).at(-1)).toMatchObject({ what: 'joint-unit.founded', data: { unit: unit.id, name: { zh: '锂电池联合研究中心' } } })
  here.as(li)
  expect([(await here.ask(api.unit, { params: { id: unit.id } })).status, (await here.ask(api.units, { query: {} })).answer]).toEqual([404, []])
})

test('it carries out a further agreement; its report counts both, and its body sits beneath it with the sides', async () => {
  here.as(here.people.ayesha)
  const [unit] = (await here.ask(api.units, { query: { agreementId: agreement } })).answer
  const change = (agreementIds: Id[], seen = unit!.changedAt) => here.ask(api.change, { params: { id: unit!.id }, body: { kind: 'laboratory', foundedOn: day, agreementIds, seen } })
  expect((await change([], '2020-01-01T00:00:00.000Z')).answer.error).toBe('joint-units.changed-meanwhile')
  expect((await change([unit!.id])).answer.fields).toEqual({ agreementIds: ['joint-units.agreement-unknown'] })
  expect((await change([further, agreement])).answer.further.map(({ id }) => id)).toEqual([further])
  for (const id of [agreement, further]) {
    here.as(here.people.ayesha)
    const { commitments } = (await here.ask(commitmentsApi.record, { params: { id }, body: seminar() })).answer
    const { serves } = (await here.ask(activitiesApi.log, { body: { what: 'Seminar', onDay: '2026-01-20', sideId: here.places.sargodha, serves: [{ agreementId: id, commitmentId: commitments[0]!.id }] } })).answer
    here.as(here.people.wang)
    await here.ask(confirmationsApi.answer, { params: { id: serves[0]!.claim.id }, body: { answer: 'confirmed' } as never })
  }
  here.as(here.people.ayesha)
  const of = { kind: 'joint-unit', aboutId: unit!.id, year: 2026 } as never
  const { answer: preview } = await here.ask(annualApi.preview, { query: of })
  expect([preview.names['zh'], preview.everySide, preview.whyNot]).toEqual(['锂电池联合研究中心', true, null])
  const counted = preview.blocks.find(({ id }) => id === 'indicators')!.rows.find(([what]) => what!.text.includes('SEM1'))!
  expect(counted[2]!.text).toBe('2')
  expect((await here.ask(annualApi.freeze, { body: of })).status).toBe(200)
  const { answer: body } = await here.ask(bodiesApi.draft, { body: { kind: 'joint-committee', name: { en: 'Management committee' }, unitId: unit!.id } as never })
  expect([body.unit!.id, body.agreement!.id, body.sides.map(({ organisation }) => organisation?.id)]).toEqual([unit!.id, agreement, [here.places.sargodha, here.places.zaozhuang]])
  expect((await here.ask(bodiesApi.bodies, { query: { unitId: unit!.id } })).answer.map(({ id }) => id)).toEqual([body.id])
})

test('closed on a day with a reason, it takes on nothing more', async () => {
  here.as(here.people.wang)
  const [unit] = (await here.ask(api.units, { query: { agreementId: further } })).answer
  const close = (on: string) => here.ask(api.close, { params: { id: unit!.id }, body: { on, because: 'Its work is done' } })
  expect((await close('2025-01-01')).answer.error).toBe('joint-units.closed-before-founded')
  expect((await close('2026-02-01')).answer).toMatchObject({ closedOn: '2026-02-01', closedBecause: 'Its work is done' })
  expect((await close('2026-02-02')).answer.error).toBe('joint-units.is-closed')
})
