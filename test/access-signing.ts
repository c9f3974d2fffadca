// A signing that is open, for the walk of `access.test.ts`: one place of the right office, one of its partner, one clearance that waits.
import { addAgreements } from '#domains/agreements/actions.ts'
import { house } from '#platform/auth/viewer.ts'
import type { Writing } from '#platform/db/database.ts'
import { keepContent } from '#platform/files/files.ts'
import { type Id, type Instant, newId } from '#platform/kinds.ts'
import { addClearances } from '#domains/signing/clearance-store.ts'

export async function addSigning(db: Writing, now: Instant, { organisation, partner }: Record<'organisation' | 'partner', Id>) {
  const [signedAgreement] = await addAgreements({ db, viewer: house, now }, [{ kind: 'memorandum', title: 'Walked', draft: true, parties: [{ organisationId: organisation }, { organisationId: partner }] }]) as [Id]
  const [signingId, seat, clearance] = [newId(), newId(), newId()]
  const paperSha256 = await keepContent(db, Buffer.from('%PDF-1.7 what is signed'))
  const open = { calledOffAt: null, calledOffBecause: null, sealedAt: null, sealedSha256: null, versionId: null, versionNumber: null }
  await db.insertInto('signing').values({ ...open, id: signingId, agreementId: signedAgreement, hashes: { pdf: paperSha256 }, title: 'Walked', paperSha256, headSha256: paperSha256, code: 'WALK-WALK-WALK', openedBy: house.id, openedAt: now }).execute()
  await db.insertInto('signingSide').values([organisation, partner].map((sideId) => ({ signingId, sideId, accepts: ['electronic' as const] }))).execute()
  await db.insertInto('signingSeat').values([organisation, partner].map((sideId, place) =>
    ({ id: place === 0 ? seat : newId(), signingId, sideId, place, unit: null, name: null, title: null, rank: null, field: `signature-${place + 1}` }))).execute()
  const waiting = { state: 'waiting' as const, note: null, answeredBy: null, office: null, answeredAt: null, answeredByWhom: null, documents: null, usualDays: null, source: null, title: null }
  await addClearances(db, [{ ...waiting, id: clearance, signingId, sideId: organisation, rule: 'walked', ruleVersion: 'own 1', step: 'legal', place: 1, effect: 'block' }])
  const ceremony = newId()
  const event = { startsAt: null, zone: 'Asia/Karachi', venue: null, city: null, country: null, words: {}, done: 0, begunAt: null, endedAt: null, publishedAt: null, removedAt: null }
  await db.insertInto('ceremony').values({ ...event, id: ceremony, title: { en: 'Walked' }, heldOn: '2026-03-01', hostId: organisation, madeBy: house.id, madeAt: now, changedAt: now }).execute()
  await db.insertInto('ceremonyAgreement').values({ ceremonyId: ceremony, agreementId: signedAgreement, place: 0 }).execute()
  return { signedAgreement, seat, clearance, ceremony }
}
