// Addresses are written as the contract says, and an answer that is none is told from a refusal and from silence.
import { afterEach, describe, expect, test, vi } from 'vitest'
import { formOf, keepCsrf, Offline, pathOf, reach, Refusal, settle } from './wire.ts'

afterEach(() => vi.unstubAllGlobals())

test('an address takes its parameters, and only the questions that were asked', () => {
  expect(pathOf({ path: '/agreements/:id/files/:file' }, { params: { id: 'a/b', file: '1' } })).toBe('/api/agreements/a%2Fb/files/1')
  expect(pathOf({ path: '/agreements' }, { query: { q: '联合', state: ['lapsed', 'ended'], page: undefined, mine: '' } }))
    .toBe('/api/agreements?q=%E8%81%94%E5%90%88&state=lapsed&state=ended')
})

describe('an answer', () => {
  test('is read', () => expect(settle(200, '{"a":1}')).toEqual({ a: 1 }))
  test('may be empty', () => expect(settle(204, '')).toBeUndefined())
  test('that refuses carries its reason, its facts and the request', () => {
    const refused = caught(() => settle(409, '{"error":"agreements.signed","facts":{"by":"x"},"requestId":"r1"}'))
    expect(refused).toBeInstanceOf(Refusal)
    expect(refused).toMatchObject({ status: 409, reason: 'agreements.signed', facts: { by: 'x' }, requestId: 'r1', fields: {} })
  })
  test('that is not ours is our mistake', () => expect(caught(() => settle(500, '<html>'))).toMatchObject({ reason: 'web.our-mistake' }))
  test('from a gateway alone means that the server is away', () => expect(caught(() => settle(502, '<html>'))).toBeInstanceOf(Offline))
})

test('a change brings the token along, a question does not', async () => {
  const sent: Request[] = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => (sent.push(new Request(`http://x${url}`, init)), new Response('{}')))
  keepCsrf('t1')
  await reach('GET', '/api/me')
  await reach('POST', '/api/agreements', { title: 'x' })
  expect(sent.map(({ headers }) => headers.get('x-csrf-token'))).toEqual([null, 't1'])
  expect(sent[1]!.headers.get('content-type')).toBe('application/json')
})

test('no network is told as such', async () => {
  vi.stubGlobal('fetch', async () => { throw new TypeError('Failed to fetch') })
  await expect(reach('GET', '/api/me')).rejects.toBeInstanceOf(Offline)
})

test('a form sends its fields before its file', () => {
  const form = formOf(new File(['a'], 'register.csv'), { party: 'x', mapping: { a: 1 }, none: undefined })
  expect([...form.keys()]).toEqual(['party', 'mapping', 'file'])
  expect(form.get('mapping')).toBe('{"a":1}')
})

function caught(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    return error
  }
}
