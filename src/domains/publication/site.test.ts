// The public site, as someone reads it who never signed in: what is public, in four languages, and nothing else.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brotliCompressSync } from 'node:zlib'
import type { AnnualReport } from '#domains/reports/annual-model.ts'
import { loadExample } from '#example/load.ts'
import { house } from '#platform/auth/viewer.ts'
import { json } from '#platform/db/database.ts'
import { mountDocuments } from '#platform/http/documents.ts'
import { locales } from '#platform/i18n/locale.ts'
import { newId } from '#platform/kinds.ts'
import * as pages from '#web/public/pages.ts'
import { world } from '#test/world.ts'
import { publicAddresses, publicSite } from './site.ts'

let here: Awaited<ReturnType<typeof world>>
const now = '2026-03-02T09:00:00.000Z'
const get = async (url: string, headers: Record<string, string> = {}) => {
  const { statusCode, body, headers: said } = await here.server.inject({ method: 'GET', url, headers })
  return { status: statusCode, body, said }
}

beforeAll(async () => {
  here = await world([], now, (server, { db }) =>
    mountDocuments(server, publicAddresses, publicSite({ db, pages, instance: 'Pamir', origin: 'https://pamir.example.org', clock: () => new Date(now) })))
  await here.db.transaction().execute((db) => loadExample({ db, viewer: house, now }))
})
afterAll(() => here.close())

const everyPage = ['/', '/public', '/a/uansr', '/a/uansr/members', '/a/uansr/agreements', '/a/uansr/news', '/a/sco-university', '/a/china-pakistan-digital-education-alliance']

describe.each(everyPage)('%s', (path) => {
  test.each(locales)('in %s is whole, says every word, runs no script, and is light', async (locale) => {
    const { status, body, said } = await get(`${path}?lang=${locale}`)
    expect(status).toBe(200)
    expect(body).toMatch(/^<!doctype html><html lang="[^"]+" dir="(ltr|rtl)">.*<h1>.*<\/html>$/s)
    expect(body).not.toMatch(/<script| on\w+="|\b(publication|alliances|agreements|web|organisations)\.[a-z-]+[a-z](?![a-z.]*\/)/)
    expect(brotliCompressSync(body).length).toBeLessThan(60_000)
    expect(said['content-language']).toBe(locale)
  })
})

test('the language follows the address, then the choice, then the browser', async () => {
  expect((await get('/public', { 'accept-language': 'ru;q=0.9, zh;q=0.8' })).body).toContain('<html lang="ru"')
  expect((await get('/public', { 'accept-language': 'ru', cookie: 'pamir-locale=ur' })).body).toContain('<html lang="ur" dir="rtl"')
  expect((await get('/public?lang=zh', { cookie: 'pamir-locale=ur' })).body).toContain('<html lang="zh-Hans"')
})

test('what is stated and what is recorded stand apart', async () => {
  const { body } = await get('/a/sco-university?lang=en')
  expect(body).toContain('86 members')
  expect(body).toContain('7 nations')
  expect(body).toMatch(/Recorded here<\/dt><dd><a [^>]*>0 members<\/a>/)
  expect(body).toContain('西安交通大学')
})

test('a sub-alliance names the alliance above; agreements without a term are not shown as in force', async () => {
  expect((await get('/a/uansr-specialised?lang=en')).body).toContain('href="/a/uansr?lang=en"')
  const { body } = await get('/a/uansr/agreements?lang=en')
  expect(body).toContain('No public agreement is recorded as in force.')
  expect(body).toContain('Three-party agreement of XJTU, Pusan National University and LGE')
})

test('who has a page and who has none', async () => {
  const id = async (name: string) => (await here.db.selectFrom('organisation').select('id').where('nameEn', '=', name).executeTakeFirstOrThrow()).id
  const { status, body } = await get(`/o/${await id('Pusan National University')}?lang=en`)
  expect([status, body.includes('부산대학교'), body.includes('ror.org/01an57a31')]).toEqual([200, true, true])
  for (const url of [`/o/${await id('Hanyang University')}`, '/o/nothing', '/a/none', '/a/uansr/else/more', '/a/uansr/news/nothing', '/a/uansr/news/01890000-0000-7000-8000-000000000000']) {
    expect((await get(url)).status, url).toBe(404)
  }
})

test('what is taken from the public is gone for the public', async () => {
  await here.db.updateTable('alliance').set({ public: false }).where('slug', '=', 'sco-digital-education-alliance').execute()
  for (const page of ['', '/members', '/agreements', '/news', '/feed.atom']) expect((await get(`/a/sco-digital-education-alliance${page}`)).status).toBe(404)
  expect((await get('/sitemap.xml')).body).not.toContain('sco-digital')
})

test('who has it already is only told so', async () => {
  const first = await get('/a/uansr?lang=en')
  expect(first.said['cache-control']).toContain('public')
  expect(await get('/a/uansr?lang=en', { 'if-none-match': `W/${String(first.said['etag'])}` })).toMatchObject({ status: 304, body: '' })
  expect((await get('/a/uansr?lang=ru', { 'if-none-match': String(first.said['etag']) })).status).toBe(200)
})

test('the feed, the map of the site and the robots’ text', async () => {
  const feed = await get('/a/uansr/feed.atom?lang=ru')
  expect(feed.said['content-type']).toBe('application/atom+xml; charset=utf-8')
  expect(feed.body).toMatch(/<feed xmlns="http:\/\/www.w3.org\/2005\/Atom" xml:lang="ru">/)
  expect(feed.body).toContain('подписаны соглашения')
  expect((await get('/robots.txt')).body).toContain('Sitemap: https://pamir.example.org/sitemap.xml')
  expect((await get('/sitemap.xml')).body).toContain('<loc>https://pamir.example.org/a/uansr/members</loc>')
})

test('a piece of news has its own address', async () => {
  const { body } = await get('/a/uansr/news?lang=en')
  const path = /href="(\/a\/uansr\/news\/[0-9a-f-]+)\?lang=en"/.exec(body)![1]!
  expect((await get(`${path}?lang=ur`)).body).toMatch(/<article><h2><bdi lang="ur" dir="rtl">/)
  const result = `/s/${newId()}`
  await here.db.updateTable('allianceNews').set({ link: result }).where('id', '=', path.split('/').at(-1)!).execute()
  expect((await get(`${path}?lang=zh`)).body).toContain(`<a href="${result}?lang=zh" rel="external noreferrer">查看签约仪式与所签协议</a>`)
})

test('a published annual report is found from its alliance and by those who index; one that is only frozen is not', async () => {
  const { id: aboutId } = await here.db.selectFrom('alliance').select('id').where('slug', '=', 'uansr').executeTakeFirstOrThrow()
  const report = { kind: 'alliance', aboutId, country: null, content: json({}), hash: 'x', houseId: null, frozenBy: house.id, frozenAt: now, approvedAt: now, decisionId: null, publishedBy: null } as never as AnnualReport
  const [published, frozen] = [newId(), newId()]
  await here.db.insertInto('annualReport').values([{ ...report, id: published, year: 2024, publishedAt: now }, { ...report, id: frozen, year: 2025, publishedAt: null }]).execute()
  const pages = [(await get('/a/uansr?lang=zh')).body, (await get('/sitemap.xml')).body]
  expect(pages.map((body) => [body.includes(`/r/${published}`), body.includes(frozen)])).toEqual([[true, false], [true, false]])
})
