// A template's promises become commitments as proposed, and their clocks start on the day on which the text holds.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { record } from '#platform/audit/journal.ts'
import { house } from '#platform/auth/viewer.ts'
import { newId } from '#platform/kinds.ts'
import { bringIntoForce } from '#domains/agreements/actions.ts'
import type { Promised } from '#domains/texts/promise-model.ts'
import { commitmentsApi as api } from './api.ts'
import { clock, giveOffice, openAlliance, seminar } from './fixtures.test-cases.ts'

let here: Awaited<ReturnType<typeof openAlliance>>
beforeAll(async () => { here = await openAlliance() })
afterAll(() => here.close())

const promised: Promised[] = [
  { kind: 'joint-unit', what: { en: 'The centre opens', zh: '中心成立' }, measure: { unit: 'milestone', target: 1, per: 'once', eachWay: false }, dueMonths: 12, after: null },
  { kind: 'report', what: { en: 'First report' }, measure: { unit: 'reports', target: 1, per: 'once', eachWay: false }, dueMonths: 6, after: 0 },
]
const deed = (what: string, about: string, data = {}) => here.db.transaction().execute((db) => record({ db, viewer: house, now: clock }, { what, about, data }))
const promises = async (id: string) => (await here.ask(api.promises, { params: { id } })).answer

test('from the template to the clock', async () => {
  const id = await here.agreement({ draft: true, signedOn: null, signedPrecision: null })
  const clauses = [newId(), newId()]
  const begun = { template: 'joint-centre', promises: promised.map((one, at) => ({ clauseId: clauses[at], promised: one })) }
  await deed('text.begun', id, begun)
  await deed('text.begun', id, begun)
  here.as(here.people.ayesha)
  const before = await promises(id)
  expect(before.commitments.map(({ clauseId, origin, startsOn, claim, standing }) => [clauseId, origin, startsOn, claim, standing.status])).toEqual([[clauses[0], 'text', null, null, 'grey'], [clauses[1], 'text', null, null, 'grey']])
  expect([before.commitments[1]!.afterId, before.pulse.pulse, before.mayRecord]).toEqual([before.commitments[0]!.id, 'none', false])
  await here.db.transaction().execute((db) => bringIntoForce({ db, viewer: here.people.wang, now: clock }, id, { signedOn: '2026-03-02', zone: null, sealed: true }))
  const after = await promises(id)
  expect(after.commitments.map(({ startsOn, standing }) => [startsOn, standing.inputs.dueOn])).toEqual([['2026-03-02', '2027-03-02'], [null, null]])
  const [first] = after.commitments
  expect((await here.ask(api.revise, { params: { id: first!.id }, body: { ...seminar(), seen: first!.changedAt } })).answer.error).toBe('commitments.stands-in-the-text')
})

test('an office that nobody holds is a vacancy, and being given it is seen at once', async () => {
  const id = await here.agreement()
  here.as(here.people.ayesha)
  await here.ask(api.record, { params: { id }, body: seminar() })
  const kept = () => here.db.selectFrom('agreementPulse').selectAll().where('agreementId', '=', id).executeTakeFirstOrThrow()
  expect(await kept()).toMatchObject({ vacancies: 2, pulse: 'asleep' })
  expect((await promises(id)).pulse.reasons.map(({ key }) => key)).toEqual(['commitments.pulse.never-active', 'commitments.pulse.all-vacant', 'commitments.pulse.not-started', 'commitments.pulse.behind'])
  await giveOffice(here.db, here.people.ayesha.id, 'director', here.places.sargodha)
  await giveOffice(here.db, here.people.wang.id, 'director', here.places.zaozhuang, '2020-01-01', '2026-03-01')
  const { id: officeId } = await here.db.selectFrom('office').select('id').where('personId', '=', here.people.ayesha.id).executeTakeFirstOrThrow()
  await deed('office.given', here.people.ayesha.id, { officeId })
  expect(await kept()).toMatchObject({ vacancies: 1 })
  expect((await promises(id)).commitments[0]!.offices.map(({ holders }) => holders.map(({ name }) => name))).toEqual([['Ayesha'], []])
})
