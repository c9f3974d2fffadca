// The public site: an address becomes a document. What is not public does not exist here.
import type * as PagesModule from '#web/public/pages.ts'
import { publishedCeremony } from '#domains/signing/ceremony-store.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Document, Visitor } from '#platform/http/documents.ts'
import { negotiate } from '#platform/i18n/locale.ts'
import { translator } from '#platform/i18n/words.ts'
import { Id, type Locale } from '#platform/kinds.ts'
import { NotFound } from '#platform/refusals.ts'
import { atomFeed } from './feed.ts'
import { agreementsData, allianceData, frontData, membersData, newsData, newsItemData, organisationData, publicPaths } from './store.ts'
import { robotsText, sitemap } from './sitemap.ts'

export type Pages = typeof PagesModule
/** What the site stands on: the pages are built TSX, so they are brought by the house. */
export type Ground = { db: Reading; pages: Pages; instance: string; origin: string; clock: () => Date }

type At = Ground & { locale: Locale; path: string; now: string; after: string | undefined; reader: Parameters<Pages['frontPage']>[0] }
type Answer = (at: At, params: Record<string, string>) => Promise<string | Document | undefined>

const pages: Record<string, Answer> = {
  '/public': async (at) => at.pages.frontPage(at.reader, await frontData(at.db, at.locale)),
  '/a/:slug': async (at, { slug }) => at.pages.allianceOverview(at.reader, await allianceData(at.db, slug!, at.now)),
  '/a/:slug/members': async (at, { slug }) => at.pages.membersPage(at.reader, await membersData(at.db, slug!, at.locale, at.after)),
  '/a/:slug/agreements': async (at, { slug }) => at.pages.agreementsPage(at.reader, await agreementsData(at.db, slug!, at.now)),
  '/a/:slug/news': async (at, { slug }) => at.pages.newsPage(at.reader, await newsData(at.db, slug!, at.after)),
  '/a/:slug/news/:id': async (at, { slug, id }) => {
    const data = Id.safeParse(id).success ? await newsItemData(at.db, slug!, id!) : undefined
    return data && at.pages.newsItemPage(at.reader, data)
  },
  '/a/:slug/feed.atom': async (at, { slug }) =>
    ({ type: 'application/atom+xml; charset=utf-8', body: atomFeed(at, await newsData(at.db, slug!, undefined)) }),
  '/o/:id': async (at, { id }) => {
    const data = Id.safeParse(id).success ? await organisationData(at.db, id!, at.now) : undefined
    return data && at.pages.organisationPage(at.reader, data)
  },
  '/s/:id': async (at, { id }) => {
    const data = Id.safeParse(id).success ? await publishedCeremony(at.db, id!) : undefined
    return data && at.pages.ceremonyPage(at.reader, data)
  },
  '/robots.txt': async ({ origin }) => ({ type: 'text/plain; charset=utf-8', body: robotsText(origin) }),
  '/sitemap.xml': async ({ db, origin }) => ({ type: 'application/xml; charset=utf-8', body: sitemap(origin, await publicPaths(db)) }),
}

/** What begins like a public page and is none is answered here too. */
export const publicAddresses = [...Object.keys(pages), '/a/*', '/o/*', '/s/*']

/** The document at a public address, for this visitor; the front page also stands at `/` for who has not signed in. */
export const publicSite = (ground: Ground) => async (visitor: Visitor): Promise<Document> => {
  const locale = negotiate({ query: visitor.query['lang'], cookie: visitor.cookies['pamir-locale'], acceptLanguage: visitor.acceptLanguage })
  const { pattern, params } = matched(visitor.path)
  const reader = { locale, text: translator(locale), instance: ground.instance, origin: ground.origin, path: visitor.path === '/' ? '/public' : visitor.path }
  const at: At = { ...ground, locale, path: visitor.path, reader, now: ground.clock().toISOString(), after: visitor.query['after'] }
  const answer = pattern ? await pages[pattern]!(at, params).catch(nothing) : undefined
  if (answer === undefined) return { type: html, body: ground.pages.missingPage(reader), status: 404, language: locale }
  return typeof answer === 'string' ? { type: html, body: answer, language: locale } : answer
}

const html = 'text/html; charset=utf-8'

function nothing(error: unknown): undefined {
  if (!(error instanceof NotFound)) throw error
}

function matched(path: string): { pattern: string | undefined; params: Record<string, string> } {
  const parts = (path === '/' ? '/public' : path).split('/')
  for (const pattern of Object.keys(pages)) {
    const wanted = pattern.split('/')
    if (wanted.length !== parts.length || !wanted.every((one, place) => (one.startsWith(':') ? parts[place] !== '' : one === parts[place]))) continue
    return { pattern, params: Object.fromEntries(wanted.flatMap((one, place) => (one.startsWith(':') ? [[one.slice(1), parts[place]!]] : []))) }
  }
  return { pattern: undefined, params: {} }
}
