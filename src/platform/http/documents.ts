// Whole documents by their address: pages that the server draws, feeds, lists for those who index. Each carries its hash, so
// that who has it already is only told so.
import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sessionCookie } from '../auth/cookie.ts'

export type Visitor = { path: string; query: Record<string, string | undefined>; cookies: Record<string, string | undefined>; acceptLanguage: string | undefined }
export type Document = { type: string; body: string; status?: number; language?: string }
export type Site = (visitor: Visitor) => Promise<Document>

/** Addresses may carry names, as in `/a/:slug`. At `/` who has not signed in gets the site's front, others what stands there for them. */
export function mountDocuments(server: FastifyInstance, addresses: string[], site: Site): void {
  addDocuments(server, addresses, site)
  server.get('/', (request, reply) => (request.cookies[sessionCookie] ? reply.callNotFound() : answerDocument(site, request, reply)))
}

/** Further documents beside the site's own. */
export function addDocuments(server: FastifyInstance, addresses: string[], site: Site): void {
  for (const url of addresses) server.get(url, (request, reply) => answerDocument(site, request, reply))
}

async function answerDocument(site: Site, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { type, body, status = 200, language } = await site(visitorOf(request))
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  reply.header('vary', 'Accept-Language, Cookie').header('cache-control', status === 200 ? 'public, max-age=60, must-revalidate' : 'no-store')
  if (language) reply.header('content-language', language)
  if (status !== 200) return reply.code(status).type(type).send(body)
  reply.header('etag', etag)
  return known(request.headers['if-none-match'], etag) ? reply.code(304).send() : reply.type(type).send(body)
}

/** A cache on the way may have weakened the tag (RFC 9110, 13.1.2). */
const known = (had: string | undefined, etag: string): boolean =>
  had !== undefined && had.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag)

export function visitorOf(request: FastifyRequest): Visitor {
  const query = request.query as Record<string, string | string[] | undefined>
  const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)
  return {
    path: decodeURI(request.url.split('?')[0]!), cookies: request.cookies, acceptLanguage: request.headers['accept-language'],
    query: Object.fromEntries(Object.entries(query).map(([key, value]) => [key, one(value)])),
  }
}
