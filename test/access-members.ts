// The walk's applications for membership of its alliance: one to be checked, one asked for more, one before the council, one that was refused; and a sub-alliance that sleeps.
import { addAlliances } from '#domains/alliances/store.ts'
import '#domains/memberships/tables.ts'
import '#domains/secretariat/tables.ts'
import { addOrganisations } from '#domains/organisations/actions.ts'
import { house } from '#platform/auth/viewer.ts'
import { json, type Writing } from '#platform/db/database.ts'
import { addFile } from '#platform/files/files.ts'
import { type Id, newId } from '#platform/kinds.ts'

/** All but the first are by someone whom nobody has identified yet; the right one wrote them. */
export async function addMemberships(db: Writing, now: string, allianceId: Id, organisationId: Id, begunBy: Id) {
  const [application, asked, before, refused] = [newId(), newId(), newId(), newId()]
  const row = {
    allianceId, applicant: json({ name: 'Walked college', country: null, city: null, website: null }), contact: json({ name: 'Walker', officeName: null, email: 'walker@example.org', locale: 'en' as const }), letter: null, stepAt: now, dueOn: null,
    rulesVersion: 0, observesUntil: null, bodyId: null, laidKind: null, laidId: null, decisionId: null, appealed: false, byLink: false, toldAt: null, begunBy, begunAt: now, changedAt: now,
  }
  await db.insertInto('application').values([
    { ...row, id: application, organisationId, step: 'check' }, { ...row, id: asked, organisationId: null, step: 'completing' }, { ...row, id: before, organisationId: null, step: 'council' }, { ...row, id: refused, organisationId: null, step: 'refused' },
  ]).execute()
  const file = await addFile({ db, viewer: house, now }, application, { name: 'letter.pdf', type: '', bytes: Buffer.from('%PDF-1.7 letter') })
  const paper = newId()
  await db.insertInto('applicationPaper').values({ id: paper, applicationId: application, requirement: 'letter', fileId: file.id, byName: null, addedBy: begunBy, addedAt: now, removedAt: null }).execute()
  const subAlliance = newId()
  const [network] = await addOrganisations({ db, viewer: house, now }, [{ kind: 'network', names: [{ text: 'Walked sub-alliance', lang: 'en', kind: 'display' }] }])
  const facts = { hostId: null, foundedOn: null, foundedPrecision: null, purpose: {}, charter: {}, public: false, stated: {}, source: null, example: false, changedAt: now }
  await addAlliances(db, [{ id: subAlliance, organisationId: network!, slug: 'walked-below', parentId: allianceId, ...facts }])
  await db.insertInto('allianceDormancy').values({ id: newId(), allianceId: subAlliance, proposedOn: now.slice(0, 10), proposedAt: now, reasons: json([]) as never, declaredOn: null, declaredBy: null, declaredSaid: null, wokenAt: null, wokenBy: null }).execute()
  return { subAlliance, application, applicationAsked: asked, applicationBefore: before, applicationRefused: refused, applicationPaper: paper }
}

