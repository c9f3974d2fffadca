// The pages of memberships for who has no account: applying, how an application stands, and the yearly word about a contact. Plain forms, drawn by the server.
import type * as PagesModule from '#web/public/pages.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import type { Database } from '#platform/db/database.ts'
import type { Download } from '#platform/http/contract.ts'
import type { Document, Visitor } from '#platform/http/documents.ts'
import type { Form } from '#platform/http/forms.ts'
import { negotiate } from '#platform/i18n/locale.ts'
import { translator } from '#platform/i18n/words.ts'
import { NotFound, Refused } from '#platform/refusals.ts'
import { ApplyingInPublic, Contact, Pledging } from './admission-model.ts'
import { confirmByLink, openContact } from './contact-actions.ts'
import { allianceName, type Installation } from './letters.ts'
import { actByLink, applyInPublic, type ByLink, openAlliance, openByLink } from './public-actions.ts'

/** What the pages stand on: they are built TSX, so they are brought by the house. */
export type Ground = { db: Database; pages: Pick<typeof PagesModule, 'applyPage' | 'applicationPage' | 'contactPage' | 'linkOverPage' | 'missingPage'>; home: Installation; clock: () => Date }
type Fields = Record<string, string>
type Wrong = Record<string, string[]>

export const applyAddress = '/a/:slug/apply'
export const applicationAddress = '/apply/:token'
export const contactAddress = '/contact/:token'

const html = 'text/html; charset=utf-8'
const noFile = async (): Promise<Download> => { throw new NotFound() }
const moment = ({ clock }: Ground) => { const now = clock().toISOString(); return { now, today: now.slice(0, 10) } }

function readerOf({ home }: Ground, { query, cookies, path, acceptLanguage }: Visitor, suggested?: string) {
  const locale = negotiate({ query: query['lang'], cookie: cookies['pamir-locale'] ?? suggested, acceptLanguage })
  return { locale, text: translator(locale), instance: home.name, origin: home.publicUrl, path }
}
const document = (body: string, locale: string, status = 200): Document => ({ type: html, body, status, language: locale })

/** `GET /a/:slug/apply`: what is asked for, and the form. */
export function applyForm(ground: Ground): Form {
  const shown = async (visitor: Visitor, slug: string, filled?: { fields: Fields; wrong: Wrong }): Promise<Document> => {
    const reader = readerOf(ground, visitor)
    const alliance = await openAlliance(ground.db, slug).catch(missing)
    if (!alliance) return document(ground.pages.missingPage(reader), reader.locale, 404)
    return document(ground.pages.applyPage(reader, { alliance: await allianceName(ground.db, alliance.id, reader.locale), slug, rules: alliance.rules.rules, ...filled }), reader.locale, filled ? 422 : 200)
  }
  return {
    show: (visitor, { slug }) => shown(visitor, slug!),
    take: async (visitor, { slug }, fields) => {
      const { locale } = readerOf(ground, visitor)
      const applying = ApplyingInPublic.safeParse({
        applicant: { name: fields['organisation'], country: fields['country'] || null, city: fields['city']?.trim() || null, website: fields['website']?.trim() || null },
        contact: { name: fields['name'], officeName: fields['office']?.trim() || null, email: fields['email'], locale }, letter: fields['letter']?.trim() || null,
      })
      if (!applying.success) return shown(visitor, slug!, { fields, wrong: wrongIn(applying.error.issues) })
      const token = await ground.db.transaction().execute((db) => applyInPublic({ db, ...moment(ground) }, ground.home, slug!, applying.data)).catch(refusal)
      if (token instanceof Refused) return shown(visitor, slug!, { fields, wrong: { organisation: [token.reason] } })
      return applicationShown(ground, { ...visitor, path: `/apply/${token}` }, token)
    },
    file: noFile,
  }
}

async function applicationShown(ground: Ground, visitor: Visitor, token: string, filled?: { fields: Fields; wrong: Wrong }): Promise<Document> {
  const file = await openByLink({ db: ground.db, ...moment(ground) }, token).catch(refusal)
  const reader = readerOf(ground, visitor, file instanceof Refused ? undefined : file.contact.locale)
  if (file instanceof Refused) return document(ground.pages.linkOverPage(reader), reader.locale, 404)
  return document(ground.pages.applicationPage(reader, { file, today: moment(ground).today, ...filled }), reader.locale, filled ? 422 : 200)
}

