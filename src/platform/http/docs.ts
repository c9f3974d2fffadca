// `/api/openapi.json` for programs and `/api/docs` for people: the same document. Its page obeys the house's security policy.
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { apiDocument } from './openapi.ts'
import type { Routes } from './serve.ts'

export async function serveDocs(server: FastifyInstance, routes: Routes, about: { title: string; version: string }): Promise<void> {
  // Printed when it is first asked for: most starts are not for reading it.
  let printed: string | undefined
  const print = () => (printed ??= JSON.stringify(apiDocument(routes, about)))
  server.get('/api/openapi.json', (_request, reply) => reply.type('application/json').send(print()))
  await server.register(async (room) => {
    await room.register(swagger, { mode: 'static', specification: { document: { openapi: '3.1.0', info: about, paths: {} } } })
    await room.register(swaggerUi, {
      routePrefix: '/api/docs', theme: { title: about.title }, transformSpecificationClone: false,
      // The page asks for `/api/docs/json`, whatever address it is given.
      transformSpecification: () => JSON.parse(print()) as Record<string, unknown>,
      uiConfig: { layout: 'BaseLayout', docExpansion: 'none', deepLinking: true, tryItOutEnabled: false },
    })
  })
}
