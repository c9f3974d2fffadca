// One organisation in public: only if it is part of something public.
import { belongingsOf } from '#domains/alliances/store.ts'
import { findOrganisation } from '#domains/organisations/store.ts'
import { stranger } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Id, Instant } from '#platform/kinds.ts'
import { publicAgreements } from './agreements-store.ts'
import type { OrganisationData } from './model.ts'
import { asPublic, publicOnes, publicOrganisations } from './names-store.ts'

export async function organisationData(db: Reading, id: Id, now: Instant): Promise<OrganisationData | undefined> {
  if (!(await publicOnes(db, [id])).has(id)) return undefined
  const { kind, website, established, identifiers, origin, example, parentId } = await findOrganisation(db, id)
  const belongings = (await belongingsOf(db, stranger, id)).filter(({ standing }) => standing === 'member' || standing === 'observer')
  const known = await publicOrganisations(db, [id, parentId, ...belongings.map(({ alliance }) => alliance.organisation.id)])
  return {
    ...asPublic(known, id), kind, website, established, origin, example, identifiers: identifiers.map(({ scheme, value }) => ({ scheme, value })),
    partOf: parentId ? asPublic(known, parentId) : null, ...await publicAgreements(db, { organisation: id }, now),
    belongings: belongings.map(({ alliance: { slug, organisation, members, countries, stated, example: labelled }, standing }) =>
      ({ standing, alliance: { path: `/a/${slug}`, names: asPublic(known, organisation.id).names, members, countries, stated, example: labelled } })),
  }
}
