// How a refusal leaves the house: a status, a key, facts, and the request's id. Words come at the edge.
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { localeCookie, negotiate } from '../i18n/locale.ts'
import { Invalid, NotFound, Refused } from '../refusals.ts'
import { troublePage } from './trouble-page.ts'

type Said = { status: number; error: string; facts?: Record<string, unknown>; fields?: Record<string, string[]> }

export function answerErrors(server: FastifyInstance): void {
  server.setErrorHandler((error, request, reply) => {
    const said = inWords(error)
    if (said.status >= 500) request.log.error({ err: error }, 'unexpected')
    return say(request, reply, said)
  })
}

/** To a program as JSON; to a browser that asked for a page as one, in the reader's language. */
export function say(request: FastifyRequest, reply: FastifyReply, { status, ...said }: Said): FastifyReply {
  if (wantsPage(request)) {
    const locale = negotiate({ cookie: request.cookies?.[localeCookie], acceptLanguage: request.headers['accept-language'] })
    return reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(troublePage(locale, { ...said, requestId: request.id }))
  }
  return reply.code(status).type('application/json').send(JSON.stringify({ ...said, requestId: request.id }))
}

export const wantsPage = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' && !url.startsWith('/api/') && String(headers.accept ?? '').includes('text/html')

function inWords(error: unknown): Said {
  if (error instanceof NotFound) return { status: 404, error: 'web.not-found' }
  if (error instanceof Refused) return { status: error.status, error: error.reason, facts: error.facts }
  if (error instanceof Invalid) return { status: 422, error: 'web.invalid', fields: error.fields }
  if (error instanceof z.ZodError) return { status: 422, error: 'web.invalid', fields: fieldsOf(error) }
  return unexpected(error as FastifyError & { code?: string })
}

/** A field's errors: the domain's own key where the model names one, else the kind of mistake. */
function fieldsOf(error: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  for (const issue of error.issues) {
    const key = /^[a-z-]+\.[a-z0-9.-]+$/.test(issue.message) ? issue.message : `web.field.${issue.code.replaceAll('_', '-')}`
    ;(fields[issue.path.join('.') || 'form'] ??= []).push(key)
  }
  return fields
}

/** PostgreSQL's own words for «someone else was faster» and «this hangs on something else» (appendix A of its manual). */
const fromDatabase: Record<string, string> = {
  '23505': 'web.already-there', '23503': 'web.still-in-use', '40001': 'web.try-again', '40P01': 'web.try-again', '57014': 'web.took-too-long',
}

/** It is restarted, or cannot be reached (classes 08 and 57P of the same appendix, and the system's own words). */
export const isAway = ({ code = '', message = '' }: { code?: string; message?: string }): boolean =>
  /^(08...|57P0.|53300|ECONN(REFUSED|RESET)|ETIMEDOUT|EPIPE|E(HOST|NET)UNREACH|ENOTFOUND)$/.test(code) || message.startsWith('Connection terminated')

function unexpected(error: FastifyError & { code?: string }): Said {
  const { code, statusCode } = error
  if (isAway(error)) return { status: 503, error: 'web.database-away' }
  if (code && fromDatabase[code]) return { status: code === '57014' ? 503 : 409, error: fromDatabase[code] }
  if (statusCode === 413) return { status: 413, error: 'web.too-large' }
  if (statusCode === 429) return { status: 429, error: 'web.too-many-tries' }
  if (statusCode && statusCode < 500) return { status: statusCode, error: 'web.not-understood' }
  return { status: 500, error: 'web.our-mistake' }
}
