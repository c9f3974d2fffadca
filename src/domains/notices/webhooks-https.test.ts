// News sent over a real TLS line to a receiver with a certificate of an authority of its own: trusted when the operator says so, and only then.
import { createServer, type Server } from 'node:https'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readConfig } from '../../config.ts'
import type { openAlliance } from '#domains/commitments/fixtures.test-cases.ts'
import { house } from '#platform/auth/viewer.ts'
import { record } from '#platform/audit/journal.ts'
import { certified, noOpenssl } from '#platform/outside/authority.fixture.ts'
import { isSigned } from '#platform/outside/signed.ts'
import { webhooksApi } from './api.ts'
import { openReceived } from './receiver.test-cases.ts'
import { pauses } from './webhook-rules.ts'
import { type Sender, sendDue } from './webhook-sending.ts'

let here: Awaited<ReturnType<typeof openAlliance>>
let receiver: Server
let url: string
let status = 204
let now: Date
const came: { headers: Record<string, string>; body: string; secure: boolean }[] = []
const sends = { on: true, allowed: [] as string[], authorities: [] as string[] }
let sender: Sender
let trusted: string[]

beforeAll(async () => {
  if (noOpenssl) return
  const made = certified('serverAuth')
  trusted = readConfig({ PAMIR_WEBHOOKS: 'on', PAMIR_WEBHOOKS_CA: join(made.folder, 'ca.pem') }).webhooks.authorities
  receiver = createServer({ key: made.key, cert: made.certificate }, (request, reply) => {
    let body = ''
    request.on('data', (piece) => { body += piece }).on('end', () => {
      came.push({ headers: request.headers as Record<string, string>, body, secure: 'encrypted' in request.socket })
      reply.writeHead(status).end(status === 500 ? 'out of order' : '')
    })
  })
  ;({ here, sender, url } = await openReceived(receiver, 'https', sends, () => now))
})
afterAll(async () => { receiver?.closeAllConnections(); receiver?.close(); await here?.close() })
beforeEach((context) => { if (noOpenssl) context.skip(noOpenssl); came.length = 0; now = new Date('2026-03-02T09:00:00.000Z') })

const later = (milliseconds: number) => { now = new Date(now.getTime() + milliseconds) }
async function told() {
  here.as(here.people.ayesha)
  const { answer: { webhook: { id }, secret } } = await here.ask(webhooksApi.addWebhook, { body: { url, kinds: ['turn', 'answer', 'agreement'] as never, languages: ['en'], organisationId: here.places.sargodha } })
  const agreement = await here.agreement()
  await here.db.transaction().execute((db) => record({ db, viewer: house, now: now.toISOString() }, { what: 'text.agreed', about: agreement }))
  const listed = async () => (await here.ask(webhooksApi.deliveries, { params: { id } })).answer.rows.map((one) => [one.what, one.state, one.tries, one.status, one.trouble])
  return { secret, listed, remove: () => here.db.deleteFrom('webhook').where('id', '=', id).execute() }
}

test('an authority that nobody named is not trusted: nothing is sent, and the list says why; once it is named the same message arrives', async () => {
  sends.authorities = []
  const { secret, listed, remove } = await told()
  await sendDue(here.db, sender)
  expect([came.length, await listed()]).toEqual([0, [['text.agreed', 'waiting', 1, null, 'not-trusted']]])
  sends.authorities = trusted
  later(pauses[0]! * 2)
  await sendDue(here.db, sender)
  expect([came.map(({ secure, headers, body }) => [secure, isSigned(secret, headers, body, now.getTime())]), await listed()]).toEqual([[[true, true]], [['text.agreed', 'sent', 2, 204, null]]])
  await remove()
})

test('answered with 500 it comes again under the same id with a signature of its own moment, and the list shows how it ended', async () => {
  sends.authorities = trusted
  status = 500
  const { secret, listed, remove } = await told()
  await sendDue(here.db, sender)
  expect(await listed()).toEqual([['text.agreed', 'waiting', 1, 500, null]])
  status = 204
  later(pauses[0]! * 2)
  await sendDue(here.db, sender)
  expect(await listed()).toEqual([['text.agreed', 'sent', 2, 204, null]])
  const [first, second] = came as [typeof came[0], typeof came[0]]
  expect([first.headers['webhook-id'] === second.headers['webhook-id'], first.body === second.body, first.headers['webhook-signature'] === second.headers['webhook-signature']]).toEqual([true, true, false])
  expect(came.map(({ headers, body }) => isSigned(secret, headers, body, now.getTime(), 3600))).toEqual([true, true])
  await remove()
})

test.each([['of another name', 'serverAuth', 'DNS:somewhere-else.example'], ['for another use', 'clientAuth', 'IP:127.0.0.1']])('a certificate %s is refused, although its authority is trusted', async (_what, use, name) => {
  const wrong = certified(use, name)
  const strange = createServer({ key: wrong.key, cert: wrong.certificate }, (_request, reply) => { came.push({ headers: {}, body: '', secure: true }); reply.end() })
  await new Promise<void>((done) => strange.listen(0, '127.0.0.1', done))
  const { port } = strange.address() as { port: number }
  const [kept, was] = [url, sends.allowed]
  url = `https://127.0.0.1:${port}/pamir`
  sends.allowed = [`127.0.0.1:${port}`]
  sends.authorities = [wrong.authority]
  const { listed, remove } = await told()
  await sendDue(here.db, sender)
  expect([came.length, await listed()]).toEqual([0, [['text.agreed', 'waiting', 1, null, 'not-trusted']]])
  await remove()
  strange.closeAllConnections()
  strange.close()
  url = kept
  sends.allowed = was
})
