// News sent to a receiver on this machine: signed, in one transaction with its deed, tried again under the same id, given up, and never more than the organisation may see.
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { commitmentsApi } from '#domains/commitments/api.ts'
import { home, type openAlliance, seminar } from '#domains/commitments/fixtures.test-cases.ts'
import { house } from '#platform/auth/viewer.ts'
import { record } from '#platform/audit/journal.ts'
import { isSigned } from '#platform/outside/signed.ts'
import { turnsOf } from '#platform/turns.ts'
import { webhooksApi } from './api.ts'
import { openReceived } from './receiver.test-cases.ts'
import type { WebhookDraft } from './webhook-model.ts'
import { pauses } from './webhook-rules.ts'
import { type Sender, sendDue } from './webhook-sending.ts'

let here: Awaited<ReturnType<typeof openAlliance>>
let receiver: Server
let url: string
let answers: { status: number; body?: string }
type Came = { headers: Record<string, string>; body: string }
const came: Came[] = []
let now: Date
const sends = { on: true, allowed: [] as string[] }
let sender: Sender
const later = (milliseconds: number) => { now = new Date(now.getTime() + milliseconds) }
const send = () => sendDue(here.db, sender)

beforeAll(async () => {
  receiver = createServer((request, reply) => {
    let body = ''
    request.on('data', (piece) => { body += piece }).on('end', () => { came.push({ headers: request.headers as Came['headers'], body }); reply.writeHead(answers.status).end(answers.body ?? 'ok') })
  })
  ;({ here, sender, url } = await openReceived(receiver, 'http', sends, () => now))
})
afterAll(async () => { receiver.closeAllConnections(); receiver.close(); await here.close() })
beforeEach(async () => {
  await here.db.deleteFrom('webhook').execute()
  came.length = 0
  answers = { status: 204 }
  now = new Date('2026-03-02T09:00:00.000Z')
})

const as = (who: keyof typeof here.people | null) => here.as(who ? here.people[who] : undefined)
const draft = (more: Partial<WebhookDraft> = {}) => ({ url, kinds: ['turn' as const, 'answer' as const], languages: ['en' as const, 'ur' as const], organisationId: here.places.sargodha, ...more })
const register = async (more: object = {}) => { as('ayesha'); const { status, answer } = await here.ask(webhooksApi.addWebhook, { body: draft(more) }); expect(status).toBe(200); return { id: answer.webhook.id, secret: answer.secret } }
const promise = async (id: string) => { as('ayesha'); const { answer } = await here.ask(commitmentsApi.record, { params: { id }, body: seminar() }); return answer }
const deliveries = async (id: string) => (await here.ask(webhooksApi.deliveries, { params: { id } })).answer.rows
const keys = (answer: unknown) => (answer as { error: string }).error

test('a piece of news goes out once, signed, in the languages that were asked for, and says no more than the agreement’s page', async () => {
  const { id, secret } = await register()
  const agreement = await here.agreement()
  await promise(agreement)
  expect([await send(), came.length, await send()]).toEqual([1, 1, 0])
  const [{ headers, body }] = came as [Came]
  expect([isSigned(secret, headers, body, now.getTime()), isSigned(secret, headers, `${body} `, now.getTime()), headers['content-type']]).toEqual([true, false, 'application/json'])
  const said = JSON.parse(body)
  expect(said).toMatchObject({
    type: 'commitment.recorded', data: {
      kind: 'turn', organisation: { id: here.places.sargodha }, by: { name: 'Ayesha' }, says: { en: 'A commitment was recorded: Joint Lithium Battery Research Centre' },
      agreement: { id: agreement, url: `${home.publicUrl}/agreements/${agreement}`, titles: { en: 'Joint Lithium Battery Research Centre' } },
    },
  })
  expect([Object.keys(said.data.says), JSON.stringify(said).match(/[\u2066-\u2069]|@example\.org/)]).toEqual([['en', 'ur'], null])
  expect(await deliveries(id)).toMatchObject([{ id: headers['webhook-id'], state: 'sent', tries: 1, status: 204, what: 'commitment.recorded', dueAt: null }])
})

test('the deed and its message are there together, or neither is', async () => {
  const { id } = await register()
  const agreement = await here.agreement()
  const broken = here.db.transaction().execute(async (db) => {
    await record({ db, viewer: house, now: now.toISOString() }, { what: 'agreement.ended', about: agreement })
    await record({ db, viewer: house, now: now.toISOString() }, { what: 'text.agreed', about: agreement })
    expect(await db.selectFrom('webhookDelivery').select('what').where('webhookId', '=', id).execute()).toEqual([{ what: 'text.agreed' }])
    throw new Error('undone')
  })
  await expect(broken).rejects.toThrow('undone')
  expect([await send(), await deliveries(id)]).toEqual([0, []])
})

