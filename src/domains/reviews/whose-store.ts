// Whose agreement or alliance it is, and what this viewer may do there. Challenges, proposals and reviews are the inner matter of the sides: who may
// read the agreement but holds no office at a side does not find them.
import { sql } from 'kysely'
import type { Party } from '#domains/agreements/model.ts'
import { mayWrite, sidesHeld, sidesOf } from '#domains/agreements/rules.ts'
import { seenBy as agreementsSeen } from '#domains/agreements/store.ts'
import { type Keeping, whyNotKeep } from '#domains/alliances/rules.ts'
import { seenBy as alliancesSeen } from '#domains/alliances/store.ts'
import { doers } from '#domains/commitments/rules.ts'
import { organisationsOf, type Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'

export type Parties = Pick<Party, 'organisationId' | 'role'>[]
/** `kept`: the sides whose records this viewer keeps; `acting`: those where an office does the work. */
export type Whose = { id: Id; names: Record<string, string>; draft: boolean; parties: Parties; sides: Id[]; kept: Id[]; acting: Id[]; mayWrite: boolean }

export const partiesColumn = sql<Parties>`(select coalesce(json_agg(json_build_object('organisationId', p.organisation_id, 'role', p.role) order by p.place), '[]') from agreement_party p where p.agreement_id = agreement.id)`
export const namesColumn = sql<Record<string, string>>`agreement.titles || jsonb_build_object(coalesce(agreement.title_lang, 'en'), agreement.title)`

/** Agreements at a side of which this viewer holds an office. */
export const innerTo = (db: Reading, viewer: Viewer) => agreementsSeen(db, viewer).$if(!viewer.admin, (q) => q.where(sql<boolean>`agreement.party_ids && ${organisationsOf(viewer)}::uuid[]`))

export async function whoseAgreement(db: Reading, viewer: Viewer, id: Id): Promise<Whose> {
  const row = found(await innerTo(db, viewer).select(['agreement.id', 'agreement.draft', namesColumn.as('names'), partiesColumn.as('parties')]).where('agreement.id', '=', id).executeTakeFirst())
  return { ...row, ...powers(row.parties, viewer) }
}

export function powers(parties: Parties, viewer: Viewer): Pick<Whose, 'sides' | 'kept' | 'acting' | 'mayWrite'> {
  const kept = sidesHeld(parties, viewer)
  return { sides: sidesOf(parties), kept, acting: sidesHeld(parties, viewer, ...doers), mayWrite: mayWrite(parties, viewer) && kept.length > 0 }
}

/** Whether this viewer writes the records of an alliance; not there for who does not see it. */
export async function keepsAlliance(db: Reading, viewer: Viewer, id: Id): Promise<boolean> {
  const row = found(await alliancesSeen(db, viewer).leftJoin('alliance as above', 'above.id', 'alliance.parentId')
    .select(['alliance.organisationId', 'alliance.hostId', 'above.organisationId as aboveOrganisation', 'above.hostId as aboveHost']).where('alliance.id', '=', id).executeTakeFirst())
  const keeping: Keeping = { ...row, parent: row.aboveOrganisation ? { organisationId: row.aboveOrganisation, hostId: row.aboveHost } : null }
  return !whyNotKeep(keeping, viewer)
}
