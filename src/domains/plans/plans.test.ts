// A plan through its doors: begun, written in two languages, laid before the sides, disputed, laid again, approved; fed by a confirmed record and by a
// claim that another confirms.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { activitiesApi, commitmentsApi } from '#domains/commitments/api.ts'
import { openAlliance, seminar } from '#domains/commitments/fixtures.test-cases.ts'
import { confirmationsApi } from '#domains/confirmations/api.ts'
import { chainOf, record } from '#platform/audit/journal.ts'
import { addOrganisations } from '#domains/organisations/actions.ts'
import { mergeOrganisations, undoMerge } from '#domains/organisations/merging.ts'
import type { Doing } from '#platform/http/serve.ts'
import { house, type Viewer } from '#platform/auth/viewer.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { turnsOf } from '#platform/turns.ts'
import { plansApi as api } from './api.ts'
import { PlanContent } from './plan-model.ts'
import { findPlanFile } from './plan-store.ts'
import { planRoutes } from './routes.ts'

let here: Awaited<ReturnType<typeof openAlliance>>
let agreement: Id, alliance: Id
const [goal, task, trained, seminars] = [newId(), newId(), newId(), newId()]
const days = { startsOn: '2025-04-01', endsOn: '2029-12-31' }

beforeAll(async () => {
  here = await openAlliance(planRoutes)
  agreement = await here.agreement()
  alliance = newId()
  const { sargodha, zaozhuang, lge, lanzhou } = here.places
  await sql`insert into alliance (id, organisation_id, host_id, slug, public, changed_at) values (${alliance}, ${lanzhou}, ${sargodha}, 'silk', true, now())`.execute(here.db)
  for (const id of [sargodha, zaozhuang, lge]) await sql`insert into alliance_standing (id, alliance_id, organisation_id, standing, recorded_by, recorded_at) values (${newId()}, ${alliance}, ${id}, 'member', ${house.id}, now())`.execute(here.db)
})
afterAll(() => here.close())

const content = (owner: Id) => PlanContent.parse({
  title: { en: 'Digital Education Development Plan', zh: '数字教育发展规划' }, ...days, parts: { background: { en: 'Why now', zh: '背景说明' } },
  objectives: [{ id: goal, level: 'goal', what: { en: 'Open learning', zh: '开放学习' } }], tasks: [{ id: task, objectiveId: goal, what: { en: 'Open the portal' }, owners: [owner], startsOn: '2025-04-01', endsOn: '2025-12-31' }],
  measures: [
    { id: trained, objectiveId: goal, what: { en: 'Teachers trained' }, unit: 'persons', targets: [{ on: '2025-12-31', value: 40 }, { on: '2029-12-31', value: 400 }] },
    { id: seminars, objectiveId: goal, what: { en: 'Seminars' }, unit: 'events', code: 'SEM1', targets: [{ on: '2025-12-31', value: 1 }] },
  ],
})
const as = (viewer: Viewer) => here.as(viewer)
const read = async (id: Id) => (await here.ask(api.read, { params: { id } })).answer
const begun = async (owner: object, text = content(here.places.sargodha)) => {
  as(here.people.ayesha)
  const { answer: { id, changedAt } } = await here.ask(api.begin, { body: { ...owner, title: { en: 'Plan' }, ...days } })
  return (await here.ask(api.write, { params: { id }, body: { content: text, seen: changedAt } })).answer
}
const answerAs = (viewer: Viewer, id: Id, answer: 'confirmed' | 'disputed') => { as(viewer); return here.ask(confirmationsApi.answer, { params: { id }, body: { answer, reason: answer === 'disputed' ? 'The portal is not ours' : null } }) }

