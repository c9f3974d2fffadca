// The letters of memberships, in the language of whom they go to.
import { nameIn } from '#domains/organisations/model.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import type { Reading, Writing } from '#platform/db/database.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Id } from '#platform/kinds.ts'
import { type Post, writeLetter } from '#platform/mail/mail.ts'
import type { Application, Contact } from './admission-model.ts'
import type { ContactCheck } from './member-model.ts'

/** What a letter needs to know of the installation. */
export type Installation = { publicUrl: string; name: string; post: Post }

export async function allianceName(db: Reading, allianceId: Id, locale: Contact['locale']): Promise<string> {
  const { organisationId } = await db.selectFrom('alliance').select('organisationId').where('id', '=', allianceId).executeTakeFirstOrThrow()
  return nameIn((await organisationsById(db, [organisationId])).get(organisationId)!, locale)
}

export async function writeContactLetter(db: Writing, home: Installation, check: ContactCheck, { email, locale, name }: Pick<Contact, 'email' | 'locale' | 'name'>, link: string): Promise<void> {
  const text = translator(locale)
  const member = nameIn((await organisationsById(db, [check.organisationId])).get(check.organisationId)!, locale)
  const values = { alliance: await allianceName(db, check.allianceId, locale), member, name, link, until: formatDay(check.dueOn, 'day', locale), installation: home.name }
  await post(db, home, email, locale, check.reminders === 0 ? 'contact' : 'contact-reminder', text, values)
}

/** How an application stands now, to one who has no account here. */
export async function writeStepLetter(db: Writing, home: Installation, of: { allianceId: Id; contact: Contact; applicant: { name: string }; step: string }, link: string): Promise<void> {
  const text = translator(of.contact.locale)
  const values = { alliance: await allianceName(db, of.allianceId, of.contact.locale), organisation: of.applicant.name, name: of.contact.name, step: text(`memberships.next.${of.step}`), link, installation: home.name }
  await post(db, home, of.contact.email, of.contact.locale, 'application', text, values)
}

/** That a pledge waits to be accepted: to the applicant, or to the house of the alliance. */
export async function writePledgeLetter(db: Writing, home: Installation, kind: 'pledge-reminder' | 'pledge-late', of: Pick<Application, 'allianceId' | 'applicant' | 'contact' | 'dueOn'>, { email, locale }: Pick<Contact, 'email' | 'locale'>, link: string): Promise<void> {
  await post(db, home, email, locale, kind, translator(locale), { alliance: await allianceName(db, of.allianceId, locale), organisation: of.applicant.name, name: of.contact.name, due: formatDay(of.dueOn!, 'day', locale), link, installation: home.name })
}

async function post(db: Writing, home: Installation, toAddress: string, locale: Contact['locale'], kind: string, text: (key: string, values?: Record<string, unknown>) => string, values: Record<string, string>): Promise<void> {
  await writeLetter(db, home.post, { toAddress, toPerson: null, locale, kind: `memberships.${kind}`, subject: text(`memberships.letters.${kind}.subject`, values), body: bare(text(`memberships.letters.${kind}.body`, values)) })
}

/** An address that is clicked or copied must carry none of the marks that keep names whole in right-to-left text. */
const bare = (body: string): string => body.replace(/[\u2068\u2069]*(https?:\/\/[^\s\u2068\u2069]+)[\u2068\u2069]*/g, '$1')
