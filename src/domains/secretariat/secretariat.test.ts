// The secretariat's table and the watch over sub-alliances on real SQL.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeWorkbook } from '#adapters/spreadsheets/write.ts'
import { addAlliances, addNews } from '#domains/alliances/store.ts'
import { admissionApi, membersApi } from '#domains/memberships/api.ts'
import { type Memberships, now, openMemberships } from '#domains/memberships/fixtures.test-cases.ts'
import { proposedRules } from '#domains/memberships/rule-model.ts'
import { addOrganisations } from '#domains/organisations/actions.ts'
import { house, type Viewer } from '#platform/auth/viewer.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { turnsOf } from '#platform/turns.ts'
import { secretariatApi as api } from './api.ts'
import { watchSubAlliances } from './dormancy-actions.ts'
import { secretariatRoutes } from './routes.ts'

let w: Memberships
let sub: Id
beforeAll(async () => {
  w = await openMemberships(secretariatRoutes(async (format, table) => ({ name: `x.${format}`, type: 'x', body: await writeWorkbook([table]) })))
  sub = newId()
  await w.db.transaction().execute(async (db) => {
    const [network] = await addOrganisations({ db, viewer: house, now }, [{ kind: 'network', names: [{ text: 'Specialised Alliance', lang: 'en', kind: 'display' }] }])
    await addAlliances(db, [{ id: sub, organisationId: network!, slug: 'specialised', parentId: w.alliance, hostId: null, foundedOn: '2018-01-01', foundedPrecision: 'day', purpose: {}, charter: {}, public: true, stated: {}, source: null, example: false, changedAt: now }])
  })
  w.as(w.li)
  await w.ask(admissionApi.adopt, { params: { id: w.alliance }, body: { seen: 0, rules: proposedRules } })
})
afterAll(() => w.close())

const as = <T>(viewer: Viewer, deed: () => T): T => (w.as(viewer), deed())
const of = () => ({ params: { id: w.alliance } })

test('only those who keep the records read the table', async () => {
  expect([(await as(w.wang, () => w.ask(api.table, of()))).answer.error, (await as(w.wang, () => w.ask(api.exportTable, of()))).answer?.error]).toEqual(['alliances.only-its-secretariat-may', 'alliances.only-its-secretariat-may'])
})

test('it shows what is recorded of each member, and what waits for it', async () => {
  const table = async (query = {}) => (await as(w.li, () => w.ask(api.table, { ...of(), query }))).answer
  expect(await table()).toMatchObject({ total: 1, next: null, rows: [{ organisation: { nameEn: 'Zaozhuang University' }, standing: 'member', since: '2020-01-01', contact: { state: 'never' }, lastReport: null, lastActivityOn: null, turns: 0, openCalls: 0 }] })
  await as(w.li, () => w.ask(membersApi.askContacts, { ...of(), body: {} }))
  await as(w.aisha, () => w.ask(admissionApi.apply, { ...of(), body: { organisationId: w.places.sargodha, contact: { name: 'Aisha', email: 'aisha@example.org' } } }))
  expect((await table({ sort: '-turns' })).rows.map(({ organisation, standing, turns, contact }) => [organisation.nameEn, standing, turns, contact.state])).toEqual([['Zaozhuang University', 'member', 1, 'asked'], ['University of Sargodha', 'applicant', 0, 'never']])
  expect((await table({ limit: 1 })).next).toBe('1')
  expect((await table({ limit: 1, after: '1' })).rows[0]!.organisation.nameEn).toBe('Zaozhuang University')
  expect((await table({ standing: 'applicant' })).rows.length).toBe(1)
  w.at('2026-05-02T09:00:00.000Z')
  expect((await table({ asleep: 'true' })).rows.map(({ asleep }) => asleep.map(({ key }) => key))).toEqual([['never-active', 'contact-overdue']])
  const file = await as(w.li, () => w.ask(api.exportTable, { ...of(), query: { locale: 'ur', sort: 'name' } }))
  expect([file.status, file.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK'])
})

test('a sub-alliance without a sign of life is proposed once, declared with a reason, and woken by the first sign', async () => {
  const watch = (day: string) => w.db.transaction().execute((db) => watchSubAlliances(db, day, `${day}T01:45:00.000Z`))
  const declare = () => as(w.li, () => w.ask(api.declareDormant, { params: { id: w.alliance, subId: sub }, body: { said: 'Two letters, no answer' } }))
  expect((await declare()).answer.error).toBe('secretariat.is-awake')
  // Of what was before it was written down here nobody knows.
  expect([await watch('2027-03-01'), await watch('2027-03-02'), await watch('2027-03-03')]).toEqual([{ proposed: 0, woken: 0 }, { proposed: 1, woken: 0 }, { proposed: 0, woken: 0 }])
  w.at('2027-03-03T09:00:00.000Z')
  const waiting = await turnsOf(w.db, w.li, { whose: 'yours', sides: [w.places.host], today: '2027-03-03', now, limit: 20 })
  expect(waiting.rows.find(({ kind }) => kind === 'today.sub-alliance-asleep')?.to).toBe(`/alliances/${w.alliance}/sub-alliances`)
  expect((await as(w.wang, () => w.ask(api.declareDormant, { params: { id: w.alliance, subId: sub }, body: { said: 'x' } }))).answer.error).toBe('alliances.only-its-secretariat-may')
  expect((await declare()).answer.rows[0]).toMatchObject({ check: { id: 'G33', status: 'warn', ruleVersion: 1 }, dormancy: { declaredSaid: 'Two letters, no answer' } })
  expect((await declare()).answer.error).toBe('secretariat.declared-already')
  await w.db.transaction().execute((db) => addNews(db, [{ id: newId(), allianceId: sub, kind: 'news', onDay: '2027-03-03', precision: 'day', untilDay: null, place: null, country: null, title: { en: 'We meet again' }, body: {}, public: true, source: null, link: null, example: false, writtenBy: house.id, changedAt: now }]))
  expect(await watch('2027-03-04')).toEqual({ proposed: 0, woken: 1 })
  w.at('2027-03-04T09:00:00.000Z')
  expect((await as(w.wang, () => w.ask(api.subAlliances, of()))).answer).toMatchObject({ mayKeep: false, rows: [{ dormancy: null, check: { status: 'pass' }, signs: { news: '2027-03-03' } }] })
})
