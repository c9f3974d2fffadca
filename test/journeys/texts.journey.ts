// Two sides write one text in two languages: begun from a template, changed, handed over, proposed, accepted, agreed by both.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { administrator } from './house.ts'
import { settled, signIn, traveller, type Traveller } from './traveller.ts'

let ayesha: Traveller
let wang: Traveller
let agreement: string

beforeAll(async () => {
  ayesha = await traveller('en')
  await signIn(ayesha)
  const { read, send, me } = await wire(ayesha)
  const place = async (text: string) => (await read(`/organisations?text=${text}&limit=1`)).rows[0].id as string
  const [sargodha, zaozhuang] = [await place('University of Sargodha'), await place('Zaozhuang School')]
  await send(`/people/${me.viewer.id}/offices`, { role: 'director', organisationId: sargodha, title: null, startsOn: '2020-01-01', endsOn: null })
  wang = await traveller('zh')
  await send('/people/invitations', { email: 'wang@example.org', name: 'Wang Wei', locale: 'zh', office: { role: 'director', organisationId: zaozhuang, title: null, startsOn: '2020-01-01', endsOn: null } })
  const letter = (await read('/letters')).rows.map((row: unknown) => JSON.stringify(row)).find((row: string) => row.includes('wang@'))
  const token = /token=([\w-]+)/.exec(letter)![1]
  const { origin } = new URL((await ayesha.context.request.get('/api/me')).url())
  const joined = await wang.context.request.post('/api/sign-in/link', { headers: { origin }, data: { token, locale: 'zh', name: 'Wang Wei', password: 'eight rivers leave from here' } })
  expect(joined.status(), await joined.text()).toBe(200)
  const languages = ['en', 'zh']
  const draft = await send('/drafts', {
    agreement: { kind: 'memorandum', title: 'Battery centre of the journey', titleLang: 'en', termKind: 'fixed', termYears: 5, parties: [{ organisationId: sargodha }, { organisationId: zaozhuang }] },
    text: { from: 'template', template: 'joint-centre', languages, authentic: languages, prevailing: null, given: { 'centre.name': { en: 'Battery Centre', zh: '电池中心' } } },
  })
  agreement = draft.id
})
afterAll(() => Promise.all([ayesha?.leave(), wang?.leave()]))

test('one writes, the other proposes, both agree', async () => {
  const { page, text, go } = ayesha
  await go(`/agreements/${agreement}/text`)
  const clause = page.locator('.clause', { hasText: 'The Parties shall open the Centre' })
  await clause.locator('.still.writable').first().click()
  await page.locator('.ProseMirror').press('Control+End')
  await page.keyboard.type(' It has two halls.')
  await page.getByText(text('texts.saving.saved')).waitFor()
  await inATable(ayesha)
  await page.keyboard.press('Escape')
  await clause.getByText(text('texts.it-matches')).waitFor()
  await page.reload()
  await settled(page)
  expect(await page.locator('.document').innerText()).toContain('It has two halls.')
  await ayesha.accessible('the text')
  await page.locator('.status-steps').getByRole('button', { name: text('texts.hand-over') }).click()
  await page.getByRole('dialog').getByRole('button', { name: text('texts.hand-over') }).click()
  await page.getByText(text('texts.take-turn-back')).waitFor()

  await wang.go(`/agreements/${agreement}/text`)
  await wang.page.locator('.clause', { hasText: '双方应自本备忘录生效之日起十二个月内' }).getByRole('button', { name: wang.text('texts.it-matches') }).click()
  await wang.page.getByText(wang.text('texts.it-matches')).waitFor({ state: 'detached' })
  await propose(ayesha)
  await wang.page.reload()
  await settled(wang.page)
  const proposals = wang.page.locator('.proposal')
  for (let left = 3; left > 0; left--) {
    expect(await proposals.count()).toBe(left)
    await proposals.first().getByRole('button', { name: wang.text('texts.proposal.accept') }).click()
    await proposals.nth(left - 1).waitFor({ state: 'detached' })
  }
  const accepted = await wang.page.locator('.document').innerText()
  expect(accepted).toContain('Battery Centre of both')
  expect(accepted.indexOf('The Centre keeps a guest house.')).toBeGreaterThan(accepted.indexOf('Battery Centre of both'))

  await wang.page.locator('.status-steps').getByRole('button', { name: wang.text('texts.hand-over') }).click()
  await wang.page.getByRole('dialog').getByRole('radio', { name: wang.text('texts.waiting.agreement') }).check()
  await wang.page.getByRole('dialog').getByRole('button', { name: wang.text('texts.hand-over') }).click()
  await wang.page.getByText(wang.text('texts.take-consent-back')).waitFor()
  await page.reload()
  await page.getByRole('button', { name: text('texts.agree', { number: 2 }) }).click()
  await page.getByText(text('texts.stage.agreed.long')).waitFor()
  expect([...ayesha.mistakes, ...wang.mistakes]).toEqual([])
})

