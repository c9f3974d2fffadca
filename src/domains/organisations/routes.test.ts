// Organisations through their door: found, listed, added, changed, each with its refusals.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { chainOf } from '#platform/audit/journal.ts'
import { house } from '#platform/auth/viewer.ts'
import { filedUnder } from '#platform/db/filing.ts'
import type { Id } from '#platform/kinds.ts'
import { person, world } from '#test/world.ts'
import { addOrganisations } from './actions.ts'
import { organisationsApi as api } from './api.ts'
import { type Desk, openDesk } from './desk.ts'
import { organisationRoutes } from './routes.ts'
import { putStory } from './story.fixtures.ts'

let here: Awaited<ReturnType<typeof world>>
let desk: Desk
let ids: Awaited<ReturnType<typeof putStory>>
const director = person('Amina', { role: 'director', at: '00000000-0000-4000-8000-000000000001' })

beforeAll(async () => {
  here = await world(({ db, pool }) => {
    desk = openDesk(db, { pool, inside: true })
    return organisationRoutes({ desk, writeTable: async (_, table) => new TextEncoder().encode(JSON.stringify(table)) })
  })
  ids = await putStory(here.db)
  await desk.ready()
})
afterAll(async () => { await desk.close(); await here.close() })

const list = async (query: object) => (await here.ask(api.list, { query })).answer
const names = async (query: object) => (await list(query)).rows.map(({ name }) => name)

describe('the list', () => {
  beforeAll(() => here.as(person('Anyone')))
  test.each([
    ['a word of the name', { text: 'sargodha' }, ['University of Sargodha', 'University of Sargodha']], ['Urdu', { text: 'سرگودھا' }, ['University of Sargodha']],
    ['Chinese', { text: '兰州' }, ['Lanzhou University']], ['the country in Russian', { text: 'zaozhuang Китай' }, ['Zaozhuang University']], ['an acronym', { text: 'uos' }, ['University of Sargodha']],
    ['a misspelt word', { text: 'Zaozhaung' }, ['Zaozhuang University']], ['its ROR identifier as an address', { text: 'https://ror.org/05x21tp94' }, ['Zaozhuang University']], ['a country', { country: 'CN' }, ['Lanzhou University', 'Zaozhuang University']],
    ['what nobody identified', { provisional: true }, ['University of Sargodha']], ['a kind that none is', { kind: 'ministry' }, []],
  ])('finds by %s', async (_, query, found) => expect(await names(query)).toEqual(found))

  test('goes through pages without losing or repeating one, in every order', async () => {
    for (const sort of ['name', '-name', 'changed', '-changed'] as const) {
      const seen: Id[] = []
      for (let page = await list({ sort, limit: 1, total: true }); ; page = await list({ sort, limit: 1, after: page.next! })) {
        seen.push(...page.rows.map(({ id }) => id))
        if (!page.next) break
      }
      expect(new Set(seen).size).toBe(4)
      expect(seen).toHaveLength(4)
    }
    expect((await list({ total: true, limit: 1 })).total).toBe(4)
  })
  test('is sorted as the reader’s language sorts, by the name the reader sees', async () =>
    expect((await list({ locale: 'zh', country: 'CN' })).rows.map(({ nameZh }) => nameZh)).toEqual(['兰州大学', '枣庄学院']))
  test('is filed under the first letter or number, page by page in every language, whatever stands before it', async () => {
    const called = ['„Zenit“', '.ninth', '*', '(Association)', '«Ёлка»', '【乙】']
    await here.db.transaction().execute((db) => addOrganisations({ db, viewer: house, now: '2026-03-01T09:00:00.000Z' },
      called.map((text) => ({ kind: 'company' as const, country: 'FI', names: [{ text, lang: null, kind: 'display' as const }] }))))
    for (const locale of ['en', 'zh', 'ru', 'ur'] as const) for (const sort of ['name', '-name'] as const) {
      const found: string[] = []
      for (let page = await list({ country: 'FI', locale, sort, limit: 2 }); ; page = await list({ country: 'FI', locale, sort, limit: 2, after: page.next! })) {
        found.push(...page.rows.map(({ name }) => name))
        if (!page.next) break
      }
      const rising = { zh: ['*', '【乙】', '(Association)', '.ninth', '„Zenit“', '«Ёлка»'], ru: ['*', '«Ёлка»', '(Association)', '.ninth', '„Zenit“', '【乙】'] }[locale as 'zh'] ?? ['*', '(Association)', '.ninth', '„Zenit“', '«Ёлка»', '【乙】']
      expect([locale, sort, found]).toEqual([locale, sort, sort === 'name' ? rising : rising.toReversed()])
    }
    await here.db.deleteFrom('organisation').where('country', '=', 'FI').execute()
  })
  test.each(['en', 'zh', 'ru', 'ur'])('an index holds that order in %s', async (locale) => {
    const plan = await here.db.transaction().execute(async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx)
      const by = filedUnder(`name_${locale}`)
      return sql<{ 'QUERY PLAN': string }>`explain select id from organisation where status <> 'merged' and (${by}, id) > (${filedUnder(sql`${'Lan'}`)}, ${ids.typed}::uuid) order by ${by}, id limit 5`.execute(tx)
    })
    const lines = plan.rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(lines).toMatch(new RegExp(`Index.* Scan using organisation_by_name_${locale}`))
    expect(lines).toMatch(/Index Cond: \(ROW/)
    expect(lines).not.toContain('Sort')
  })
  test('begins anew when the page’s address cannot be read', async () => expect(await names({ country: 'CN', after: 'w!!' })).toHaveLength(2))
  test('goes out as a file in the reader’s words', async () => {
    const { bytes } = await here.ask(api.export, { query: { locale: 'ru', country: 'PK', source: 'ror' } })
    const { columns, rows } = JSON.parse(bytes.toString())
    expect([columns[2], rows[0][2], rows[0][3]]).toEqual(['Вид', 'Университет', 'Пакистан'])
  })
})

