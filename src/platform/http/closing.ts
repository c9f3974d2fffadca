// Closing without cutting anyone off. Node's own `close` ends every connection whose answer was written, even when its last
// bytes are still on their way, and waits for those kept alive after it; so the answers under way are waited for first.
import type { ServerResponse } from 'node:http'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'

/** How long a request may go on while the house closes; a browser that sleeps must not keep it open. */
const patience = 15_000

export function closeGently(server: FastifyInstance): void {
  const underWay = new Set<ServerResponse>()
  // Lines that stay open end by themselves never: whoever listens comes back to the next house.
  const streams = new Set<ServerResponse>()
  server.decorate('streams', streams)
  let closing = false
  server.addHook('onRequest', async (_request, { raw }) => {
    underWay.add(raw)
    raw.once('close', () => underWay.delete(raw))
  })
  server.addHook('onSend', async (_request, reply) => { if (closing) reply.header('connection', 'close') })
  server.addHook('preClose', async () => {
    closing = true
    for (const stream of streams) stream.end()
    const waited = new AbortController()
    const answered = Promise.allSettled([...underWay].map((each) => once(each, 'close'))).then(() => waited.abort())
    await Promise.race([answered, sleep(patience, undefined, waited).catch(() => {})])
    server.server.closeAllConnections()
  })
}
