// Alliances through their door: a story with named organisations, and three refusals for each deed.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addOrganisations } from '#domains/organisations/actions.ts'
import { brokenLink, chainOf } from '#platform/audit/journal.ts'
import { house, type Viewer } from '#platform/auth/viewer.ts'
import { newId } from '#platform/kinds.ts'
import { person, world } from '#test/world.ts'
import { alliancesApi as api } from './api.ts'
import { Alliance, NamedPost, type NewAlliance, News, Officer, Standing } from './model.ts'
import { allianceRoutes } from './routes.ts'

let here: Awaited<ReturnType<typeof world>>
const ids: Record<string, string> = {}
let secretary: Viewer, member: Viewer
const outsider = person('Far away', { role: 'director', at: newId() })
const day = (value: string) => ({ value, precision: 'day' as const })

beforeAll(async () => {
  here = await world(allianceRoutes(async (format, table) => ({ name: `list.${format}`, type: 'text/plain', body: new TextEncoder().encode(JSON.stringify(table)) })))
  const names: [string, string, string][] = [['xian', 'Xi’an University', 'CN'], ['lahore', 'Lahore University', 'PK'], ['osh', 'Osh University', 'KG'], ['khujand', 'Khujand University', 'TJ']]
  const added = await here.db.transaction().execute((db) => addOrganisations({ db, viewer: house, now: '2026-03-02T09:00:00.000Z' },
    names.map(([, text, country]) => ({ kind: 'university', country, names: [{ text, lang: 'en', kind: 'display' }] }))))
  names.forEach(([key], place) => (ids[key] = added[place]!))
  secretary = person('Zhang', { role: 'secretariat', at: ids.xian! })
  member = person('Bibi', { role: 'coordinator', at: ids.lahore! })
  here.as(secretary)
  ids.alliance = (await here.ask(api.found, { body: { name: 'Alliance of the Passes', hostId: ids.xian! } })).answer.id
})
afterAll(() => here.close())

const give = (organisationId: string, standing: 'member' | 'observer' | 'left' | 'applicant', from: string | null = null, id = ids.alliance!) =>
  here.ask(api.giveStanding, { params: { id }, body: { organisationId, standing, from: from ? day(from) : null } })

test('the host’s secretariat writes down an alliance; its organisation and address come with it', async () => {
  here.as(secretary)
  const { status, answer } = await here.ask(api.read, { params: { id: ids.alliance! } })
  expect(status).toBe(200)
  expect(answer).toMatchObject({ slug: 'alliance-of-the-passes', organisation: { name: 'Alliance of the Passes', kind: 'network' }, host: { id: ids.xian }, public: false, stated: {} })
})

test.each([
  ['nobody', () => undefined, 401, 'web.sign-in-first'],
  ['someone elsewhere', () => outsider, 409, 'alliances.only-a-host-may-found'],
  ['a coordinator of the host', () => person('C', { role: 'coordinator', at: ids.xian! }), 409, 'alliances.only-a-host-may-found'],
])('an alliance is not written down by %s', async (_, who, status, error) => {
  here.as(who())
  expect(await here.ask(api.found, { body: { name: 'Another', hostId: ids.xian! } })).toMatchObject({ status, answer: { error } })
})

test('a member joins, becomes observer, leaves, and the whole history stays', async () => {
  here.as(secretary)
  expect((await give(ids.osh!, 'member')).answer).toMatchObject({ remarks: [], member: { standing: 'member', fromOn: null } })
  expect((await give(ids.osh!, 'observer', '2024-05-01')).status).toBe(200)
  const left = await give(ids.osh!, 'left', '2025-06-30')
  expect(left.status).toBe(200)
  const history = async () => (await here.ask(api.history, { params: { id: ids.alliance!, organisationId: ids.osh! } })).answer.map(({ standing, untilOn }) => [standing, untilOn])
  expect(await history()).toEqual([['left', null], ['observer', '2025-06-30'], ['member', '2024-05-01']])
  await here.ask(api.takeBackStanding, { params: { id: ids.alliance!, standingId: left.answer.member.standingId } })
  expect(await history()).toEqual([['observer', null], ['member', '2024-05-01']])
  expect(brokenLink(await chainOf(here.db, ids.alliance!))).toBeUndefined()
})

