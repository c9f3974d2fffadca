// The page behind a link: one member's form for one who has no account, drawn by the server and sent as a plain form.
import type * as PagesModule from '#web/public/pages.ts'
import { allianceHeads } from '#domains/alliances/keeping-store.ts'
import { stranger } from '#platform/auth/viewer.ts'
import type { Database } from '#platform/db/database.ts'
import type { Document, Visitor } from '#platform/http/documents.ts'
import type { Form } from '#platform/http/forms.ts'
import { negotiate } from '#platform/i18n/locale.ts'
import { translator } from '#platform/i18n/words.ts'
import { ShortText } from '#platform/kinds.ts'
import { found, Invalid, NotFound, Refused } from '#platform/refusals.ts'
import { answerByLink } from './answer-actions.ts'
import { typedIn } from './typed-rules.ts'
import { formOf } from './form-store.ts'
import { linkOf } from './link-actions.ts'
import { fileByLink, withoutFileByLink } from './link-files.ts'
import { whyNotClose } from './rules.ts'

export type Ground = { db: Database; pages: Pick<typeof PagesModule, 'callPage' | 'callOverPage'>; instance: string; origin: string; clock: () => Date }
export const callAddress = '/k/:token'
type Filled = { fields: Record<string, string>; wrong: Record<string, string[]> }

export function callForm(ground: Ground): Form {
  const { db, pages } = ground
  const shown = async (visitor: Visitor, token: string, filled?: Filled): Promise<Document> => {
    const link = await linkOf(db, token).catch(refusal)
    const reader = readerOf(ground, visitor, link instanceof Refused ? undefined : link.locale)
    if (link instanceof Refused) return { type: html, body: pages.callOverPage(reader), status: 404, language: reader.locale }
    const { form } = await openForm(db, link)
    return { type: html, body: pages.callPage(reader, { form, mayAnswer: !whyNotClose(form.call), ...filled }), status: filled ? 422 : 200, language: reader.locale }
  }
  return {
    show: (visitor, { token }) => shown(visitor, token!),
    take: async (visitor, { token }, fields, file) => {
      const link = await linkOf(db, token!).catch(refusal)
      if (link instanceof Refused) return shown(visitor, token!)
      const [question, at] = [fields['question'] ?? '', { now: ground.clock().toISOString() }]
      if (fields['deed'] === 'file' || fields['deed'] === 'no-file') {
        if (fields['deed'] === 'file' && !file) return shown(visitor, token!, { fields: {}, wrong: { [question]: ['calls.public.no-file-chosen'] } })
        const trouble = await db.transaction().execute((tx) => (file ? fileByLink({ db: tx, ...at }, token!, question, file) : withoutFileByLink({ db: tx, ...at }, token!, question, fields['file'] ?? ''))).then(() => undefined, refusal)
        return trouble && shown(visitor, token!, { fields: {}, wrong: { [question]: [trouble.reason] } })
      }
      const { form } = await openForm(db, link)
      const [typed, name, office] = [typedIn(form.call.questions, fields), ShortText.safeParse(fields['name'] ?? ''), ShortText.safeParse(fields['office'] ?? '')]
      const wrong: Record<string, string[]> = { ...typed.wrong, ...(name.success ? {} : { name: ['calls.public.name-missing'] }), ...(office.success ? {} : { office: ['calls.public.office-missing'] }) }
      if (Object.keys(wrong).length > 0 || !name.success || !office.success) return shown(visitor, token!, { fields, wrong })
      const refused = await db.transaction().execute((tx) => answerByLink({ db: tx, ...at }, token!, typed.values, { name: name.data, officeName: office.data })).then(() => undefined, invalid)
      return refused ? shown(visitor, token!, { fields, wrong: refused instanceof Invalid ? refused.fields : {} }) : undefined
    },
    file: async () => { throw new NotFound() },
  }
}

async function openForm(db: Database, { callId, organisationId }: { callId: string; organisationId: string }) {
  const call = found(await db.selectFrom('memberCall').selectAll().where('id', '=', callId).executeTakeFirst())
  const asked = found(await db.selectFrom('callMember').selectAll().where('callId', '=', callId).where('organisationId', '=', organisationId).executeTakeFirst())
  return { form: await formOf(db, stranger, { call, asked, head: found((await allianceHeads(db, stranger, [call.allianceId])).get(call.allianceId)) }) }
}

const html = 'text/html; charset=utf-8'

/** The letter's language, unless the reader has chosen another. */
function readerOf({ instance, origin }: Ground, { query, cookies, path }: Visitor, suggested?: string) {
  const locale = negotiate({ query: query['lang'], cookie: cookies['pamir-locale'] ?? suggested })
  return { locale, text: translator(locale), instance, origin, path }
}

function refusal(error: unknown): Refused {
  if (error instanceof Refused) return error
  throw error
}
const invalid = (error: unknown): Invalid | Refused => {
  if (error instanceof Invalid) return error
  return refusal(error)
}
