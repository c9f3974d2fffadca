// An annual report from the first look to the public page: what it counts and of whom, that it stays as it was frozen, who approves, what the world sees.
import { buffer } from 'node:stream/consumers'
import exceljs from 'exceljs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeWorkbook } from '#adapters/spreadsheets/write.ts'
import { activitiesApi, commitmentsApi } from '#domains/commitments/api.ts'
import { home, openAlliance, seminar } from '#domains/commitments/fixtures.test-cases.ts'
import { confirmationsApi } from '#domains/confirmations/api.ts'
import { plansApi } from '#domains/plans/api.ts'
import { challengesApi } from '#domains/reviews/api.ts'
import { reviewRoutes } from '#domains/reviews/routes.ts'
import { planRoutes } from '#domains/plans/routes.ts'
import { record } from '#platform/audit/journal.ts'
import { house, type Viewer } from '#platform/auth/viewer.ts'
import { type Id, newId } from '#platform/kinds.ts'
import * as pages from '#web/public/pages.ts'
import { annualApi as api } from './api.ts'
import { dueCheck, dueOn } from './annual-rules.ts'
import { annualSite } from './annual-visit.ts'
import { words } from './pdf-tools.test-cases.ts'
import { reportRoutes } from './routes.ts'

let here: Awaited<ReturnType<typeof openAlliance>>
let alliance: Id, shared: Id, secret: Id, open: Id

beforeAll(async () => {
  here = await openAlliance([...planRoutes, ...reviewRoutes, ...reportRoutes(home, writeWorkbook)])
  const { sargodha, zaozhuang, lge, lanzhou } = here.places
  alliance = newId()
  await sql`insert into alliance (id, organisation_id, host_id, slug, public, changed_at) values (${alliance}, ${lanzhou}, ${sargodha}, 'silk', true, now())`.execute(here.db)
  for (const id of [sargodha, zaozhuang, lge]) await sql`insert into alliance_standing (id, alliance_id, organisation_id, standing, recorded_by, recorded_at) values (${newId()}, ${alliance}, ${id}, 'member', ${house.id}, now())`.execute(here.db)
  shared = await here.agreement({ visibility: 'alliance' })
  secret = await here.agreement({ title: 'Between us only', visibility: 'parties' })
  open = await here.agreement({ title: 'For everyone', visibility: 'public' })
  for (const [agreement, what] of [[shared, 'Seminar of the alliance'], [secret, 'Seminar nobody hears of'], [open, 'Seminar for everyone']] as const) await held(agreement, what)
})
afterAll(() => here.close())

async function held(agreement: Id, what: string, confirm = true) {
  here.as(here.people.ayesha)
  const { commitments } = (await here.ask(commitmentsApi.record, { params: { id: agreement }, body: seminar() })).answer
  const { serves } = (await here.ask(activitiesApi.log, { body: { id: newId(), what, onDay: '2026-01-20', sideId: here.places.sargodha, serves: [{ agreementId: agreement, commitmentId: commitments.at(-1)!.id, amount: 1 }] } })).answer
  if (confirm) await answer(here.people.wang, serves[0]!.claim.id)
}
const answer = (viewer: Viewer, id: Id, how: 'confirmed' | 'disputed' = 'confirmed') => { here.as(viewer); return here.ask(confirmationsApi.answer, { params: { id }, body: { answer: how, reason: how === 'disputed' ? 'One is missing' : null } }) }
const annual = (id: Id, locale: 'en' | 'zh' = 'en') => here.ask(api.annual, { params: { id }, query: { locale } })
const freeze = async (body: object) => (await here.ask(api.freeze, { body: body as never })).answer
const site = () => annualSite({ db: here.db as never, pages, instance: 'Pamir', origin: 'https://pamir.example.org' })
const visit = (id: Id, lang = 'en') => site()({ path: `/r/${id}`, query: { lang }, cookies: {}, acceptLanguage: undefined } as never)

