// Lays a matter of membership before the body that decides: into a session that is called, or as a decision in writing. What the body carries comes back as news.
import { addItem } from '#domains/committees/meeting-actions.ts'
import { propose } from '#domains/committees/procedure-actions.ts'
import { ItemDraft } from '#domains/committees/session-model.ts'
import type { Matter } from '#domains/committees/rule-model.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { findOrganisationsBrief } from '#domains/organisations/store.ts'
import { record } from '#platform/audit/journal.ts'
import type { Doing } from '#platform/http/serve.ts'
import { locales } from '#platform/i18n/locale.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Id } from '#platform/kinds.ts'
import { demand, found } from '#platform/refusals.ts'
import type { ApplicationFile } from './admission-model.ts'
import { whyNot } from './admission-rules.ts'
import { findApplication, holdApplication } from './admission-store.ts'

export type Laid = { bodyId: Id; laidKind: 'meeting' | 'procedure'; laidId: Id }
type About = { bodyId: Id; meetingId: Id | null; key: 'admission' | 'suspension' | 'appeal'; matter: Matter; kind: 'application' | 'suspension'; id: Id; organisationId: Id }

/** Its words are the same in every language: what is decided about, and whom it is about. */
export async function layBefore(at: Doing, { bodyId, meetingId, key, matter, kind, id, organisationId }: About): Promise<Laid> {
  const organisation = found((await findOrganisationsBrief(at.db, [organisationId]))[0])
  const words = (what: string) => Object.fromEntries(locales.map((locale) => [locale, translator(locale)(`memberships.laid.${key}.${what}`, { organisation: nameIn(organisation, locale) })]))
  const about = { aboutKind: kind, aboutId: id }
  if (meetingId === null) return { bodyId, laidKind: 'procedure', laidId: (await propose(at, bodyId, { text: words('text'), matter, days: null, ...about })).id }
  const meeting = await at.db.selectFrom('meeting').select('id').where('id', '=', meetingId).where('bodyId', '=', bodyId).executeTakeFirst()
  await addItem(at, found(meeting).id, { ...ItemDraft.parse({ title: words('title'), aim: 'decision', matter, notes: words('text') }), ...about })
  return { bodyId, laidKind: 'meeting', laidId: meetingId }
}

export async function lay(at: Doing, id: Id, meetingId: Id | null): Promise<ApplicationFile> {
  const { application, rules, stands } = await holdApplication(at, id)
  demand(whyNot('lay', stands))
  demand(application.organisationId === null ? 'memberships.identify-first' : undefined)
  const laid = await layBefore(at, { bodyId: rules.rules.bodyId!, meetingId, key: application.appealed ? 'appeal' : 'admission', matter: 'admission', kind: 'application', id, organisationId: application.organisationId! })
  await at.db.updateTable('application').set({ ...laid, changedAt: at.now }).where('id', '=', id).execute()
  await record(at, { what: 'application.laid', about: id, data: { ...laid } })
  return findApplication(at, id)
}
