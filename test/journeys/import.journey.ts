// A register comes in by the browser: brought, corrected, imported, told of; then the partner's own page.
import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { Locale } from '#platform/i18n/locale.ts'
import { layDownOffices, settled, signIn, speaks, traveller, type Traveller } from './traveller.ts'

/** As people keep them: misspelt, dates in several ways, one that does not exist, one agreement twice, one cell with two parties. */
const register = (company: string) => [
  'Institution,Signed on,Duration',
  '"Tampere Univeristy of Technology, Finland",23-02-2017,5 Years',
  `"${company} (Pvt) Limited, China",09-07-2019,Till mutually agreed`,
  '"National University of Singapore and Hanyang University, for battery research",04-2018,Auto-renewable after 5 years',
  '"Politecnico di Milano, Italy",31-02-2019,',
  '"Far Eastern Federal University, Russia",07-07-2024,Initially for 3 years',
  '"Far Eastern Federal University, Russia",07-09-2024,Initially for 3 years',
].join('\n')

// Each language has a company of its own: what one reader said a text means, the house remembers for the next.
describe.each([
  ['en', 'University of Sargodha', 'Mountain Agrochemicals'], ['ur', 'Jiangsu Vocational Institute of Commerce', 'Quiet Valley Batteries'],
] as const)('in %s', (locale, owner, company) => {
  test('a director brings a register, corrects a match, imports it and finds the partner', async () => {
    const someone = await traveller(locale)
    await signIn(someone)
    await layDownOffices(someone)
    await bring(someone, owner, company, locale)
    await speaks(someone.page, locale)
    await someone.accessible('the review')
    await correct(someone, company)
    await importAll(someone)
    await speaks(someone.page, locale)
    await someone.accessible('the report')
    await findPartner(someone, company)
    expect(someone.mistakes).toEqual([])
    await someone.leave()
  })
})

async function bring({ page, text, go, accessible }: Traveller, owner: string, company: string, locale: Locale): Promise<void> {
  // Said in the address, since the administrator of the shared house has chosen another language.
  await go(`/import?lang=${locale}`)
  await accessible('where a register is brought')
  await page.getByRole('textbox', { name: text('registers.bring.whose') }).fill(owner)
  await page.getByRole('option', { name: owner }).first().click()
  await page.locator('input[type=file]').setInputFiles({ name: 'register.csv', mimeType: 'text/csv', buffer: Buffer.from(register(company)) })
  await page.getByRole('button', { name: text('registers.bring.read'), exact: true }).click()
  await page.waitForURL(/\/import\/[0-9a-f-]{36}/)
  await page.getByRole('button', { name: text('registers.import.do', { count: 6 }), exact: true }).waitFor()
  await settled(page)
}

/** The company is not the one meant: another organisation is, and it can be taken back. */
async function correct({ page, text, accessible }: Traveller, company: string): Promise<void> {
  await row(page, company).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByText('09-07-2019').waitFor()
  await accessible('an opened row')
  await choose(page, text, 'Pusan National University')
  await sheet.getByRole('button', { name: text('web.undo'), exact: true }).click()
  await sheet.getByRole('button', { name: text('registers.is-new'), exact: true }).waitFor()
  await choose(page, text, 'Pusan National University')
  await sheet.getByText(text('registers.chosen'), { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByText(text('registers.you-said')).first().waitFor()
}

async function choose(page: Page, text: Traveller['text'], name: string): Promise<void> {
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('textbox', { name: text('registers.another') }).fill(name)
  await sheet.getByRole('option', { name }).first().click()
  await sheet.getByRole('button', { name: text('web.undo'), exact: true }).waitFor()
}

async function importAll({ page, text }: Traveller): Promise<void> {
  await page.getByRole('button', { name: text('registers.import.do', { count: 6 }), exact: true }).click()
  await page.getByRole('heading', { name: text('registers.report.standing') }).waitFor()
  await settled(page)
  const told = await page.getByRole('main').innerText()
  expect(told).toContain('31-02-2019')
  expect(told).toContain(text('registers.report.duplicates', { groups: 1 }))
}

/** Each figure leads to its rows, and a row to the partner. */
async function findPartner({ page, text, accessible }: Traveller, company: string): Promise<void> {
  await page.getByRole('link', { name: text('registers.tabs.rows'), exact: true }).click()
  await row(page, company).waitFor()
  await page.getByRole('row').filter({ hasText: company }).getByRole('link').first().click()
  await page.getByRole('heading', { level: 1, name: 'Pusan' }).waitFor()
  await settled(page)
  await accessible('the partner')
}

const row = (page: Page, cell: string) => page.getByRole('button', { name: cell })
