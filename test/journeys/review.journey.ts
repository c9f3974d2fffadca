// The yearly review of two sides: read of the records in Urdu, moved by a step, laid and agreed to in Chinese, carried out as a renewal; a challenge and a new area beside it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localeNames } from '#platform/i18n/locale.ts'
import { type Guest, guest, house, place } from './guests.ts'
import { settled, speaks, type Traveller } from './traveller.ts'

let rabia: Guest
let wang: Guest
let agreement: string
const year = new Date().getFullYear() - 1

beforeAll(async () => {
  const admin = await house()
  const sides = [await place(admin, 'university', 'PK', 'Sargodha of the review'), await place(admin, 'university', 'CN', 'Zaozhuang of the review', '枣庄（评估）')] as const
  rabia = await guest(admin, 'ur', 'Rabia Anwar', { role: 'director', organisationId: sides[0] })
  wang = await guest(admin, 'zh', '王丽', { role: 'director', organisationId: sides[1] })
  await admin.leave()
  agreement = (await rabia.send('/agreements', { kind: 'memorandum', title: 'Joint Lithium Battery Research Centre', titles: { zh: '联合锂电池研究中心' }, signedOn: `${year}-01-10`, signedPrecision: 'day', termKind: 'fixed', termYears: 5, parties: sides.map((organisationId) => ({ organisationId })) })).id
  const promise = async (body: object) => (await rabia.send<{ commitments: { id: string }[] }>(`/agreements/${agreement}/commitments`, body)).commitments.at(-1)!.id
  const seminar = await promise({ kind: 'seminar', what: { en: 'Yearly seminar', ur: 'سالانہ سیمینار', zh: '年度研讨会' }, unit: 'events', target: 1, per: 'year', eachWay: false })
  await promise({ kind: 'exchange', what: { en: 'Exchange of teachers', ur: 'اساتذہ کا تبادلہ', zh: '教师互访' }, unit: 'persons', target: 2, per: 'year', eachWay: true })
  const { serves } = await rabia.send<{ serves: { claim: { id: string } }[] }>('/activities', { what: 'Seminar on cell safety', onDay: `${year}-10-02`, sideId: sides[0], numbers: [{ organisationId: sides[0], inPerson: 30, online: 0 }, { organisationId: sides[1], inPerson: 24, online: 11 }], serves: [{ agreementId: agreement, commitmentId: seminar, amount: 1 }] })
  await wang.send(`/confirmations/${serves[0]!.claim.id}/answers`, { answer: 'confirmed' })
})
afterAll(async () => {
  expect([...rabia.mistakes, ...wang.mistakes]).toEqual([])
  await Promise.all([rabia.leave(), wang.leave()])
})

const button = ({ page, text }: Traveller, key: string) => page.getByRole('button', { name: text(key), exact: true })
const link = ({ page, text }: Traveller, key: string, values?: Record<string, unknown>) => page.getByRole('link', { name: text(key, values), exact: true })
const dialog = ({ page }: Traveller) => page.getByRole('dialog')

test('Sargodha begins the review from its agreement, and reads what the records say', async () => {
  const { page, text } = rabia
  await rabia.go(`/agreements/${agreement}?lang=ur`)
  await page.locator('.review-lines').getByRole('link', { name: text('reviews.begin') }).last().click()
  await rabia.accessible('before a review')
  await button(rabia, 'reviews.begin').click()
  await page.waitForURL(/\/reviews\/[\da-f-]{36}$/)
  await settled(page)
  await page.getByText(text('reviews.check-status.pass')).first().waitFor()
  await speaks(page, 'ur')
  await rabia.accessible('a review being written')
  expect(await page.getByRole('button', { name: text('reviews.lay') }).getAttribute('aria-disabled')).toBe('true')
})