test('of an alliance only what its parties share is counted, also for one who sees more; it is approved by who was asked, and then published', async () => {
  here.as(here.people.ayesha)
  await here.ask(challengesApi.recordChallenge, { body: { allianceId: alliance, what: { en: 'Visas take months', zh: '签证耗时数月' }, answer: { en: 'Letters from ministries' }, since: '2026-01-05' } })
  const { answer: preview } = await here.ask(api.preview, { query: { kind: 'alliance', aboutId: alliance, year: 2026 } as never })
  expect([preview.whyNot, preview.others.map(({ id }) => id).toSorted()]).toEqual([null, [here.places.zaozhuang, here.places.lge].toSorted()])
  expect(await here.ask(api.freeze, { body: { kind: 'alliance', aboutId: alliance, year: 2026 } as never })).toMatchObject({ status: 409, answer: { error: 'plans.nobody-asked' } })
  const { id } = await freeze({ kind: 'alliance', aboutId: alliance, year: 2026, asked: [here.places.zaozhuang, here.places.lge] })
  const frozen = (await annual(id)).answer
  const said = JSON.stringify(frozen.blocks)
  expect([said.includes('Seminar of the alliance'), said.includes('Seminar for everyone'), said.includes('nobody hears of'), said.includes('Visas take months')]).toEqual([true, true, false, true])
  const row = frozen.blocks.find((block) => block.id === 'indicators')!.rows.find(([what]) => what!.text.includes('SEM1'))!
  expect([row[2], row[3]]).toEqual([{ text: '2', href: '#list-SEM1-confirmed' }, { text: '0' }])
  expect((await here.ask(api.publish, { params: { id } })).answer.error).toBe('reports.not-approved')
  here.as(here.people.li)
  // Lanzhou is the alliance's own organisation, but not the house that froze it.
  expect((await annual(id)).status).toBe(404)
  expect((await visit(id)).status).toBe(404)
  await answer(here.people.wang, frozen.claim!.id)
  await answer(here.people.kim, frozen.claim!.id)
  // What comes later changes nothing of it.
  await held(shared, 'Seminar that came later')
  here.as(here.people.ayesha)
  expect((await here.ask(api.publish, { params: { id } })).status).toBe(200)
  const published = (await annual(id)).answer
  expect([published.approvedAt !== null, published.hash, published.due.status]).toEqual([true, frozen.hash, 'pass'])
  expect(JSON.stringify(published.blocks)).toBe(said)
  for (const lang of ['en', 'zh', 'ru', 'ur']) {
    const page = await visit(id, lang)
    const body = String(page.body)
    expect([page.status ?? 200, body.includes('Seminar for everyone'), body.includes('Seminar of the alliance'), body.includes(`<html lang="${lang === 'zh' ? 'zh-Hans' : lang}"`), / (reports|plans|commitments)\.[a-z]/.test(body)]).toEqual([200, true, false, true, false])
  }
  expect(String((await visit(id, 'zh')).body)).toContain('签证耗时数月')
})

test('PDF, Word and workbook say the same as the page, and the same report is the same file', async () => {
  here.as(here.people.ayesha)
  const { id } = await freeze({ kind: 'agreement', aboutId: secret, year: 2026 })
  const file = async (form: 'pdf' | 'docx' | 'xlsx', locale: 'en' | 'ur' = 'en') => (await here.ask(api.annualFile, { params: { id }, query: { form, locale } })).bytes
  const pdf = await file('pdf')
  expect(words(pdf)).toContain('Seminar nobody hears of')
  expect(pdf.equals(await file('pdf'))).toBe(true)
  expect((await file('docx', 'ur')).subarray(0, 2).toString()).toBe('PK')
  const book = new exceljs.Workbook()
  await book.xlsx.load(await file('xlsx') as never)
  const sheet = book.worksheets.find(({ name }) => name.includes('Indicators'))!
  const row = sheet.getRows(2, 30)!.find((one) => String(one.getCell(1).value).includes('SEM1'))!
  expect(JSON.stringify(row.getCell(3).value)).toMatch(/1/)
  expect(book.worksheets.some((one) => JSON.stringify(one.getSheetValues()).includes('Seminar nobody hears of'))).toBe(true)
})

