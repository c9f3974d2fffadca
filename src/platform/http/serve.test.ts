// Doors, shapes, transactions and refusals, over a real server and a real database.
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { person, world } from '#test/world.ts'
import { record, brokenLink, chainOf } from '../audit/journal.ts'
import { newId } from '../kinds.ts'
import { NotFound, Refused } from '../refusals.ts'
import { get, post } from './contract.ts'
import { serve } from './serve.ts'

const about = newId()
const api = {
  open: get('/open', { door: 'anyone', answer: z.object({ a: z.string().nullable(), list: z.array(z.object({ n: z.number() }).nullable()) }) }),
  inner: get('/inner/:id', { answer: z.object({ id: z.string() }) }),
  desk: get('/desk', { door: 'administrator', answer: z.object({}) }),
  write: post('/write', { body: z.object({ word: z.string().min(2), fail: z.boolean().default(false) }), answer: z.object({ place: z.int() }) }),
  take: post('/take', { takes: 'file', body: z.object({ note: z.string() }), answer: z.object({ name: z.string(), size: z.int(), note: z.string() }) }),
  give: get('/give', { answer: z.unknown(), gives: 'file' }),
}
const routes = serve(api, {
  open: async () => ({ a: null, list: [{ n: 1, secret: 'x' } as { n: number }, null] }),
  inner: async (_at, { params }) => { if (params.id === about) return { id: params.id }; throw new NotFound() },
  desk: async () => ({}),
  write: async (at, { body }) => {
    await record(at, { what: 'test.written', about, data: { word: body.word, b: 1, a: { y: 1, x: [1, { q: null }] } } })
    if (body.fail) throw new Refused('web.already-there', { word: body.word })
    return { place: (await chainOf(at.db, about)).length }
  },
  take: async (_at, { file, body }) => ({ name: file.name, size: file.bytes.length, note: body.note }),
  give: async () => ({ name: 'Пример "1".txt', type: 'text/plain', body: Buffer.from('hello') }),
})

let here: Awaited<ReturnType<typeof world>>
beforeAll(async () => { here = await world(routes) })
afterAll(() => here.close())
const someone = person('Someone')

test('nobody may use an open door, and only declared fields leave the house', async () => {
  here.as(undefined)
  expect((await here.ask(api.open, {})).answer).toEqual({ a: null, list: [{ n: 1 }, null] })
  expect((await here.ask(api.inner, { params: { id: about } })).status).toBe(401)
})

test('an administrator’s door does not exist for others, nor does an address that names nothing', async () => {
  here.as(someone)
  expect((await here.ask(api.desk, {})).status).toBe(404)
  expect((await here.ask(api.inner, { params: { id: 'nope' } })).status).toBe(404)
  expect((await here.ask(api.inner, { params: { id: newId() } })).answer.error).toBe('web.not-found')
  here.as(person('Operator', { role: 'administrator', at: null }))
  expect((await here.ask(api.desk, {})).status).toBe(200)
})

test('a refused change leaves nothing behind, and the journal stays a chain', async () => {
  here.as(someone)
  expect((await here.ask(api.write, { body: { word: 'one' } })).answer.place).toBe(1)
  const refused = await here.ask(api.write, { body: { word: 'two', fail: true } })
  expect([refused.status, refused.answer.error, refused.answer.facts]).toEqual([409, 'web.already-there', { word: 'two' }])
  expect((await here.ask(api.write, { body: { word: 'x' } })).answer.fields).toEqual({ word: ['web.field.too-small'] })
  const both = await Promise.all(['three', 'four'].map((word) => here.ask(api.write, { body: { word } })))
  expect(both.map(({ status }) => status)).toEqual([200, 200])

  const chain = await chainOf(here.db as never, about)
  expect(chain.map(({ place }) => place)).toEqual([1, 2, 3])
  expect(brokenLink(chain)).toBeUndefined()
  expect(brokenLink(chain.with(1, { ...chain[1]!, data: { word: 'forged' } }))?.place).toBe(2)
  expect(brokenLink(chain.toSpliced(1, 1))?.place).toBe(3)
})

test('a change from another site or without its token is refused', async () => {
  here.as(someone)
  const send = (headers: Record<string, string>) => here.server.inject({ method: 'POST', url: '/api/write', payload: { word: 'evil' }, headers: { host: 'pamir.example', ...headers } })
  expect((await send({})).statusCode).toBe(403)
  expect((await send({ 'x-csrf-token': 'test', origin: 'https://evil.example' })).statusCode).toBe(403)
  expect((await send({ 'x-csrf-token': 'test', 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
  expect((await send({ 'x-csrf-token': 'test', origin: 'http://pamir.example' })).statusCode).toBe(200)
})

test('text that no database keeps is not understood, wherever it stands', async () => {
  here.as(someone)
  const answers = await Promise.all([
    here.ask(api.write, { body: { word: 'nul\0' } }), here.ask(api.write, { body: { word: 'half of a pair \ud83d' } }),
    here.ask(api.write, { body: { word: 'fine', deep: [{ 'key\0': 1 }] } as never }),
    here.ask(api.take, { file: new File(['abc'], 'a.csv'), body: { note: 'nul\0' } }),
    here.server.inject('/api/open?search=%00').then(({ statusCode, json }) => ({ status: statusCode, answer: json() })),
    here.server.inject('/api/inner/%E0%A4%A').then(({ statusCode, json }) => ({ status: statusCode, answer: json() })),
  ])
  expect(answers.map(({ status, answer }) => `${status} ${answer.error}`)).toEqual(answers.map(() => '400 web.not-understood'))
  expect(answers.every(({ answer }) => answer.requestId)).toBe(true)
  const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  expect((await here.server.inject({ method: 'POST', url: '/api/write', payload: nested, headers: { 'content-type': 'application/json', 'x-csrf-token': 'test' } })).statusCode).toBe(400)
})

test('a file comes in, a file goes out, and no browser runs it', async () => {
  here.as(someone)
  expect((await here.ask(api.take, { file: new File(['abc'], 'зов.csv'), body: { note: 'n' } })).answer).toEqual({ name: 'зов.csv', size: 3, note: 'n' })
  const reply = await here.server.inject({ method: 'GET', url: '/api/give' })
  expect(reply.headers['content-disposition']).toContain("filename*=UTF-8''%D0%9F")
  expect(reply.headers['x-content-type-options']).toBe('nosniff')
  expect(reply.headers['content-security-policy']).toBe("default-src 'none'; sandbox")
})
