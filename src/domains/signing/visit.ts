// The public page of verification: by the code printed on the paper or by the file, drawn by the server, without a script.
import type * as PagesModule from '#web/public/pages.ts'
import type { Database } from '#platform/db/database.ts'
import type { Document, Visitor } from '#platform/http/documents.ts'
import type { Check } from '#platform/http/forms.ts'
import { negotiate } from '#platform/i18n/locale.ts'
import { translator } from '#platform/i18n/words.ts'
import { Refused } from '#platform/refusals.ts'
import { sealedUnder, verifyFile } from './verification-store.ts'

/** Pages are built TSX, so they are brought by the house. */
export type Ground = { db: Database; pages: Pick<typeof PagesModule, 'verifyPage'>; instance: string; origin: string; clock: () => Date }
export const verifyAddress = '/verify'

export function verifyCheck({ db, pages, instance, origin, clock }: Ground): Check {
  const html = (request: Visitor, data: Parameters<typeof pages.verifyPage>[1], status = 200): Document => {
    const reader = readerOf(request)
    return { type: 'text/html; charset=utf-8', body: pages.verifyPage(reader, data), status, language: reader.locale }
  }
  const readerOf = ({ query, cookies, acceptLanguage, path }: Visitor) => {
    const locale = negotiate({ query: query['lang'], cookie: cookies['pamir-locale'], acceptLanguage })
    return { locale, text: translator(locale), instance, origin, path }
  }
  return {
    show: async (request, { code: printed }) => {
      const code = printed ?? request.query['code']
      if (!code) return html(request, {})
      const sealed = await sealedUnder(db, code.slice(0, 40), readerOf(request).locale, clock().toISOString())
      return html(request, sealed ? { code, sealed } : { code, unknown: true }, sealed ? 200 : 404)
    },
    take: async (request, file) => {
      if (!file || file.length === 0) return html(request, { refused: 'web.no-file-came' }, 400)
      const now = clock().toISOString()
      return verifyFile(db, file, readerOf(request).locale, now).then((verification) => html(request, { verification }), (problem: unknown) => {
        if (problem instanceof Refused) return html(request, { refused: problem.reason }, problem.status)
        throw problem
      })
    },
  }
}
