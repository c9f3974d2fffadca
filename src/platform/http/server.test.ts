// Where a request comes from when proxies stand between, and what is said when the database is away.
import { afterAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { sessionCookie } from '../auth/cookie.ts'
import { stranger, type Viewer } from '../auth/viewer.ts'
import { openDatabase } from '../db/database.ts'
import { translator } from '../i18n/words.ts'
import { get } from './contract.ts'
import { serve } from './serve.ts'
import { makeServer } from './server.ts'

const api = { who: get('/who', { door: 'anyone', answer: z.object({ address: z.string() }) }) }
const routes = serve(api, { who: async ({ visit }) => ({ address: visit.address }) })
const host = { db: undefined as never, secure: false, fileLimit: 1, clock: () => new Date(), identify: async () => undefined }

test.each([
  [0, '192.0.2.1'], [1, '198.51.100.7'], [2, '203.0.113.9'],
])('behind %i proxies it comes from what the farthest of them saw, whatever the sender wrote before', async (trustProxy, address) => {
  const server = await makeServer(host, routes, { ready: async () => undefined }, { log: null, trustProxy, rateLimits: false })
  const reply = await server.inject({ url: '/api/who', remoteAddress: '192.0.2.1', headers: { 'x-forwarded-for': '10.1.1.1, 203.0.113.9, 198.51.100.7' } })
  expect(reply.json()).toEqual({ address })
  await server.close()
})

test('a limit counts addresses at an open door, and sessions behind one that asks who it is: many sign in one hall', async () => {
  const viewer = { ...stranger, id: '00000000-0000-7000-8000-000000000001' } as Viewer
  const doors = { open: get('/open', { door: 'anyone', limit: 2, answer: z.object({}) }), sign: get('/sign', { limit: 2, answer: z.object({}) }) }
  const server = await makeServer({ ...host, identify: async () => ({ viewer, session: '', csrf: '' }) }, serve(doors, { open: async () => ({}), sign: async () => ({}) }), { ready: async () => undefined }, { log: null, trustProxy: 0, rateLimits: true })
  const ask = async (url: string, session: string) => (await server.inject({ url, cookies: { [sessionCookie]: session } })).statusCode
  const asked = async (url: string, sessions: string[]) => { const seen = []; for (const session of sessions) seen.push(await ask(url, session)); return seen }
  expect(await asked('/api/open', ['a', 'b', 'c'])).toEqual([200, 200, 429])
  expect(await asked('/api/sign', ['a', 'b', 'c', 'a', 'a', 'b'])).toEqual([200, 200, 200, 200, 429, 200])
  await server.close()
})

describe('a database that is away', async () => {
  const { db, pool, close } = openDatabase({ connectionString: 'postgres://pamir:geheim@127.0.0.1:9/pamir' })
  const asks = { rows: get('/rows', { door: 'anyone', answer: z.object({}) }) }
  const away = serve(asks, { rows: async () => { await pool.query('select'); return {} } })
  const ready = async () => { await pool.query('select'); return undefined }
  const server = await makeServer({ ...host, db }, away, { ready }, {
    log: null, trustProxy: 0, rateLimits: false,
    pages: async (pages) => void pages.get('/page', async () => { await pool.query('select') }),
  })
  afterAll(async () => { await server.close(); await close() })

  test('is told to a program by a key, and to who asks whether the house is ready without saying where it should be', async () => {
    const reply = await server.inject('/api/rows')
    expect([reply.statusCode, reply.json().error]).toEqual([503, 'web.database-away'])
    const health = await server.inject('/readyz')
    expect([health.statusCode, health.json()]).toEqual([503, { status: 'not ready', because: 'the database does not answer' }])
  })

  test.each([['en', 'ltr'], ['ur', 'rtl']] as const)('is told to a reader in %s on a page, with the number of the request', async (locale, direction) => {
    const reply = await server.inject({ url: '/page', headers: { accept: 'text/html', 'accept-language': locale } })
    expect(reply.statusCode).toBe(503)
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(reply.headers['cache-control']).toBe('no-store')
    const text = translator(locale)
    for (const part of [`dir="${direction}"`, text('web.database-away'), text('web.database-away.next'), String(reply.headers['x-request-id'])]) expect(reply.body).toContain(part)
  })
})
