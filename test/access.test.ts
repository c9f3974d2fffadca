// Walks every endpoint of the house as nobody, as a stranger, as the wrong office and as the right one. An endpoint for
// which no domain has said what each of them is answered fails the walk.
import { globSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeApp } from '#src/app.ts'
import { readConfig } from '#src/config.ts'
import type { Contract, Endpoint } from '#platform/http/contract.ts'
import { makeServer } from '#platform/http/server.ts'
import { newId } from '#platform/kinds.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { type AccessCases, type AccessWorld, type Walker, walkers } from './access.ts'
import { buildAccessWorld, clock } from './access-world.ts'
import { freshDatabase } from './database.ts'
import { undoing } from './undone.ts'
import { requestFor } from './world.ts'

type Case = { room: string; name: string; endpoint: Endpoint } & AccessCases<Contract>[string]
const cases: Case[] = (await Promise.all(globSync('src/**/access.test-cases.ts').toSorted().map(casesIn))).flat()

/** A room's cases lie beside its contract, by the same names. */
async function casesIn(file: string): Promise<Case[]> {
  const room = /([^/]+)\/access\.test-cases\.ts$/.exec(file)![1]!
  const stated = Object.values(await import(`../${file}`) as object) as AccessCases<Contract>[]
  const contracts = Object.entries(await import(`../${file.replace('access.test-cases.ts', 'api.ts')}`) as object).filter(([name]) => name.endsWith('Api')).map(([, contract]) => contract as Contract)
  return stated.flatMap((access) => Object.entries(access).map(([name, one]) =>
    ({ room, name, endpoint: contracts.find((contract) => name in contract)![name]!, ...one })))
}

let walk: Awaited<ReturnType<typeof openWalk>>
beforeAll(async () => { walk = await openWalk() })
afterAll(() => walk.close())

async function openWalk() {
  const opened = await freshDatabase()
  const config = readConfig({ PAMIR_NAME: 'Pamir' })
  const { world, viewers } = await buildAccessWorld(opened.db)
  const app = await makeApp({ ...opened, where: opened.where, embedded: true, migrated: [] } as never, config)
  const undone = await undoing(opened.pool)
  let viewer: Viewer | undefined
  const host = {
    db: undone.db, secure: false, fileLimit: config.fileLimit, clock: () => new Date(clock),
    identify: async () => (viewer ? { viewer, session: newId(), csrf: 'test' } : undefined),
  }
  const server = await makeServer(host, app.routes, { ready: async () => undefined }, { log: null, trustProxy: 0, rateLimits: false, pages: app.pages })
  return {
    app, world, server,
    visit: async (one: Case, walker: Walker) => {
      viewer = walker === 'nobody' ? undefined : viewers[walker === 'right' ? one.right ?? 'director' : walker]
      const reply = await server.inject(requestFor(one.endpoint, (one.input?.(world, walker) ?? {}) as never))
      await undone.undo()
      return reply
    },
    close: async () => { await server.close(); await app.stop(); await undone.close(); await opened.close() },
  }
}

test('every endpoint of the house is walked', () => {
  const known = new Set(cases.map(({ endpoint }) => endpoint))
  expect(walk.app.routes.filter(({ endpoint }) => !known.has(endpoint)).map(({ endpoint }) => `${endpoint.method} ${endpoint.path}`)).toEqual([])
})

test('nothing is walked that the house does not have', () => {
  const mounted = new Set(walk.app.routes.map(({ endpoint }) => endpoint))
  expect(cases.filter(({ endpoint }) => !mounted.has(endpoint)).map(({ room, name }) => `${room}: ${name}`)).toEqual([])
})

/** What is served beside the endpoints: each is for everyone, and each is walked by the tests named here. */
const openDoors: [door: RegExp, because: string][] = [
  [/^\/(healthz|readyz)$/, 'says only that the house stands'],
  [/^\/api\/(openapi\.json|docs.*)$/, 'the contracts, which are public'],
  [/^\/((assets|faces)\/[\w.-]+|[\w-]+\.(html|txt|webmanifest|svg|ico|png|js))?$/, 'the built application: empty until it asks an endpoint'],
  [/^\/(public|a\/.*|o\/.*|s\/.*|\*)?$|^\/(sitemap\.xml|robots\.txt)$/, 'the public pages, which begin their finders at nobody: src/domains/publication/site.test.ts'],
  [/^\/r\/(:id|\*)$/, 'annual reports that were published: src/domains/reports/annual.test.ts'],
  [/^\/c\/:token(\/files\/:file)?$/, 'a claim behind a secret link, and its evidence: src/domains/confirmations/visit.test.ts'],
  [/^\/m\/:token(\/files\/:file)?$/, 'the invitation to a meeting, behind a secret link: src/domains/committees/invitations.test.ts'],
  [/^\/k\/:token(\/files\/:file)?$/, 'a call’s form behind a secret link: src/domains/calls/calls.test.ts'],
  [/^\/(apply|contact)\/:token(\/files\/:file)?$/, 'an application, and the yearly word about a contact, behind secret links: src/domains/memberships/visit.test.ts'],
  [/^\/unsubscribe\/:token(\/files\/:file)?$/, 'ends letters, behind a secret link: src/domains/notices/notices.test.ts'],
  [/^\/ical\/:token\/pamir\.ics$/, 'a calendar behind a secret address: src/domains/today/calendar.test.ts'],
  [/^\/verify(\/:code)?$/, 'what was sealed under a code, as far as its parties made it public: src/domains/signing/verification.test.ts'],
  [/^\/live\/meetings\/:id$/, 'what changes in a meeting, for who sees it: src/domains/committees/stream.test.ts'],
  [/^\/sign-in\/provider(\/back)?$/, 'where a sign-in provider is left for and come back from'],
]

test('nothing is served past the endpoints that is not known to be for everyone', () => {
  const endpoints = new Set(walk.app.routes.map(({ endpoint }) => `/api${endpoint.path}`))
  const others = routesOf(walk.server.printRoutes({ commonPrefix: false })).filter((path) => !endpoints.has(path) && !openDoors.some(([door]) => door.test(path)))
  expect(others).toEqual([])
})

/** Fastify prints its routes as a tree; each level is indented by four. */
function routesOf(tree: string): string[] {
  const path: string[] = []
  return tree.split('\n').flatMap((line) => {
    const [, indent, name, methods] = /^([│ ]*)[├└]── (\S+)(?: \((.*)\))?/.exec(line) ?? []
    if (name === undefined) return []
    path.length = Math.floor(indent!.length / 4)
    path.push(name)
    return methods ? [path.join('')] : []
  })
}

describe.each(cases.map((one) => [`${one.room}: ${one.endpoint.method} ${one.endpoint.path}`, one] as const))('%s', (_, one) => {
  test.each(walkers)('as %s', async (walker) => {
    const reply = await walk.visit(one, walker)
    expect(reply.statusCode, reply.headers['content-type']?.toString().includes('json') ? reply.body.slice(0, 500) : '').toBe(one.expect[walker] ?? one.expect.wrong)
  })
})

test('a walk needs someone to walk for', () => {
  expect(cases.length).toBeGreaterThan(20)
  expect(Object.values(walk.world as AccessWorld).every(Boolean)).toBe(true)
})
