// The page behind the link of an invitation: the meeting on both clocks, its agenda, and a plain form to say whether one comes. Opening the
// page answers nothing, since programs that look for harm open every link.
import type * as PagesModule from '#web/public/pages.ts'
import type { Database } from '#platform/db/database.ts'
import type { Document, Visitor } from '#platform/http/documents.ts'
import type { Form } from '#platform/http/forms.ts'
import { negotiate } from '#platform/i18n/locale.ts'
import { translator } from '#platform/i18n/words.ts'
import { NotFound } from '#platform/refusals.ts'
import { answerInvitation, openInvitation } from './invitation-actions.ts'
import { Coming } from './meeting-model.ts'

export type Ground = { db: Database; pages: Pick<typeof PagesModule, 'invitationPage'>; instance: string; origin: string; clock: () => Date }
export const invitationAddress = '/m/:token'

export function invitationForm({ db, pages, instance, origin, clock }: Ground): Form {
  const shown = async ({ query, cookies, path }: Visitor, token: string, missing = false): Promise<Document> => {
    const opened = await openInvitation(db, token)
    const locale = negotiate({ query: query['lang'], cookie: cookies['pamir-locale'] ?? opened.locale })
    const chosen = Coming.safeParse(query['answer'])
    const { sitting: { held, meeting, items }, name, coming, mayAnswer, zone } = opened
    const data = { body: held.body.name, meeting, items: items.map(({ title }) => title), name, coming, mayAnswer, zone, chosen: chosen.success ? chosen.data : coming, missing }
    return { type: 'text/html; charset=utf-8', body: pages.invitationPage({ locale, text: translator(locale), instance, origin, path }, data), status: missing ? 422 : 200, language: locale }
  }
  return {
    show: (request, { token }) => shown(request, token!),
    take: async (request, { token }, fields) => {
      const coming = Coming.safeParse(fields['coming'])
      if (!coming.success) return shown(request, token!, true)
      await db.transaction().execute((tx) => answerInvitation({ db: tx, now: clock().toISOString() }, token!, coming.data))
      return undefined
    },
    file: async () => { throw new NotFound() },
  }
}
