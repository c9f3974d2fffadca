// The first story: Sargodha, in Urdu, and Zaozhuang, in Chinese, from the first draft of a memorandum to its renewal.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { monthsBetween } from '#domains/commitments/pulse-rules.ts'
import { languageName } from '#platform/i18n/format.ts'
import type { Locale } from '#platform/i18n/locale.ts'
import { type Guest, guest, house, place } from './guests.ts'
import { clearAll, openWithPdf, recordInk, signedElsewhere, signHere, takeSigned } from './signing-hands.ts'
import { settled, speaks, traveller, type Traveller } from './traveller.ts'

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
    await page.getByRole('textbox', { name: text('texts.wizard.party', { letter: 'B' }) }).fill('Zaozhuang of the story')
    await page.getByRole('option', { name: 'Zaozhuang of the story' }).first().click()
    await page.getByRole('checkbox', { name: languageName('ur', 'ur'), exact: true }).uncheck()
    await page.getByRole('checkbox', { name: languageName('zh', 'ur'), exact: true }).check()
    for (const [lang, words] of [['en', title], ['zh', '锂电池联合中心谅解备忘录']] as const) await page.getByRole('textbox', { name: text('texts.wizard.title-in', { language: languageName(lang, 'ur') }) }).fill(words)
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
  })

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
    const words = page.getByRole('textbox', { name: `${text('texts.propose.wording')}, ${languageName('en', 'ur')}`, exact: true })
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
  })
})

test('cleared on both sides, signed in ink and here, it is sealed and in force', async () => {
  await rabia.go(`/agreements/${agreement}/signing`)
  await button(rabia, 'signing.open').first().click()
  await rabia.page.getByText(rabia.text('signing.stages.clearing')).first().waitFor()
  await rabia.accessible('a signing that waits for clearances')
  // What the ministry sent stands beside the clearance.
  await button(rabia, 'signing.clearance.add-file').first().click()
  await rabia.page.getByRole('dialog').locator('input[type=file]').setInputFiles({ name: 'no-objection.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nno objection') })
  await inDialog(rabia, 'signing.clearance.add-file').click()
  await rabia.page.getByRole('link', { name: 'no-objection.pdf' }).waitFor()
  for (const someone of [rabia, wang]) await clearAll(someone, agreement)
  await recordInk(wang, agreement, { name: '李东升', place: '枣庄', day: today() })
  await signHere(rabia, agreement)
  await rabia.page.getByText(rabia.text('signing.stages.sealed')).first().waitFor()
  await speaks(rabia.page, 'ur')
  await rabia.accessible('a sealed agreement')
  const { standing } = await wang.read<{ standing: { state: string } }>(`/agreements/${agreement}`)
  expect(standing.state).toBe('in-force')
})

test('what comes after sealing is an amendment; Zaozhuang signs it elsewhere, with its own certificate, and its signature is checked', async () => {
  await rabia.go(`/agreements/${agreement}?lang=ur`)
  await rabia.page.getByRole('link', { name: rabia.text('agreements.amend'), exact: true }).waitFor()
  const { id } = await rabia.send('/drafts', {
    agreement: { kind: 'memorandum', title: `Amendment: ${title}`, titleLang: 'en', termKind: 'not-stated', parentId: agreement, parties: sides.map((organisationId) => ({ organisationId })) },
    text: { from: 'nothing', languages: ['en'], authentic: ['en'], prevailing: null },
  })
  await openWithPdf(rabia, id)
  for (const someone of [rabia, wang]) await clearAll(someone, id)
  await takeSigned(wang, id, await signedElsewhere(wang, id, sides[1]), '李东升')
  await wang.page.getByText(/Example University CA/).first().waitFor()
  await speaks(wang.page, 'zh')
  await signHere(rabia, id)
  await rabia.page.getByText(rabia.text('signing.stages.sealed')).first().waitFor()
})

