// The page behind the link that ends letters: without signing in, and only by a press, so that a mail scanner that follows links ends nothing.
import { hashOf } from '#platform/auth/tokens.ts'
import type { Database } from '#platform/db/database.ts'
import type { Document, Visitor } from '#platform/http/documents.ts'
import type { Form } from '#platform/http/forms.ts'
import { dir, negotiate } from '#platform/i18n/locale.ts'
import { translator } from '#platform/i18n/words.ts'
import { NotFound } from '#platform/refusals.ts'
import { unsubscribe } from './actions.ts'
import { wishesOf } from './store.ts'

export const unsubscribeAddress = '/unsubscribe/:token'

export function unsubscribeForm({ db, name }: { db: Database; name: string }): Form {
  const show = async (visitor: Visitor, token: string): Promise<Document> => {
    const link = await db.selectFrom('noticeUnsubscribe').innerJoin('person', 'person.id', 'noticeUnsubscribe.personId').select(['person.id', 'person.locale']).where('tokenHash', '=', hashOf(token)).executeTakeFirst()
    const locale = negotiate({ query: visitor.query['lang'], cookie: visitor.cookies['pamir-locale'] ?? link?.locale ?? undefined })
    if (!link) return page(locale, name, 'unknown', 404)
    const subscribed = Object.values(await wishesOf(db, link.id)).some(({ byMail, inDigest }) => byMail || inDigest)
    return page(locale, name, subscribed ? 'asks' : 'done', 200)
  }
  return {
    show: (visitor, { token }) => show(visitor, token!),
    take: async (visitor, { token }) => (await db.transaction().execute((tx) => unsubscribe(tx, token!)) ? undefined : show(visitor, token!)),
    file: async () => { throw new NotFound() },
  }
}

type Locale = ReturnType<typeof negotiate>
const escaped = (said: string) => said.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

function page(locale: Locale, name: string, what: 'asks' | 'done' | 'unknown', status: number): Document {
  const text = translator(locale)
  const say = (key: string) => escaped(text(`notices.unsubscribe.${key}`, { name }))
  const body = `<!doctype html><html lang="${locale}" dir="${dir(locale)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${say('title')}</title>
<main><h1>${say('title')}</h1><p>${say(what)}</p>${what === 'asks' ? `<form method="post"><button>${say('do')}</button></form>` : ''}</main></html>`
  return { type: 'text/html; charset=utf-8', body, status, language: locale }
}
