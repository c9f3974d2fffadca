// A sleeping sub-alliance is proposed by the clock, declared so by the alliance above, and woken by the first sign of life.
import { house } from '#platform/auth/viewer.ts'
import { record } from '#platform/audit/journal.ts'
import { json } from '#platform/db/database.ts'
import type { Writing } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Day, type Id, type Instant, newId } from '#platform/kinds.ts'
import { demand, found } from '#platform/refusals.ts'
import { adoptedRules } from '#domains/memberships/rule-store.ts'
import { findSubAlliances } from './dormancy-store.ts'
import { whyNotDeclare } from './rules.ts'
import { keptAlliance } from './store.ts'

export async function declareDormant(at: Doing, parentId: Id, id: Id, said: string) {
  await keptAlliance(at, parentId)
  const { rows } = await findSubAlliances(at, parentId)
  const sub = found(rows.find((row) => row.id === id))
  demand(whyNotDeclare(sub.dormancy))
  await at.db.updateTable('allianceDormancy').set({ declaredOn: at.today, declaredBy: at.viewer.id, declaredSaid: said }).where('id', '=', sub.dormancy!.id).execute()
  await record(at, { what: 'alliance.dormancy-declared', about: id, data: { said, above: parentId } })
  return findSubAlliances(at, parentId)
}

/** The clock: only below alliances that have adopted rules. */
export async function watchSubAlliances(db: Writing, today: Day, now: Instant): Promise<{ proposed: number; woken: number }> {
  const at = { db, viewer: house, today, now }
  let [proposed, woken] = [0, 0]
  for (const parentId of (await adoptedRules(db)).keys()) {
    for (const { id, check, dormancy, signs } of (await findSubAlliances(at, parentId)).rows) {
      if (check.status === 'warn' && dormancy === null) {
        await db.insertInto('allianceDormancy').values({ id: newId(), allianceId: id, proposedOn: today, proposedAt: now, reasons: json(check.reasons) as never, declaredOn: null, declaredBy: null, declaredSaid: null, wokenAt: null, wokenBy: null }).execute()
        await record(at, { what: 'alliance.dormancy-proposed', about: id, data: { check, above: parentId } })
        proposed += 1
      }
      if (check.status === 'pass' && dormancy !== null) {
        const by = Object.entries(signs).find(([, day]) => day === check.inputs.since)?.[0] ?? 'rules'
        await db.updateTable('allianceDormancy').set({ wokenAt: now, wokenBy: by }).where('id', '=', dormancy.id).execute()
        await record(at, { what: 'alliance.woken', about: id, data: { by, above: parentId } })
        woken += 1
      }
    }
  }
  return { proposed, woken }
}