/** `GET /apply/:token`: how it stands, and whatever the applicant may do now. */
export const applicationForm = (ground: Ground): Form => ({
  show: (visitor, { token }) => applicationShown(ground, visitor, token!),
  take: async (visitor, { token }, fields, file) => {
    const what = deedIn(fields, file)
    const refused = (wrong: Wrong) => applicationShown(ground, visitor, token!, { fields, wrong })
    if (!what) return refused({ [fields['deed'] ?? '']: [fields['deed'] === 'hand-in' ? 'memberships.no-file-chosen' : 'memberships.words-missing'] })
    const trouble = await ground.db.transaction().execute((db) => actByLink({ db, ...moment(ground) }, token!, what)).then(() => undefined, refusal)
    return trouble && refused({ [what.deed]: [trouble.reason] })
  },
  file: noFile,
})

function deedIn(fields: Fields, file: Parameters<Form['take']>[3]): ByLink | undefined {
  const [deed, said] = [fields['deed'], fields['said']?.trim()]
  if (deed === 'hand-in') return file && { deed, requirement: fields['requirement'] ?? '', file }
  if (deed === 'answer' || deed === 'appeal' || deed === 'withdraw') return said ? { deed, said } : undefined
  const pledging = Pledging.safeParse({ name: fields['name'], officeName: fields['office'], hash: fields['hash'] })
  return deed === 'pledge' && pledging.success ? { deed, pledging: pledging.data } : undefined
}

/** `GET /contact/:token`: what stands here of a member, to be confirmed by one press or put right. */
export function contactForm(ground: Ground): Form {
  const shown = async (visitor: Visitor, token: string, filled?: { fields: Fields; wrong: Wrong }): Promise<Document> => {
    const { db } = ground
    const opened = await openContact(db, token, moment(ground).today).catch(refusal)
    const reader = readerOf(ground, visitor, opened instanceof Refused ? undefined : opened.contact?.locale)
    if (opened instanceof Refused) return document(ground.pages.linkOverPage(reader), reader.locale, 404)
    const organisation = (await organisationsById(db, [opened.check.organisationId])).get(opened.check.organisationId)!
    return document(ground.pages.contactPage(reader, { ...opened, organisation, alliance: await allianceName(db, opened.check.allianceId, reader.locale), ...filled }), reader.locale, filled ? 422 : 200)
  }
  return {
    show: (visitor, { token }) => shown(visitor, token!),
    take: async (visitor, { token }, fields) => {
      const { locale } = readerOf(ground, visitor)
      const contact = Contact.safeParse({ name: fields['name'], officeName: fields['office']?.trim() || null, email: fields['email'], locale })
      const byName = fields['by']?.trim()
      if (!contact.success || !byName) return shown(visitor, token!, { fields, wrong: { ...(contact.success ? {} : wrongIn(contact.error.issues)), ...(byName ? {} : { by: ['memberships.words-missing'] }) } })
      const trouble = await ground.db.transaction().execute((db) => confirmByLink({ db, ...moment(ground) }, token!, { contact: contact.data, remarks: fields['remarks']?.trim() || null, byName })).then(() => undefined, refusal)
      return trouble && shown(visitor, token!)
    },
    file: noFile,
  }
}

/** The field of the form that an issue is about, and the word for it. */
const fieldOf: Record<string, string> = { 'applicant.name': 'organisation', 'applicant.country': 'country', 'applicant.website': 'website', 'contact.name': 'name', 'contact.email': 'email', name: 'name', email: 'email' }
function wrongIn(issues: readonly { path: PropertyKey[]; message: string }[]): Wrong {
  return Object.fromEntries(issues.map(({ path, message }) => [fieldOf[path.join('.')] ?? String(path.at(-1)), [/^[a-z]+\.[a-z-]+$/.test(message) ? message : path.at(-1) === 'website' ? 'memberships.not-an-address' : 'memberships.words-missing']]))
}

function refusal(error: unknown): Refused {
  if (error instanceof Refused) return error
  throw error
}
function missing(error: unknown): undefined {
  if (!(error instanceof NotFound)) throw error
}
