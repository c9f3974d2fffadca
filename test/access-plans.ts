// The walk's indicators and plans: an indicator of the alliance's own, and a plan with nothing in it that was laid before its sides once.
import '#domains/plans/tables.ts'
import { house } from '#platform/auth/viewer.ts'
import { json, type Writing } from '#platform/db/database.ts'
import { type Id, newId } from '#platform/kinds.ts'

export async function addPlans(db: Writing, now: string, allianceId: Id) {
  const ownIndicator = newId()
  await db.insertInto('ownIndicator').values({ id: ownIndicator, allianceId, name: json({ en: 'Visits' }), rule: json({}), unit: 'events', type: 'output', by: [], source: null, feed: null, addedBy: house.id, addedAt: now, removedAt: null }).execute()
  const [plan, planVersion] = [newId(), newId()]
  const content = { title: { en: 'Development plan' }, startsOn: '2026-01-01', endsOn: '2028-12-31', parts: {}, objectives: [], tasks: [], measures: [] }
  await db.insertInto('plan').values({ id: plan, allianceId, agreementId: null, content: json(content), approvedId: null, begunBy: house.id, begunAt: now, changedAt: now, removedAt: null }).execute()
  await db.insertInto('planVersion').values({ id: planVersion, planId: plan, number: 1, content: json(content), hash: '', note: null, laidBy: house.id, laidAt: now, approvedAt: null, decisionId: null }).execute()
  return { ownIndicator, plan, planVersion }
}
