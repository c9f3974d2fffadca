// The API document is valid OpenAPI 3.1, names every endpoint once, and its page runs under the house's own policy.
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { makeApp } from '#src/app.ts'
import { readConfig } from '#src/config.ts'
import { freshDatabase } from '#test/database.ts'
import { get, post } from './contract.ts'
import { apiDocument } from './openapi.ts'
import { makeServer } from './server.ts'
import { serve } from './serve.ts'

let house: Awaited<ReturnType<typeof openWhole>>
beforeAll(async () => { house = await openWhole() })
afterAll(() => house.close())

async function openWhole() {
  const opened = await freshDatabase()
  const app = await makeApp(opened, readConfig({}))
  const host = { db: opened.db, secure: false, fileLimit: 1, clock: () => new Date(), identify: async () => undefined }
  const server = await makeServer(host, app.routes, { ready: async () => undefined }, { log: null, trustProxy: 0, rateLimits: false, pages: app.pages })
  return { server, routes: app.routes, close: async () => { await server.close(); await app.stop(); await opened.close() } }
}

describe('the document of the whole house', () => {
  test('is valid', async () => {
    const reply = await house.server.inject('/api/openapi.json')
    expect(reply.headers['content-type']).toContain('application/json')
    const said = await new Validator().validate(reply.json() as Record<string, unknown>)
    expect(said.errors ?? []).toEqual([])
    expect(said.valid).toBe(true)
  })

  test('names every endpoint once, each with a sentence', async () => {
    const { paths } = (await house.server.inject('/api/openapi.json')).json() as { paths: Record<string, Record<string, { operationId: string; summary?: string }>> }
    const operations = Object.values(paths).flatMap((path) => Object.values(path))
    expect(operations).toHaveLength(house.routes.length)
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
    expect(operations.filter(({ summary }) => !summary).map(({ operationId }) => operationId)).toEqual([])
  })

  test('refers only to what it holds', async () => {
    const text = (await house.server.inject('/api/openapi.json')).body
    const { components } = JSON.parse(text) as { components: Record<string, Record<string, unknown>> }
    for (const [, part, name] of text.matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)) expect(components[part!]).toHaveProperty([name!])
    expect(text).not.toContain('"#/$defs/')
  })
})

test('the page that shows it reads the same document', async () => {
  const initializer = await house.server.inject('/api/docs/static/swagger-initializer.js')
  const [, address] = [.../url: resolveUrl\('\.(\/[^']+)'\)/.exec(initializer.body)!]
  const shown = (await house.server.inject(`/api/docs${address}`)).json()
  expect(shown).toEqual((await house.server.inject('/api/openapi.json')).json())
})

test('the page that shows it runs no script that the policy would stop', async () => {
  const page = await house.server.inject('/api/docs/')
  expect(page.statusCode).toBe(200)
  expect(page.headers['content-security-policy']).toContain("script-src 'self'")
  expect(page.headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/)
  expect(page.body).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/)
})

test('who may knock, what goes in and what comes out are printed as the contract says', () => {
  type Tree = { name: string; parts: Tree[] }
  const Tree: z.ZodType<Tree> = z.object({ name: z.string(), get parts() { return z.array(Tree) } })
  const contract = {
    read: get('/things/:id', { door: 'anyone', query: z.object({ wide: z.string().optional() }), answer: Tree, says: 'One thing' }),
    change: post('/things/:id', { door: 'administrator', body: z.object({ name: z.string(), size: z.number().default(1) }), answer: Tree, limit: 5, says: 'Changes it' }),
  }
  const document = apiDocument(serve(contract, { read: async () => ({ name: '', parts: [] }), change: async () => ({ name: '', parts: [] }) }), { title: 'Things', version: '1' })
  const { get: read, post: change } = document.paths['/api/things/{id}']!
  expect(read).toMatchObject({ operationId: 'things.read', security: [], parameters: [{ name: 'id', in: 'path' }, { name: 'wide', in: 'query', required: false }] })
  expect(change).toMatchObject({ security: [{ session: [], csrf: [] }], requestBody: { content: { 'application/json': { schema: { required: ['name'] } } } } })
  expect(Object.keys(change!.responses as object)).toEqual(expect.arrayContaining(['200', '401', '403', '404', '409', '422', '429']))
})
