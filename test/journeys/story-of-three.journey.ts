// The second story: Xi’an, in Chinese, signs seventeen memoranda at one ceremony, an agreement with a university and a company that each
// signs in its own way, and one that a school of it may sign only by a delegation on file.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Beat, CeremonyFile } from '#domains/signing/ceremony-model.ts'
import type { SigningFile } from '#domains/signing/model.ts'
import { languageName } from '#platform/i18n/format.ts'
import type { Locale } from '#platform/i18n/locale.ts'
import { type Desk, type Guest, guest, type Hand, hand, house, place } from './guests.ts'
import { clear, clearAll, memorandum, openWithPdf, recordInk, signedElsewhere, signFor, signHere, takeSigned } from './signing-hands.ts'
import { settled, speaks, traveller, type Traveller } from './traveller.ts'

const [threeParty, medical] = ['Three-party agreement on smart manufacturing', 'Agreement on medical education and research']
const school = 'Health Science Center'
const today = () => new Date().toISOString().slice(0, 10)
let [wang, kim, lee, saima] = [] as unknown as [Guest, Guest, Guest, Guest]
let places: { xian: string; pusan: string; company: string; islamabad: string }
let memoranda: string[]
/** Who signs for each place of the story. */
let signatories: Map<string, Desk & { password: string }>
const rectors: Hand[] = []
let three: string
let faculty: string
let ceremony: string

beforeAll(async () => {
  const admin = await house()
  places = {
    xian: await place(admin, 'university', 'CN', 'Xi’an of the story', '西安（故事）'), pusan: await place(admin, 'university', 'KR', 'Pusan of the story'),
    company: await place(admin, 'company', 'KR', 'Electronics of the story'), islamabad: await place(admin, 'university', 'PK', 'Islamabad of the story'),
  }
  wang = await guest(admin, 'zh', '王树', { role: 'director', organisationId: places.xian })
  ;[kim, lee, saima] = [await guest(admin, 'en', 'Kim Ji-won', { role: 'director', organisationId: places.pusan }), await guest(admin, 'en', 'Lee Min-jun', { role: 'signatory', organisationId: places.company }), await guest(admin, 'ur', 'Saima Malik', { role: 'director', organisationId: places.islamabad })]
  memoranda = await sixteenMore(admin)
  await admin.leave()
})
afterAll(async () => {
  expect([wang, kim, lee, saima].flatMap(({ mistakes }) => mistakes)).toEqual([])
  await Promise.all([wang, kim, lee, saima, ...rectors].map(({ leave }) => leave()))
})

/** Seventeen memoranda of Xi’an: one with Pusan, the others with universities of sixteen countries, each with its rector. */
async function sixteenMore(admin: Desk): Promise<string[]> {
  const countries = ['GB', 'IT', 'AU', 'FI', 'TH', 'RU', 'KZ', 'KG', 'TJ', 'HK', 'FR', 'SG', 'MY', 'UZ', 'TM', 'IR']
  const partners = [places.pusan, ...await Promise.all(countries.map((country, at) => place(admin, 'university', country, `Partner ${at + 1} of the story`)))]
  for (const [at, partner] of partners.slice(1).entries()) rectors.push(await hand(admin, `Rector ${at + 1}`, { role: 'signatory', organisationId: partner }))
  signatories = new Map([[places.xian, wang], [places.pusan, kim], ...partners.slice(1).map((partner, at) => [partner, rectors[at]!] as const)])
  return Promise.all(partners.map((partner, at) => draft(wang, `Memorandum ${at + 1} of understanding`, 'memorandum', [{ organisationId: places.xian, signatory: '王树', signatoryTitle: '校长' }, { organisationId: partner, signatory: `Rector ${at + 1}` }])))
}

const draft = async (by: Desk, title: string, kind: string, parties: object[]): Promise<string> => (await by.send('/drafts', {
  agreement: { kind, title, titleLang: 'en', termKind: 'fixed', termYears: 3, visibility: 'public', parties }, text: { from: 'nothing', languages: ['en', 'zh'], authentic: ['en', 'zh'], prevailing: null },
})).id

