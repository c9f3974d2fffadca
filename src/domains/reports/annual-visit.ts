// A published annual report for who has not signed in: whole HTML in four languages, drawn by the server from what was frozen.
import type * as PagesModule from '#web/public/pages.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Document, Visitor } from '#platform/http/documents.ts'
import { negotiate } from '#platform/i18n/locale.ts'
import { translator } from '#platform/i18n/words.ts'
import { Id } from '#platform/kinds.ts'
import { sayAnnual, titleOfAnnual } from './annual-paper.ts'
import './tables.ts'

export type Ground = { db: Reading; pages: Pick<typeof PagesModule, 'annualPage' | 'missingPage'>; instance: string; origin: string }
export const annualAddresses = ['/r/:id', '/r/*']

export const annualSite = ({ db, pages, instance, origin }: Ground) => async (visitor: Visitor): Promise<Document> => {
  const locale = negotiate({ query: visitor.query['lang'], cookie: visitor.cookies['pamir-locale'], acceptLanguage: visitor.acceptLanguage })
  const reader = { locale, text: translator(locale), instance, origin, path: visitor.path }
  const id = Id.safeParse(visitor.path.split('/')[2])
  const report = id.success && visitor.path.split('/').length === 3 ? await db.selectFrom('annualReport').select(['content', 'hash', 'frozenAt', 'approvedAt', 'publishedAt']).where('id', '=', id.data).where('publishedAt', 'is not', null).executeTakeFirst() : undefined
  const html = 'text/html; charset=utf-8'
  if (!report) return { type: html, body: pages.missingPage(reader), status: 404, language: locale }
  const { content, ...facts } = report
  return { type: html, body: pages.annualPage(reader, { title: titleOfAnnual(content, locale), blocks: sayAnnual(content, locale, origin, true), ...facts }), language: locale }
}
