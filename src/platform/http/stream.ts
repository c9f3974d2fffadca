// A line that stays open (server-sent events): who follows a topic hears what it looks like now, and again whenever it changed.
import type { ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Viewer } from '../auth/viewer.ts'
import type { Hub } from '../live/live.ts'
import { NotFound, Refused } from '../refusals.ts'
import { Id } from '../kinds.ts'
import type { Identity } from './serve.ts'

/** Proxies close a line on which nothing is said; a comment says nothing, often enough. */
const heartbeat = 20_000
type Stream = { identify: (request: FastifyRequest) => Promise<Identity | undefined>; hub: Hub; /** What this viewer may not see is not there. */ open: (viewer: Viewer, id: Id) => Promise<{ topic: string; make: () => Promise<string> }> }

/** At `url`, which names `:id`. */
export function mountStream(server: FastifyInstance, url: string, { identify, hub, open }: Stream): void {
  server.get(url, async (request: FastifyRequest, reply) => {
    const who = await identify(request)
    if (!who) throw new Refused('web.sign-in-first', {}, 401)
    const id = Id.safeParse((request.params as { id?: string }).id)
    if (!id.success) throw new NotFound()
    const { topic, make } = await open(who.viewer, id.data)
    const now = await hub.now(topic, make)
    reply.hijack()
    speak(server, reply.raw, now, (tell) => hub.follow(topic, make, tell))
  })
}

function speak(server: FastifyInstance, line: ServerResponse, now: string, follow: (tell: (text: string) => void) => () => void): void {
  const { streams } = server as unknown as { streams: Set<ServerResponse> }
  const tell = (text: string) => { if (line.writable) line.write(`data: ${text}\n\n`) }
  line.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no', 'x-content-type-options': 'nosniff' })
  line.write('retry: 1000\n\n')
  tell(now)
  const leave = follow(tell)
  const beat = setInterval(() => line.write(':\n\n'), heartbeat)
  streams.add(line)
  line.once('close', () => { clearInterval(beat); leave(); streams.delete(line) })
}
