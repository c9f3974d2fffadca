// Passkeys: made while joining or later, used to sign in, and refused when anything about them is not right.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { platformApi } from '#platform/api.ts'
import { peopleApi } from '../api.ts'
import { openTestHouse, tokenSentTo } from '../test-house.ts'
import { firstLink } from './first.ts'
import { testAuthenticator } from './test-authenticator.ts'

const origin = 'http://localhost:3000'
let here: Awaited<ReturnType<typeof openTestHouse>>
let phone: ReturnType<typeof testAuthenticator>
beforeAll(async () => {
  here = await openTestHouse()
  phone = testAuthenticator(origin)
})
afterAll(() => here.close())

const question = async (browser = here.browser()) => (await browser.ask(peopleApi.askPasskey, {})).answer as { challenge: string; rpId: string }
const answer = (response: object, browser = here.browser()) => browser.ask(peopleApi.signInWithPasskey, { body: { response: response as never } })

test('the first administrator joins with a passkey and no password, and signs in with it', async () => {
  const token = new URL((await firstLink(here.db, origin, here.now()))!).searchParams.get('token')!
  const browser = here.browser()
  const body = { token, name: 'Parwin', email: 'parwin@example.org' }
  const asked = (await browser.ask(peopleApi.askLinkPasskey, { body })).answer as never
  expect((await browser.ask(peopleApi.takeLink, { body: { ...body, passkey: { name: 'phone', response: phone.create(asked, 'https://evil.example') } } })).answer.error).toBe('people.passkey-refused')
  expect((await browser.ask(peopleApi.takeLink, { body: { ...body, passkey: { name: 'phone', response: phone.create(asked) } } })).status).toBe(200)

  const other = here.browser()
  expect((await answer(phone.get(await question(other)), other)).status).toBe(200)
  expect((await other.ask(platformApi.me, {})).answer.viewer).toMatchObject({ name: 'Parwin', admin: true })
  expect((await other.ask(peopleApi.sessions, {})).answer).toHaveLength(2)
})

test('an answer counts once, for its own question, from its own address, by a person who was there', async () => {
  const asked = await question()
  const good = phone.get(asked)
  expect((await answer(good)).status).toBe(200)
  expect((await answer(good)).answer.error).toBe('people.took-too-long')
  expect((await answer(phone.get({ challenge: 'invented', rpId: 'localhost' }))).answer.error).toBe('people.took-too-long')
  expect((await answer(phone.get(await question(), 'https://evil.example'))).answer.error).toBe('people.passkey-refused')
  expect((await answer(phone.get(await question(), origin, 0x01))).answer.error).toBe('people.passkey-refused')
  expect((await answer(testAuthenticator(origin).get(await question()))).answer.error).toBe('people.passkey-unknown')
  phone.rewind()
  expect((await answer(phone.get(await question()))).answer.error).toBe('people.passkey-refused')
})

test('a second passkey may be added and the last way in may not be removed', async () => {
  for (let ahead = 0; ahead < 20; ahead++) phone.get({ challenge: 'x', rpId: 'localhost' })
  const browser = here.browser()
  await answer(phone.get(await question(browser)), browser)
  const stick = testAuthenticator(origin)
  const asked = (await browser.ask(peopleApi.askNewPasskey, {})).answer as never
  const keys = (await browser.ask(peopleApi.addPasskey, { body: { name: 'stick', response: stick.create(asked) } })).answer as unknown as { id: string; name: string }[]
  expect(keys.map(({ name }) => name)).toEqual(['phone', 'stick'])
  expect((await here.db.selectFrom('letter').select('kind').execute()).map(({ kind }) => kind)).toEqual(['people.passkey-added'])
  expect((await browser.ask(peopleApi.removePasskey, { params: { id: keys[0]!.id } })).status).toBe(200)
  expect((await browser.ask(peopleApi.removePasskey, { params: { id: keys[1]!.id } })).answer.error).toBe('people.last-way-in')
  expect((await answer(phone.get(await question()))).answer.error).toBe('people.passkey-unknown')
})

test('a question asked for one person is not answered by another', async () => {
  const [one, other] = [here.browser(), here.browser()]
  await one.ask(peopleApi.askLetter, { body: { email: 'parwin@example.org', purpose: 'link' } })
  await one.ask(peopleApi.takeLink, { body: { token: await tokenSentTo(here.db, 'parwin@example.org') } })
  const asked = (await one.ask(peopleApi.askNewPasskey, {})).answer as never
  const invited = (await one.ask(peopleApi.invite, { body: { email: 'second@example.org', office: { role: 'administrator', organisationId: null } } }))
  expect(invited.status).toBe(200)
  const token = await tokenSentTo(here.db, 'second@example.org')
  const refused = await other.ask(peopleApi.takeLink, { body: { token, passkey: { name: 'theirs', response: testAuthenticator(origin).create(asked) } } })
  expect(refused.answer.error).toBe('people.passkey-refused')
})

test('an address that is a number has no passkeys, and says so', async () => {
  const numbered = await openTestHouse({ origin: 'http://127.0.0.1:3000' })
  expect((await numbered.browser().ask(peopleApi.ways, {})).answer.passkey).toBe(false)
  expect((await numbered.browser().ask(peopleApi.askPasskey, {})).answer.error).toBe('people.passkey-needs-a-name')
  await numbered.close()
})
