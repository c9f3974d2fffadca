// The first story: Sargodha, in Urdu, and Zaozhuang, in Chinese, from the first draft of a memorandum until it is in force.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languageName } from '#platform/i18n/format.ts'
import type { Locale } from '#platform/i18n/locale.ts'
import { type Guest, guest, house, place } from './guests.ts'
import { clearAll, recordInk, signHere } from './signing-hands.ts'
import { settled, speaks, type Traveller } from './traveller.ts'

let rabia: Guest
let wang: Guest
let agreement: string
let sides: [string, string]
const title = 'Memorandum on a joint centre for lithium batteries'
const today = () => new Date().toISOString().slice(0, 10)

beforeAll(async () => {
  const admin = await house()
  sides = [await place(admin, 'university', 'PK', 'Sargodha of the story'), await place(admin, 'vocational-college', 'CN', 'Zaozhuang of the story', '枣庄（故事）')]
  rabia = await guest(admin, 'ur', 'Rabia Anwar', { role: 'director', organisationId: sides[0] })
  wang = await guest(admin, 'zh', '王丽', { role: 'director', organisationId: sides[1] })
  await admin.leave()
})
afterAll(async () => {
  expect([...rabia.mistakes, ...wang.mistakes]).toEqual([])
  await Promise.all([rabia.leave(), wang.leave()])
})

const button = ({ page, text }: Traveller, key: string, values?: Record<string, unknown>) => page.getByRole('button', { name: text(key, values), exact: true })
/** A button whose name is what it shows, and which says besides what it is for. */
const described = ({ page }: Pick<Traveller, 'page'>, what: string) => page.locator(`[aria-description="${what}"]`)
const inDialog = ({ page, text }: Traveller, key: string) => page.getByRole('dialog').getByRole('button', { name: text(key), exact: true })

describe('the text', () => {
  test('Sargodha begins it from a template, in English and Chinese, and hands it over', async () => {
    const { page, text } = rabia
    const templates = await rabia.read<{ key: string; title: Record<Locale, string> }[]>('/text-templates')
    await rabia.go('/drafts/new?lang=ur')
    await page.getByRole('radio', { name: templates.find(({ key }) => key === 'joint-centre')!.title.ur }).click()
    await page.getByLabel(text('texts.wizard.title')).fill(title)
    await page.getByRole('textbox', { name: text('texts.wizard.party', { letter: 'B' }) }).fill('Zaozhuang of the story')
    await page.getByRole('option', { name: 'Zaozhuang of the story' }).first().click()
    await page.getByRole('checkbox', { name: languageName('ur', 'ur'), exact: true }).uncheck()
    await page.getByRole('checkbox', { name: languageName('zh', 'ur'), exact: true }).check()
    for (const field of await page.locator('.variable-fields input').all()) await field.fill((await field.getAttribute('lang'))?.startsWith('zh') ? '锂电池' : 'Lithium Batteries')
    await speaks(page, 'ur')
    await rabia.accessible('a new draft')
    await button(rabia, 'texts.begin').click()
    await page.waitForURL(/\/agreements\/[^/]+\/text$/)
    agreement = page.url().split('/').at(-2)!
    await settled(page)
    await speaks(page, 'ur')
    await rabia.accessible('the text')
    await handOver(rabia)
    await page.getByText(text('texts.waited-for', { what: text('texts.waiting.comments') })).waitFor()
  }, 60_000)

  test('Zaozhuang changes a clause in Chinese; it is marked in English until it matches', async () => {
    const { page, text } = wang
    await wang.go(`/agreements/${agreement}/text?lang=zh`)
    await write(wang, '3.1', 'zh', '每次访问不少于两周。')
    await page.getByText(text('texts.changed-there', { languages: languageName('zh', 'zh') })).waitFor()
    await wang.accessible('a clause that was changed')
    await button(wang, 'texts.it-matches').click()
    await page.locator('.behind-mark').waitFor({ state: 'detached' })
  })

  test('a proposal of Sargodha is accepted, and both agree to the same version', async () => {
    const { page, text } = rabia
    await rabia.go(`/agreements/${agreement}/text?lang=ur`)
    await described(rabia, text('texts.about-clause', { number: '3.2' })).click()
    const words = page.getByRole('textbox', { name: text('texts.propose'), exact: true })
    await words.press('ControlOrMeta+End')
    await words.pressSequentially(' Travel is paid by the sending side.')
    await page.getByRole('dialog').getByLabel(text('texts.proposal.because')).fill('So did we in 2023.')
    await rabia.accessible('a proposal being written')
    await inDialog(rabia, 'texts.propose-change').click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    await wang.go(`/agreements/${agreement}/text`)
    await button(wang, 'texts.proposal.accept').click()
    await button(wang, 'texts.it-matches').click()
    await wang.page.locator('.behind-mark').waitFor({ state: 'detached' })
    await handOver(wang, 'agreement')
    await rabia.go(`/agreements/${agreement}/text`)
    await button(rabia, 'texts.agree', { number: 2 }).click()
    await page.getByText(text('texts.stage.agreed.long')).waitFor()
    await rabia.accessible('an agreed text')
  }, 60_000)
})

test('cleared on both sides, signed in ink and here, it is sealed and in force', async () => {
  await rabia.go(`/agreements/${agreement}/signing`)
  await button(rabia, 'signing.open').first().click()
  await rabia.page.getByText(rabia.text('signing.stages.clearing')).first().waitFor()
  await rabia.accessible('a signing that waits for clearances')
  for (const someone of [rabia, wang]) await clearAll(someone, agreement)
  await recordInk(wang, agreement, { name: '李东升', place: '枣庄', day: today() })
  await signHere(rabia, agreement)
  await rabia.page.getByText(rabia.text('signing.stages.sealed')).first().waitFor()
  await speaks(rabia.page, 'ur')
  await rabia.accessible('a sealed agreement')
  const { standing } = await wang.read<{ standing: { state: string } }>(`/agreements/${agreement}`)
  expect(standing.state).toBe('in-force')
}, 60_000)

/** The turn goes to the other side, with a version. */
async function handOver(someone: Guest, waitingFor?: 'agreement'): Promise<void> {
  await button(someone, 'texts.hand-over').click()
  if (waitingFor) await someone.page.getByRole('dialog').getByLabel(someone.text(`texts.waiting.${waitingFor}`)).check()
  await someone.accessible('handing over')
  await inDialog(someone, 'texts.hand-over').click()
  await someone.page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** Adds to what a clause says in a language, where it stands. */
async function write({ page, text }: Guest, number: string, lang: Locale, words: string): Promise<void> {
  const name = text('texts.write-clause', { number, language: languageName(lang, 'zh') })
  await described({ page }, name).click()
  const cell = page.getByRole('textbox', { name, exact: true })
  await cell.press('ControlOrMeta+End')
  await cell.pressSequentially(words)
  await page.getByRole('button', { name: text('texts.done'), exact: true }).click()
  await cell.waitFor({ state: 'detached' })
}