describe('what is offered while one types', () => {
  const offered = async (text: string) => (await here.ask(api.suggest, { query: { text } })).answer.map(({ name }) => name)
  test.each(['Zaozhuang of', 'Zaozhuang of the', 'Zaozhuang of the qqq', 'Zaozhuang University', 'Zaozhuang University of Nowhere'])('“%s” goes on offering Zaozhuang', async (typed) =>
    expect(await offered(typed)).toContain('Zaozhuang University'))
  test('what no name begins with offers nothing', async () => expect(await offered('qqqqqqq of the')).toEqual([]))
})

describe('adding and changing', () => {
  const college = { kind: 'vocational-college' as const, country: 'CN', names: [{ text: '枣庄职业学院', lang: 'zh', kind: 'display' as const }], identifiers: [{ scheme: 'cn-moe', value: '4137014196' }] }
  test('a director adds a college that no register has; the desk knows it at once', async () => {
    here.as(director)
    const { status, answer } = await here.ask(api.add, { body: college })
    expect([status, answer.nameEn, answer.source, answer.timeZone]).toEqual([200, '枣庄职业学院', 'local', 'Asia/Shanghai'])
    expect((await chainOf(here.db, answer.id)).map(({ what }) => what)).toEqual(['organisation.added'])
    await heard()
    expect((await here.ask(api.suggest, { query: { text: '枣庄职业' } })).answer[0]).toMatchObject({ id: answer.id, matched: '枣庄职业学院' })
  })
  test.each([['nobody', undefined, 401], ['a stranger', person('X'), 409], ['a coordinator', person('Y', { role: 'coordinator', at: null }), 409]])('%s may not', async (_, who, status) => {
    here.as(who)
    expect((await here.ask(api.add, { body: college })).status).toBe(status)
  })
  test('its own office changes it; what a person states is remembered as theirs', async () => {
    here.as(person('Keeper', { role: 'coordinator', at: ids.sargodha }))
    const { answer: before } = await here.ask(api.read, { params: { id: ids.sargodha } })
    const body = { kind: 'university' as const, country: 'PK', city: 'Sargodha', established: 1929, names: [...before.names.map(({ text, lang, kind }) => ({ text, lang, kind })), { text: 'De’Montmorency College', lang: 'en', kind: 'former' as const }], identifiers: [{ scheme: 'ror', value: '0086rpr26' }] }
    const { status, answer } = await here.ask(api.change, { params: { id: ids.sargodha }, body })
    expect([status, answer.established, answer.names.at(-1)]).toEqual([200, 1929, { text: 'De’Montmorency College', lang: 'en', kind: 'former', source: 'local' }])
    const { stated } = await here.db.selectFrom('organisation').select('stated').where('id', '=', ids.sargodha).executeTakeFirstOrThrow()
    expect(stated.toSorted()).toEqual(['established', 'names'])
  })
  test('a ROR identifier names one record', async () => {
    here.as(director)
    const { status, answer } = await here.ask(api.add, { body: { ...college, identifiers: [{ scheme: 'ror', value: '0086rpr26' }] } })
    expect([status, answer.error]).toEqual([409, 'organisations.identifier-taken'])
  })
})

describe('texts', () => {
  test('mean what a person said, until it is taken back', async () => {
    here.as(director)
    const asked = { questions: [{ text: 'The old college on the hill' }] }
    expect((await here.ask(api.resolve, { body: asked })).answer[0]!.decision).toBe('new')
    const { answer: said } = await here.ask(api.correct, { body: { text: 'The old college on the hill', organisationId: ids.lanzhou } })
    await heard()
    expect((await here.ask(api.resolve, { body: asked })).answer[0]).toMatchObject({ decision: 'matched', organisation: { id: ids.lanzhou } })
    await here.ask(api.takeBack, { params: { id: said[0]!.id } })
    await heard()
    expect((await here.ask(api.resolve, { body: asked })).answer[0]!.decision).toBe('new')
  })
  test('are explained only by those who keep records', async () => {
    here.as(person('Student', { role: 'student', at: ids.lanzhou }))
    expect((await here.ask(api.correct, { body: { text: 'x', organisationId: ids.lanzhou } })).status).toBe(409)
  })
})

/** News is heard once it is committed; a round trip to the database is behind it. */
async function heard(): Promise<void> {
  for (let times = 0; times < 5; times++) { await here.pool.query('select 1'); await new Promise((done) => setTimeout(done, 20)) }
}
