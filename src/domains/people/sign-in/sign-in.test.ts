// Signing in with a password or a letter, and every way in which it must not work.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashPassword } from '#platform/auth/passwords.ts'
import { platformApi } from '#platform/api.ts'
import { peopleApi } from '../api.ts'
import { addTestPerson, openTestHouse, tokenSentTo } from '../test-house.ts'
import { firstLink } from './first.ts'

let here: Awaited<ReturnType<typeof openTestHouse>>
const secret = 'nine passes and a bridge'
const gulnara = { name: 'Gulnara', email: 'gulnara@example.org' }
let id: string
beforeAll(async () => {
  here = await openTestHouse()
  id = await addTestPerson(here.db, { ...gulnara, passwordHash: await hashPassword(secret) })
})
afterAll(() => here.close())

const me = async (browser: ReturnType<typeof here.browser>) => (await browser.ask(platformApi.me, {})).answer.viewer as { id: string } | null

test('a password signs in, with a cookie no script can read and no other site sends along', async () => {
  const browser = here.browser()
  expect(await me(browser)).toBeNull()
  expect((await browser.ask(peopleApi.signIn, { body: { email: ' Gulnara@Example.org ', password: secret } })).status).toBe(200)
  expect((await me(browser))?.id).toBe(id)
  expect(browser.jar.setCookie).toMatch(/^pamir-session=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/)
  const { tokenHash } = await here.db.selectFrom('session').select('tokenHash').where('personId', '=', id).executeTakeFirstOrThrow()
  expect(browser.jar.cookie).not.toContain(tokenHash)
})

test('behind TLS the cookie never travels in the clear', async () => {
  const secure = await openTestHouse({ secure: true, origin: 'https://pamir.example' })
  await addTestPerson(secure.db, { ...gulnara, passwordHash: await hashPassword(secret) })
  const browser = secure.browser()
  await browser.ask(peopleApi.signIn, { body: { email: gulnara.email, password: secret } })
  expect(browser.jar.setCookie).toMatch(/; HttpOnly; Secure; SameSite=Lax$/)
  await secure.close()
})

test('a token set before signing in is worth nothing, and each sign-in makes a new one', async () => {
  const browser = here.browser()
  browser.jar.cookie = 'pamir-session=chosen-by-somebody-else'
  await browser.ask(peopleApi.signIn, { body: { email: gulnara.email, password: secret } })
  const first = browser.jar.cookie
  expect(first).not.toContain('chosen')
  await browser.ask(peopleApi.signIn, { body: { email: gulnara.email, password: secret } })
  expect(browser.jar.cookie).not.toBe(first)
  const old = here.browser()
  old.jar.cookie = first
  expect(await me(old)).toBeNull()
})

test('a change needs the word that only this session’s pages know', async () => {
  const browser = here.browser()
  await browser.ask(peopleApi.signIn, { body: { email: gulnara.email, password: secret } })
  browser.jar.csrf = 'guessed'
  expect((await browser.ask(peopleApi.signOut, {})).status).toBe(403)
})

test('an e-mail nobody has and a wrong password are answered alike', async () => {
  const browser = here.browser('192.0.2.2')
  const unlike = (text: string) => text.replace(/"requestId":"[^"]+"/, '')
  const wrong = await browser.ask(peopleApi.signIn, { body: { email: gulnara.email, password: 'not this one at all' } })
  const nobody = await browser.ask(peopleApi.signIn, { body: { email: 'nobody@example.org', password: 'not this one at all' } })
  expect([wrong.status, unlike(wrong.text)]).toEqual([nobody.status, unlike(nobody.text)])
  const known = await browser.ask(peopleApi.askLetter, { body: { email: gulnara.email, purpose: 'reset' } })
  const unknown = await browser.ask(peopleApi.askLetter, { body: { email: 'nobody@example.org', purpose: 'reset' } })
  expect([known.status, known.text]).toEqual([unknown.status, unknown.text])
  expect(await here.db.selectFrom('letter').select('toAddress').execute()).toEqual([{ toAddress: gulnara.email }])
})

test.each([gulnara.email, 'nobody-either@example.org'])('ten wrong passwords for %s close the door for a quarter of an hour, and it says until when', async (email) => {
  here.wait(86_400)
  const browser = here.browser(`192.0.2.${email.length}`)
  const attempt = (password = 'wrong wrong wrong') => browser.ask(peopleApi.signIn, { body: { email, password } })
  for (let tries = 0; tries < 10; tries++) {
    here.wait(20)
    expect((await attempt()).status).toBe(403)
  }
  const closed = await attempt(secret)
  expect([closed.status, closed.answer.error]).toEqual([429, 'people.wait-until'])
  expect(Date.parse(closed.answer.facts!.until!) - Date.parse(here.now())).toBe(15 * 60_000)
  here.wait(15 * 60 + 1)
  expect((await attempt(secret)).status).toBe(email === gulnara.email ? 200 : 403)
})

