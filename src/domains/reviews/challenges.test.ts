// Challenges and new areas through their doors: who may say what hinders, what stays open, and how a proposal becomes a commitment or a draft in one step.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commitmentsApi } from '#domains/commitments/api.ts'
import { openAlliance } from '#domains/commitments/fixtures.test-cases.ts'
import { findAgreement } from '#domains/agreements/store.ts'
import { chainOf } from '#platform/audit/journal.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Id } from '#platform/kinds.ts'
import { areasApi, challengesApi } from './api.ts'
import { openBetween } from './challenge-store.ts'
import { reviewRoutes } from './routes.ts'

let here: Awaited<ReturnType<typeof openAlliance>>
let agreement: Id, open: Id
beforeAll(async () => {
  here = await openAlliance(reviewRoutes)
  agreement = await here.agreement()
  open = await here.agreement({ visibility: 'public' })
})
afterAll(() => here.close())

const as = (viewer: Viewer) => here.as(viewer)
const register = async (id = agreement) => (await here.ask(challengesApi.challenges, { params: { id } })).answer
const visas = { what: { en: 'Visas take three months', zh: '签证需时三个月' }, since: '2025-09-01' }

test('whoever works at a side records what hinders; the other side answers and resolves it; what was seen must still stand there', async () => {
  as(here.people.bilal)
  const { id } = (await here.ask(challengesApi.recordChallenge, { body: { agreementId: agreement, ...visas, ownerId: here.places.zaozhuang } })).answer
  as(here.people.wang)
  const { challenges: [challenge] } = await register()
  expect(challenge).toMatchObject({ id, ownerId: here.places.zaozhuang, resolvedOn: null })
  const change = (seen: string, more = {}) => here.ask(challengesApi.changeChallenge, { params: { id }, body: { ...visas, ownerId: here.places.zaozhuang, answer: { en: 'Letters of the ministry' }, ...more, seen } })
  expect((await change('2020-01-01T00:00:00.000Z')).answer.error).toBe('reviews.changed-meanwhile')
  expect((await change(challenge!.changedAt, { resolvedOn: '2025-08-01' })).answer.fields).toEqual({ resolvedOn: ['reviews.resolved-before-it-began'] })
  expect((await change(challenge!.changedAt, { ownerId: here.places.lanzhou })).answer.fields).toEqual({ ownerId: ['commitments.not-a-side'] })
  expect((await change(challenge!.changedAt, { resolvedOn: '2026-01-10' })).status).toBe(200)
  expect((await register()).challenges[0]).toMatchObject({ answer: { en: 'Letters of the ministry' }, resolvedOn: '2026-01-10' })
  expect((await chainOf(here.db, id)).map(({ what }) => what)).toEqual(['challenge.recorded', 'challenge.resolved'])
  expect(JSON.stringify(await chainOf(here.db, agreement))).not.toContain('Visas')
})

test('a challenge is open in every year between the day it began and the day it was resolved', () => {
  const one = { since: '2024-11-01', resolvedOn: '2026-01-10' }
  const openIn = (year: number) => openBetween([one], `${year}-01-01`, `${year}-12-31`).length
  expect([2023, 2024, 2025, 2026, 2027].map(openIn)).toEqual([0, 1, 1, 1, 0])
  expect(openBetween([{ ...one, resolvedOn: null }], '2040-01-01', '2040-12-31')).toHaveLength(1)
})

test('it is the inner matter of the sides: of a public agreement others read the text and not what hinders it', async () => {
  as(here.people.li)
  expect((await findAgreement(here.db, here.people.li, open, '2026-03-02')).id).toBe(open)
  expect((await here.ask(challengesApi.challenges, { params: { id: open } })).status).toBe(404)
  expect((await here.ask(areasApi.areas, { params: { id: open } })).status).toBe(404)
  expect((await here.ask(challengesApi.recordChallenge, { body: { agreementId: open, ...visas } })).status).toBe(404)
})

test('a proposal becomes a commitment in one step, and the other side is asked whether it is one', async () => {
  as(here.people.bilal)
  const draft = { what: { en: 'Train forty teachers', zh: '培训四十名教师' }, kind: 'training' as const, unit: 'persons' as const, target: 40, per: 'total' as const, dueOn: '2027-12-31' }
  const { areas: [area], mayTakeUp } = (await here.ask(areasApi.propose, { params: { id: agreement }, body: draft })).answer
  expect([area!.state, area!.side.id, mayTakeUp]).toEqual(['open', here.places.sargodha, false])
  expect((await here.ask(areasApi.toCommitment, { params: { id: area!.id } })).answer.error).toBe('commitments.only-a-record-keeper')
  as(here.people.wang)
  const taken = (await here.ask(areasApi.toCommitment, { params: { id: area!.id } })).answer.areas[0]!
  const promised = (await here.ask(commitmentsApi.promises, { params: { id: agreement } })).answer.commitments.find(({ id }) => id === taken.commitmentId)!
  expect([taken.state, promised.what, promised.target, promised.unit, promised.dueOn, promised.claim!.state]).toEqual(['commitment', draft.what, 40, 'persons', '2027-12-31', 'open'])
  expect((await here.ask(areasApi.toCommitment, { params: { id: area!.id } })).answer.error).toBe('reviews.area-is-settled')
})

test('or a draft agreement beneath this one, with the same parties; or it is set aside with a reason', async () => {
  as(here.people.ayesha)
  const propose = async (what: Record<string, string>) => (await here.ask(areasApi.propose, { params: { id: agreement }, body: { what } })).answer.areas[0]!.id
  const drafted = await propose({ zh: '联合工业设计学院', en: 'Joint school of industrial design' })
  const { areas } = (await here.ask(areasApi.toDraft, { params: { id: drafted } })).answer
  const draft = await findAgreement(here.db, here.people.wang, areas.find(({ id }) => id === drafted)!.draftId!, '2026-03-02')
  expect([draft.draft, draft.kind, draft.parentId, draft.title, draft.titles['zh'], draft.parties.map(({ organisationId }) => organisationId)])
    .toEqual([true, 'implementing-agreement', agreement, 'Joint school of industrial design', '联合工业设计学院', [here.places.sargodha, here.places.zaozhuang]])
  const aside = await propose({ en: 'Ski academy' })
  const after = (await here.ask(areasApi.setAside, { params: { id: aside }, body: { because: 'No snow' } })).answer.areas.find(({ id }) => id === aside)!
  expect([after.state, after.because]).toEqual(['set-aside', 'No snow'])
})