test.each([
  ['nobody', () => undefined, 401, 'web.sign-in-first'],
  ['someone who does not see it', () => outsider, 404, 'web.not-found'],
  ['a member’s coordinator', () => member, 409, 'alliances.only-its-secretariat-may'],
])('a standing is not given by %s', async (_, who, status, error) => {
  here.as(secretary)
  await give(ids.lahore!, 'member')
  here.as(who())
  const said = await give(ids.khujand!, 'member')
  expect(said.status).toBe(status)
  if (status !== 404) expect(said.answer.error).toBe(error)
})

test('no standing twice at once, and none without its day after another', async () => {
  here.as(secretary)
  await give(ids.lahore!, 'member')
  expect((await give(ids.lahore!, 'member')).answer.error).toBe('alliances.is-already-member')
  expect((await give(ids.lahore!, 'left')).answer.error).toBe('alliances.leaving-needs-a-day')
  expect((await give(newId(), 'member')).status).toBe(404)
})

test('a sub-alliance’s member outside the alliance above is remarked upon', async () => {
  here.as(secretary)
  const body: NewAlliance = { name: 'Business Schools', parentId: ids.alliance!, hostId: ids.xian! } as NewAlliance
  const sub = await here.ask(api.found, { body })
  expect(sub.answer.parent?.id).toBe(ids.alliance)
  expect((await give(ids.khujand!, 'member', null, sub.answer.id)).answer.remarks).toEqual(['alliances.not-a-member-above'])
  expect((await here.ask(api.found, { body: { ...body, parentId: sub.answer.id } })).answer.error).toBe('alliances.only-one-above')
  expect((await here.ask(api.read, { params: { id: ids.alliance! } })).answer.subAlliances).toMatchObject([{ members: 1 }])
})

test('the list is searched, filtered, counted and paged', async () => {
  here.as(secretary)
  const list = async (query: object) => (await here.ask(api.list, { query })).answer
  expect((await list({ text: 'passes' })).rows.map(({ slug }) => slug)).toEqual(['alliance-of-the-passes'])
  expect((await list({ kind: 'sub-alliance' })).rows.map(({ slug }) => slug)).toEqual(['business-schools'])
  expect((await list({ country: 'PK' })).rows).toHaveLength(1)
  const first = await list({ limit: 1 })
  expect([first.total, first.rows[0]!.slug]).toEqual([2, 'alliance-of-the-passes'])
  const second = await list({ limit: 1, after: first.next! })
  expect([second.rows[0]!.slug, second.next]).toEqual(['business-schools', null])
})

test('what is not public does not exist for others; what is, does', async () => {
  here.as(outsider)
  expect((await here.ask(api.read, { params: { id: ids.alliance! } })).status).toBe(404)
  expect((await here.ask(api.list, {})).answer.rows).toEqual([])
  here.as(secretary)
  expect((await here.ask(api.change, { params: { id: ids.alliance! }, body: { hostId: ids.xian!, public: true } })).status).toBe(200)
  here.as(outsider)
  expect((await here.ask(api.read, { params: { id: ids.alliance! } })).status).toBe(200)
  expect((await here.ask(api.change, { params: { id: ids.alliance! }, body: { public: false } })).answer.error).toBe('alliances.only-its-secretariat-may')
})

test('members are listed, and taken away as a table in the reader’s words', async () => {
  here.as(secretary)
  const { answer } = await here.ask(api.members, { params: { id: ids.alliance! }, query: { standing: 'member', sort: 'country' } })
  expect(answer.rows.map(({ organisation }) => organisation.name)).toEqual(['Lahore University'])
  const { bytes } = await here.ask(api.exportMembers, { params: { id: ids.alliance! }, query: { locale: 'ru', standing: 'member' } })
  const table = JSON.parse(String(bytes)) as { columns: { header: string }[]; rows: string[][] }
  expect(table.columns[0]!.header).toBe('Участник')
  expect(table.rows[0]).toContain('Пакистан')
})

