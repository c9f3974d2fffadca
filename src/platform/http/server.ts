// The only place that sets up the web framework: logs, headers, cookies, limits, static files, health.
import { constants } from 'node:zlib'
import cookie from '@fastify/cookie'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import type { Logger } from '../log.ts'
import { Refused } from '../refusals.ts'
import { newId } from '../kinds.ts'
import { closeGently } from './closing.ts'
import { answerErrors, isAway, say } from './errors.ts'
import { demandLegible, type Host, mount, type Routes } from './serve.ts'

export type Health = { ready: () => Promise<string | undefined> }
type Options = { log: Logger | null; trustProxy: number; rateLimits: boolean; pages?: (server: FastifyInstance) => Promise<void> }

/** A server with every route mounted, not yet listening. */
export async function makeServer(host: Host, routes: Routes, health: Health, options: Options): Promise<FastifyInstance> {
  const server: FastifyInstance = Fastify({
    ...(options.log ? { loggerInstance: options.log as never } : {}), trustProxy: through(options.trustProxy), genReqId: () => newId(), requestIdHeader: false, logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 2_000_000, routerOptions: { maxParamLength: 200 },
    ajv: { customOptions: { strict: false } },
    frameworkErrors: (_error, request, reply) => void say(request, reply, { status: 400, error: 'web.not-understood' }),
  }) as never
  closeGently(server)
  await server.register(cookie)
  await server.register(multipart, { limits: { fileSize: host.fileLimit, files: 1, fields: 20, fieldSize: 100_000 } })
  await server.register(compress, { threshold: 1400, encodings: ['br', 'gzip'], brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } })
  await server.register(helmet, securityHeaders(host.secure))
  // Hooks that wait for nothing make no promise: each one costs every request.
  server.addHook('onRequest', (request, reply, done) => { reply.header('content-security-policy', policy).header('x-request-id', request.id); done() })
  if (options.rateLimits) await server.register(rateLimit, { global: false, errorResponseBuilder: (_request, { ttl }) => tooMany(ttl) })
  server.addHook('preValidation', async ({ params, query, body }) => demandLegible(params, query, body))
  // One line a request, when it is answered: with its id, what was asked, how it ended and how long it took.
  server.addHook('onResponse', (request, reply, done) => { request.log.info({ req: request, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered'); done() })
  answerErrors(server)
  addHealth(server, health)
  mount(server, host, routes)
  await options.pages?.(server)
  return server
}

/** As many proxies as stand before this house are believed, counted from here: what is farther away was written by anyone. */
const through = (proxies: number) => proxies > 0 && ((_address: string, hop: number) => hop < proxies)

function tooMany(milliseconds: number): Refused {
  return new Refused('web.too-many-tries', { seconds: Math.ceil(milliseconds / 1000) }, 429)
}

/** Scripts only from here, never inline; nothing may frame a page; nothing is asked of anyone else. */
const self = ["'self'"]
const directives: Record<string, string[]> = {
  defaultSrc: self, scriptSrc: self, styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:', 'blob:'], fontSrc: self, connectSrc: self,
  workerSrc: self, manifestSrc: self, frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: self, objectSrc: ["'none'"],
}
/** Written once: worked out anew for each request it took a tenth of a short one. */
const policy = Object.entries(directives).map(([name, from]) => [name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), ...from].join(' ')).join(';')

function securityHeaders(secure: boolean) {
  return {
    contentSecurityPolicy: false as const,
    hsts: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' as const },
    crossOriginEmbedderPolicy: false,
  }
}

/** `/healthz`: the process lives. `/readyz`: it can serve: the database answers and its migrations are current. */
function addHealth(server: FastifyInstance, { ready }: Health): void {
  server.get('/healthz', { logLevel: 'silent' }, async () => ({ status: 'live' }))
  server.get('/readyz', { logLevel: 'silent' }, async (_request, reply) => {
    const missing = await ready().catch((error: Error) => (isAway(error) ? 'the database does not answer' : 'the database answers with an error'))
    return missing ? reply.code(503).send({ status: 'not ready', because: missing }) : { status: 'ready' }
  })
}
