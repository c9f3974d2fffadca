// What people ask of organisations.
import { sql } from 'kysely'
import { nameIn } from '#domains/organisations/model.ts'
import { findOrganisationsBrief } from '#domains/organisations/store.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Id, Locale } from '#platform/kinds.ts'

export async function organisationExists(db: Reading, id: Id): Promise<boolean> {
  const [brief] = await findOrganisationsBrief(db, [id])
  return brief !== undefined && brief.status !== 'merged'
}

export async function organisationNameIn(db: Reading, id: Id, locale: Locale): Promise<string> {
  const [brief] = await findOrganisationsBrief(db, [id])
  return brief ? nameIn(brief, locale) : ''
}

/** By id, by ROR, or by exact name when only one bears it. */
export async function findOrganisationByText(db: Reading, text: string): Promise<Id | undefined> {
  const ror = /(0[a-z0-9]{8})\/?$/i.exec(text)?.[1]?.toLowerCase()
  const rows = await db.selectFrom('organisation').select('id').where('status', '<>', 'merged')
    .where((is) => is.or([is(sql<string>`id::text`, '=', text.toLowerCase()), is('name', '=', text), is('nameEn', '=', text),
      is('id', 'in', is.selectFrom('organisationIdentifier').select('organisationId').where('scheme', '=', 'ror').where('value', '=', ror ?? ''))]))
    .limit(2).execute()
  return rows.length === 1 ? rows[0]!.id : undefined
}
