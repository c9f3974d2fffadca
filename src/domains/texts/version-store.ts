// Versions: numbered, never changed, with the consents that sides gave to them.
import { sql } from 'kysely'
import type { Reading } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import type { Consent, Version, VersionLine } from './negotiation-model.ts'
import { nameOf } from './names.ts'
import './tables.ts'

const consents = sql<Consent[]>`(select coalesce(json_agg(json_build_object('sideId', c.side_id, 'at', c.at, 'who', coalesce(c.by_name, (select name from person where id = c.who))) order by c.at), '[]')
  from text_consent c where c.version_id = text_version.id and c.withdrawn_at is null)`

const lines = (db: Reading, agreementId: Id) => db.selectFrom('textVersion').where('agreementId', '=', agreementId)
  .select(['id', 'number', 'note', 'turnFor as waitingFor', 'handedToId', 'sideId', 'at', 'hashes', nameOf('textVersion.who').as('who'), consents.as('consents')])

/** All of them, newest first. */
export const versionsOf = (db: Reading, agreementId: Id): Promise<VersionLine[]> => lines(db, agreementId).orderBy('number', 'desc').execute()

export const latestVersion = async (db: Reading, agreementId: Id): Promise<VersionLine | null> =>
  (await lines(db, agreementId).orderBy('number', 'desc').limit(1).executeTakeFirst()) ?? null

export async function findVersion(db: Reading, agreementId: Id, id: Id): Promise<Version> {
  return found(await lines(db, agreementId).select('content').where('id', '=', id).executeTakeFirst())
}

/** The latest version, once the text is agreed: no side may have taken its consent back. */
export async function agreedVersion(db: Reading, agreementId: Id): Promise<Version | null> {
  const text = await db.selectFrom('agreementText').select('stage').where('agreementId', '=', agreementId).executeTakeFirst()
  if (!text || text.stage === 'drafting' || text.stage === 'negotiating') return null
  return (await lines(db, agreementId).select('content').orderBy('number', 'desc').limit(1).executeTakeFirst()) ?? null
}
