// Public agreements: those in force, and those of which nobody stated how long they hold. Lapsed and ended ones are not shown as if they held.
import { type AgreementLine, ListQuery } from '#domains/agreements/model.ts'
import { listAgreements } from '#domains/agreements/store.ts'
import { stranger } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Id, Instant } from '#platform/kinds.ts'
import type { PublicAgreement } from './model.ts'
import { asPublic, publicOrganisations } from './names-store.ts'

type Found = { inForce: PublicAgreement[]; unclear: PublicAgreement[] }

export async function publicAgreements(db: Reading, of: { alliance: Id } | { organisation: Id }, now: Instant): Promise<Found> {
  const list = async (state: string) => (await listAgreements(db, stranger, ListQuery.parse({ ...of, state, limit: 200, sort: '-signed' }), now)).rows
  const [inForce, unclear] = [await list('in-force,expiring'), await list('unclear')]
  const known = await publicOrganisations(db, [...inForce, ...unclear].flatMap(({ parties }) => parties.map(({ organisation }) => organisation.id)))
  const shown = (line: AgreementLine): PublicAgreement => ({ ...line, parties: line.parties.map(({ organisation, unit }) => ({ organisation: asPublic(known, organisation.id), unit })) })
  return { inForce: inForce.map(shown), unclear: unclear.map(shown) }
}
