// Documents behind a secret in the address, fetched by programs that cannot sign in: nobody keeps them on the way, and who tries addresses is slowed down.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { NotFound } from '../refusals.ts'
import type { Document } from './documents.ts'

/** At `url`, which names `:token`. What the secret does not open is not there. */
export function mountSecretDocument(server: FastifyInstance, url: string, show: (token: string) => Promise<Document>): void {
  server.get(url, { config: { rateLimit: { max: 30, timeWindow: '1 minute' } } }, async (request: FastifyRequest, reply) => {
    const { token = '' } = request.params as { token?: string }
    if (!/^[\w-]{43}$/.test(token)) throw new NotFound()
    const { type, body, language } = await show(token)
    return reply.type(type).header('cache-control', 'private, no-store').header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex')
      .header('content-language', language ?? 'en').header('content-disposition', 'inline; filename="pamir.ics"').send(body)
  })
}
