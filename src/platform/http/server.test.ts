// Where a request comes from, when proxies stand between.
import { expect, test } from 'vitest'
import * as z from 'zod'
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
