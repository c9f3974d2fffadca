// The example: loads once, states its sources, keeps doubtful names apart, and goes without a trace.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { addAgreements } from '#domains/agreements/actions.ts'
import { addOrganisations } from '#domains/organisations/actions.ts'
import { registerImport } from '#domains/organisations/register-import.ts'
import { house } from '#platform/auth/viewer.ts'
import { performNow } from '#platform/jobs/work.ts'
import { newId } from '#platform/kinds.ts'
import { person, world } from '#test/world.ts'
import { exampleApi as api } from './api.ts'
import { loadExampleOnce } from './load.ts'
import { exampleRoutes } from './routes.ts'
import { processorTime } from '#test/processor-time.ts'

let here: Awaited<ReturnType<typeof world>>
const now = '2026-03-02T09:00:00.000Z'
const inOne = <T>(run: (at: { db: Parameters<Parameters<ReturnType<typeof here.db.transaction>['execute']>[0]>[0]; viewer: typeof house; now: string }) => Promise<T>) =>
  here.db.transaction().execute((db) => run({ db, viewer: house, now }))
const administrator = person('Administrator', { role: 'administrator', at: null })
const labelled = ['organisation', 'alliance', 'agreement', 'person', 'alliance_news', 'alliance_officer', 'alliance_standing', 'named_post']
const counts = async () => Object.fromEntries(await Promise.all(labelled.map(async (table) =>
  [table, (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(here.db)).rows[0]!.n])))

beforeAll(async () => { here = await world(exampleRoutes) })
afterAll(() => here.close())

test('it loads once, in less than two seconds; again changes nothing', async () => {
  const spent = processorTime()
  expect(await inOne(loadExampleOnce)).toBe(true)
  expect(spent()).toBeLessThan(2000)
  const first = await counts()
  expect(first).toEqual({ organisation: 61, alliance: 7, agreement: 14, person: 13, alliance_news: 13, alliance_officer: 2, alliance_standing: 21, named_post: 15 })
  expect(await inOne(loadExampleOnce)).toBe(false)
  expect(await counts()).toEqual(first)
})

test('every record is labelled and carries its source', async () => {
  for (const table of labelled) {
    const source = table === 'organisation' ? 'origin' : 'source'
    const { rows } = await sql`select id from ${sql.table(table)} where not example or coalesce(${sql.ref(source)}, '') = ''`.execute(here.db)
    expect(rows, table).toEqual([])
  }
})

test('doubtful names stay apart, each with a candidate offered', async () => {
  const { rows } = await sql<{ name: string; ror: string }>`select o.name, c.ror from organisation o join organisation_duplicate d on o.id in (d.one_id, d.other_id)
    join organisation c on c.id in (d.one_id, d.other_id) and c.id <> o.id where o.provisional and o.ror is null order by o.name`.execute(here.db)
  expect(rows.map(({ name, ror }) => [name, ror])).toEqual([
    ['Jiangsu Commerce Vocational and Technical College', '01aew1m62'], ['LGE', '03ddh2c27'],
    ['Tajik National University for Research and Sciences', '04bccg972'], ['Zaozhuang School of Technology', '014z21s47'],
  ])
})

test('no term is claimed, and no signatory', async () => {
  const { rows } = await sql`select a.title from agreement a left join agreement_party p on p.agreement_id = a.id
    where a.term_kind <> 'not-stated' or a.starts_on is not null or a.term_until is not null or p.signatory is not null`.execute(here.db)
  expect(rows).toEqual([])
})

test.each([['nobody', () => undefined, 401], ['a stranger', () => person('S'), 404], ['a director', () => person('D', { role: 'director', at: newId() }), 404]])(
  '%s does not remove it', async (_, who, status) => {
    here.as(who())
    expect((await here.ask(api.removeExample, {})).status).toBe(status)
  })

test('what others use stays, with the reason; the rest goes, and the rest of it later', async () => {
  const xjtu = (await here.db.selectFrom('organisation').select('id').where('ror', '=', '017zhmm22').executeTakeFirstOrThrow()).id
  const unit = (await here.db.selectFrom('organisation').select('id').where('parentId', '=', xjtu).where('name', 'like', '%Management').executeTakeFirstOrThrow()).id
  const [mine, agreement] = await inOne(async (at) => {
    const [own] = await addOrganisations(at, [{ kind: 'university', names: [{ text: 'My University', lang: 'en', kind: 'display' }] }])
    const [id] = await addAgreements(at, [{ kind: 'memorandum', title: 'Ours', parties: [{ organisationId: own! }, { organisationId: unit }] }])
    return [own!, id!] as const
  })
  here.as(administrator)
  const { answer } = await here.ask(api.removeExample, {})
  expect(answer.stayed.map(({ kind, name, because }) => [kind, name, because]).toSorted(([, a], [, b]) => (a! < b! ? -1 : 1))).toEqual([
    ['organisation', 'Xi’an Jiaotong University', ['organisation']], ['organisation', 'XJTU School of Management', ['agreement_party']],
  ].toSorted(([, a], [, b]) => (a! < b! ? -1 : 1)))
  await here.db.deleteFrom('agreement').where('id', '=', agreement).execute()
  await here.db.deleteFrom('organisation').where('id', '=', mine).execute()
  expect((await here.ask(api.removeExample, {})).answer.stayed).toEqual([])
})

test('removed, it leaves an empty installation, and does not come back by itself', async () => {
  expect(Object.values(await counts()).every((count) => count === 0)).toBe(true)
  const { rows } = await sql<{ n: number }>`select (select count(*) from organisation_name) + (select count(*) from agreement_party) + (select count(*) from organisation_duplicate) as n`.execute(here.db)
  expect(rows[0]!.n).toBe(0)
  expect(await inOne(loadExampleOnce)).toBe(false)
  here.as(administrator)
  expect((await here.ask(api.example, {})).answer).toMatchObject({ state: 'removed', counts: { organisations: 0 } })
  expect((await here.ask(api.loadExample, {})).answer.counts.alliances).toBe(7)
  expect((await here.ask(api.loadExample, {})).answer.error).toBe('example.is-here-already')
})

test('what the register has as well stays when the example goes, and follows the register from then on', async () => {
  const xjtu = { ror: '017zhmm22', bonds: [], draft: { source: 'ror' as const, kind: 'university' as const, country: 'CN', city: 'Xi an', identifiers: [{ scheme: 'ror', value: '017zhmm22' }], names: [{ text: 'Xian Jiaotong', lang: 'en', kind: 'display' as const }] } }
  const bringIn = () => performNow(here.db, registerImport(async function* () { yield { entries: [xjtu], problems: [], share: 1 } }), { path: 'x' }, () => {})
  await bringIn()
  expect((await here.ask(api.removeExample, {})).answer.stayed).toMatchObject([{ kind: 'organisation', name: 'Xi’an Jiaotong University', because: ['register'] }])
  expect(await here.db.selectFrom('organisation').select(['name', 'source', 'example', 'origin']).execute()).toEqual([{ name: 'Xi’an Jiaotong University', source: 'ror', example: false, origin: null }])
  await bringIn()
  expect(await here.db.selectFrom('organisation').select(['name', 'city']).execute()).toEqual([{ name: 'Xian Jiaotong', city: 'Xi an' }])
  expect((await here.ask(api.removeExample, {})).answer.stayed).toEqual([])
})
