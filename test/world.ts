// A small world to test in: a fresh database, the routes under test, and a caller who is whoever you say.
import type { FastifyInstance } from 'fastify'
import type { Viewer } from '#platform/auth/viewer.ts'
import { stranger } from '#platform/auth/viewer.ts'
import type { Answer, Endpoint, Sent } from '#platform/http/contract.ts'
import { makeServer } from '#platform/http/server.ts'
import type { Routes } from '#platform/http/serve.ts'
import type { Opened } from '#platform/db/database.ts'
import { newId } from '#platform/kinds.ts'
import { freshDatabase } from './database.ts'

type Said<E extends Endpoint> = { status: number; answer: Answer<E> & { error?: string; facts?: Record<string, unknown>; fields?: Record<string, string[]> }; bytes: Buffer }

/** `routes` may need the database, as in the app. The clock stands at `clock` until `at` moves it; `pages` mounts what is not an endpoint. */
export async function world(routes: Routes | ((opened: Opened) => Routes | Promise<Routes>), clock = '2026-03-02T09:00:00.000Z', pages?: (server: FastifyInstance, opened: Opened) => void) {
  const opened = await freshDatabase()
  let viewer: Viewer | undefined
  let now = clock
  const host = {
    db: opened.db, secure: false, fileLimit: 25_000_000, clock: () => new Date(now),
    identify: async () => (viewer ? { viewer, session: 'test', csrf: 'test' } : undefined),
  }
  const server = await makeServer(host, typeof routes === 'function' ? await routes(opened) : routes, { ready: async () => undefined }, { log: null, trustProxy: 0, rateLimits: false, pages: async (server) => pages?.(server, opened) })

  async function ask<E extends Endpoint>(endpoint: E, input: Sent<E>): Promise<Said<E>> {
    const reply = await server.inject(requestFor(endpoint, input as Loose))
    const isJson = String(reply.headers['content-type']).includes('json')
    return { status: reply.statusCode, answer: (isJson ? reply.json() : undefined) as never, bytes: reply.rawPayload }
  }
  return { ...opened, server, ask, as: (next: Viewer | undefined) => { viewer = next }, at: (instant: string) => { now = instant }, close: async () => { await server.close(); await opened.close() } }
}

/** A viewer who holds these offices; nobody in particular otherwise. */
export function person(name: string, ...offices: { role: Viewer['offices'][number]['role']; at: string | null; within?: string[]; country?: string }[]): Viewer {
  const held = offices.map(({ role, at, within, country }) => ({ id: newId(), role, organisationId: at, organisationName: at && 'somewhere', country: country ?? null, within: within ?? (at ? [at] : []) }))
  return { ...stranger, id: newId(), name, admin: offices.some(({ role }) => role === 'administrator'), acting: held[0]?.id ?? null, offices: held }
}

type Loose = { params?: Record<string, string>; query?: Record<string, unknown>; body?: Record<string, unknown>; file?: Blob & { name?: string } }

export function requestFor(endpoint: Endpoint, { params = {}, query = {}, body, file }: Loose) {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const asked = Object.entries(query).filter(([, value]) => value !== undefined)
  const search = new URLSearchParams(asked.flatMap(([key, value]) => [value].flat().map((one) => [key, String(one)])))
  const url = `/api${path}${search.size ? `?${search}` : ''}`
  const headers = { 'x-csrf-token': 'test' }
  if (!file) return { method: endpoint.method, url, headers, ...(body === undefined ? {} : { payload: body }) }
  const form = new FormData()
  for (const [name, value] of Object.entries(body ?? {})) form.set(name, String(value))
  form.set('file', file, file.name ?? 'file')
  return { method: endpoint.method, url, headers, payload: form as never }
}
