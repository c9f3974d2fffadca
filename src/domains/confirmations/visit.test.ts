// The page behind a link, as a partner's browser without script meets it: four languages, a form, files, and what is refused.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/kinds.ts'
import { mountForm } from '#platform/http/forms.ts'
import { person, world } from '#test/world.ts'
import * as pages from '#web/public/pages.ts'
import { claimsOf, makeClaims } from './actions.ts'
import { askSide } from './link-actions.ts'
import { claimAddress, claimForm } from './visit.ts'

const home = { publicUrl: 'https://pamir.example.org', name: 'Pamir', post: { smtp: null, from: 'Pamir <pamir@localhost>' } }
const [sargodha, zaozhuang, fileId] = [newId(), newId(), newId()]
const ayesha = person('Ayesha', { role: 'director', at: sargodha })
const now = '2026-03-02T09:00:00.000Z'
let here: Awaited<ReturnType<typeof world>>
let clock = now

claimsOf('test', {
  seen: async () => true,
  held: async () => true,
  shown: async () => ({ title: { en: 'Seminar <on> cell safety' }, lang: 'en', lines: [{ label: 'confirmations.evidence', key: 'confirmations.ask.made', values: {} }], evidence: [{ id: fileId, title: 'list.pdf', type: 'application/pdf', size: 4000, url: null }] }),
  file: async (_db, _claim, id) => { if (id !== fileId) throw new Error('not asked for'); return { name: 'list.pdf', type: 'application/pdf', body: Buffer.from('%PDF-1.7') } },
})
beforeAll(async () => {
  here = await world([], now, (server, { db }) => void mountForm(server, claimAddress, claimForm({ db, pages, instance: 'Pamir', origin: home.publicUrl, clock: () => new Date(clock) })))
  for (const [id, name] of [[sargodha, 'University of Sargodha'], [zaozhuang, 'Zaozhuang University']]) await here.db.insertInto('organisation').values({ id, kind: 'university', name, nameEn: name, nameZh: name, nameRu: name, nameUr: name, source: 'local', changedAt: now } as never).execute()
})
afterAll(() => here.close())

async function link(via: 'letter' | 'link' = 'link', locale: 'en' | 'ur' = 'en'): Promise<string> {
  const at = <T>(deed: (hand: never) => Promise<T>) => here.db.transaction().execute((db) => deed({ db, viewer: ayesha, now } as never))
  const [id] = await at((hand) => makeClaims(hand, [{ kind: 'test', about: newId(), scope: newId(), side: sargodha, others: [zaozhuang] }]))
  const { address } = await at((hand) => askSide(hand, home, id!, { place: 1, via, toAddress: via === 'letter' ? 'kim@example.org' : null, locale, days: 60 }))
  const { body } = via === 'letter' ? await here.db.selectFrom('letter').select('body').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow() : { body: address! }
  return /(\/c\/[\w-]{43})/.exec(body)![1]!
}
const get = (url: string) => here.server.inject({ url })
const post = (url: string, fields: Record<string, string>, headers = {}) =>
  here.server.inject({ method: 'POST', url, headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'pamir.example.org', origin: 'https://pamir.example.org', ...headers }, payload: new URLSearchParams(fields).toString() })
const filled = { name: 'Kim Min-jun', office: 'Head of research', answer: 'confirmed', reason: '' }

test('it is whole without a script, small, unlisted, and speaks the language of the letter until another is chosen', async () => {
  const address = await link('letter', 'ur')
  const { body, headers, statusCode } = await get(address)
  expect([statusCode, headers['cache-control'], headers['referrer-policy']]).toEqual([200, 'no-store', 'no-referrer'])
  expect(body).toMatch(/<html lang="ur" dir="rtl">.*Seminar &lt;on&gt; cell safety.*list\.pdf.*<form [^>]*method="post"/s)
  expect(body).not.toMatch(/<script|confirmations\.[a-z]/)
  expect(body).toContain('<meta name="robots" content="noindex"/>')
  expect(Buffer.byteLength(body)).toBeLessThan(12_000)
  for (const lang of ['en', 'zh', 'ru']) expect((await get(`${address}?lang=${lang}`)).body).toContain(`<html lang="${lang === 'zh' ? 'zh-Hans' : lang}" dir="ltr">`)
})

test('what is missing is said beside its field and what was typed stays; then it is taken, once', async () => {
  const address = await link()
  const wrong = await post(address, { ...filled, office: '', answer: 'disputed' })
  expect([wrong.statusCode, wrong.body.match(/id="[a-z]+-wrong"/g)]).toEqual([422, ['id="office-wrong"', 'id="reason-wrong"']])
  expect(wrong.body).toContain('value="Kim Min-jun"')
  expect((await post(address, filled)).statusCode).toBe(303)
  const after = (await get(address)).body
  expect(after).toMatch(/Confirmed\. Thank you/)
  expect(after).not.toContain('<form')
  expect((await post(address, { ...filled, answer: 'disputed', reason: 'No' })).statusCode).toBe(303)
  expect(await here.db.selectFrom('confirmationAnswer').select(['said', 'via', 'name', 'officeName']).execute()).toEqual([{ said: 'confirmed', via: 'link', name: 'Kim Min-jun', officeName: 'Head of research' }])
})

test('another page, another link and another day open nothing', async () => {
  const address = await link()
  expect((await post(address, filled, { origin: 'https://elsewhere.example.org' })).statusCode).toBe(403)
  expect((await get(`${address}/files/${fileId}`)).body).toBe('%PDF-1.7')
  expect((await get(`${address}/files/${newId().slice(1)}`)).statusCode).toBe(404)
  const never = `${address.slice(0, -1)}${address.endsWith('A') ? 'B' : 'A'}`
  for (const url of [never, '/c/x']) expect([(await get(url)).statusCode, (await get(`${url}/files/${fileId}`)).statusCode, (await post(url, filled)).statusCode]).toEqual([404, 404, 404])
  clock = '2026-05-02T09:00:00.000Z'
  expect([(await get(address)).statusCode, (await post(address, filled)).statusCode]).toEqual([404, 404])
  clock = now
})
