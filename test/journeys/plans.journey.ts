// A plan of two sides, from its first word to the annual report that the world reads: written in Urdu, approved in Chinese, fed by a record that the
// other side confirmed, frozen, approved again, published in four languages.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Locale, localeNames } from '#platform/i18n/locale.ts'
import { type Guest, guest, house, place } from './guests.ts'
import { settled, speaks, traveller, type Traveller } from './traveller.ts'

let rabia: Guest
let wang: Guest
let agreement: string
let report: string
const [before, year] = [new Date().getFullYear() - 1, new Date().getFullYear()]
const today = new Date().toISOString().slice(0, 10)

beforeAll(async () => {
  const admin = await house()
  const sides = [await place(admin, 'university', 'PK', 'Sargodha of the plan'), await place(admin, 'university', 'CN', 'Zaozhuang of the plan', '枣庄（计划）')] as const
  rabia = await guest(admin, 'ur', 'Rabia Anwar', { role: 'director', organisationId: sides[0] })
  wang = await guest(admin, 'zh', '王丽', { role: 'director', organisationId: sides[1] })
  await admin.leave()
  agreement = (await rabia.send('/agreements', { kind: 'memorandum', title: 'Joint seminars on batteries', signedOn: `${before}-01-01`, signedPrecision: 'day', termKind: 'fixed', termYears: 5, visibility: 'public', parties: sides.map((organisationId) => ({ organisationId })) })).id
  const seminar = { kind: 'seminar', what: { en: 'Yearly seminar', ur: 'سالانہ سیمینار', zh: '年度研讨会', ru: 'Ежегодный семинар' }, unit: 'events', target: 1, per: 'year', eachWay: false }
  const { commitments } = await rabia.send<{ commitments: { id: string }[] }>(`/agreements/${agreement}/commitments`, seminar)
  await rabia.send('/activities', { what: 'Seminar on cell safety', onDay: today, sideId: sides[0], numbers: [{ organisationId: sides[0], inPerson: 30, online: 0 }, { organisationId: sides[1], inPerson: 4, online: 11 }], serves: [{ agreementId: agreement, commitmentId: commitments[0]!.id, amount: 1 }] })
})
afterAll(async () => {
  expect([...rabia.mistakes, ...wang.mistakes]).toEqual([])
  await Promise.all([rabia.leave(), wang.leave()])
})

const button = ({ page, text }: Traveller, key: string) => page.getByRole('button', { name: text(key), exact: true })
const link = ({ page, text }: Traveller, key: string) => page.getByRole('link', { name: text(key), exact: true })
/** By its beginning: a word may stand within another field's. */
const field = ({ page, text }: Traveller, key: string, locale: Locale) => page.getByLabel(new RegExp(`^${text(key)} · ${localeNames[locale]}`))
const add = ({ page, text }: Traveller, key: string) => page.getByRole('button', { name: `${text('plans.write.add')}: ${text(key)}`, exact: true })

test('Sargodha begins a plan from the agreement, and writes it in Urdu', async () => {
  const { page, text } = rabia
  await rabia.go(`/agreements/${agreement}?lang=ur`)
  await link(rabia, 'plans.begin').click()
  await field(rabia, 'plans.write.title', 'ur').fill('سیمیناروں کا منصوبہ')
  await page.getByLabel(text('plans.write.starts')).fill(`${before}-01-01`)
  await page.getByLabel(text('plans.write.ends')).fill(`${year + 3}-12-31`)
  await rabia.accessible('a plan begun')
  await button(rabia, 'plans.write.new').click()
  await page.waitForURL(/\/plans\/[^/]+\/write$/)
  await settled(page)
  await field(rabia, 'plans.parts.background', 'ur').fill('دونوں جامعات بیٹریوں پر کام کرتی ہیں۔')
  await add(rabia, 'plans.write.objective').click()
  await field(rabia, 'plans.write.objective', 'ur').fill('ایک دوسرے سے سیکھنا')
  await add(rabia, 'plans.write.task').click()
  await field(rabia, 'plans.write.task', 'ur').fill('سالانہ سیمینار کا انعقاد')
  await page.getByRole('checkbox', { name: 'Sargodha of the plan' }).check()
  await add(rabia, 'plans.write.measure').click()
  await field(rabia, 'plans.write.measure', 'ur').fill('مشترکہ سیمینار')
  await page.getByLabel(text('plans.write.feed')).selectOption('SEM1')
  await page.getByLabel(text('plans.write.targets')).fill(`${before}-12-31: 1\n${year + 3}-12-31: 1`)
  await speaks(page, 'ur')
  await rabia.accessible('a plan being written')
  await button(rabia, 'plans.write.save').click()
  await page.getByText('دونوں جامعات بیٹریوں پر کام کرتی ہیں۔').waitFor()
  await rabia.accessible('a plan')
})