const titleIn = ({ page, text, locale }: Guest, lang: Locale) => page.getByRole('textbox', { name: text('texts.wizard.title-in', { language: languageName(lang, locale) }) })
const button = ({ page, text }: Traveller, key: string, values?: Record<string, unknown>) => page.getByRole('button', { name: text(key, values), exact: true })
const signingOf = async (by: Desk, id: string) => (await by.read<{ signing: SigningFile }>(`/agreements/${id}/signing`)).signing
const stateOf = async (by: Desk, id: string) => (await by.read<{ standing: { state: string } }>(`/agreements/${id}`)).standing.state

describe('three parties, each in its own way', () => {
  test('Xi’an drafts it from the template, and all three agree to the same version', async () => {
    const { page, text } = wang
    const templates = await wang.read<{ key: string; title: Record<Locale, string> }[]>('/text-templates')
    await wang.go('/drafts/new?lang=zh')
    await page.getByRole('radio', { name: templates.find(({ key }) => key === 'three-party')!.title.zh }).click()
    for (const lang of ['en', 'zh'] as const) await titleIn(wang, lang).fill(threeParty)
    for (const [letter, name] of [['B', 'Pusan of the story'], ['C', 'Electronics of the story']] as const) {
      await page.getByRole('textbox', { name: text('texts.wizard.party', { letter }) }).fill(name)
      await page.getByRole('option', { name }).first().click()
    }
    for (const field of await page.locator('.variable-fields input').all()) await field.fill((await field.getAttribute('lang'))?.startsWith('zh') ? '智能制造' : 'smart manufacturing')
    await speaks(page, 'zh')
    await wang.accessible('a draft of three')
    await button(wang, 'texts.begin').click()
    await page.waitForURL(/\/agreements\/[^/]+\/text$/)
    three = page.url().split('/').at(-2)!
    await settled(page)
    await wang.send(`/agreements/${three}/text/turn`, { toId: places.pusan, waitingFor: 'agreement' })
    for (const someone of [kim, lee]) await agree(someone)
    await wang.go(`/agreements/${three}/text`)
    await page.getByText(text('texts.stage.agreed.long')).waitFor()
  })

  test('cleared; signed here, elsewhere with a certificate of one’s own, and in ink; sealed', async () => {
    await wang.go(`/agreements/${three}/signing`)
    await button(wang, 'signing.open').first().click()
    await wang.page.getByText(wang.text('signing.stages.clearing')).first().waitFor()
    await clearAll(wang, three)
    await signHere(wang, three)
    await takeSigned(kim, three, await signedElsewhere(kim, three, places.pusan), 'Kim Ji-won')
    await kim.page.getByText(/Example University CA/).first().waitFor()
    await kim.accessible('a signature given elsewhere, with what was found of it')
    await recordInk(lee, three, { name: 'Lee Min-jun', place: 'Seoul', day: today() })
    await lee.page.getByText(lee.text('signing.stages.sealed')).first().waitFor()
    expect(await stateOf(lee, three)).toBe('in-force')
    const { signatures } = await signingOf(lee, three)
    expect(signatures.map(({ means }) => means).toSorted()).toEqual(['electronic', 'ink', 'uploaded'])
  })

  test('its page says the sealed text and offers an amendment, not a revision', async () => {
    const { page, text } = kim
    await kim.go(`/agreements/${three}?lang=en`)
    await page.getByText(text('signing.sealed-what', { count: 3 })).waitFor()
    expect(await page.getByRole('link', { name: text('agreements.revise'), exact: true }).count()).toBe(0)
    await kim.accessible('a sealed agreement')
    await page.getByRole('link', { name: text('agreements.amend'), exact: true }).click()
    await settled(page)
    expect(await titleIn(kim, 'en').inputValue()).toBe(text('texts.amendment-of', { title: threeParty }))
    await titleIn(kim, 'zh').fill('智能制造三方协议修订')
    await kim.accessible('an amendment')
    await button(kim, 'texts.begin').click()
    await page.waitForURL(/\/agreements\/[^/]+\/text$/)
    const amendment = page.url().split('/').at(-2)!
    expect(await kim.read<{ parent: { id: string }; parties: unknown[] }>(`/agreements/${amendment}`)).toMatchObject({ parent: { id: three }, parties: { length: 3 } })
  })
})

