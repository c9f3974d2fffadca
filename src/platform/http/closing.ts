// Closing without cutting anyone off. Node's own `close` ends every connection whose answer was written, even when its last
// bytes are still on their way, and waits for those kept alive after it; so the answers under way are waited for first.
import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'

/** How long a request may go on while the house closes; a browser that sleeps must not keep it open. */
const patience = 15_000

/**
 * Those under way are counted, not kept: a set that grows and shrinks with every request leaves its old tables chained to the new ones, and
 * what the collector of young things has once passed over then holds every request after it, with all its rows, until the whole heap is searched.
 */
export function closeGently(server: FastifyInstance): void {
  let underWay = 0
  // Lines that stay open end by themselves never: whoever listens comes back to the next house.
  const streams = new Set<ServerResponse>()
  server.decorate('streams', streams)
  let closing = false
  let lastAnswered = () => {}
  server.addHook('onRequest', (_request, { raw }, done) => {
    underWay++
    raw.once('close', () => { if (--underWay === 0) lastAnswered() })
    done()
  })
  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) reply.header('connection', 'close')
    done()
  })
  server.addHook('preClose', async () => {
    closing = true
    for (const stream of streams) stream.end()
    const waited = new AbortController()
    const answered = new Promise<void>((done) => { lastAnswered = done; if (underWay === 0) done() }).then(() => waited.abort())
    await Promise.race([answered, sleep(patience, undefined, waited).catch(() => {})])
    server.server.closeAllConnections()
  })
}
