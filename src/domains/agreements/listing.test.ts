// The register: who sees what, every order page by page, filters and counts that agree, and words that follow the organisations.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { house, stranger, type Viewer } from '#platform/auth/viewer.ts'
import { brokenLink, chainOf } from '#platform/audit/journal.ts'
import { newId } from '#platform/kinds.ts'
import { freshDatabase } from '#test/database.ts'
import { person } from '#test/world.ts'
import { addAgreements, reviseAgreements } from './bulk.ts'
import { countAgreements, listAgreements, listQuery, standingOf } from './listing.ts'
import { type BulkDraft, ListQuery, sorts } from './model.ts'
import { putOrganisation } from './fixtures.test-cases.ts'

let here: Awaited<ReturnType<typeof freshDatabase>>
const today = '2026-03-02'
const [own, near, far, fellow, network] = [newId(), newId(), newId(), newId(), newId()]
const director = person('Ayesha', { role: 'director', at: own, country: 'PK' })
const member = person('Omar', { role: 'secretariat', at: fellow, country: 'KZ' })
const observer = person('Zhao', { role: 'ministry-observer', at: network, country: 'CN' })
const elsewhere = person('Li', { role: 'director', at: newId() })

const among = (organisations: string[], more: Partial<BulkDraft> = {}): BulkDraft =>
  ({ kind: 'memorandum', title: 'Cooperation', parties: organisations.map((organisationId) => ({ organisationId })), ...more })
const add = (...drafts: BulkDraft[]) => here.db.transaction().execute((db) => addAgreements({ db, viewer: house, now: '2026-03-01T00:00:00.000Z' }, drafts))
const list = async (viewer: Viewer, query: object = {}) => listAgreements(here.db, viewer, ListQuery.parse(query), today)
const titles = async (viewer: Viewer, query: object = {}) => (await list(viewer, query)).rows.map(({ title }) => title).toSorted()

beforeAll(async () => {
  here = await freshDatabase()
  await putOrganisation(here.db, { id: own, name: 'University of Sargodha', country: 'PK', city: 'Sargodha' })
  await putOrganisation(here.db, { id: near, name: 'Zaozhuang University', nameZh: '枣庄学院', country: 'CN' })
  await putOrganisation(here.db, { id: far, name: 'Universität Wien', country: 'AT', city: 'Wien' })
  await putOrganisation(here.db, { id: fellow, name: 'Almaty University', country: 'KZ' })
  await putOrganisation(here.db, { id: network, name: 'Silk Road Network', country: 'CN' })
  await sql`insert into alliance (id, organisation_id, slug, changed_at) values (${network}, ${network}, 'silk', now())`.execute(here.db)
  for (const id of [own, fellow, near]) {
    await sql`insert into alliance_standing (id, alliance_id, organisation_id, standing, recorded_by, recorded_at) values (${newId()}, ${network}, ${id}, 'member', ${house.id}, now())`.execute(here.db)
  }
  await add(
    among([own, near], { title: 'For the parties', signedOn: '2024-01-01', signedPrecision: 'day', termKind: 'fixed', termYears: 5 }),
    among([own, far], { title: 'For the alliance', visibility: 'alliance', signedOn: '2018-01-01', signedPrecision: 'year', termKind: 'fixed', termYears: 3 }),
    among([near, far], { title: 'For everybody', visibility: 'public', signedOn: '2020-04-01', signedPrecision: 'month', termKind: 'until-ended', kind: 'exchange' }),
    among([near, far], { title: 'Of others' }),
    among([own], { title: 'Partner lost', fields: ['0912'], termKind: 'unclear' }),
  )
})
afterAll(() => here.close())

test('each sees what is theirs to see', async () => {
  expect(await titles(stranger)).toEqual(['For everybody'])
  expect(await titles(elsewhere)).toEqual(['For everybody'])
  expect(await titles(director)).toEqual(['For everybody', 'For the alliance', 'For the parties', 'Partner lost'])
  expect(await titles(member)).toEqual(['For everybody', 'For the alliance'])
  expect(await titles(observer)).toEqual(['For everybody', 'For the alliance'].slice(0, 2))
  expect(await titles(house)).toHaveLength(5)
})

test('an observer of another country does not see what an alliance shares', async () => {
  expect(await titles(person('Petrov', { role: 'ministry-observer', at: null, country: 'RU' }))).toEqual(['For everybody'])
})

test('every order, page by page, has each agreement once', async () => {
  for (const sort of sorts) for (const locale of ['en', 'zh']) {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await list(house, { sort, locale, limit: 2, ...(after ? { after } : {}) })
      seen.push(...page.rows.map(({ id }) => id))
      after = page.next ?? undefined
    } while (after)
    expect([sort, new Set(seen).size, seen.length]).toEqual([sort, 5, 5])
  }
  await expect(list(house, { after: 'nonsense' })).rejects.toThrow('agreements.bookmark-unknown')
  const along = await listQuery(here.db, house, ListQuery.parse({ sort: 'partner' }), today, 'in words', false).execute()
  expect(along.map(({ id }) => id)).toEqual((await list(house, { sort: 'partner' })).rows.map(({ id }) => id))
})

