// The history of an agreement as one archive, for whoever sees the agreement: its journal, the names behind it, its files.
import { archiveOf, type ArchivingFile, withheld } from '#platform/audit/archive.ts'
import { chainOf, type Entry } from '#platform/audit/journal.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading } from '#platform/db/database.ts'
import { filesAbout } from '#platform/files/files.ts'
import type { Download } from '#platform/http/contract.ts'
import { locales } from '#platform/i18n/locale.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Id, Instant } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { hasInnerWords, innerOf } from './inner-store.ts'
import { seenBy } from './seen.ts'

type Also = (db: Reading, viewer: Viewer, agreement: Id) => Promise<ArchivingFile[]>
const alsoKept: Also[] = []

/** Said once by a floor above that keeps files of its own about an agreement: sealed texts, evidence. Only what this viewer may open. */
export const whenArchived = (find: Also): void => void alsoKept.push(find)

export async function archiveHistory(db: Reading, viewer: Viewer, id: Id, now: Instant): Promise<Download> {
  const { title } = found(await seenBy(db, viewer).select('agreement.title').where('agreement.id', '=', id).executeTakeFirst())
  const inner = await innerOf(db, viewer, id)
  const chain = (await chainOf(db, id)).map((entry) => (inner || !hasInnerWords(entry) ? entry : withheld(entry)))
  const files = [await filesAbout(db, id), ...await Promise.all(alsoKept.map((find) => find(db, viewer, id)))].flat()
  return archiveOf(db, { about: id, title, now, chain, files, names: await namesBehind(db, chain), readme: readme(title) })
}

/** How it is checked, in every language: nobody knows who will open it. */
const readme = (title: string) => locales.map((locale) => translator(locale)('agreements.archive.readme', { title })).join('\n\n')

async function namesBehind(db: Reading, chain: readonly Entry[]): Promise<Record<Id, string>> {
  const persons = await db.selectFrom('person').select(['id', 'name']).where('id', '=', anyOf([...new Set(chain.map(({ who }) => who))])).execute()
  const offices = await db.selectFrom('office').innerJoin('organisation as at', 'at.id', 'office.organisationId').select(['office.id', 'at.name', 'office.role'])
    .where('office.id', '=', anyOf([...new Set(chain.flatMap(({ office }) => office ?? []))])).execute()
  return Object.fromEntries([...persons.map(({ id, name }) => [id, name]), ...offices.map(({ id, role, name }) => [id, `${role}, ${name}`])])
}