test('a challenge is recorded, a criterion moved by one step with a reason, and the outcome chosen', async () => {
  const { page, text } = rabia
  const review = page.url()
  await page.goto(`/agreements/${agreement}/challenges`)
  await button(rabia, 'reviews.challenge.record').click()
  await dialog(rabia).getByLabel(`${text('reviews.challenge.what')} · ${localeNames.ur}`).fill('ویزے میں تین ماہ لگتے ہیں')
  await dialog(rabia).getByLabel(text('reviews.challenge.owner')).selectOption({ label: 'Zaozhuang of the review' })
  await button(rabia, 'reviews.save').click()
  await page.getByRole('heading', { name: 'ویزے میں تین ماہ لگتے ہیں' }).waitFor()
  await rabia.accessible('the register of challenges')
  await page.goto(review)
  await page.getByRole('button', { name: text('reviews.move-of', { criterion: text('reviews.criterion.prospects') }) }).click()
  await dialog(rabia).getByLabel(text('reviews.move.up'), { exact: true }).check()
  await dialog(rabia).getByLabel(text('reviews.move.reason')).fill('صنعتی ڈیزائن کے مشترکہ اسکول پر بات ہو رہی ہے')
  await button(rabia, 'reviews.save').click()
  await page.locator('.review-move').waitFor()
  await button(rabia, 'reviews.outcome.write').click()
  await dialog(rabia).getByLabel(text('reviews.outcomes.renew-three')).check()
  await dialog(rabia).getByLabel(`${text('reviews.because')} · ${localeNames.ur}`).fill('پہلا سال تیاری کا تھا')
  await dialog(rabia).getByLabel(`${text('reviews.conditions')} · ${localeNames.ur}`).fill('دونوں فریق رابطہ کار مقرر کریں')
  await rabia.accessible('an outcome being chosen')
  await button(rabia, 'reviews.save').click()
  await dialog(rabia).waitFor({ state: 'detached' })
  await button(rabia, 'reviews.lay').click()
  await page.getByText(text('reviews.states.laid')).first().waitFor()
})

test('Zaozhuang hears of it on Today, reads it in Chinese, and agrees; the renewal is proposed from there', async () => {
  await wang.go('/?lang=zh')
  await link(wang, 'confirmations.turns.review.do').first().click()
  await wang.page.getByRole('heading', { name: '联合锂电池研究中心' }).waitFor()
  await link(wang, 'reviews.to-review').click()
  await settled(wang.page)
  await speaks(wang.page, 'zh')
  await wang.accessible('a review that was laid')
  await wang.page.locator('.facts').getByRole('link', { name: wang.text('confirmations.states.open') }).click()
  await button(wang, 'confirmations.confirm').click()
  await link(wang, 'reviews.to-review').click()
  await wang.page.getByText(wang.text('reviews.states.agreed')).first().waitFor()
  await button(wang, 'reviews.carry-out.renew-three').click()
  await wang.page.getByText(wang.text('commitments.renewal-is-proposed')).waitFor()
  await link(wang, 'reviews.to-term').click()
  // The review stands beside the choice.
  await link(wang, 'reviews.title-short', { year: String(year) }).waitFor()
  await wang.accessible('a term with its review')
})

test('a new area is proposed on one side and becomes a commitment on the other, on a phone', async () => {
  const { page, text } = rabia
  await rabia.go(`/agreements/${agreement}/new-areas`)
  await button(rabia, 'reviews.area.propose').click()
  await dialog(rabia).getByLabel(`${text('reviews.area.what')} · ${localeNames.ur}`).fill('صنعتی ڈیزائن کا مشترکہ اسکول')
  await dialog(rabia).getByRole('button', { name: text('reviews.area.propose'), exact: true }).click()
  await page.getByRole('heading', { name: 'صنعتی ڈیزائن کا مشترکہ اسکول' }).waitFor()
  const phone = await wang.anew({ phone: true })
  await phone.go(`/agreements/${agreement}/new-areas?lang=zh`)
  await phone.accessible('new areas')
  await phone.page.getByRole('button', { name: phone.text('reviews.area.to-commitment') }).click()
  await phone.page.getByRole('link', { name: phone.text('reviews.area.see-commitment') }).waitFor()
  expect(phone.mistakes).toEqual([])
  await phone.leave()
})