test('a name and a title are filed under their first letter or number, whatever stands before it', async () => {
  const quoted = await Promise.all([['“Lyceum” of Graz', 'AT'], ['«Ёлка»', 'RU'], ['…and Sons', 'GB'], ['(…)', 'FR'], ['Zenith', 'GB']].map(async ([name, country]) => {
    const id = newId()
    await putOrganisation(here.db, { id, name: name!, country: country! })
    return id
  }))
  const made = await add(...quoted.map((id, at) => among([id], { title: ['„Minutes“', '《乙》', '.ninth', '***', 'Notes'][at]!, kind: 'charter' })))
  for (const locale of ['en', 'zh', 'ru', 'ur']) for (const sort of ['partner', '-partner', 'title', '-title']) {
    const found: string[] = []
    let after: string | undefined
    do {
      const page = await list(house, { kind: 'charter', sort, locale, limit: 2, ...(after ? { after } : {}) })
      found.push(...page.rows.map(({ title, parties }) => (sort.endsWith('title') ? title : parties[0]!.organisation.name)))
      after = page.next ?? undefined
    } while (after)
    const cyrillic = locale === 'ru' && sort.endsWith('partner')
    const rising = sort.endsWith('title') ? (locale === 'zh' ? ['***', '《乙》', '„Minutes“', '.ninth', 'Notes'] : ['***', '„Minutes“', '.ninth', 'Notes', '《乙》'])
      : cyrillic ? ['(…)', '«Ёлка»', '…and Sons', '“Lyceum” of Graz', 'Zenith'] : ['(…)', '…and Sons', '“Lyceum” of Graz', 'Zenith', '«Ёлка»']
    expect([locale, sort, found]).toEqual([locale, sort, sort.startsWith('-') ? rising.toReversed() : rising])
  }
  await sql`delete from agreement where id = any(${made})`.execute(here.db)
})

test.each([['title', 'agreement_by_title'], ['partner', 'organisation_by_name_en']])('the order by %s walks its index', async (sort, index) => {
  const { sql: text, parameters } = listQuery(here.db, house, ListQuery.parse({ sort }), today, undefined, false).compile()
  const client = await here.pool.connect()
  const { rows } = await client.query('begin; set local enable_seqscan = off; set local enable_sort = off').then(() => client.query(`explain ${text}`, [...parameters])).finally(() => client.query('rollback').then(() => client.release()))
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain(`using ${index}`)
})

test('filters narrow, and the counts agree with them', async () => {
  expect(await titles(house, { state: 'in-force,lapsed' })).toEqual(['For everybody', 'For the alliance', 'For the parties'])
  expect(await titles(house, { kind: 'exchange' })).toEqual(['For everybody'])
  expect(await titles(house, { year: 2018 })).toEqual(['For the alliance'])
  expect(await titles(house, { country: 'AT' })).toEqual(['For everybody', 'For the alliance', 'Of others'])
  expect(await titles(director, { country: 'PK' })).toEqual([])
  expect(await titles(house, { organisation: far })).toHaveLength(3)
  expect(await titles(director, { mine: true })).toEqual(['For the alliance', 'For the parties', 'Partner lost'])
  expect(await titles(house, { alliance: network })).toEqual(['For the parties'])
  expect(await titles(house, { problem: 'partner-unknown' })).toEqual(['Partner lost'])
  expect(await titles(house, { field: '09' })).toEqual(['Partner lost'])
  expect((await list(house, { total: true, limit: 1 })).total).toBe(5)
  expect(await countAgreements(here.db, house, {}, today)).toMatchObject({ total: 5, states: { 'in-force': 2, lapsed: 1, unclear: 2 } })
  expect(await standingOf(here.db, director, own, today)).toMatchObject({ total: 3, states: { 'in-force': 1, lapsed: 1, unclear: 1 }, problems: 1 })
})

test('found by partner, field and unit in any script, and by a misspelt word', async () => {
  const found = (text: string) => titles(house, { text })
  expect(await found('枣庄')).toEqual(['For everybody', 'For the parties', 'Of others'])
  expect(await found('wien alliance')).toEqual(['For the alliance'])
  expect(await found('Медицина')).toEqual(['Partner lost'])
  expect(await found('Sargoda')).toEqual(['For the alliance', 'For the parties', 'Partner lost'])
  expect(await found('Zaozuang univrsity')).toEqual(['For everybody', 'For the parties', 'Of others'])
  expect(await found('???')).toEqual([])
})

test('when an organisation is renamed or merged, its agreements follow', async () => {
  const [old] = [newId()]
  await putOrganisation(here.db, { id: old, name: 'Ruhr Polytechnic', country: 'DE' })
  const [id] = await add(among([own, old], { title: 'Moving' }))
  await sql`update agreement_party set organisation_id = ${far} where organisation_id = ${old}`.execute(here.db)
  expect(await titles(house, { country: 'AT', text: 'wien moving' })).toEqual(['Moving'])
  await sql`update organisation set search = '''renamed'':1A' where id = ${far}`.execute(here.db)
  expect(await titles(house, { text: 'renamed moving' })).toEqual(['Moving'])
  expect((await here.db.selectFrom('agreement').select('partyIds').where('id', '=', id!).executeTakeFirstOrThrow()).partyIds).toEqual([own, far])
})

test('many are revised at once, and what did not change is left alone', async () => {
  const ids = await add(among([own, near], { title: 'A', termKind: 'fixed', termYears: 1 / 3 }), among([own, near], { title: 'B' }))
  const revise = (viewer: Viewer) => here.db.transaction().execute((db) => reviseAgreements({ db, viewer, now: '2026-03-02T00:00:00.000Z' }, [
    { id: ids[0]!, termYears: 1 / 3, title: 'A' }, { id: ids[1]!, title: 'B, revised', parties: [{ organisationId: own }, { organisationId: far }] }]))
  await expect(revise(elsewhere)).rejects.toThrow()
  expect(await revise(director)).toEqual({ changed: [ids[1]], unchanged: [ids[0]] })
  expect(await titles(house, { organisation: far, text: 'revised' })).toEqual(['B, revised'])
  const chain = await chainOf(here.db, ids[1]!)
  expect(chain.map(({ what, place }) => [what, place])).toEqual([['agreement.recorded', 1], ['agreement.revised', 2]])
  expect(brokenLink(chain)).toBeUndefined()
})