test('many tries at once count one by one', async () => {
  here.wait(86_400)
  const browser = here.browser('192.0.2.77')
  const all = await Promise.all(Array.from({ length: 12 }, () => browser.ask(peopleApi.signIn, { body: { email: 'crowd@example.org', password: 'guess guess guess' } })))
  expect(all.filter(({ status }) => status === 403)).toHaveLength(5)
})

test('a link by letter: looking does not use it, using it works once, and only within its time', async () => {
  here.wait(86_400)
  const browser = here.browser()
  await browser.ask(peopleApi.askLetter, { body: { email: gulnara.email, purpose: 'link', locale: 'ur' } })
  const token = await tokenSentTo(here.db, gulnara.email)
  expect(await here.db.selectFrom('signInLink').select('tokenHash').where('tokenHash', '=', token).execute()).toEqual([])
  for (let scans = 0; scans < 3; scans++) expect((await browser.ask(peopleApi.lookAtLink, { query: { token } })).answer.name).toBe('Gulnara')
  expect((await browser.ask(peopleApi.takeLink, { body: { token } })).status).toBe(200)
  expect((await me(browser))?.id).toBe(id)
  const again = await here.browser().ask(peopleApi.takeLink, { body: { token } })
  expect([again.status, again.answer.error]).toEqual([410, 'people.link-is-over'])

  await browser.ask(peopleApi.askLetter, { body: { email: gulnara.email, purpose: 'link' } })
  const late = await tokenSentTo(here.db, gulnara.email)
  here.wait(15 * 60 + 1)
  expect((await browser.ask(peopleApi.takeLink, { body: { token: late } })).status).toBe(410)
})

test('a new password ends every session and every other letter', async () => {
  here.wait(86_400)
  const thief = here.browser()
  await thief.ask(peopleApi.signIn, { body: { email: gulnara.email, password: secret } })
  await thief.ask(peopleApi.askLetter, { body: { email: gulnara.email, purpose: 'link' } })
  const intercepted = await tokenSentTo(here.db, gulnara.email)

  const browser = here.browser()
  await browser.ask(peopleApi.askLetter, { body: { email: gulnara.email, purpose: 'reset' } })
  const token = await tokenSentTo(here.db, gulnara.email)
  const weak = await browser.ask(peopleApi.takeLink, { body: { token, password: 'Gulnara1234' } })
  expect(weak.answer.fields).toEqual({ password: ['people.password-too-common'] })
  expect((await browser.ask(peopleApi.takeLink, { body: { token, password: 'short' } })).answer.fields).toEqual({ password: ['people.password-too-short'] })
  expect((await browser.ask(peopleApi.takeLink, { body: { token, password: 'the tenth pass is snow' } })).status).toBe(200)
  expect((await me(browser))?.id).toBe(id)
  expect(await me(thief)).toBeNull()
  expect((await thief.ask(peopleApi.takeLink, { body: { token: intercepted } })).status).toBe(410)
})

test('a session slides for thirty days and never lasts more than ninety', async () => {
  const browser = here.browser()
  await browser.ask(peopleApi.signIn, { body: { email: gulnara.email, password: 'the tenth pass is snow' } })
  for (const days of [25, 25, 25, 14]) {
    here.wait(days * 86_400)
    expect((await me(browser))?.id).toBe(id)
    await new Promise((done) => setTimeout(done, 50))
  }
  here.wait(2 * 86_400)
  expect(await me(browser)).toBeNull()
})

test('the first administrator joins by the one-time link that the start prints, and it is printed no more', async () => {
  const address = (await firstLink(here.db, 'http://localhost:3000', here.now()))!
  const renewed = (await firstLink(here.db, 'http://localhost:3000', here.now()))!
  const token = (link: string) => new URL(link).searchParams.get('token')!
  const browser = here.browser()
  const body = { name: 'Farrukh', email: 'farrukh@example.org', password: 'apricots in september', locale: 'en' as const }
  expect((await browser.ask(peopleApi.takeLink, { body: { ...body, token: token(address) } })).status).toBe(410)
  expect((await browser.ask(peopleApi.takeLink, { body: { ...body, token: token(renewed), email: gulnara.email } })).answer.fields).toEqual({ email: ['people.email-is-taken'] })
  expect((await browser.ask(peopleApi.takeLink, { body: { ...body, token: token(renewed) } })).status).toBe(200)
  expect((await browser.ask(platformApi.me, {})).answer.viewer).toMatchObject({ name: 'Farrukh', admin: true })
  expect(await firstLink(here.db, 'http://localhost:3000', here.now())).toBeUndefined()
  expect(await here.db.selectFrom('person').select('id').where('name', 'in', ['', 'Farrukh']).execute()).toHaveLength(1)
})
