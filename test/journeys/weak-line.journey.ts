// A phone on a weak line: an activity logged without one, its photograph sent when it is back, and a server that dies in the middle.
import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agreementsApi } from '#domains/agreements/api.ts'
import type { ActivityShown } from '#domains/commitments/activity-model.ts'
import type { Promises } from '#domains/commitments/model.ts'
import { peopleApi } from '#domains/people/api.ts'
import type { Locale } from '#platform/i18n/locale.ts'
import type { Me } from '#web/viewer.ts'
import { openHouse, type OpenHouse } from './open-house.ts'
import { settled, signIn, speaks, traveller, type Traveller } from './traveller.ts'

const rector = { name: 'Ayesha Siddiqui', email: 'ayesha@example.org', password: 'seven mountains meet here' }
let house: OpenHouse
let agreement: string
beforeAll(async () => { house = await openHouse(); agreement = await prepare() })
afterAll(() => house.close())

/** The first administrator is made a director of a party to an agreement that promises one seminar a year. */
async function prepare(): Promise<string> {
  const someone = await traveller('en', { url: house.url })
  await someone.context.request.post(`/api${peopleApi.takeLink.path}`, { data: { token: new URL(house.firstLink).searchParams.get('token'), locale: 'en', ...rector } })
  const { csrf, viewer } = await read<Me>(someone, '/me')
  const post = async (path: string, data: unknown) => { const reply = await someone.context.request.post(`/api${path}`, { data, headers: { 'x-csrf-token': csrf! } }); expect(reply.status(), await reply.text()).toBe(200) }
  const { rows } = await read<{ rows: { id: string; state: string; parties: { organisation: { id: string } }[] }[] }>(someone, `${agreementsApi.list.path}?limit=100`)
  const one = rows.find(({ state, parties }) => ['in-force', 'expiring', 'unclear'].includes(state) && parties.length === 2)!
  await post(`/people/${viewer!.id}/offices`, { role: 'director', organisationId: one.parties[0]!.organisation.id, title: null, startsOn: '2020-01-01', endsOn: null })
  await post(`/agreements/${one.id}/commitments`, { kind: 'seminar', what: { en: 'Yearly seminar' }, unit: 'events', target: 1, per: 'year', eachWay: false })
  await someone.leave()
  return one.id
}

const read = async <T>({ context }: Traveller, path: string) => await (await context.request.get(`/api${path}`)).json() as T
const done = async (someone: Traveller, what: string) => (await read<{ rows: ActivityShown[] }>(someone, `/agreements/${agreement}/activities`)).rows.filter((one) => one.what === what)
const photograph = (size: number) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 2]), randomBytes(size).map((byte) => byte % 255), Buffer.from([0xff, 0xd9])])

/** On a phone, at the form, with a worker that has taken over. */
async function atTheForm(locale: Locale): Promise<Traveller> {
  const someone = await traveller(locale, { url: house.url, phone: true })
  await signIn(someone, rector)
  await someone.go(`/activities/new?agreement=${agreement}&lang=${locale}`)
  await someone.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await settled(someone.page)
  return someone
}

async function log({ page, text }: Traveller, what: string, photo: Buffer): Promise<void> {
  await page.getByLabel(text('commitments.log.what')).fill(what)
  await page.getByLabel(text('commitments.log.add-file')).setInputFiles({ name: 'seminar.jpg', mimeType: 'image/jpeg', buffer: photo })
  await page.getByRole('button', { name: text('commitments.log.send'), exact: true }).click()
}

describe.each<[Locale]>([['en'], ['ur']])('in %s', (locale) => {
  test('what is logged without a line waits in sight, is sent when the line is back, and counts once', async () => {
    const someone = await atTheForm(locale)
    const { page, text, context } = someone
    const claimedBefore = (await read<Promises>(someone, `/agreements/${agreement}/commitments`)).commitments[0]!.standing.inputs
    await context.setOffline(true)
    await page.reload()
    await page.getByText(text('web.offline-banner')).waitFor()
    const what = `Seminar in ${locale}`
    await log(someone, what, photograph(40_000))
    await page.getByText(text('web.outbox.no-line'), { exact: true }).waitFor()
    await speaks(page, locale)
    await someone.accessible('what waits')
    await look(someone, `waiting-${locale}`)

    await page.getByRole('link', { name: text('web.outbox.edit'), exact: true }).click()
    await page.getByLabel(text('commitments.log.what')).fill(`${what}, corrected`)
    await look(someone, `edit-${locale}`)
    await page.getByRole('button', { name: text('commitments.log.send'), exact: true }).click()
    await page.getByText(`${what}, corrected`).waitFor()
    expect(await done(someone, what)).toEqual([])

    await context.setOffline(false)
    await page.getByText(text('web.outbox.none'), { exact: true }).waitFor()
    const [one, ...more] = await done(someone, `${what}, corrected`)
    expect([one!.evidence.map(({ title }) => title), more]).toEqual([['seminar.jpg'], []])
    const { commitments } = await read<Promises>(someone, `/agreements/${agreement}/commitments`)
    expect(commitments[0]!.standing.inputs.claimed).toBe(claimedBefore.claimed + 1)
    expect(commitments[0]!.standing.inputs.confirmed).toBe(claimedBefore.confirmed)
    await someone.leave()
  })
})

