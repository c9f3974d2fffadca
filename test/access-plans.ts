// The walk's indicators and plans: an indicator of the alliance's own, a plan with nothing in it that was laid before its sides once, a report,
// a challenge, a joint unit, and a new area that its agreement was proposed to go into.
import '#domains/joint-units/tables.ts'
import '#domains/plans/tables.ts'
import '#domains/reports/tables.ts'
import '#domains/reviews/tables.ts'
import { addOrganisations } from '#domains/organisations/actions.ts'
import { house } from '#platform/auth/viewer.ts'
import { json, type Writing } from '#platform/db/database.ts'
import { type Id, newId } from '#platform/kinds.ts'

export async function addPlans(db: Writing, now: string, allianceId: Id, houseId: Id, agreementId: Id) {
  const ownIndicator = newId()
  await db.insertInto('ownIndicator').values({ id: ownIndicator, allianceId, name: json({ en: 'Visits' }), rule: json({}), unit: 'events', type: 'output', by: [], source: null, feed: null, addedBy: house.id, addedAt: now, removedAt: null }).execute()
  const [plan, planVersion] = [newId(), newId()]
  const content = { title: { en: 'Development plan' }, startsOn: '2026-01-01', endsOn: '2028-12-31', parts: {}, objectives: [], tasks: [], measures: [] }
  await db.insertInto('plan').values({ id: plan, allianceId, agreementId: null, content: json(content), approvedId: null, begunBy: house.id, begunAt: now, changedAt: now, removedAt: null }).execute()
  await db.insertInto('planVersion').values({ id: planVersion, planId: plan, number: 1, content: json(content), hash: '', note: null, laidBy: house.id, laidAt: now, approvedAt: null, decisionId: null }).execute()
  const [annualReport, challenge] = [newId(), newId()]
  const counted = { about: { kind: 'alliance' as const, id: allianceId, country: null, names: { en: 'Walked' } }, year: 2025, from: '2025-01-01', until: '2025-12-31', asOf: '2026-02-01', agreements: 0, states: {}, pulses: {}, standings: {}, months: [], countries: [], indicators: [], lists: {}, obstacles: [], plans: [], ruleVersion: '2026-1' }
  await db.insertInto('annualReport').values({ id: annualReport, kind: 'alliance', aboutId: allianceId, country: null, year: 2025, content: json(counted), hash: '', houseId, frozenBy: house.id, frozenAt: now, approvedAt: null, decisionId: null, publishedAt: null, publishedBy: null }).execute()
  await db.insertInto('challenge').values({ id: challenge, allianceId, agreementId: null, what: json({ en: 'Visas' }), cause: json({}), answer: json({}), ownerId: null, since: '2025-03-01', resolvedOn: null, recordedBy: house.id, recordedAt: now, changedAt: now }).execute()
  const newArea = newId()
  await db.insertInto('newArea').values({ id: newArea, agreementId, sideId: houseId, what: json({ en: 'Joint laboratory' }), why: json({}), kind: 'joint-unit', unit: 'milestone', target: 1, per: 'once', eachWay: false, dueOn: null, state: 'open', commitmentId: null, draftId: null, proposedBy: house.id, proposedAt: now, settledBy: null, settledAt: null, because: null }).execute()
  const [jointUnit, organisationId] = [newId(), (await addOrganisations({ db, viewer: house, now }, [{ kind: 'institute', country: 'PK', names: [{ text: 'Walked centre', lang: 'en', kind: 'display' }] }]))[0]!]
  await db.insertInto('jointUnit').values({ id: jointUnit, organisationId, agreementId, kind: 'research-centre', foundedOn: '2025-06-01', closedOn: null, closedBecause: null, recordedBy: house.id, recordedAt: now, changedAt: now }).execute()
  const review = newId()
  await db.insertInto('review').values({ id: review, agreementId, year: 2025, state: 'open', moves: json([]), outcome: null, because: json({}), conditions: json({}), summary: json({}), hearingOn: null, content: null, hash: null, layingId: null, sideId: null, begunBy: house.id, begunAt: now, changedAt: now, laidBy: null, laidAt: null, agreedAt: null, decisionId: null }).execute()
  return { jointUnit, newArea, review, ownIndicator, plan, planVersion, annualReport, challenge }
}
