// What a side says among itself reaches nobody else: every endpoint of the house that reads, every file it gives out, and the letters it
// writes are asked as the other side, as who administers the house, and as a teacher of the own side, and none says it.
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { makeApp } from '#src/app.ts'
import { readConfig } from '#src/config.ts'
import { textsApi } from '#domains/texts/api.ts'
import { comment, settleComment } from '#domains/texts/comment-actions.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Contract, Endpoint } from '#platform/http/contract.ts'
import { makeServer } from '#platform/http/server.ts'
import { type Id, newId } from '#platform/kinds.ts'
import type { AccessCases, AccessWorld } from './access.ts'
import { buildAccessWorld, clock } from './access-world.ts'
import { freshDatabase } from './database.ts'
import { person, requestFor } from './world.ts'

const secret = 'Zugzwang: our ceiling is seven lakh'
let house: Awaited<ReturnType<typeof open>>
beforeAll(async () => { house = await open() })
afterAll(() => house.close())

async function open() {
  const opened = await freshDatabase()
  const config = readConfig({ PAMIR_NAME: 'Pamir' })
  const { world, viewers } = await buildAccessWorld(opened.db)
  const app = await makeApp({ ...opened, where: opened.where, embedded: true, migrated: [] } as never, config)
  let viewer: Viewer | undefined
  const host = { db: opened.db, secure: false, fileLimit: config.fileLimit, clock: () => new Date(clock), identify: async () => (viewer ? { viewer, session: newId(), csrf: 'test' } : undefined) }
  const server = await makeServer(host, app.routes, { ready: async () => undefined }, { log: null, trustProxy: 0, rateLimits: false, pages: app.pages })
  const mine = { viewer: viewers.director, now: clock }
  const [said] = await opened.db.transaction().execute((db) => comment({ ...mine, db }, world['textAgreement']!, { clauseId: world['clause']!, lang: null, answersId: null, internal: true, body: secret }))
    .then((all) => all.filter(({ internal }) => internal))
  await opened.db.transaction().execute((db) => settleComment({ ...mine, db }, world['textAgreement']!, said!.id, true))
  return {
    world, viewers, commentId: said!.id, routes: app.routes,
    ask: async (as: Viewer, endpoint: Endpoint, input: object) => { viewer = as; return server.inject(requestFor(endpoint, input as never)) },
    close: async () => { await server.close(); await app.stop(); await opened.close() },
  }
}

/** Every endpoint that reads, as its room says that it is asked; about an agreement it is asked about the one with the talk as well. */
async function questions(world: AccessWorld): Promise<[Endpoint, object][]> {
  const stated = await Promise.all(globSync('src/**/access.test-cases.ts').map(async (file) => {
    const contracts = Object.values(await import(`../${file.replace('access.test-cases.ts', 'api.ts')}`) as object) as Contract[]
    return Object.values(await import(`../${file}`) as Record<string, AccessCases<Contract>>).flatMap((access) => Object.entries(access)
      .map(([name, { input }]): [Endpoint, object] => [contracts.find((one) => name in one)![name]!, input?.(world, 'right') ?? {}]))
  }))
  const reads = stated.flat().filter(([{ method }]) => method === 'GET')
  const about = (id: Id) => reads.filter(([{ path }]) => path.startsWith('/agreements/:id')).map(([endpoint, input]): [Endpoint, object] => [endpoint, { ...input, params: { ...(input as { params?: object }).params, id } }])
  const files = ['pdf', 'docx'].map((form): [Endpoint, object] => [textsApi.file, { params: { id: world['textAgreement']! }, query: { form } }])
  return [...reads, ...about(world['textAgreement']!), ...files, ...reads.filter(([{ path }]) => path.startsWith('/search')).map(([endpoint]): [Endpoint, object] => [endpoint, { query: { text: 'Zugzwang' } }])]
}

/** What an answer says, also within an archive and on a page. */
async function saidIn(bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, 5).toString() === '%PDF-') return `${bytes.toString('latin1')}${spawnSync('pdftotext', ['-', '-'], { input: bytes, encoding: 'utf8' }).stdout ?? ''}`
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes.toString()
  const within: string[] = []
  const zip = await fromBufferPromise(bytes)
  for await (const entry of zip.eachEntry()) within.push(await saidIn(await buffer(await zip.openReadStreamPromise(entry))))
  return within.join('\n')
}

test('the own side reads it, and nobody else anywhere', async () => {
  const { world, viewers, commentId, ask, routes } = house
  const own = await ask(viewers.director, textsApi.comments, { params: { id: world['textAgreement']! } })
  expect(own.body).toContain(secret)
  const others = [person('Partner', { role: 'director', at: world['partner']! }), viewers.administrator, { ...viewers.administrator, admin: true }, person('Teacher', { role: 'faculty', at: world['organisation']! })]
  const asked = await questions(world)
  const answered = new Set<Endpoint>()
  for (const [endpoint, input] of asked) {
    for (const other of others) {
      const reply = await ask(other, endpoint, input)
      if (reply.statusCode === 200) answered.add(endpoint)
      const said = await saidIn(reply.rawPayload)
      expect(said.includes('Zugzwang') || said.includes(commentId), `${endpoint.path} tells ${other.name}`).toBe(false)
    }
  }
  // Most of the house was really read, and what was asked are all of its endpoints that read.
  expect(answered.size).toBeGreaterThan(asked.length / 3)
  const known = new Set(asked.map(([endpoint]) => endpoint))
  expect(routes.filter(({ endpoint }) => endpoint.method === 'GET' && !known.has(endpoint)).map(({ endpoint }) => endpoint.path)).toEqual([])
})
