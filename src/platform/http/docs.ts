// `/api/openapi.json` for programs and `/api/docs` for people: the same document. Its page obeys the house's security policy.
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { apiDocument } from './openapi.ts'
import type { Routes } from './serve.ts'

export async function serveDocs(server: FastifyInstance, routes: Routes, about: { title: string; version: string }): Promise<void> {
  const document = apiDocument(routes, about)
  const printed = JSON.stringify(document)
  server.get('/api/openapi.json', (_request, reply) => reply.type('application/json').send(printed))
  await server.register(async (room) => {
    await room.register(swagger, { mode: 'static', specification: { document: document as never } })
    await room.register(swaggerUi, { routePrefix: '/api/docs', uiConfig: { url: '/api/openapi.json', docExpansion: 'none', deepLinking: true, tryItOutEnabled: false } })
  })
}
