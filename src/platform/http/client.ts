// The client's files: those with a hash in their name are kept by browsers for good, the page itself is asked for each time.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fixed from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { say, wantsPage } from './errors.ts'

const built = fileURLToPath(new URL('../../../dist/client/', import.meta.url))

/** Serves the built client; every address that no route knows is a page of it, except the API's. */
export async function serveClient(server: FastifyInstance): Promise<void> {
  if (existsSync(built)) {
    await server.register(fixed, {
      root: built, index: false, wildcard: false, cacheControl: false, preCompressed: true,
      setHeaders: (reply, path) => void reply.header('cache-control', path.startsWith(join(built, 'assets')) ? 'public, max-age=31536000, immutable' : 'no-cache'),
    })
  }
  server.setNotFoundHandler(async (request, reply) => {
    if (!wantsPage(request) || !existsSync(built)) return say(request, reply, { status: 404, error: 'web.not-found' })
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(await readFile(join(built, 'index.html')))
  })
}