test('only the sides’ own addresses are told, only what they asked for, and only what their office sees at that moment', async () => {
  const own = await register({ kinds: ['agreement'] })
  as('li')
  const { answer: other } = await here.ask(webhooksApi.addWebhook, { body: draft({ organisationId: here.places.lanzhou } as object) })
  const agreement = await here.agreement()
  await promise(agreement)
  expect([await send(), came]).toEqual([0, []])
  await here.db.transaction().execute((db) => record({ db, viewer: house, now: now.toISOString() }, { what: 'agreement.ended', about: agreement }))
  await here.db.updateTable('agreement').set({ removedAt: now.toISOString() }).where('id', '=', agreement).execute()
  expect([await send(), came]).toEqual([1, []])
  as('ayesha')
  expect(await deliveries(own.id)).toMatchObject([{ state: 'withheld', title: null, body: null }])
  as('li')
  expect(await deliveries(other.webhook.id)).toEqual([])
})

test('what fails is tried again after growing pauses under the same id and with the same bytes, and after a crash too', async () => {
  const { id, secret } = await register()
  await promise(await here.agreement())
  answers = { status: 503, body: 'Down for <b>repair</b>' }
  expect([await send(), await send()]).toEqual([1, 0])
  expect(await deliveries(id)).toMatchObject([{ state: 'waiting', tries: 1, status: 503, answer: 'Down for <b>repair</b>' }])
  later(pauses[0]!)
  await send()
  // A server that ended while it sent: the message was its own for a minute, and is sent by the next one after that.
  await here.db.updateTable('webhookDelivery').set({ state: 'waiting', dueAt: new Date(now.getTime() + 60_000).toISOString() }).where('webhookId', '=', id).execute()
  answers = { status: 200 }
  expect(await send()).toBe(0)
  later(60_000)
  expect(await send()).toBe(1)
  expect(new Set(came.map(({ headers, body }) => `${headers['webhook-id']} ${body}`)).size).toBe(1)
  expect([came.length, came.every(({ headers, body }) => isSigned(secret, headers, body, now.getTime()))]).toEqual([3, true])
  expect((await here.ask(webhooksApi.webhook, { params: { id } })).answer.webhook.failingSince).toBeNull()
})

test('an address through which nothing gets for three days is given up, its keeper hears of it, and what waited goes when it begins again', async () => {
  const { id } = await register()
  await promise(await here.agreement())
  answers = { status: 500 }
  for (const pause of [0, ...pauses]) { later(pause); await send() }
  await promise(await here.agreement())
  expect(came.length).toBe(pauses.length + 1)
  const { answer: { webhook } } = await here.ask(webhooksApi.webhook, { params: { id } })
  expect([webhook.stoppedBecause, (await deliveries(id)).map(({ state }) => state)]).toEqual(['failing', ['failed']])
  const letters = await here.db.selectFrom('letter').select(['toAddress', 'subject', 'body']).where('kind', '=', 'notices.webhook-stopped').execute()
  expect(letters).toEqual([{ toAddress: 'ayesha@example.org', subject: `Nothing is sent to ${new URL(url).host} any more`, body: expect.stringContaining(`/settings/webhooks/${id}`) }])
  const asked = { whose: 'yours' as const, sides: [here.places.sargodha], today: '2026-03-06', now: now.toISOString(), limit: 50 }
  const given = async () => (await turnsOf(here.db, here.people.ayesha, asked)).rows.filter(({ kind }) => kind === 'today.webhook').length
  expect([await given(), await send()]).toEqual([1, 0])
  answers = { status: 200 }
  const [failed] = await deliveries(id)
  expect(keys((await here.ask(webhooksApi.repeatDelivery, { params: { id, deliveryId: failed!.id } })).answer)).toBe('webhooks.is-stopped')
  expect((await here.ask(webhooksApi.putRunning, { params: { id }, body: { running: true } })).status).toBe(200)
  expect((await here.ask(webhooksApi.repeatDelivery, { params: { id, deliveryId: failed!.id } })).answer).toMatchObject({ state: 'waiting', tries: 0 })
  expect([await send(), (await deliveries(id)).map(({ state }) => state), await given()]).toEqual([1, ['sent'], 0])
  expect(came.at(-1)!.headers['webhook-id']).toBe(came[0]!.headers['webhook-id'])
})

