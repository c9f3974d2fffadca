// The page behind a link: a claim and its evidence for one who has no account, drawn by the server and answered by a plain form.
import type * as PagesModule from '#web/public/pages.ts'
import type { Database } from '#platform/db/database.ts'
import type { Document, Visitor as Request } from '#platform/http/documents.ts'
import type { Form } from '#platform/http/forms.ts'
import { negotiate } from '#platform/i18n/locale.ts'
import { translator } from '#platform/i18n/words.ts'
import { Id } from '#platform/kinds.ts'
import { NotFound, Refused } from '#platform/refusals.ts'
import { answerByLink, openFileByLink, openLink } from './link-actions.ts'
import { Answering, Visitor } from './model.ts'

/** What the page stands on: pages are built TSX, so they are brought by the house. */
export type Ground = { db: Database; pages: Pick<typeof PagesModule, 'claimPage' | 'linkOverPage'>; instance: string; origin: string; clock: () => Date }
export const claimAddress = '/c/:token'

export function claimForm(ground: Ground): Form {
  const now = () => ground.clock().toISOString()
  const shown = async (request: Request, token: string, filled?: { fields: Record<string, string>; wrong: Record<string, string[]> }): Promise<Document> => {
    const reader = (suggested?: string) => readerOf(ground, request, suggested)
    const opened = await openLink(ground.db, token, now()).catch(refusal)
    if (opened instanceof Refused) return { type: html, body: ground.pages.linkOverPage(reader()), status: 404, language: reader().locale }
    const { locale } = reader(opened.link.locale)
    return { type: html, body: ground.pages.claimPage(reader(opened.link.locale), { ...opened, ...filled }), status: filled ? 422 : 200, language: locale }
  }
  return {
    show: (request, { token }) => shown(request, token!),
    take: async (request, { token }, fields) => {
      const [visitor, answering] = [Visitor.safeParse({ name: fields['name'], officeName: fields['office'] }), Answering.safeParse({ answer: fields['answer'], reason: fields['reason']?.trim() || null })]
      if (!visitor.success || !answering.success) return shown(request, token!, { fields, wrong: wrongIn(fields, answering.success) })
      const refused = await ground.db.transaction().execute((db) => answerByLink({ db, now: now() }, token!, visitor.data, answering.data)).then(() => undefined, refusal)
      // Whoever was slower sees the answer that stands.
      return refused && refused.reason !== 'confirmations.answered-already' ? shown(request, token!) : undefined
    },
    file: async ({ token, file }) => {
      if (!Id.safeParse(file).success) throw new NotFound()
      return openFileByLink(ground.db, token!, file!, now())
    },
  }
}

const html = 'text/html; charset=utf-8'

/** The letter's language, unless the reader has chosen another. */
function readerOf({ instance, origin }: Ground, { query, cookies, path }: Request, suggested?: string) {
  const locale = negotiate({ query: query['lang'], cookie: cookies['pamir-locale'] ?? suggested })
  return { locale, text: translator(locale), instance, origin, path }
}

function wrongIn({ name, office, answer }: Record<string, string>, answered: boolean): Record<string, string[]> {
  const missing: [string, boolean, string][] = [
    ['name', !name?.trim(), 'confirmations.public.name-missing'], ['office', !office?.trim(), 'confirmations.public.office-missing'],
    ['answer', answer !== 'confirmed' && answer !== 'disputed', 'confirmations.public.answer-missing'], ['reason', answer === 'disputed' && !answered, 'confirmations.reason-missing'],
  ]
  return Object.fromEntries(missing.filter(([, is]) => is).map(([field, , key]) => [field, [key]]))
}

function refusal(error: unknown): Refused {
  if (error instanceof Refused) return error
  throw error
}
