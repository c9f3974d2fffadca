// A page behind a secret address that needs no account and no script: shown, filled in as a plain form, its files opened. Nobody
// keeps a copy of it on the way, and who tries addresses is slowed down.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '../refusals.ts'
import type { Download, Upload } from './contract.ts'
import { type Document, type Visitor, visitorOf } from './documents.ts'
import { demandLegible } from './serve.ts'

export type Form = {
  show: (visitor: Visitor, params: Record<string, string>) => Promise<Document>
  /** What was filled in, with the file that came along; a document when it could not be taken, nothing when it was: the page is then shown again. */
  take: (visitor: Visitor, params: Record<string, string>, fields: Record<string, string>, file?: Upload) => Promise<Document | undefined>
  file: (params: Record<string, string>) => Promise<Download>
}

type Request = FastifyRequest<{ Params: Record<string, string> }>
const perMinute = (max: number) => ({ config: { rateLimit: { max, timeWindow: '1 minute' } } })

/** At `url`, with its files at `url/files/:file`. */
export async function mountForm(server: FastifyInstance, url: string, form: Form): Promise<void> {
  await server.register(async (room) => {
    room.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 100_000 }, (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))))
    room.get(url, perMinute(60), async (request: Request, reply) => send(reply, await form.show(visitorOf(request), request.params)))
    room.post(url, perMinute(20), async (request: Request, reply) => {
      if (!fromHere(request)) throw new Refused('web.not-from-this-page', {}, 403)
      const { fields, file } = request.isMultipart() ? await partsOf(request) : { fields: request.body as Record<string, string>, file: undefined }
      const refused = await form.take(visitorOf(request), request.params, fields, file)
      return refused ? send(reply, refused) : reply.code(303).header('location', request.url).send()
    })
    room.get(`${url}/files/:file`, perMinute(60), async (request: Request, reply) => {
      const { name, type, body } = await form.file(request.params)
      return reply.type(type).header('cache-control', 'no-store').header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .header('content-security-policy', "default-src 'none'; sandbox").send(body instanceof Uint8Array ? Buffer.from(body) : body)
    })
  })
}

/** A field for a file that was left empty sends one without a name. */
async function partsOf(request: Request): Promise<{ fields: Record<string, string>; file: Upload | undefined }> {
  const fields: Record<string, string> = {}
  let file: Upload | undefined
  for await (const part of request.parts()) {
    if (part.type === 'field') { fields[part.fieldname] = String(part.value); continue }
    const bytes = await part.toBuffer()
    if (part.filename && bytes.length > 0) file = { name: part.filename, type: part.mimetype, bytes }
  }
  demandLegible(fields, file?.name)
  return { fields, file }
}

export type Check = {
  show: (visitor: Visitor, params: Record<string, string>) => Promise<Document>
  /** A file that was sent by a plain form; nothing when none came along. */
  take: (visitor: Visitor, file: Uint8Array | undefined) => Promise<Document>
}

/** A public page that looks at a file and keeps nothing of it: at `url`, and at `url/:code` for what stands printed. */
export function mountCheck(server: FastifyInstance, url: string, check: Check): void {
  for (const at of [url, `${url}/:code`]) server.get(at, perMinute(60), async (request: Request, reply) => send(reply, await check.show(visitorOf(request), request.params)))
  server.post(url, perMinute(20), async (request: Request, reply) => {
    if (!fromHere(request)) throw new Refused('web.not-from-this-page', {}, 403)
    const file = request.isMultipart() ? await request.file() : undefined
    return send(reply, await check.take(visitorOf(request), file && await file.toBuffer()))
  })
}

const send = (reply: FastifyReply, { type, body, status = 200, language }: Document): FastifyReply =>
  reply.code(status).type(type).header('cache-control', 'no-store').header('referrer-policy', 'no-referrer').header('content-language', language ?? 'en').send(body)

/** The secret in the address is what gives the right; still only this page's own form may be sent (OWASP: fetch metadata and origin). */
function fromHere({ headers: { origin, host, 'sec-fetch-site': site } }: FastifyRequest): boolean {
  return !(site && site !== 'same-origin' && site !== 'none') && !(origin && origin !== 'null' && URL.parse(origin)?.host !== host)
}