test('it is not frozen while a measure lags and nobody has said why', async () => {
  here.as(here.people.ayesha)
  const days = { startsOn: '2024-01-01', endsOn: '2028-12-31' }
  const plan = (await here.ask(plansApi.begin, { body: { agreementId: shared, title: { en: 'Plan' }, ...days } })).answer
  const [goal, measure] = [newId(), newId()]
  const content = { title: { en: 'Plan' }, ...days, objectives: [{ id: goal, level: 'goal' as const, what: { en: 'Goal' } }], measures: [{ id: measure, objectiveId: goal, what: { en: 'Trained' }, unit: 'persons' as const, targets: [{ on: '2024-12-31', value: 10 }] }] }
  await here.ask(plansApi.write, { params: { id: plan.id }, body: { content, seen: plan.changedAt } })
  const body = { kind: 'plan', aboutId: plan.id, year: 2026 }
  expect(await here.ask(api.freeze, { body: body as never })).toMatchObject({ status: 409, answer: { error: 'reports.commentary-missing', facts: { count: 1 } } })
  await here.ask(plansApi.comment, { params: { id: plan.id }, body: { measureId: measure, lang: 'en', words: 'The trainers were away' } })
  const { id } = await freeze(body)
  expect(JSON.stringify((await annual(id)).answer.blocks)).toContain('The trainers were away')
})

test('a body of the agreement may approve in place of the sides; another may not', async () => {
  here.as(here.people.ayesha)
  const { id } = await freeze({ kind: 'agreement', aboutId: shared, year: 2025 })
  const decide = (agreement: Id, sides = [here.places.sargodha, here.places.zaozhuang]) => here.db.transaction().execute((db) => record({ db, viewer: house, now: '2026-03-02T10:00:00.000Z' }, { what: 'decision.taken', about: newId(), data: { decision: newId(), number: 3, aboutKind: 'annual-report', aboutId: id, agreement, alliance: null, sides } }))
  await decide(secret)
  // Nor a group in which one side sits alone.
  await decide(shared, [here.places.sargodha])
  expect((await annual(id)).answer.approvedAt).toBeNull()
  await decide(shared)
  const approved = (await annual(id)).answer
  expect([approved.approvedAt !== null, approved.decisionId !== null, approved.claim!.state]).toEqual([true, true, 'withdrawn'])
  here.as(here.people.wang)
  expect((await here.ask(api.listAnnual, { query: { aboutId: shared } })).answer.map((one) => one.id)).toEqual([id])
})

test('what hinders an agreement is for its sides until they publish it', async () => {
  here.as(here.people.li)
  const preview = (aboutId: Id) => here.ask(api.preview, { query: { kind: 'agreement', aboutId, year: 2026 } as never })
  expect([(await here.ask(plansApi.list, { query: { agreement: open } })).status, (await preview(open)).status]).toEqual([200, 404])
  here.as(here.people.wang)
  expect((await preview(open)).status).toBe(200)
})

test('due 90 days after the year', () => {
  const at = (publishedAt: string | null, asOf: string) => dueCheck({ id: newId(), year: 2025, publishedAt }, asOf).status
  expect([dueOn(2025), at(null, '2025-12-31'), at(null, '2026-03-31'), at(null, '2026-04-01'), at('2026-03-31T09:00:00.000Z', '2026-06-01'), at('2026-04-02T09:00:00.000Z', '2026-06-01')])
    .toEqual(['2026-03-31', 'notApplicable', 'notApplicable', 'warn', 'pass', 'warn'])
})

test('a ministry sees what it may by country, field and state, as page and as file', async () => {
  const ministry: Viewer = { ...here.people.li, id: newId(), offices: [{ ...here.people.li.offices[0]!, role: 'ministry-observer', country: 'PK' }] }
  here.as(ministry)
  const { answer: seen } = await here.ask(api.ministry, { query: { country: 'PK' } })
  const rows = (id: string) => seen.blocks.find((block) => block.id === id)!.rows.map((row) => row.slice(0, 3).map((cell) => cell.text))
  expect([rows('country'), rows('state')]).toEqual([[['China', '2', '3']], [['in force', '2', '3']]])
  const book = new exceljs.Workbook()
  await book.xlsx.load((await here.ask(api.ministryFile, { query: { country: 'PK', form: 'xlsx' } })).bytes as never)
  expect(book.worksheets.length).toBe(4)
  expect(await buffer((async function* () { yield (await here.ask(api.ministryFile, { query: { country: 'PK', form: 'pdf', locale: 'ur' } })).bytes })())).toSatisfy((bytes: Buffer) => bytes.subarray(0, 5).toString() === '%PDF-')
})