test('it is laid before Zaozhuang, which approves the very text from its own day', async () => {
  const { page, text } = rabia
  await button(rabia, 'plans.lay').click()
  await page.getByRole('dialog').getByText('Zaozhuang of the plan').or(page.getByRole('dialog').getByText('枣庄（计划）')).first().waitFor()
  await page.getByRole('dialog').getByRole('button', { name: text('plans.lay'), exact: true }).click()
  await page.getByText(text('plans.version-waits-short', { number: 1 })).waitFor()

  await wang.go('/?lang=zh')
  await wang.page.getByRole('link', { name: wang.text('confirmations.turns.plan-version.do'), exact: true }).first().click()
  await wang.page.getByRole('heading', { name: 'سیمیناروں کا منصوبہ' }).waitFor()
  await speaks(wang.page, 'zh')
  await wang.accessible('a plan to approve')
  await button(wang, 'confirmations.confirm').click()
  await link(wang, 'plans.to-plan').click()
  await wang.page.getByText(wang.text('plans.approved-version', { number: 1 })).first().waitFor()
})

test('what was only claimed does not count; confirmed it does, and the plan is on pace', async () => {
  const plan = wang.page.url().split('?')[0]!
  await wang.go(`${plan}?view=measures`)
  await wang.page.getByText(wang.text('plans.status.red'), { exact: true }).waitFor()
  // Two wait for Zaozhuang: that the seminar is promised, and that it was held.
  for (let left = 2; left > 0; left--) {
    await wang.go('/')
    await wang.page.getByRole('link', { name: wang.text('commitments.turns.confirm.do'), exact: true }).first().click()
    await button(wang, 'confirmations.confirm').click()
    await wang.page.getByText(wang.text('confirmations.states.confirmed')).first().waitFor()
  }
  await wang.go(`${plan}?view=measures`)
  await wang.page.getByText(wang.text('plans.status.green'), { exact: true }).waitFor()
  await wang.accessible('measures of a plan')
  for (const view of ['framework', 'timeline', 'tree', 'versions']) {
    await wang.go(`${plan}?view=${view}`)
    await speaks(wang.page, 'zh')
    await wang.accessible(`a plan as ${view}`)
  }
  await wang.go(`${plan}?view=tree`)
  await wang.page.locator('.plan-tree').getByRole('link', { name: new RegExp(wang.text('plans.tree.evidence')) }).first().click()
  await wang.page.getByRole('link', { name: 'Seminar on cell safety' }).waitFor()
})

test('the annual report is frozen with its challenge, approved by the other side, and published', async () => {
  const { page, text } = rabia
  await rabia.go(`/reports/new?kind=agreement&about=${agreement}&year=${year}&lang=ur`)
  await button(rabia, 'reports.obstacles.record').click()
  await page.getByRole('dialog').getByLabel(`${text('reports.obstacles.what')} · ${localeNames.ur}`).fill('ویزے میں تین ماہ لگتے ہیں')
  await page.getByRole('dialog').getByRole('button', { name: text('plans.indicators.save'), exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await speaks(page, 'ur')
  await rabia.accessible('a report as it would be frozen')
  await button(rabia, 'reports.annual.freeze').click()
  await page.waitForURL(/\/reports\/[\da-f-]{36}$/)
  report = page.url().split('/').at(-1)!
  await settled(page)
  await rabia.accessible('a frozen report')
  expect(await page.getByRole('button', { name: text('reports.annual.publish') }).getAttribute('aria-disabled')).toBe('true')

  await wang.go('/')
  await wang.page.getByRole('link', { name: wang.text('confirmations.turns.annual-report.do'), exact: true }).first().click()
  await button(wang, 'confirmations.confirm').click()
  await wang.page.getByText(wang.text('confirmations.states.confirmed')).first().waitFor()

  await rabia.go(`/reports/${report}`)
  await button(rabia, 'reports.annual.publish').click()
  await page.getByText(text('reports.annual.stage.published')).first().waitFor()
  for (const form of ['pdf', 'docx', 'xlsx']) {
    const file = await rabia.context.request.get(`/api/reports/${report}/file?locale=ur&form=${form}`)
    expect([file.status(), (await file.body()).length > 3000]).toEqual([200, true])
  }
})

test.each<Locale>(['en', 'zh', 'ru', 'ur'])('in %s anyone reads it, without an account and without a script', async (locale) => {
  const someone = await traveller(locale, { javaScript: false, phone: locale === 'ur' })
  await someone.go(`/r/${report}?lang=${locale}`)
  expect((await someone.page.locator('h1').innerText()).includes(String(year))).toBe(true)
  await someone.page.getByText('Seminar on cell safety').first().waitFor()
  await someone.page.getByText('ویزے میں تین ماہ لگتے ہیں').first().waitFor()
  await speaks(someone.page, locale)
  expect(await someone.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  await someone.leave()
  // What looks for barriers is itself a script.
  const other = await traveller(locale, { phone: locale === 'ur' })
  await other.go(`/r/${report}?lang=${locale}`)
  await other.accessible(`the public report in ${locale}`)
  expect(other.mistakes).toEqual([])
  await other.leave()
})
