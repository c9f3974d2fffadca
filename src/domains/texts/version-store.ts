// Versions: numbered, never changed, with the consents that sides gave to them.
import { sql } from 'kysely'
import type { Party } from '#domains/agreements/model.ts'
import { isInner } from '#domains/agreements/rules.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
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

/** Whoever is of no side reads the version that was agreed, and of none what the sides wrote to each other with it. */
export async function versionsFor(db: Reading, viewer: Viewer, { parties, text }: Of): Promise<VersionLine[]> {
  if (isInner(parties, viewer)) return versionsOf(db, text.agreementId)
  const agreed = await agreedVersion(db, text.agreementId)
  return agreed ? (await versionsOf(db, text.agreementId)).filter(({ id }) => id === agreed.id).map((one) => ({ ...one, note: null })) : []
}

export async function versionFor(db: Reading, viewer: Viewer, { parties, text }: Of, id: Id): Promise<Version> {
  const version = await findVersion(db, text.agreementId, id)
  if (isInner(parties, viewer)) return version
  return found((await agreedVersion(db, text.agreementId))?.id === id ? { ...version, note: null } : null)
}
type Of = { parties: Pick<Party, 'organisationId' | 'role'>[]; text: { agreementId: Id } }

/** The latest version, once the text is agreed: no side may have taken its consent back. */
export async function agreedVersion(db: Reading, agreementId: Id): Promise<Version | null> {
  const text = await db.selectFrom('agreementText').select('stage').where('agreementId', '=', agreementId).executeTakeFirst()
  if (!text || text.stage === 'drafting' || text.stage === 'negotiating') return null
  return (await lines(db, agreementId).select('content').orderBy('number', 'desc').limit(1).executeTakeFirst()) ?? null
}