/** Puts a table into the clause, fills it, gives it a row more and takes none away; the tools stay in view however far one has written. */
async function inATable({ page, text }: Traveller): Promise<void> {
  const tool = (word: string) => page.getByRole('button', { name: text(`texts.tools.${word}`), exact: true })
  await tool('table').click()
  await page.keyboard.type('Hall')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Places')
  await tool('row').click()
  for (const words of ['North', '40', 'South', '60']) {
    await page.keyboard.press('Tab')
    await page.keyboard.type(words)
  }
  await page.getByText(text('texts.saving.saved')).waitFor()
  const rows = await page.locator('.ProseMirror tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.trim())))
  expect(rows).toEqual([['Hall', 'Places'], ['North', '40'], ['South', '60']])
  const foot = await page.locator('.ProseMirror').evaluate((element) => { element.scrollIntoView({ block: 'end' }); return element.getBoundingClientRect().bottom })
  const bar = (await page.getByRole('toolbar').boundingBox())!
  expect(bar.y).toBeGreaterThanOrEqual(0)
  expect(bar.y).toBeLessThan(foot)
}

/** Out of turn: another wording for the first clause, a clause behind it, and another place for the next. */
async function propose(side: Traveller): Promise<void> {
  const { page, text } = side
  const sheet = page.getByRole('dialog')
  const open = async (words: string, way: string) => {
    await page.locator('.clause', { hasText: words }).locator('.margin-button').click()
    await sheet.getByRole('button', { name: text(`texts.propose.${way}`), exact: true }).click()
  }
  const send = async (word: string) => {
    await sheet.getByRole('button', { name: text(word) }).click()
    await sheet.waitFor({ state: 'detached' })
  }
  await open('shall jointly establish and operate', 'wording')
  await sheet.locator('.ProseMirror').press('Control+End')
  await page.keyboard.type(' Battery Centre of both.')
  await send('texts.propose-change')
  await open('shall jointly establish and operate', 'addition')
  await sheet.locator('.ProseMirror').click()
  await page.keyboard.type('The Centre keeps a guest house.')
  await side.accessible('a new clause proposed')
  await send('texts.propose-addition')
  await open('The Parties shall open the Centre', 'move')
  const where = sheet.getByLabel(text('texts.place.where'))
  await where.selectOption({ label: await where.locator('option').nth(2).innerText() })
  await send('texts.propose-move')
  await page.getByText(text('texts.propose.gone')).waitFor({ state: 'detached' })
}

async function wire({ context }: Traveller) {
  const read = async (path: string) => (await context.request.get(`/api${path}`)).json()
  const me = await read('/me')
  const send = async (path: string, data: object) => {
    const reply = await context.request.post(`/api${path}`, { headers: { 'x-csrf-token': me.csrf }, data })
    expect(reply.status(), `${path}: ${await reply.text()}`).toBe(200)
    return reply.json()
  }
  expect(me.viewer.name).toBe(administrator.name)
  return { read, send, me }
}
