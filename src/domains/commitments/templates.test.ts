// Every template, begun through its door for parties of several countries: nothing is left unsaid once its variables are filled in, the
// clauses of a country stand where they belong, and its commitments come along, but for those of what was left out.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { putOrganisation } from '#domains/agreements/fixtures.test-cases.ts'
import { textsApi } from '#domains/texts/api.ts'
import { textRoutes } from '#domains/texts/routes.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { locales } from '#platform/i18n/locale.ts'
import { person, world } from '#test/world.ts'
import { commitmentsApi } from './api.ts'
import { commitmentRoutes } from './routes.ts'

let here: Awaited<ReturnType<typeof world>>
const places = { PK: newId(), CN: newId(), KZ: newId(), RU: newId(), DE: newId() }
const ayesha = person('Ayesha', { role: 'director', at: places.PK, country: 'PK' })
const aigul = person('Aigul', { role: 'director', at: places.KZ, country: 'KZ' })
beforeAll(async () => {
  here = await world([...textRoutes(async () => ({ parts: [], problems: [] })), ...commitmentRoutes])
  const names = { PK: 'University of Sargodha', CN: 'Zaozhuang University', KZ: 'Satbayev University', RU: 'Bauman University', DE: 'Technical University of Munich' }
  for (const [country, id] of Object.entries(places)) await putOrganisation(here.db, { id, name: names[country as keyof typeof names], country, city: 'City' })
  for (const { id, name } of [ayesha, aigul]) await here.db.insertInto('person').values({ id, name, nameNative: null, email: null, locale: null, passwordHash: null, source: null, example: false, createdAt: '2026-01-01T00:00:00Z', closedAt: null }).execute()
})
afterAll(() => here.close())

const languages = [...locales]
async function begun(key: string, parties: Id[], without: string[] = []) {
  here.as(parties.includes(places.PK) ? ayesha : aigul)
  const template = (await here.ask(textsApi.template, { params: { key } })).answer
  const given = Object.fromEntries(template.variables.map(({ name }) => [name, Object.fromEntries(languages.map((lang) => [lang, `${name} ${lang}`]))]))
  const { status, answer } = await here.ask(textsApi.draft, { body: {
    agreement: { kind: template.kind, title: template.title.en!, titleLang: 'en', titles: template.title, ...(template.termYears ? { termKind: 'fixed', termYears: template.termYears } : { termKind: 'not-stated' }), parties: parties.map((organisationId) => ({ organisationId, signatory: 'A. B.', signatoryTitle: 'Rector' })) },
    text: { from: 'template', template: key, without, given, languages, authentic: languages, prevailing: null },
  } as never })
  expect([status, answer.error]).toEqual([200, undefined])
  const params = { id: answer.id }
  return { template, text: (await here.ask(textsApi.read, { params })).answer, commitments: (await here.ask(commitmentsApi.promises, { params })).answer.commitments }
}

const all = ['letter-of-intent', 'memorandum', 'exchange', 'joint-centre', 'co-supervision', 'three-party', 'alliance-charter']
const pairs: [string, Id[]][] = [['Pakistan and China', [places.PK, places.CN]], ['Kazakhstan and China', [places.KZ, places.CN]], ['Pakistan and Kazakhstan', [places.PK, places.KZ]], ['Pakistan and Germany', [places.PK, places.DE]]]

describe.each(all)('%s', (key) => {
  test.each(pairs)('between %s', async (_, two) => {
    const parties = key === 'three-party' ? [...two, places.RU] : two
    const { template, text, commitments } = await begun(key, parties)
    expect(text.unresolved).toEqual([])
    expect([text.missing, text.behind]).toEqual([0, 0])
    const wanted = template.articles.flatMap(({ clauses }) => clauses).filter(({ countries }) => countries.length === 0 || countries.some((country) => parties.includes(places[country as keyof typeof places])))
    expect(text.clauses.flatMap(({ articleId, origin }) => (articleId ? [origin] : []))).toEqual(wanted.map((clause) => `${key}:${clause.key}`))
    expect(commitments).toHaveLength(wanted.reduce((sum, { promises }) => sum + promises, 0))
    for (const { clauseId, what } of commitments) {
      expect(text.clauses.some(({ id }) => id === clauseId)).toBe(true)
      expect(languages.filter((lang) => !what[lang])).toEqual([])
    }
  })
})

test('what is left out brings no commitment; whose article is empty goes with it', async () => {
  const { template } = await begun('joint-centre', [places.PK, places.CN])
  const patents = template.articles.find(({ clauses }) => clauses.some((clause) => clause.key.startsWith('patents')))!
  const { text, commitments } = await begun('joint-centre', [places.PK, places.CN], patents.clauses.map((clause) => clause.key))
  expect(commitments).toHaveLength(8)
  expect(commitments.map(({ kind }) => kind)).not.toContain('patent')
  expect(JSON.stringify(text.clauses)).not.toContain('joint-centre:patents')
})

test('its title stands in every language of the text', async () => {
  const { template, text } = await begun('memorandum', [places.PK, places.CN])
  expect(text.title).toEqual(template.title)
})
