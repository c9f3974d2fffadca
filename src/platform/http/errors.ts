// How a refusal leaves the house: a status, a key, facts, and the request's id. Words come at the edge.
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { Invalid, NotFound, Refused } from '../refusals.ts'

type Said = { status: number; error: string; facts?: Record<string, unknown>; fields?: Record<string, string[]> }

export function answerErrors(server: FastifyInstance): void {
  server.setErrorHandler((error, request, reply) => {
    const said = inWords(error)
    if (said.status >= 500) request.log.error({ err: error }, 'unexpected')
    return say(request, reply, said)
  })
}

export function say(request: FastifyRequest, reply: FastifyReply, { status, ...said }: Said): FastifyReply {
  return reply.code(status).type('application/json').send(JSON.stringify({ ...said, requestId: request.id }))
}

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

function unexpected({ code, statusCode }: FastifyError & { code?: string }): Said {
  if (code && fromDatabase[code]) return { status: code === '57014' ? 503 : 409, error: fromDatabase[code] }
  if (statusCode === 413) return { status: 413, error: 'web.too-large' }
  if (statusCode === 429) return { status: 429, error: 'web.too-many-tries' }
  if (statusCode && statusCode < 500) return { status: statusCode, error: 'web.not-understood' }
  return { status: 500, error: 'web.our-mistake' }
}