test('the sides of an agreement approve one and the same text, after one was disputed', async () => {
  const plan = await begun({ agreementId: agreement })
  expect((await here.ask(api.write, { params: { id: plan.id }, body: { content: content(here.places.sargodha), seen: '2020-01-01T00:00:00.000Z' } })).answer.error).toBe('plans.changed-meanwhile')
  const first = (await here.ask(api.lay, { params: { id: plan.id }, body: {} })).answer.versions[0]!
  expect((await here.ask(api.lay, { params: { id: plan.id }, body: {} })).answer.error).toBe('plans.version-waits')
  const waiting = await turnsOf(here.db, here.people.wang, { whose: 'yours', sides: [here.places.zaozhuang], today: '2026-03-02', now: '2026-03-02T09:00:00.000Z', limit: 5 })
  expect(waiting.rows.map(({ kind, about }) => [kind, about])).toEqual([['confirmations.plan-version', first.claim!.id]])
  const shown = await answerAs(here.people.wang, first.claim!.id, 'disputed')
  expect(shown.answer.shown).toMatchObject({ title: { zh: '数字教育发展规划' }, within: { to: `/plans/${plan.id}` } })
  as(here.people.ayesha)
  const before = await read(plan.id)
  const changed = { ...before.content, parts: { ...before.content.parts, support: { en: 'A secretariat' } } }
  await here.ask(api.write, { params: { id: plan.id }, body: { content: changed, seen: before.changedAt } })
  const second = (await here.ask(api.lay, { params: { id: plan.id }, body: { note: 'Portal at both' } })).answer.versions
  expect(second.map(({ number, claim }) => [number, claim!.state])).toEqual([[2, 'open'], [1, 'withdrawn']])
  await answerAs(here.people.wang, second[0]!.claim!.id, 'confirmed')
  const approved = await read(plan.id)
  expect([approved.approvedId, approved.versions[0]!.approvedAt !== null, approved.versions[1]!.approvedAt]).toEqual([second[0]!.id, true, null])
  expect((await here.ask(api.version, { params: { id: plan.id, versionId: second[1]!.id } })).answer.content.parts.support).toBeUndefined()
  as(here.people.ayesha)
  expect((await here.ask(api.lay, { params: { id: plan.id }, body: {} })).answer.error).toBe('plans.nothing-new')
  expect((await chainOf(here.db, plan.id)).map(({ what }) => what)).toEqual(['plan.begun', 'plan.written', 'plan.laid', 'claim.disputed', 'plan.written', 'claim.withdrawn', 'plan.laid', 'claim.confirmed', 'plan.approved'])
})

test('a confirmed record feeds it, a claim feeds it once another confirmed, and what lags is explained', async () => {
  const { id } = await begun({ agreementId: agreement })
  const standing = async (measure: Id) => (await read(id)).standings.find(({ subject }) => subject === measure)!
  expect((await read(id)).uncommented.toSorted()).toEqual([trained, seminars].toSorted())
  const { commitments } = (await here.ask(commitmentsApi.record, { params: { id: agreement }, body: seminar() })).answer
  const held = (await here.ask(activitiesApi.log, { body: { id: newId(), what: 'Seminar', onDay: '2025-10-02', sideId: here.places.sargodha, serves: [{ agreementId: agreement, commitmentId: commitments[0]!.id, amount: 1 }] } })).answer
  expect((await standing(seminars)).inputs).toMatchObject({ actual: 0, claimed: 1 })
  await answerAs(here.people.wang, held.serves[0]!.claim.id, 'confirmed')
  expect((await standing(seminars))).toMatchObject({ status: 'green', inputs: { actual: 1 } })
  as(here.people.ayesha)
  expect((await here.ask(api.claim, { params: { id }, body: { itemId: seminars, onDay: '2026-01-01', value: 4, sideId: here.places.sargodha } })).answer.error).toBe('plans.fed-by-records')
  expect((await here.ask(api.claim, { params: { id }, body: { itemId: trained, onDay: '2026-03-03', value: 4, sideId: here.places.sargodha } })).answer.fields).toEqual({ onDay: ['plans.not-yet-happened'] })
  const claimed = (await here.ask(api.claim, { params: { id }, body: { itemId: trained, onDay: '2026-02-01', value: 36, sideId: here.places.sargodha, split: [{ sex: 'female', value: 20 }, { sex: 'male', value: 16 }] } })).answer
  expect((await standing(trained))).toMatchObject({ status: 'red', reason: { key: 'plans.why.no-data' }, inputs: { actual: null, claimed: 36 } })
  await answerAs(here.people.wang, claimed.values[0]!.claimId!, 'confirmed')
  expect((await standing(trained))).toMatchObject({ status: 'amber', inputs: { actual: 36 } })
  const explained = (await here.ask(api.comment, { params: { id }, body: { measureId: trained, lang: 'zh', words: '开学较晚' } })).answer
  expect([explained.uncommented, explained.commentaries[0]!.status]).toEqual([[], 'amber'])
  const done = (await here.ask(api.claim, { params: { id }, body: { itemId: task, onDay: '2026-01-05', sideId: here.places.zaozhuang } })).answer
  expect(done.tasks[0]!.state).toBe('claimed')
})

