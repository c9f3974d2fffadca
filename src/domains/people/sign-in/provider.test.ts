// Signing in through a real OpenID Connect provider that runs here, and the ways in which it must not work.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
// @ts-expect-error the package brings no types
import Provider from 'oidc-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { platformApi } from '#platform/api.ts'
import { addTestPerson, openTestHouse } from '../test-house.ts'
import { openProvider } from './provider.ts'
import { addProviderDoor } from './provider-door.ts'

const accounts: Record<string, object> = {
  verified: { email: 'Nargiza@Example.org', email_verified: true }, unverified: { email: 'nargiza@example.org', email_verified: false },
  unknown: { email: 'nobody@example.org', email_verified: true },
}
let here: Awaited<ReturnType<typeof openTestHouse>>
let outside: { issuer: string; close: () => void }
let id: string

beforeAll(async () => {
  outside = await openOutside('http://localhost:3000/sign-in/provider/back')
  here = await openTestHouse({ doors: (server, { db, identify }) => addProviderDoor(server, {
    db, identify, publicUrl: 'http://localhost:3000', secure: false, provider: openProvider({ issuer: outside.issuer, clientId: 'pamir', clientSecret: 'between us', name: 'Campus' }),
  }) })
  id = await addTestPerson(here.db, { name: 'Nargiza', email: 'nargiza@example.org' })
})
afterAll(async () => { outside.close(); await here.close() })

test('a verified e-mail address signs in its person, and the binding stays', async () => {
  const browser = here.browser()
  expect(await through(browser, 'verified')).toBe('/')
  expect((await browser.ask(platformApi.me, {})).answer.viewer).toMatchObject({ id })
  expect(await here.db.selectFrom('outsideIdentity').select(['subject', 'personId']).execute()).toEqual([{ subject: 'verified', personId: id }])
  await here.db.updateTable('person').set({ email: 'moved@example.org' }).where('id', '=', id).execute()
  expect(await through(here.browser(), 'verified')).toBe('/')
  await here.db.updateTable('person').set({ email: 'nargiza@example.org' }).where('id', '=', id).execute()
})

test('an address that nobody verified, or nobody has here, signs nobody in', async () => {
  expect(await through(here.browser(), 'unverified')).toBe('/sign-in?trouble=provider-unknown')
  expect(await through(here.browser(), 'unknown')).toBe('/sign-in?trouble=provider-unknown')
})

test('an answer that this browser did not ask for is not taken, nor one that was altered, nor the same twice', async () => {
  const [victim, thief] = [here.browser(), here.browser()]
  const stolen = await answerFor(thief, 'verified')
  expect(await open(victim, stolen)).toBe('/sign-in?trouble=took-too-long')
  await leave(victim)
  expect(await open(victim, stolen)).toBe('/sign-in?trouble=took-too-long')

  const altered = new URL(await answerFor(victim, 'verified'))
  altered.searchParams.set('code', 'another')
  const cookie = victim.jar.cookie
  expect(await open(victim, altered.href)).toBe('/sign-in?trouble=provider-refused')
  victim.jar.cookie = cookie
  expect(await open(victim, altered.href)).toBe('/sign-in?trouble=took-too-long')
})

test('who knocks without end is told to wait, on a page', async () => {
  const crowded = await openTestHouse({ rateLimits: true, doors: (server, { db, identify }) => addProviderDoor(server, {
    db, identify, publicUrl: 'http://localhost:3000', secure: false, provider: openProvider({ issuer: outside.issuer, clientId: 'pamir', clientSecret: 'between us', name: 'Campus' }),
  }) })
  const knock = () => crowded.server.inject({ url: '/sign-in/provider', headers: { accept: 'text/html' } })
  for (let times = 0; times < 30; times++) expect((await knock()).statusCode).toBe(302)
  const refused = await knock()
  expect([refused.statusCode, refused.headers['content-type']]).toEqual([429, 'text/html; charset=utf-8'])
  await crowded.close()
})

test('without TLS a provider is trusted only on this machine, and one that is away is told', async () => {
  await expect(openProvider({ issuer: 'http://sign-in.example.org', clientId: 'x', clientSecret: null, name: 'x' }).begin('http://localhost/')).rejects.toThrow('people.provider-away')
  await expect(openProvider({ issuer: 'http://127.0.0.1:9', clientId: 'x', clientSecret: null, name: 'x' }).begin('http://localhost/')).rejects.toThrow('people.provider-away')
})

type Browser = ReturnType<typeof here.browser>
const through = async (browser: Browser, account: string) => open(browser, await answerFor(browser, account))

async function leave(browser: Browser): Promise<string> {
  const reply = await here.server.inject({ url: '/sign-in/provider' })
  browser.jar.cookie = String(reply.headers['set-cookie']).split(';')[0]!
  expect(String(reply.headers['set-cookie'])).toMatch(/Path=\/sign-in; HttpOnly; SameSite=Lax/)
  return String(reply.headers.location)
}

/** What the provider's pages do when this account signs in there. */
async function answerFor(browser: Browser, account: string): Promise<string> {
  const jar = new Map<string, string>()
  let address = await leave(browser)
  expect(address).toContain('code_challenge_method=S256')
  for (let hops = 0; hops < 10 && !address.startsWith('http://localhost:3000'); hops++) {
    const url = new URL(address, outside.issuer)
    if (url.pathname.startsWith('/interaction/')) url.searchParams.set('account', account)
    const reply = await fetch(url, { redirect: 'manual', headers: { cookie: [...jar].map((pair) => pair.join('=')).join('; ') } })
    for (const set of reply.headers.getSetCookie()) jar.set(...set.split(';')[0]!.split('=') as [string, string])
    address = reply.headers.get('location') ?? ''
  }
  return address
}

async function open(browser: Browser, address: string): Promise<string> {
  const url = new URL(address)
  const reply = await here.server.inject({ url: url.pathname + url.search, headers: { cookie: browser.jar.cookie } })
  const session = reply.cookies.find(({ name }) => name === 'pamir-session')
  if (session) await browser.keep(`pamir-session=${session.value}`)
  return String(reply.headers.location)
}

/** A provider whose interaction pages say yes to whoever is named in the address. */
async function openOutside(redirectUri: string) {
  const server: Server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'pamir', client_secret: 'between us', redirect_uris: [redirectUri], token_endpoint_auth_method: 'client_secret_post' }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] }, features: { devInteractions: { enabled: false } }, pkce: { required: () => true },
    findAccount: (_context: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub, ...accounts[sub] }) }),
    interactions: { url: (_context: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    cookies: { keys: ['only for a test'] },
  })
  const pages = provider.callback()
  server.on('request', async (request, response) => {
    const url = new URL(request.url!, issuer)
    if (!url.pathname.startsWith('/interaction/')) return pages(request, response)
    const details = await provider.interactionDetails(request, response)
    if (details.prompt.name === 'login') return provider.interactionFinished(request, response, { login: { accountId: url.searchParams.get('account')! } })
    const grant = new provider.Grant({ accountId: details.session.accountId, clientId: 'pamir' })
    grant.addOIDCScope('openid email profile')
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } })
  })
  return { issuer, close: () => { server.closeAllConnections(); server.close() } }
}