test('a receiver that says it is gone is believed at once', async () => {
  const { id } = await register()
  answers = { status: 410 }
  expect((await here.ask(webhooksApi.sendTest, { params: { id } })).answer).toMatchObject({ kind: 'test', state: 'waiting' })
  await send()
  expect(JSON.parse(came[0]!.body)).toMatchObject({ type: 'webhook.test', data: { says: { en: 'A test from Pamir: messages arrive.' } } })
  expect((await here.ask(webhooksApi.webhook, { params: { id } })).answer.webhook.stoppedBecause).toBe('gone')
})

test('a new secret takes the place of the one before, and for a day both hold', async () => {
  const { id, secret } = await register()
  const { answer: renewed } = await here.ask(webhooksApi.renewSecret, { params: { id } })
  const test = async () => { await here.ask(webhooksApi.sendTest, { params: { id } }); await send(); const { headers, body } = came.at(-1)!; return [secret, renewed.secret].map((one) => isSigned(one, headers, body, now.getTime())) }
  expect(await test()).toEqual([true, true])
  later(86_400_001)
  expect(await test()).toEqual([false, true])
  expect(JSON.stringify((await here.ask(webhooksApi.webhooks, { query: { organisation: here.places.sargodha } })).answer)).not.toContain('whsec_')
})

test('an address that lies inside is refused where it is registered, and where its name comes to stand for one', async () => {
  as('ayesha')
  for (const [wrong, fault] of [['https://169.254.169.254/latest', 'inside'], ['http://hooks.example.org/', 'only-https'], ['https://localhost/', 'inside'], ['nonsense', 'not-an-address']]) {
    expect((await here.ask(webhooksApi.addWebhook, { body: draft({ url: wrong! }) })).answer).toMatchObject({ fields: { url: [`webhooks.troubles.${fault}`] } })
  }
  const { id } = await register()
  // As after a change of what the operator allows.
  const allowed = sends.allowed.splice(0)
  await here.ask(webhooksApi.sendTest, { params: { id } })
  await send()
  sends.allowed.push(...allowed)
  expect([came, await deliveries(id)]).toMatchObject([[], [{ state: 'waiting', status: null, trouble: 'only-https' }]])
})

test('nobody, the wrong office and the wrong moment are refused', async () => {
  const { id } = await register()
  const { answer: delivery } = await here.ask(webhooksApi.sendTest, { params: { id } })
  const one = { params: { id } }
  const deeds = () => Promise.all([
    here.ask(webhooksApi.addWebhook, { body: draft() }), here.ask(webhooksApi.changeWebhook, { ...one, body: draft() }), here.ask(webhooksApi.renewSecret, one), here.ask(webhooksApi.putRunning, { ...one, body: { running: false } }),
    here.ask(webhooksApi.sendTest, one), here.ask(webhooksApi.repeatDelivery, { params: { id, deliveryId: delivery.id } }), here.ask(webhooksApi.deliveries, one), here.ask(webhooksApi.removeWebhook, one),
  ])
  const statuses = async () => (await deeds()).map(({ status }) => status)
  as(null)
  expect(await statuses()).toEqual(Array(8).fill(401))
  for (const who of ['wang', 'bilal', 'li'] as const) { as(who); expect(await statuses()).toEqual(Array(8).fill(404)) }
  as('ayesha')
  expect(keys((await here.ask(webhooksApi.repeatDelivery, { params: { id, deliveryId: delivery.id } })).answer)).toBe('webhooks.is-on-its-way')
  expect(keys((await here.ask(webhooksApi.putRunning, { ...one, body: { running: true } })).answer)).toBe('webhooks.runs')
  await here.ask(webhooksApi.putRunning, { ...one, body: { running: false } })
  expect(keys((await here.ask(webhooksApi.putRunning, { ...one, body: { running: false } })).answer)).toBe('webhooks.is-stopped')
  expect(keys((await here.ask(webhooksApi.sendTest, one)).answer)).toBe('webhooks.is-stopped')
  sends.on = false
  expect(keys((await here.ask(webhooksApi.addWebhook, { body: draft() })).answer)).toBe('webhooks.off')
  expect(keys((await here.ask(webhooksApi.putRunning, { ...one, body: { running: true } })).answer)).toBe('webhooks.off')
  expect(await send()).toBe(0)
  sends.on = true
  for (let many = 1; many < 10; many++) await register()
  expect(keys((await here.ask(webhooksApi.addWebhook, { body: draft() })).answer)).toBe('webhooks.too-many')
  expect([(await here.ask(webhooksApi.removeWebhook, one)).status, (await here.ask(webhooksApi.webhook, one)).status]).toEqual([200, 404])
})