test('of an alliance those who are asked approve; strangers read it then, members before, others never write', async () => {
  const { id } = await begun({ allianceId: alliance })
  as(here.people.li)
  // Lanzhou is the alliance's own organisation.
  expect((await here.ask(api.read, { params: { id } })).status).toBe(200)
  const outsider = { ...here.people.li, offices: [] }
  as(outsider)
  expect([(await here.ask(api.read, { params: { id } })).status, (await here.ask(api.list, { query: { alliance } })).answer.length]).toEqual([404, 0])
  as(here.people.kim)
  expect((await here.ask(api.lay, { params: { id }, body: { asked: [here.places.lge] } })).answer.error).toBe('alliances.only-its-secretariat-may')
  as(here.people.ayesha)
  expect((await here.ask(api.lay, { params: { id }, body: {} })).answer.error).toBe('plans.nobody-asked')
  expect((await here.ask(api.lay, { params: { id }, body: { asked: [here.places.lanzhou] } })).answer.fields).toEqual({ asked: ['plans.owner-not-a-member'] })
  const { versions: [version] } = (await here.ask(api.lay, { params: { id }, body: { asked: [here.places.zaozhuang, here.places.lge] } })).answer
  await answerAs(here.people.wang, version!.claim!.id, 'confirmed')
  as(here.people.kim)
  expect((await read(id)).approvedId).toBeNull()
  await answerAs(here.people.kim, version!.claim!.id, 'confirmed')
  as(outsider)
  const seen = await read(id)
  expect([seen.approvedId, seen.mayWrite, seen.versions.length]).toEqual([version!.id, false, 1])
  expect((await here.ask(api.begin, { body: { agreementId: agreement, title: { en: 'Plan' }, ...days } })).status).toBe(404)
})

test('a body of the agreement may decide on the version that was laid; another body may not', async () => {
  const { id } = await begun({ agreementId: agreement })
  await here.ask(api.lay, { params: { id }, body: {} })
  const decide = (of: Id, sides = [here.places.sargodha, here.places.zaozhuang]) => here.db.transaction().execute((db) => record({ db, viewer: house, now: '2026-03-02T10:00:00.000Z' }, { what: 'decision.taken', about: newId(), data: { decision: newId(), number: 7, aboutKind: 'plan', aboutId: id, agreement: of, alliance: null, sides } }))
  await decide(newId())
  // Nor a group in which one side sits alone.
  await decide(agreement, [here.places.sargodha])
  expect((await read(id)).approvedId).toBeNull()
  await decide(agreement)
  const decided = await read(id)
  expect([decided.approvedId, decided.versions[0]!.decisionId !== null, decided.versions[0]!.claim!.state]).toEqual([decided.versions[0]!.id, true, 'withdrawn'])
})

test('who owns a task is still its owner after its record became one with another', async () => {
  const plan = await begun({ agreementId: agreement })
  const inOne = <T>(run: (at: Doing) => Promise<T>) => here.db.transaction().execute((db) => run({ db, viewer: house, now: '2026-03-02T09:00:00.000Z', today: '2026-03-02', visit: undefined as never }))
  const [kept] = await inOne((at) => addOrganisations(at, [{ kind: 'university', country: 'PK', names: [{ text: 'Sargodha University', lang: 'en', kind: 'display' }] }]))
  const merge = await inOne((at) => mergeOrganisations(at, kept!, here.places.sargodha))
  const seen = (await here.db.transaction().execute((db) => findPlanFile(db, house, plan.id, '2026-03-02')))
  await inOne((at) => undoMerge(at, merge.id))
  expect([seen.content.tasks[0]!.owners, seen.organisations.some(({ id }) => id === kept)]).toEqual([[kept], true])
})
