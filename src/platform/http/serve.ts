// Contracts and handlers become routes: the door, the transaction, the shapes in and out. Every refusal leaves by errors.ts.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { stranger, type Viewer } from '../auth/viewer.ts'
import type { Database, Reading, Writing } from '../db/database.ts'
import { type Day, Id, type Instant } from '../kinds.ts'
import { NotFound, Refused } from '../refusals.ts'
import { cookieRules, sessionCookie } from '../auth/cookie.ts'
import { answerSchema } from './answers.ts'
import { legible } from './legible.ts'
import type { Answer, Contract, Download, Endpoint, Input, Upload } from './contract.ts'

/** What a handler knows. `db` can write only when the method says so, and then it is already one transaction. */
type Moment = { viewer: Viewer; today: Day; now: Instant; visit: Visit }
export type Looking = Moment & { db: Reading }
export type Doing = Moment & { db: Writing }
/** The request behind a deed, for sign-in: where from, with what, and which cookie to set. */
export type Visit = { address: string; agent: string; origin: string; session: string | null; csrf: string | null; setSession: (token: string | null, maxAge?: number) => void }

/** A refusal that is thrown undoes what was written; one that is returned leaves it: a failed sign-in must be remembered. */
type Handler<E extends Endpoint> = (at: E['method'] extends 'GET' ? Looking : Doing, input: Input<E>) => Promise<Answer<E> | Refused>
export type Handlers<C extends Contract> = { [Name in keyof C]: Handler<C[Name]> }
export type Route = { name: string; endpoint: Endpoint; handle: (at: Doing, input: never) => Promise<unknown> }
export type Routes = Route[]

export function serve<const C extends Contract>(contract: C, handlers: Handlers<C>): Routes {
  return Object.entries(contract).map(([name, endpoint]) => ({ name, endpoint, handle: handlers[name] as never }))
}

/** Who a request comes from. `csrf` is what a change must bring along. */
export type Identity = { viewer: Viewer; session: string; csrf: string }
export type Host = { db: Database; identify: (request: FastifyRequest) => Promise<Identity | undefined>; clock: () => Date; secure: boolean; fileLimit: number }

export function mount(server: FastifyInstance, host: Host, routes: Routes): void {
  for (const { endpoint, handle } of routes) {
    const write = endpoint.gives === 'file' ? undefined : writerOf(endpoint)
    server.route({
      method: endpoint.method,
      url: `/api${endpoint.path}`,
      config: { rateLimit: endpoint.limit ? { max: endpoint.limit, timeWindow: '1 minute', keyGenerator: endpoint.door === 'anyone' ? addressOf : sessionOf } : false },
      handler: async (request, reply) => {
        const who = await host.identify(request)
        knock(endpoint, who, request)
        const input = await inputOf(endpoint, request)
        const now = host.clock().toISOString()
        const moment: Moment = { viewer: who?.viewer ?? stranger, now, today: now.slice(0, 10), visit: visitOf(request, reply, who, host) }
        const answer = endpoint.method === 'GET'
          ? await handle({ ...moment, db: host.db as never }, input)
          : await host.db.transaction().execute((db) => handle({ ...moment, db }, input))
        if (answer instanceof Refused) throw answer
        return write ? write(reply, answer) : send(reply, answer as Download)
      },
    })
  }
}

const addressOf = ({ ip }: FastifyRequest) => ip
/** Forty who sign in one hall come from one address: behind a door that asks who it is, each is counted alone. */
const sessionOf = ({ cookies, ip }: FastifyRequest) => cookies[sessionCookie] ?? ip

/** The serialiser of an answer is compiled when it is first needed: those of every endpoint took a quarter of a start. */
function writerOf({ answer: shape }: Endpoint) {
  let serialise: ((answer: Record<string, unknown>) => string) | undefined
  return (reply: FastifyReply, answer: unknown): string => {
    serialise ??= reply.compileSerializationSchema(answerSchema(shape)) as never
    reply.header('content-type', 'application/json; charset=utf-8')
    return serialise!(answer as never)
  }
}

/** What a viewer may not see does not exist for them; who has not signed in is asked to. */
function knock(endpoint: Endpoint, who: Identity | undefined, request: FastifyRequest): void {
  const door = endpoint.door ?? 'signed-in'
  if (endpoint.method !== 'GET') sameHouse(request, who)
  if (door === 'anyone') return
  if (!who) throw new Refused('web.sign-in-first', {}, 401)
  if (door === 'administrator' && !who.viewer.admin) throw new NotFound()
}

/** A change must come from a page of this house (OWASP: fetch metadata, origin, and a token bound to the session). */
function sameHouse(request: FastifyRequest, who: Identity | undefined): void {
  const { origin, host, 'sec-fetch-site': site } = request.headers
  const foreign = (site && site !== 'same-origin' && site !== 'none') || (origin && URL.parse(origin)?.host !== host)
  if (foreign || (who && request.headers['x-csrf-token'] !== who.csrf)) throw new Refused('web.not-from-this-page', {}, 403)
}

async function inputOf(endpoint: Endpoint, request: FastifyRequest): Promise<never> {
  const params = known((endpoint.params ?? z.record(z.string(), Id)).safeParse(request.params))
  const query = endpoint.query?.parse(request.query)
  if (endpoint.takes !== 'file') return { params, query, body: endpoint.body?.parse(request.body ?? {}) } as never
  const { file, fields } = await uploadOf(request)
  return { params, query, file, body: endpoint.body?.parse(fields) } as never
}

/** Asked before anything reads what came. */
export function demandLegible(...given: unknown[]): void {
  if (!given.every((each) => legible(each))) throw new Refused('web.not-understood', {}, 400)
}

async function uploadOf(request: FastifyRequest): Promise<{ file: Upload; fields: Record<string, string> }> {
  if (!request.isMultipart()) throw new Refused('web.no-file-came', {}, 400)
  const fields: Record<string, string> = {}
  let file: Upload | undefined
  for await (const part of request.parts()) {
    if (part.type === 'file') file = { name: part.filename ?? 'file', type: part.mimetype, bytes: await part.toBuffer() }
    else fields[part.fieldname] = String(part.value)
  }
  if (!file) throw new Refused('web.no-file-came', {}, 400)
  demandLegible(fields, file.name)
  return { file, fields }
}

function visitOf(request: FastifyRequest, reply: FastifyReply, who: Identity | undefined, host: Host): Visit {
  const cookie = cookieRules(host.secure)
  return {
    address: request.ip, agent: String(request.headers['user-agent'] ?? '').slice(0, 300),
    origin: `${host.secure ? 'https' : request.protocol}://${request.headers.host}`, session: who?.session ?? null, csrf: who?.csrf ?? null,
    setSession: (token, maxAge = 60 * 60 * 24 * 30) =>
      void (token ? reply.setCookie(sessionCookie, token, { ...cookie, maxAge }) : reply.clearCookie(sessionCookie, cookie)),
  }
}

function send(reply: FastifyReply, { name, type, body }: Download): FastifyReply {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  return reply.type(type)
    .header('content-disposition', `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox").send(body instanceof Uint8Array ? Buffer.from(body) : body)
}

/** An address that cannot name anything names nothing. */
function known<T>(parsed: z.ZodSafeParseResult<T>): T {
  if (!parsed.success) throw new NotFound()
  return parsed.data
}
