// A house with real sign-in to test in: real sessions, real cookies, a clock that is moved by hand.
import type { FastifyInstance } from 'fastify'
import type { Host } from '#platform/http/serve.ts'
import { makeServer } from '#platform/http/server.ts'
import type { Endpoint, Sent } from '#platform/http/contract.ts'
import { newId } from '#platform/kinds.ts'
import { platformRoutes } from '#platform/routes.ts'
import type { Role } from '#platform/auth/viewer.ts'
import type { Database, Reading } from '#platform/db/database.ts'
import { freshDatabase } from '#test/database.ts'
import { requestFor } from '#test/world.ts'
import { peopleRoutes } from './routes.ts'
import { makeIdentify } from './sign-in/identify.ts'
import type { Installation } from './sign-in/letters.ts'

type Doors = (server: FastifyInstance, host: Host) => void
export type Browser = ReturnType<Awaited<ReturnType<typeof openTestHouse>>['browser']>

export async function openTestHouse({ secure = false, origin = 'http://localhost:3000', smtp = null as string | null, doors = (() => {}) as Doors, rateLimits = false } = {}) {
  const opened = await freshDatabase()
  let now = new Date('2026-03-02T09:00:00.000Z')
  const home: Installation = { publicUrl: origin, name: 'Pamir', post: { smtp, from: 'Pamir <pamir@localhost>' }, provider: null }
  const host = { db: opened.db, secure, fileLimit: 1_000_000, clock: () => now, identify: makeIdentify(opened, () => now) }
  const server = await makeServer(host, [...platformRoutes('Pamir'), ...peopleRoutes(home)], { ready: async () => undefined }, { log: null, trustProxy: 0, rateLimits, pages: async (at) => doors(at, host) })

  /** A browser keeps its cookie and sends the word that a change must bring along. */
  function browser(remoteAddress = '192.0.2.1') {
    const jar = { cookie: '', csrf: '', setCookie: '' }
    async function ask<E extends Endpoint>(endpoint: E, input: Sent<E>) {
      const request = requestFor(endpoint, input as never)
      const reply = await server.inject({ ...request, remoteAddress, headers: { ...request.headers, host: new URL(origin).host, 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0', 'x-csrf-token': jar.csrf, cookie: jar.cookie } })
      const set = reply.headers['set-cookie']
      if (set) await keep(String(set))
      return { status: reply.statusCode, answer: reply.json() as { [name: string]: unknown; error?: string; facts?: Record<string, string> }, text: reply.payload }
    }
    async function keep(set: string) {
      jar.setCookie = set
      jar.cookie = set.split(';')[0]!.endsWith('=') ? '' : set.split(';')[0]!
      jar.csrf = await csrf(jar.cookie)
    }
    return { ask, jar, keep }
  }
  async function csrf(cookie: string): Promise<string> {
    const me = await server.inject({ url: '/api/me', headers: { cookie, host: new URL(origin).host } })
    return (me.json() as { csrf: string | null }).csrf ?? ''
  }
  const wait = (seconds: number) => { now = new Date(now.getTime() + seconds * 1000) }
  return { ...opened, server, browser, wait, now: () => now.toISOString(), home, close: async () => { await server.close(); await opened.close() } }
}

/** The one-time token in the newest letter to this address. */
export async function tokenSentTo(db: Reading, address: string): Promise<string> {
  const letter = await db.selectFrom('letter').select('body').where('toAddress', '=', address).orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
  return /token=([\w-]+)/.exec(letter.body)![1]!
}

export async function addTestOrganisation(db: Database, name: string, country: string, parentId: string | null = null): Promise<string> {
  const id = newId()
  await db.insertInto('organisation').values({ id, kind: 'university', name, nameEn: name, nameZh: name, nameRu: name, nameUr: name, country, parentId, source: 'local', changedAt: new Date().toISOString() } as never).execute()
  return id
}

export async function addTestPerson(db: Database, person: { name: string; email?: string; passwordHash?: string }, ...offices: { role: Role; at: string | null; until?: string; from?: string }[]): Promise<string> {
  const id = newId()
  await db.insertInto('person').values({ id, name: person.name, nameNative: null, email: person.email ?? null, locale: 'en', passwordHash: person.passwordHash ?? null, source: null, example: false, createdAt: '2026-01-01T00:00:00.000Z', closedAt: null }).execute()
  for (const { role, at, from = '2026-01-01', until = null } of offices) {
    await db.insertInto('office').values({ id: newId(), personId: id, role, organisationId: at, title: null, startsOn: from, endsOn: until, givenBy: id, source: null, example: false }).execute()
  }
  return id
}
