// What a message says: what happened, in which agreement, by whom, in the languages that were asked for. Only what the organisation's office may see.
import { sql } from 'kysely'
import { titleIn } from '#domains/agreements/model.ts'
import { seenBy } from '#domains/agreements/store.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import { nobody, stranger, type Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Id } from '#platform/kinds.ts'
import { bare, type Installation } from './letters.ts'
import type { DeliveryRow, WebhookRow } from './webhook-model.ts'

type Sent = Pick<DeliveryRow, 'kind' | 'what' | 'about' | 'who' | 'office' | 'facts' | 'at'>
type To = Pick<WebhookRow, 'id' | 'organisationId' | 'languages'>

/** The text to send, or nothing when the office may not see what it is about any more. */
export async function bodyOf(db: Reading, home: Pick<Installation, 'publicUrl' | 'name'>, { kind, what, about, who, office, facts, at }: Sent, to: To): Promise<string | undefined> {
  const organisation = (await organisationsById(db, [to.organisationId])).get(to.organisationId)
  const own = { id: to.organisationId, name: organisation ? nameIn(organisation, to.languages[0] ?? 'en') : '' }
  if (about === null) {
    return JSON.stringify({ type: what, timestamp: at, data: { kind, organisation: own, webhook: to.id, says: saying(to, () => 'webhooks.test.says', () => ({ name: home.name })) } })
  }
  const agreement = await seenBy(db, await officeOf(db, to.organisationId)).select(['agreement.id', 'agreement.title', 'agreement.titleLang', 'agreement.titles']).where('agreement.id', '=', about).executeTakeFirst()
  if (!agreement) return undefined
  const titles = Object.fromEntries(to.languages.map((lang) => [lang, titleIn(agreement, lang)]))
  const says = saying(to, () => `notices.told.${what}`, (lang) => ({ title: titles[lang] }))
  return JSON.stringify({
    type: what, timestamp: at, data: { kind, organisation: own, agreement: { id: about, titles, url: `${home.publicUrl}/agreements/${about}` }, by: await doer(db, who, office), says, facts },
  })
}

const saying = ({ languages }: To, key: () => string, values: (lang: To['languages'][number]) => Record<string, unknown>) =>
  Object.fromEntries(languages.map((lang) => [lang, bare(translator(lang)(key(), values(lang)))]))

/** As a director of the organisation would look at it. */
export async function officeOf(db: Reading, organisationId: Id): Promise<Viewer> {
  const { rows } = await sql<{ id: Id }>`with recursive down as (select ${organisationId}::uuid as id union select o.id from organisation o join down on o.parent_id = down.id) select id from down`.execute(db as never)
  const { country } = await db.selectFrom('organisation').select('country').where('id', '=', organisationId).executeTakeFirstOrThrow()
  return { ...stranger, offices: [{ id: organisationId, role: 'director', organisationId, organisationName: null, country, within: rows.map(({ id }) => id) }] }
}

/** Who did it, with the organisation in whose name, as the agreement's history says it to everyone who sees it. */
async function doer(db: Reading, who: Id, office: Id | null): Promise<{ name: string; organisation: { id: Id; name: string } | null } | null> {
  if (who === nobody) return null
  const person = await db.selectFrom('person').select('name').where('id', '=', who).executeTakeFirst()
  const held = office && await db.selectFrom('office').innerJoin('organisation', 'organisation.id', 'office.organisationId').select(['organisation.id', 'organisation.name']).where('office.id', '=', office).executeTakeFirst()
  return person ? { name: person.name, organisation: held || null } : null
}
