// The walk's indicators and plans: an indicator of the alliance's own.
import '#domains/plans/tables.ts'
import { house } from '#platform/auth/viewer.ts'
import { json, type Writing } from '#platform/db/database.ts'
import { type Id, newId } from '#platform/kinds.ts'

export async function addPlans(db: Writing, now: string, allianceId: Id) {
  const ownIndicator = newId()
  await db.insertInto('ownIndicator').values({ id: ownIndicator, allianceId, name: json({ en: 'Visits' }), rule: json({}), unit: 'events', type: 'output', by: [], source: null, feed: null, addedBy: house.id, addedAt: now, removedAt: null }).execute()
  return { ownIndicator }
}