describe('what was promised', () => {
  test('an activity is logged on a phone without a line, and the other side confirms it by a link, without an account', async () => {
    const phone = await rabia.anew({ phone: true })
    const { page, text } = phone
    await phone.go(`/activities/new?agreement=${agreement}&lang=ur`)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await settled(page)
    const activities = async () => (await rabia.read<{ rows: [{ id: string }] }>(`/agreements/${agreement}/activities`)).rows
    await page.getByRole('main').getByLabel(text('commitments.log.what')).fill('Seminar on cathode materials')
    await page.getByRole('main').getByLabel(text('commitments.log.place')).fill('Sargodha')
    await page.locator('.log-serves').getByRole('checkbox').first().check()
    await page.locator('input[type=file]').setInputFiles({ name: 'programme.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nprogramme') })
    await speaks(page, 'ur')
    await phone.accessible('logging on a phone')
    // In the seminar room there is no line: what was written waits on the phone, and is sent when it is back.
    await phone.context.setOffline(true)
    await button(phone, 'commitments.log.send').click()
    await page.getByText(text('web.outbox.no-line'), { exact: true }).waitFor()
    expect(await activities()).toEqual([])
    await phone.context.setOffline(false)
    await page.getByText(text('web.outbox.none'), { exact: true }).waitFor()
    const [{ id }, ...more] = await activities()
    expect(more).toEqual([])
    await phone.go(`/activities/${id}?lang=ur`)
    await page.getByText('programme.pdf').waitFor()
    await page.locator('a[href^="/confirmations/"]').click()
    await button(phone, 'confirmations.ask.link').press('Enter')
    const address = await page.locator('.claim-address code').innerText()
    await phone.accessible('a claim')
    expect(phone.mistakes).toEqual([])
    await phone.leave()

    const dean = await traveller('zh', { phone: true })
    await dean.go(new URL(address).pathname + '?lang=zh')
    await dean.accessible('the page behind a link')
    await dean.page.getByLabel(dean.text('confirmations.public.name')).fill('陈静 (example)')
    await dean.page.getByLabel(dean.text('confirmations.public.office')).fill('院长')
    await dean.page.getByLabel(dean.text('confirmations.public.confirmed')).check()
    await dean.page.getByRole('button', { name: dean.text('confirmations.public.send') }).click()
    await dean.page.getByText(dean.text('confirmations.public.settled.confirmed')).waitFor()
    await dean.leave()
  })

  test('what Zaozhuang claims is disputed, and both counts stand apart', async () => {
    const { serves } = await wang.send<{ serves: { claim: { id: string } }[] }>('/activities', { what: '线上研讨会', lang: 'zh', sideId: sides[1], onDay: today(), online: true, serves: [{ agreementId: agreement }] })
    await rabia.go(`/confirmations/${serves[0]!.claim.id}`)
    await button(rabia, 'confirmations.dispute').click()
    await rabia.page.getByLabel(rabia.text('confirmations.dispute.reason')).fill('Nobody of ours was there.')
    await button(rabia, 'confirmations.dispute').click()
    await rabia.page.getByText(rabia.text('confirmations.states.disputed')).first().waitFor()
    await rabia.accessible('a disputed claim')
    await rabia.go(`/agreements/${agreement}`)
    const pulse = rabia.page.locator('.pulse-counts')
    for (const [key, count] of [['claimed', 2], ['confirmed', 1], ['disputed', 1]] as const) await pulse.getByText(rabia.text(`commitments.${key}-count`, { count })).waitFor()
    await rabia.accessible('an agreement in force')
  })

  test('renewal is proposed by one side and holds once the other confirms', async () => {
    await rabia.go(`/agreements/${agreement}/term`)
    await button(rabia, 'commitments.term.renew').click()
    await inDialog(rabia, 'commitments.term.renew').click()
    await rabia.page.getByText(rabia.text('commitments.term.state.proposed')).waitFor()
    await rabia.accessible('a renewal that is proposed')
    await wang.go(`/agreements/${agreement}/term`)
    await wang.page.getByRole('link', { name: wang.text('commitments.term.to-confirm') }).click()
    await button(wang, 'confirmations.confirm').click()
    await wang.page.getByText(wang.text('confirmations.states.confirmed')).first().waitFor()
    await rabia.go(`/agreements/${agreement}/term`)
    await rabia.page.getByText(rabia.text('commitments.term.state.done')).waitFor()
  })
})

test('an agreement of which nothing came stands on Today, asleep, with its reasons', async () => {
  const signedOn = `${Number(today().slice(0, 4)) - 2}-01-15`
  const forgotten = { kind: 'memorandum', title: 'Exchange that nobody began', titleLang: 'en', signedOn, signedPrecision: 'day', termKind: 'fixed', termYears: 9, parties: sides.map((organisationId) => ({ organisationId })) }
  const { id } = await rabia.send('/agreements', forgotten)
  await rabia.send(`/agreements/${id}/commitments`, { kind: 'exchange', what: { en: 'Researchers exchanged' }, unit: 'persons', target: 2, per: 'year', eachWay: true })
  await rabia.go('/?lang=ur')
  const asleep = rabia.page.locator('.sleepers > li').filter({ hasText: forgotten.title })
  await expect.poll(() => asleep.innerText()).toContain(rabia.text('commitments.pulse.never-active', { months: monthsBetween(signedOn, today()) }))
  expect(await asleep.innerText()).toContain(rabia.text('commitments.pulse.not-started', { open: 1, started: 0, commitments: 1 }))
  await speaks(rabia.page, 'ur')
  await rabia.accessible('Today')
})

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