test('what one wrote is not sent in another’s name, and what one read is gone from the device at sign-out', async () => {
  const other = await invite('wang@example.org')
  const someone = await atTheForm('en')
  const { page, text, context } = someone
  await context.route('**/api/activities', (route) => route.abort())
  await log(someone, 'Kept for who wrote it', photograph(1000))
  await page.getByText('Kept for who wrote it').waitFor()
  expect(await answersKept(someone)).toBeGreaterThan(0)
  await page.getByRole('button', { name: text('web.person') }).click()
  await page.getByText(text('web.sign-out'), { exact: true }).click()
  await page.waitForURL(/\/sign-in/)
  await page.getByText(text('web.outbox.stays', { count: 1 })).waitFor()
  expect(await answersKept(someone)).toBe(0)

  await context.unroute('**/api/activities')
  await signIn(someone, other)
  const sent: string[] = []
  page.on('request', (request) => { if (request.method() === 'POST') sent.push(request.url()) })
  await someone.go('/waiting')
  await page.getByText(text('web.outbox.none'), { exact: true }).waitFor()
  await page.waitForTimeout(3000)
  expect(sent).toEqual([])

  await context.clearCookies()
  await signIn(someone, rector)
  expect(await done(someone, 'Kept for who wrote it')).toEqual([])
  await someone.go('/waiting')
  await expect.poll(async () => (await done(someone, 'Kept for who wrote it')).map(({ evidence }) => evidence.length)).toEqual([1])
  await someone.leave()
})

test('a server killed in the middle of an upload goes on where it stood, and the photograph arrives whole', async () => {
  const someone = await atTheForm('en')
  const { page, text, context } = someone
  const offsets: number[] = []
  page.on('request', (request) => { const at = /pieces\?offset=(\d+)/.exec(request.url())?.[1]; if (at) offsets.push(Number(at)) })
  const line = await context.newCDPSession(page)
  await line.send('Network.emulateNetworkConditions', { offline: false, latency: 50, downloadThroughput: 400_000, uploadThroughput: 250_000 })
  const photo = photograph(3_000_000)
  await log(someone, 'Opening of the centre', photo)
  await page.waitForURL(/\/waiting$/)
  await page.waitForFunction(() => (document.querySelector('progress')?.value ?? 0) > 0.3)
  await look(someone, 'sending')
  await house.kill()
  const before = offsets.length
  const [killed, again] = [house, await openHouse({ data: house.data, port: Number(new URL(house.url).port) })]
  house = { ...again, close: async () => { await again.close(); await killed.close() } }
  await page.getByText(text('web.outbox.none'), { exact: true }).waitFor()
  expect(offsets[before]).toBeGreaterThan(500_000)
  const [one, ...more] = await done(someone, 'Opening of the centre')
  expect([one!.evidence.map(({ sha256, size }) => [sha256, size]), more]).toEqual([[[createHash('sha256').update(photo).digest('hex'), photo.length]], []])
  await someone.leave()
})

/** How many answers lie on the device, other than those that say who nobody is. */
const answersKept = ({ page }: Traveller) => page.evaluate(() => new Promise<number>((found) => {
  const asked = indexedDB.open('pamir')
  asked.onsuccess = () => { const count = asked.result.transaction('answers').objectStore('answers').count(); count.onsuccess = () => { asked.result.close(); found(count.result) } }
}))

/** A second person, who joined by the letter that the invitation sent. */
async function invite(email: string): Promise<{ email: string; password: string }> {
  const someone = await traveller('en', { url: house.url })
  await signIn(someone, rector)
  const { csrf } = await read<Me>(someone, '/me')
  const { parties } = await read<{ parties: { organisation: { id: string } }[] }>(someone, `/agreements/${agreement}`)
  const reply = await someone.context.request.post('/api/people/invitations', { data: { email, office: { role: 'director', organisationId: parties[0]!.organisation.id } }, headers: { 'x-csrf-token': csrf! } })
  expect(reply.status(), await reply.text()).toBe(200)
  const { rows } = await read<{ rows: { body: string }[] }>(someone, '/letters')
  const token = /token=([\w-]+)/.exec(rows[0]!.body)![1]
  const password = 'twelve bridges to the east'
  const joined = await someone.context.request.post(`/api${peopleApi.takeLink.path}`, { data: { token, locale: 'en', name: 'Wang Wei', email, password }, headers: { 'x-csrf-token': csrf! } })
  expect(joined.status(), await joined.text()).toBe(200)
  await someone.leave()
  return { email, password }
}

/** Pictures to look at, when somebody wants to: `JOURNEY_PICTURES=folder`. */
async function look({ page }: Traveller, name: string): Promise<void> {
  if (process.env.JOURNEY_PICTURES) await page.screenshot({ path: `${process.env.JOURNEY_PICTURES}/${name}.png`, fullPage: true })
}
