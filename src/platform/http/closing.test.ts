// A server that closes: what is under way is answered to its last byte, and nobody who merely stays connected is waited for.
import { createConnection, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { person, world } from '#test/world.ts'
import { get, post } from './contract.ts'
import { serve } from './serve.ts'

const large = Buffer.alloc(20_000_000, 'x')
const api = {
  write: post('/write', { body: z.object({ word: z.string() }), answer: z.object({ word: z.string() }) }),
  give: get('/give', { answer: z.unknown(), gives: 'file' }),
}
const routes = serve(api, { write: async (_at, { body }) => body, give: async () => ({ name: 'large.bin', type: 'application/octet-stream', body: large }) })

async function open() {
  const here = await world(routes)
  here.as(person('Someone'))
  await here.server.listen({ host: '127.0.0.1', port: 0 })
  const { port } = here.server.server.address() as { port: number }
  return { ...here, connect: () => createConnection({ host: '127.0.0.1', port }) }
}

const half = 'POST /api/write HTTP/1.1\r\nhost: here\r\nx-csrf-token: test\r\ncontent-type: application/json\r\ncontent-length: 17\r\n\r\n{"word":'

async function told(socket: Socket): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of socket) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('latin1')
}

test('a request under way is answered, and its connection is not kept for another', async () => {
  const here = await open()
  const [busy, idle] = [here.connect(), here.connect()]
  busy.write(half)
  idle.write('GET /healthz HTTP/1.1\r\nhost: here\r\n\r\n')
  await sleep(100)
  const begun = performance.now()
  const closed = here.close()
  await sleep(100)
  busy.write('"walnut"}')
  expect(await told(busy)).toMatch(/^HTTP\/1\.1 200 [^]*connection: close[^]*\{"word":"walnut"\}$/i)
  await closed
  expect(performance.now() - begun).toBeLessThan(15_000)
})

test('a file on its way to someone slow arrives whole', async () => {
  const here = await open()
  const slow = here.connect()
  slow.write('GET /api/give HTTP/1.1\r\nhost: here\r\n\r\n')
  slow.pause()
  await sleep(200)
  const closed = here.close()
  await sleep(200)
  expect((await told(slow)).split('\r\n\r\n')[1]).toHaveLength(large.length)
  await closed
})