test('a school may not sign without a delegation; filed, it signs, and its rank is said to be unequal', async () => {
  faculty = await draft(wang, medical, 'agreement', [{ organisationId: places.xian, unit: school, signatory: '闫剑', signatoryTitle: '院长' }, { organisationId: places.islamabad, signatory: 'Saima Malik', signatoryTitle: 'Rector' }])
  await openWithPdf(wang, faculty)
  for (const someone of [wang, saima]) await clearAll(someone, faculty)
  const { seats, paperSha256 } = await signingOf(wang, faculty)
  const seatOf = (side: string) => seats.find(({ sideId }) => sideId === side)!
  await wang.put(`/agreements/${faculty}/signing/seats/${seatOf(places.xian).id}`, { name: '闫剑', title: '院长', rank: 'dean' })
  await saima.put(`/agreements/${faculty}/signing/seats/${seatOf(places.islamabad).id}`, { name: 'Saima Malik', title: 'Rector', rank: 'head' })
  const refused = await wang.context.request.post(`/api/agreements/${faculty}/signing/signatures`, { headers: { 'x-csrf-token': (await wang.read<{ csrf: string }>('/me')).csrf }, data: { seatId: seatOf(places.xian).id, paperSha256, proof: { password: wang.password } } })
  expect([refused.status(), await refused.json()]).toMatchObject([409, { error: 'signing.no-authority' }])

  const { page, text } = wang
  await wang.go(`/agreements/${faculty}/signing?lang=zh`)
  await page.getByText(text('signing.no-authority')).first().waitFor()
  const rank = (who: Guest) => who.text('signing.checks.rank-unequal', { rank: who.text('signing.ranks.dean'), others: who.text('signing.ranks.head') })
  await page.getByText(rank(wang)).waitFor()
  await speaks(page, 'zh')
  await wang.accessible('a school that may not sign')

  await wang.go(`/organisations/${places.xian}/signing?lang=zh`)
  await button(wang, 'signing.delegations.add').click()
  await page.locator('form input[type=file]').setInputFiles(await memorandum('The President delegates his signature.'))
  for (const [field, value] of [['unit', school], ['givenBy', '王树'], ['toWhom', '闫剑']] as const) await page.getByLabel(text(`signing.delegations.${field}`), { exact: false }).first().fill(value)
  await page.locator('form input[type=date]').first().fill(today())
  await wang.accessible('a delegation being filed')
  await page.locator('form').getByRole('button', { name: text('signing.delegations.add'), exact: true }).click()
  await page.locator('.check-list').getByText(text('signing.delegations.holds'), { exact: true }).waitFor()

  await signHere(wang, faculty)
  await saima.go(`/agreements/${faculty}/signing?lang=ur`)
  await saima.page.getByText(rank(saima)).waitFor()
  await signHere(saima, faculty)
  await saima.page.getByText(saima.text('signing.stages.sealed')).first().waitFor()
  const { signatures } = await signingOf(saima, faculty)
  expect(signatures.map(({ authority }) => authority)).toEqual(['delegation', 'office'])
})

