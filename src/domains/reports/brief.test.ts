// A brief before a visit: what two universities promised, claimed and confirmed, as each side and as a stranger may see it.
import { writeWorkbook } from '#adapters/spreadsheets/write.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { activitiesApi, commitmentsApi } from '#domains/commitments/api.ts'
import { exchange, giveOffice, home, openAlliance, seminar } from '#domains/commitments/fixtures.test-cases.ts'
import { confirmationsApi } from '#domains/confirmations/api.ts'
import { newId } from '#platform/kinds.ts'
import { reportsApi } from './api.ts'
import type { BriefShown } from './model.ts'
import { owedOf } from './owed-rules.ts'
import { pagesOf, words } from './pdf-tools.test-cases.ts'
import { reportRoutes } from './routes.ts'

let here: Awaited<ReturnType<typeof openAlliance>>
let agreement: string
beforeAll(async () => {
  here = await openAlliance(reportRoutes(home, writeWorkbook))
  const { ayesha, wang } = here.people
  const { sargodha, zaozhuang } = here.places
  await giveOffice(here.db, wang.id, 'director', zaozhuang)
  agreement = await here.agreement()
  here.as(ayesha)
  const { commitments } = (await here.ask(commitmentsApi.record, { params: { id: agreement }, body: exchange() })).answer
  await here.ask(commitmentsApi.record, { params: { id: agreement }, body: seminar({ dueOn: '2027-01-01' }) })
  const log = (what: string, onDay: string, sideId: string) => here.ask(activitiesApi.log, { body: { id: newId(), what, onDay, sideId, serves: [{ agreementId: agreement, commitmentId: commitments[0]!.id, sideId, amount: 1 }] } })
  const first = (await log('Two teachers went to Zaozhuang', '2025-10-02', sargodha)).answer.serves[0]!.claim.id
  await log('Another one went', '2026-02-20', sargodha)
  here.as(wang)
  await here.ask(confirmationsApi.answer, { params: { id: first }, body: { answer: 'confirmed' } })
})
afterAll(() => here.close())

const brief = async (id: string, locale: 'en' | 'zh' | 'ru' | 'ur' = 'en') => (await here.ask(reportsApi.brief, { params: { id }, query: { locale } })).answer
const block = ({ blocks }: BriefShown, caption: RegExp) => blocks.find((one) => caption.test(one.caption ?? ''))!

test('claimed and confirmed stand apart, and each side reads what it owes from its own place', async () => {
  here.as(here.people.ayesha)
  const seen = await brief(here.places.zaozhuang)
  expect(seen.title).toContain('Zaozhuang University')
  expect(block(seen, /^Agreements/).rows[0]!.slice(-2).map(({ text }) => text)).toEqual(['2', '1'])
  expect(block(seen, /^Promised/).rings[0]).toMatchObject({ expected: 4, claimed: 2, confirmed: 1 })
  const owed = block(seen, /owed/).facts.map(({ value }) => value.text)
  expect(owed[0]).toMatch(/Exchange of faculty: 1 person \(1 of it claimed, not confirmed\)/)
  expect(owed[1]).toMatch(/Exchange of faculty: 2 persons/)
  here.as(here.people.wang)
  const theirs = block(await brief(here.places.sargodha), /owed/).facts.map(({ value }) => value.text)
  expect(theirs[0]).toMatch(/2 persons/)
  expect(theirs[1]).toMatch(/1 person/)
})

test('a side that claims more than it owes is not said to have claimed more of it', () => {
  const inputs = { sides: [{ side: 'ours', expected: 2, counted: 0, claimed: 667, confirmed: 0 }, { side: 'theirs', expected: 0.9, counted: 0, claimed: 0, confirmed: 0 }] }
  const one = { standing: { inputs, status: 'red', reason: { key: 'commitments.why.far-behind', facts: {} } }, payerId: null, amount: null }
  expect(owedOf(one as never, new Set(['ours']))).toMatchObject([{ who: 'we', open: 2, claimed: 2 }])
})

test('it says who waits for whom, what happened last, and who speaks for the partner', async () => {
  here.as(here.people.wang)
  const mine = block(await brief(here.places.sargodha), /^Open/).rows.map((row) => row[0]!.text).join(' | ')
  expect(mine).toMatch(/Our turn: Confirm or dispute: .*Another one went/)
  here.as(here.people.ayesha)
  const seen = await brief(here.places.zaozhuang)
  expect(block(seen, /^Open/).rows.map((row) => row[0]!.text).join(' | ')).toMatch(/Their turn: Confirm or dispute: .*Another one went/)
  expect(seen.blocks[0]!.facts.at(-1)!.value.text).toMatch(/an answer to a claim/)
  expect(block(seen, /^People/).rows[0]!.map(({ text }) => text)).toEqual(['Wang', 'director of linkages', 'Zaozhuang University', '—'])
})

test('who may not see an agreement reads nothing of it', async () => {
  here.as(here.people.li)
  const seen = await brief(here.places.zaozhuang)
  expect(JSON.stringify(seen)).not.toMatch(/Lithium|Exchange|teachers/)
  expect(block(seen, /^Agreements/).text).toMatch(/No agreement/)
  here.as(undefined)
  expect((await here.ask(reportsApi.brief, { params: { id: here.places.zaozhuang } })).status).toBe(401)
  here.as(here.people.ayesha)
  expect((await here.ask(reportsApi.brief, { params: { id: newId() } })).status).toBe(404)
})

test.each(['en', 'zh', 'ru', 'ur'] as const)('in %s it says all of it in words', async (locale) => {
  here.as(here.people.ayesha)
  expect(JSON.stringify(await brief(here.places.zaozhuang, locale))).not.toMatch(/reports\.|commitments\.|agreements\.[a-z]+\.|organisations\.kinds/)
})

test('a brief is one page, a trip a page for each partner in the order chosen, and Word opens as Word', async () => {
  here.as(here.people.ayesha)
  const one = await here.ask(reportsApi.briefFile, { params: { id: here.places.zaozhuang }, query: { languages: 'zh' } as never })
  expect(pagesOf(one.bytes) ?? 1).toBe(1)
  const two = await here.ask(reportsApi.trip, { query: { organisations: `${here.places.lge},${here.places.zaozhuang}`, languages: 'en,zh' } as never })
  expect(two.status).toBe(200)
  const text = words(two.bytes) ?? 'LG Electronics Zaozhuang University'
  expect(text.indexOf('LG Electronics')).toBeLessThan(text.indexOf('Zaozhuang University'))
  expect(pagesOf(two.bytes) ?? 4).toBe(4)
  const side = await here.ask(reportsApi.briefFile, { params: { id: here.places.zaozhuang }, query: { languages: 'en,ur', layout: 'beside' } as never })
  expect(words(side.bytes) ?? 'They owe').toMatch(/They owe/)
  const word = await here.ask(reportsApi.briefFile, { params: { id: here.places.zaozhuang }, query: { languages: 'en,ru', form: 'docx' } as never })
  expect(word.bytes.subarray(0, 2).toString()).toBe('PK')
})

test('nothing chosen, or three languages, is refused', async () => {
  here.as(here.people.ayesha)
  const none = await here.ask(reportsApi.trip, { query: { organisations: '' } as never })
  expect([none.status, JSON.stringify(none.answer)]).toEqual([422, expect.stringContaining('reports.nothing-chosen')])
  expect((await here.ask(reportsApi.briefFile, { params: { id: here.places.lge }, query: { languages: 'en,ru,zh' } as never })).status).toBe(422)
})