test('an officer is appointed by name, serves a term, and holds one post once', async () => {
  here.as(secretary)
  const appoint = (body: object) => here.ask(api.appoint, { params: { id: ids.alliance! }, body: { post: 'chair', ...body } as never })
  const { answer } = await appoint({ name: 'Xue', nameNative: '薛' })
  expect(answer).toMatchObject({ personName: 'Xue', personNameNative: '薛', post: 'chair', fromOn: null })
  expect((await appoint({ personId: answer.personId })).answer.error).toBe('alliances.holds-this-post-already')
  expect((await appoint({ name: 'Ali', post: 'lead' })).answer.error).toBe('alliances.lead-needs-a-country')
  const ended = await here.ask(api.changeOfficer, { params: { id: ids.alliance!, officerId: answer.id }, body: { post: 'chair', from: day('2020-01-01'), until: day('2024-12-31') } })
  expect(ended.answer).toMatchObject({ fromOn: '2020-01-01', untilOn: '2024-12-31' })
  here.as(member)
  expect((await appoint({ name: 'Me' })).answer.error).toBe('alliances.only-its-secretariat-may')
  expect((await here.ask(api.removeOfficer, { params: { id: ids.alliance!, officerId: answer.id } })).answer.error).toBe('alliances.only-its-secretariat-may')
  here.as(secretary)
  expect((await here.ask(api.removeOfficer, { params: { id: ids.alliance!, officerId: answer.id } })).status).toBe(200)
})

test('news is written, changed and removed by its secretariat only', async () => {
  const text = { kind: 'event' as const, on: day('2025-05-12'), untilDay: '2025-05-13', title: { en: 'Meeting', zh: '会议' } }
  const publish = (body: object) => here.ask(api.publish, { params: { id: ids.alliance! }, body: { ...text, ...body } as never })
  here.as(secretary)
  const { answer } = await publish({ public: true })
  expect((await publish({ untilDay: '2025-05-01' })).answer.error).toBe('alliances.ends-before-it-begins')
  expect((await publish({ title: {} })).answer.fields).toEqual({ title: ['alliances.news-needs-a-title'] })
  expect((await publish({ link: 'javascript:alert(1)' })).answer.fields).toEqual({ link: ['alliances.news-link-unclear'] })
  const params = { id: ids.alliance!, newsId: answer.id }
  expect((await here.ask(api.changeNews, { params, body: { ...text, title: { en: 'Yearly meeting' } } })).answer.title).toEqual({ en: 'Yearly meeting' })
  here.as(member)
  expect((await publish({})).answer.error).toBe('alliances.only-its-secretariat-may')
  expect((await here.ask(api.removeNews, { params })).answer.error).toBe('alliances.only-its-secretariat-may')
  here.as(secretary)
  expect((await here.ask(api.news, { params: { id: ids.alliance! } })).answer.rows).toHaveLength(1)
  expect((await here.ask(api.removeNews, { params })).status).toBe(200)
})

test('an organisation’s page names the alliances it stands in', async () => {
  here.as(member)
  const { answer } = await here.ask(api.ofOrganisation, { params: { id: ids.lahore! } })
  expect(answer.map(({ alliance, standing }) => [alliance.slug, standing])).toEqual([['alliance-of-the-passes', 'member']])
})

test('the models and the tables have the same columns', async () => {
  for (const [table, model] of Object.entries({ alliance: Alliance, alliance_standing: Standing, alliance_officer: Officer, alliance_news: News, named_post: NamedPost })) {
    const { rows } = await here.pool.query('select column_name from information_schema.columns where table_name = $1', [table])
    const snake = Object.keys(model.shape).map((key) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
    expect(rows.map((row: { column_name: string }) => row.column_name).sort()).toEqual(snake.sort())
  }
})
