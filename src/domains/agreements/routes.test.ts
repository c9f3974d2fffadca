// Agreements by way of their doors: the happy path as a story, and for each deed three refusals.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { person, world } from '#test/world.ts'
import { newId } from '#platform/kinds.ts'
import { agreementsApi as api } from './api.ts'
import { agreementRoutes } from './routes.ts'
import { putOrganisation } from './organisations.fixtures.ts'

let here: Awaited<ReturnType<typeof world>>
const [sargodha, zaozhuang, lanzhou] = [newId(), newId(), newId()]
const director = person('Ayesha', { role: 'director', at: sargodha, country: 'PK' })
const partner = person('Wang', { role: 'director', at: zaozhuang, country: 'CN' })
export const elsewhere = person('Li', { role: 'director', at: lanzhou, country: 'CN' })
export const teacher = person('Bilal', { role: 'faculty', at: sargodha, country: 'PK' })

beforeAll(async () => {
  here = await world(agreementRoutes(async () => new Uint8Array([1])))
  await putOrganisation(here.db, { id: sargodha, name: 'University of Sargodha', country: 'PK', city: 'Sargodha' })
  await putOrganisation(here.db, { id: zaozhuang, name: 'Zaozhuang University', nameZh: '枣庄学院', country: 'CN', city: 'Zaozhuang' })
  await putOrganisation(here.db, { id: lanzhou, name: 'Lanzhou University', nameZh: '兰州大学', country: 'CN', city: 'Lanzhou' })
})
afterAll(() => here.close())

const draft = (more = {}) => ({
  kind: 'memorandum' as const, title: 'Joint battery research', signedOn: '2024-05-02', signedPrecision: 'day' as const, termKind: 'fixed' as const, termYears: 5,
  parties: [{ organisationId: sargodha }, { organisationId: zaozhuang, unit: 'School of Chemistry' }], ...more,
})
const recorded = async (more = {}) => {
  here.as(director)
  const { answer, status } = await here.ask(api.record, { body: draft(more) })
  expect([status, answer.error]).toEqual([200, undefined])
  return answer
}

test('an agreement is recorded, found, revised, ended, removed and brought back', async () => {
  const one = await recorded()
  expect(one.standing).toMatchObject({ state: 'in-force', since: '2024-05-02', until: '2029-05-01', because: { key: 'agreements.because.counted' } })
  here.as(partner)
  const params = { id: one.id }
  expect((await here.ask(api.list, { query: { text: '枣庄' } })).answer.rows.map(({ id }) => id)).toEqual([one.id])
  expect((await here.ask(api.list, { query: { text: 'batery' } })).answer.rows.map(({ id }) => id)).toEqual([one.id])
  const revised = await here.ask(api.revise, { params, body: { ...draft({ title: 'Joint Lithium Battery Research Centre' }), seen: one.changedAt } })
  expect(revised.answer.title).toBe('Joint Lithium Battery Research Centre')
  expect((await here.ask(api.end, { params, body: { endedOn: '2026-01-01', because: 'Both sides agreed' } })).answer.standing.state).toBe('ended')
  expect((await here.ask(api.takeBackEnd, { params })).answer.standing.state).toBe('in-force')
  expect((await here.ask(api.remove, { params })).status).toBe(200)
  expect((await here.ask(api.read, { params })).status).toBe(404)
  expect((await here.ask(api.restore, { params })).answer.title).toBe('Joint Lithium Battery Research Centre')
  expect((await here.ask(api.history, { params })).answer.map(({ what }) => what)).toEqual([
    'agreement.restored', 'agreement.removed', 'agreement.end-taken-back', 'agreement.ended', 'agreement.revised', 'agreement.recorded'])
})
