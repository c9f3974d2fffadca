// What people said a text means. The resolver asks here first; a correction can be taken back.
import { record } from '#platform/audit/journal.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found, Refused } from '#platform/refusals.ts'
import type { Correction } from './api.ts'
import { keyOf } from './names.ts'
import { tell } from './news.ts'
import { whyNotJudge } from './rules.ts'
import { findOrganisation, organisationsById } from './store.ts'

export type Said = { text: string; country: string | null; organisationId: Id }

/** Keeps several corrections at once; the last word on a text holds. */
export async function learnCorrections(at: Pick<Doing, 'db' | 'viewer' | 'now'>, said: Said[]): Promise<void> {
  const distinct = new Map(said.map((one) => [`${keyOf(one.text)} ${one.country}`, one]))
  for (const { text, country, organisationId } of distinct.values()) {
    const row = { text, organisationId, saidBy: at.viewer.id, saidAt: at.now }
    await at.db.insertInto('organisationCorrection').values({ id: newId(), textKey: keyOf(text), country, ...row })
      .onConflict((on) => on.columns(['textKey', 'country']).doUpdateSet(row)).execute()
    await record(at, { what: 'organisation.text-explained', about: organisationId, data: { text, country } })
    await tell(at.db, { said: [{ text, country, organisationId }] })
  }
}

/** One correction, said outside an import. */
export async function sayWhatTextMeans(at: Doing, said: Said): Promise<void> {
  demand(whyNotJudge(at.viewer))
  if ((await findOrganisation(at.db, said.organisationId)).status === 'merged') throw new Refused('organisations.was-merged')
  await learnCorrections(at, [said])
}

export async function takeBackCorrection(at: Doing, id: Id): Promise<Said> {
  demand(whyNotJudge(at.viewer))
  const gone = found(await at.db.deleteFrom('organisationCorrection').where('id', '=', id).returning(['text', 'country', 'organisationId']).executeTakeFirst())
  await record(at, { what: 'organisation.explanation-taken-back', about: gone.organisationId, data: { text: gone.text, country: gone.country } })
  await tell(at.db, { takenBack: { text: gone.text, country: gone.country } })
  return gone
}

export async function listCorrections(db: Reading): Promise<Correction[]> {
  const rows = await db.selectFrom('organisationCorrection').select(['id', 'text', 'country', 'organisationId', 'saidAt']).orderBy('id', 'desc').limit(200).execute()
  const briefs = await organisationsById(db, rows.map(({ organisationId }) => organisationId))
  return rows.map(({ organisationId, ...row }) => ({ ...row, organisation: briefs.get(organisationId)! }))
}