describe('the ceremony', () => {
  test('seventeen memoranda and the two agreements in their order, with guests, a witness and one who signs from afar', async () => {
    const people = [
      { name: 'The Minister (example)', role: 'witness', seat: 'A1' }, { name: 'Rector of a guest university (example)', role: 'guest', seat: 'B4' }, { name: '译员（example）', role: 'interpreter' },
      { name: 'Kim Ji-won (example)', role: 'signatory', agreementId: three, organisationId: places.pusan, remote: true }, { name: '王树 (example)', role: 'signatory', agreementId: three, organisationId: places.xian, seat: 'C1' },
    ]
    const made = await wang.send<CeremonyFile>('/ceremonies', {
      title: { zh: '大学联盟成立签约仪式', en: 'Signing at the opening of the alliance' }, heldOn: today(), startsAt: '15:00', zone: 'Asia/Shanghai', venue: '科学馆', city: '西安', country: 'CN', hostId: places.xian, agreements: [...memoranda, three, faculty], people,
      words: { en: 'Over twenty universities met in Xi’an.', zh: '二十余所大学齐聚西安。' },
    })
    ceremony = made.id
    expect([made.items.length, made.sequence.length]).toEqual([19, 17 * 4 + 5 + 4])
    await wang.go(`/ceremonies/${ceremony}?lang=zh`)
    await wang.page.getByText('The Minister (example)').waitFor()
    await speaks(wang.page, 'zh')
    await wang.accessible('a protocol sheet')
    await forWhichSide()
    await kim.go(`/agreements/${memoranda[0]}?lang=en`)
    await kim.page.getByRole('link', { name: 'Signing at the opening of the alliance' }).waitFor()
    await kim.go(`/calendar?lang=en&view=list&kind=ceremony&month=${today().slice(0, 7)}`)
    await kim.page.getByRole('link', { name: 'Signing at the opening of the alliance' }).first().waitFor()
  })

  test('on a phone the president signs one after another without losing the place', async () => {
    await Promise.all(memoranda.map(async (id) => {
      await openWithPdf(wang, id)
      await clear(wang, id, places.xian)
    }))
    const phone = await wang.anew({ phone: true })
    const { page, text } = phone
    await phone.go(`/ceremonies/${ceremony}?lang=zh`)
    await phone.accessible('a sheet on a phone')
    await page.getByRole('link', { name: text('signing.sign'), exact: true }).first().click()
    for (const left of [16, 15, 14]) {
      await page.getByText(text('signing.ceremony.left-to-sign', { count: left + 1 })).waitFor()
      await button(phone, 'signing.sign').first().click()
      await page.getByLabel(text('signing.password-again')).fill(wang.password)
      await page.getByRole('dialog').getByRole('button', { name: text('signing.sign'), exact: true }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.getByText(text('signing.ceremony.left-to-sign', { count: left })).waitFor()
      if (left === 16) await phone.accessible('signing at a ceremony')
      if (left > 14) await page.locator('.at-ceremony .button').click()
    }
    await page.locator('.at-ceremony a').first().click()
    await page.waitForURL(new RegExp(`/ceremonies/${ceremony}`))
    expect(phone.mistakes).toEqual([])
    await phone.leave()
  })

  test('it runs from a phone: each signs when the sequence comes to them, and what all have signed is sealed', async () => {
    const phone = await wang.anew({ phone: true })
    const { page, text } = phone
    await phone.go(`/ceremonies/${ceremony}/live?lang=zh`)
    const of = 17 * 4 + 9
    for (const done of [1, 2, 3]) {
      await button(phone, 'signing.ceremony.next').click()
      await page.getByText(text('signing.ceremony.step', { done, of })).waitFor()
    }
    await phone.accessible('a ceremony that runs')
    const { sequence, items, people } = await wang.read<CeremonyFile>(`/ceremonies/${ceremony}`)
    const sealed = new Set(items.filter((item) => item.sealed).map(({ agreementId }) => agreementId))
    expect([...sealed].toSorted()).toEqual([three, faculty].toSorted())
    for (const [seen, beat] of sequence.entries()) {
      if (!sealed.has(beat.agreementId)) await takePart(beat, people)
      if (seen >= 3 && seen < of - 1) await wang.put(`/ceremonies/${ceremony}/progress`, { seen, to: seen + 1 })
    }
    await phone.go(`/ceremonies/${ceremony}/live?lang=zh`)
    await button(phone, 'signing.ceremony.next').click()
    await page.getByText(text('signing.ceremony.all-signed')).waitFor()
    await phone.leave()
    expect((await wang.read<CeremonyFile>(`/ceremonies/${ceremony}`)).items.map((item) => item.sealed)).toEqual(Array(19).fill(true))
    expect(await Promise.all(memoranda.map((id) => stateOf(wang, id)))).toEqual(Array(17).fill('in-force'))
  })

  test('its result is there for the news', async () => {
    await wang.go(`/ceremonies/${ceremony}?lang=zh`)
    await wang.page.locator('details summary').click()
    await wang.page.getByText(wang.text('signing.history.ceremony-prepared', { count: 19 })).waitFor()
    await speaks(wang.page, 'zh')
    await button(wang, 'signing.ceremony.publish').click()
    await wang.page.getByRole('link', { name: wang.text('signing.ceremony.see-published') }).waitFor()

    const reporter = await traveller('ru')
    await reporter.go(`/s/${ceremony}?lang=ru`)
    await reporter.accessible('the result of a ceremony')
    expect(await reporter.page.locator('main ol.list > li').count()).toBe(19)
    // The school's agreement is public; of the others the world hears who signed with whom, not what.
    await reporter.page.getByText(medical).waitFor()
    expect(await reporter.page.getByText(threeParty).count()).toBe(0)
    await reporter.leave()
  })
})

test('anyone finds the sealed text and how it stands today', async () => {
  const sealed = await (await lee.context.request.get(`/api/agreements/${three}/signing/paper`)).body()
  const { code } = await signingOf(lee, three)
  const stranger = await traveller('ur', { javaScript: false, phone: true })
  const { page, text } = stranger
  await stranger.go(`/verify/${code}?lang=ur`)
  await page.getByText(text('web.states.in-force')).first().waitFor()
  await page.locator('input[type=file]').setInputFiles({ name: 'paper.pdf', mimeType: 'application/pdf', buffer: sealed })
  await page.getByRole('button', { name: text('signing.verify.check') }).click()
  await page.getByText(text('signing.verify.finding.sealed')).waitFor()
  await page.getByText(/Example University/).first().waitFor()
  await stranger.leave()
})

/** The form says for which side a person signs: a vice-president takes the president’s place at the second memorandum, and the other side keeps its own. */
async function forWhichSide(): Promise<void> {
  const { page, text, go } = wang
  await go(`/ceremonies/${ceremony}/change?lang=zh`)
  await page.locator('.person-fold > summary', { hasText: 'Memorandum 2 of understanding' }).filter({ hasText: '王树' }).click()
  await page.locator('.person-fold[open]').getByRole('button', { name: text('signing.rules.drop'), exact: true }).click()
  await button(wang, 'signing.ceremony.add-person').click()
  const form = page.locator('.person-fold').last()
  await form.getByLabel(text('signing.ceremony.form.name')).fill('杨辉 (example)')
  await form.getByLabel(text('signing.ceremony.form.role')).selectOption('signatory')
  await form.getByLabel(text('signing.ceremony.form.for')).selectOption(memoranda[1]!)
  await form.getByLabel(text('signing.ceremony.form.side')).selectOption(places.xian)
  await wang.accessible('a ceremony being changed')
  await page.locator('form').getByRole('button', { name: text('signing.record'), exact: true }).click()
  await page.waitForURL(new RegExp(`/ceremonies/${ceremony}$`))
  const { items } = await wang.read<CeremonyFile>(`/ceremonies/${ceremony}`)
  expect(items[1]!.signatories.map(({ name, organisation }) => [name, organisation?.name])).toEqual([['Rector 2', 'Partner 1 of the story'], ['杨辉 (example)', 'Xi’an of the story']])
}

/** What happens in the hall at a step of the sequence: who is called to sign signs, and an agreement that is exchanged is sealed by then. */
async function takePart({ kind, agreementId, personId }: Beat, people: CeremonyFile['people']): Promise<void> {
  if (kind === 'exchanged') expect((await signingOf(wang, agreementId)).stage).toBe('sealed')
  const side = people.find(({ id }) => id === personId)?.organisationId
  if (side) await signFor(signatories.get(side)!, agreementId, side)
}

/** Agrees to the version that lies on the table. */
async function agree(by: Desk): Promise<void> {
  const { latest } = await by.read<{ latest: { id: string } }>(`/agreements/${three}/text`)
  await by.send(`/agreements/${three}/text/consents`, { versionId: latest.id })
}
