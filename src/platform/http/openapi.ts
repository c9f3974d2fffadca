// The API document: OpenAPI 3.1, printed from the contracts that the server mounts and the client calls.
import * as z from 'zod'
import { sessionCookie } from '../auth/cookie.ts'
import { Id } from '../kinds.ts'
import type { Endpoint } from './contract.ts'
import type { Route, Routes } from './serve.ts'
import { shareShapes } from './shared-shapes.ts'

type Json = { [key: string]: unknown }
type Document = Json & { paths: Record<string, Record<string, Json>> }

export function apiDocument(routes: Routes, about: { title: string; version: string }): Document {
  const schemas: Json = { Refusal: bare(z.toJSONSchema(Refusal)) }
  const names = namesOf(routes)
  const paths: Document['paths'] = {}
  for (const [place, { endpoint }] of routes.entries()) {
    const path = `/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`
    ;(paths[path] ??= {})[endpoint.method.toLowerCase()] = operation(endpoint, names[place]!, schemas)
  }
  return {
    openapi: '3.1.0',
    info: { ...about, description: introduction, license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' } },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(({ endpoint }) => tagOf(endpoint)))].map((name) => ({ name })),
    paths: shareShapes(paths, schemas),
    components: {
      schemas,
      responses: { Refusal: { description: 'Why not: a key, the facts that belong to it, and the request’s id', content: inJson({ $ref: '#/components/schemas/Refusal' }) } },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: sessionCookie },
        csrf: { type: 'apiKey', in: 'header', name: 'x-csrf-token', description: 'What `GET /api/me` answers as `csrf`; needed for every change' },
      },
    },
  }
}

const introduction = [
  'Sign in to get the session cookie; send what `GET /api/me` answers as `csrf` along with every change.',
  'Days are `YYYY-MM-DD`, instants ISO 8601 in UTC. Long lists come in pages: send `next` of one page as `after` of the following.',
  'What a viewer may not see answers 404, as if it did not exist.',
].join(' ')

const Refusal = z.object({
  error: z.string().describe('The reason as a key, such as `agreements.already-ended`'),
  facts: z.record(z.string(), z.unknown()).optional().describe('What the reason speaks of'),
  fields: z.record(z.string(), z.array(z.string())).optional().describe('For 422: the reasons field by field'),
  requestId: z.string(),
})

function operation(endpoint: Endpoint, operationId: string, schemas: Json): Json {
  const { door = 'signed-in', says, method } = endpoint
  const parameters = [...inPath(endpoint), ...inQuery(endpoint)]
  const body = bodyOf(endpoint, operationId, schemas)
  const keys = method === 'GET' ? { session: [] } : { session: [], csrf: [] }
  return {
    operationId, tags: [tagOf(endpoint)], ...(says ? { summary: says } : {}),
    ...(door === 'administrator' ? { description: 'For administrators of this installation; for anyone else it does not exist.' } : {}),
    ...(parameters.length ? { parameters } : {}),
    ...(body ? { requestBody: body } : {}),
    responses: { 200: answerOf(endpoint, operationId, schemas), ...Object.fromEntries(refusalsOf(endpoint).map((status) => [status, { $ref: '#/components/responses/Refusal' }])) },
    security: door === 'anyone' ? [] : [keys],
  }
}

const tagOf = ({ path }: Endpoint): string => path.split('/')[1] ?? 'api'

/** `agreements.read` where that is the only one, with the rest of the path where two rooms use a name for one thing. */
function namesOf(routes: Routes): string[] {
  const short = ({ name, endpoint }: Route) => `${tagOf(endpoint)}.${name}`
  const often = Map.groupBy(routes, short)
  return routes.map((route) => often.get(short(route))!.length === 1 ? short(route) : `${short(route)}.${route.endpoint.path.split('/').slice(2).join('.').replaceAll(':', '')}.${route.endpoint.method.toLowerCase()}`)
}

function inPath({ path, params }: Endpoint): Json[] {
  const shapes = params instanceof z.ZodObject ? params.shape as Record<string, z.ZodType> : {}
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: schemaOf(shapes[name!] ?? Id, 'input') }))
}

function inQuery({ query }: Endpoint): Json[] {
  if (!query) return []
  const { properties = {}, required = [] } = schemaOf(query, 'input') as { properties?: Record<string, Json>; required?: string[] }
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }))
}

function bodyOf({ body, takes }: Endpoint, id: string, schemas: Json): Json | undefined {
  if (takes !== 'file') return body && { required: true, content: inJson(shared(schemaOf(body, 'input'), `${id}.body`, schemas)) }
  const fields = body ? (schemaOf(body, 'input') as { properties?: Json }).properties : {}
  const schema = { type: 'object', required: ['file'], properties: { ...fields, file: { type: 'string', contentMediaType: 'application/octet-stream' } } }
  return { required: true, content: { 'multipart/form-data': { schema } } }
}

function answerOf({ answer, gives }: Endpoint, id: string, schemas: Json): Json {
  if (gives === 'file') return { description: 'The file', content: { 'application/octet-stream': { schema: { type: 'string', contentMediaType: 'application/octet-stream' } } } }
  return { description: 'What was asked for', content: inJson(shared(schemaOf(answer, 'output'), `${id}.answer`, schemas)) }
}

function refusalsOf({ door, method, query, body, takes, limit }: Endpoint): number[] {
  const asked = door === 'anyone' ? [] : [401]
  const change = method === 'GET' ? [] : [403, 409]
  const filled = query || body || takes ? [422] : []
  return [...asked, ...change, 404, ...filled, ...(takes ? [413] : []), ...(limit ? [429] : [])]
}

const inJson = (schema: Json) => ({ 'application/json': { schema } })
const schemaOf = (shape: z.ZodType, io: 'input' | 'output'): Json => bare(z.toJSONSchema(shape, { io, unrepresentable: 'any' }))
const bare = (schema: Json): Json => Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$schema'))

/** A shape that contains itself refers to a part of its own; in this document those parts have a place for all. */
function shared(schema: Json, id: string, schemas: Json): Json {
  const { $defs, ...rest } = schema as { $defs?: Json }
  if (!$defs) return schema
  const moved = (part: unknown) => JSON.parse(JSON.stringify(part).replaceAll('"#/$defs/', `"#/components/schemas/${id}.`)) as Json
  for (const [name, part] of Object.entries($defs)) schemas[`${id}.${name}`] = moved(part)
  return moved(rest)
}
