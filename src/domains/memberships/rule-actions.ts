// An alliance adopts rules of membership: each version is kept, and what has begun goes on by the rules of its day.
import { holdAlliance } from '#domains/alliances/store.ts'
import { whyNotKeep } from '#domains/alliances/rules.ts'
import { record } from '#platform/audit/journal.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, Invalid, Refused } from '#platform/refusals.ts'
import type { AdmissionFile } from './admission-model.ts'
import { findAdmission } from './admission-store.ts'
import type { MembershipRules } from './rule-model.ts'
import { addRules, rulesOf } from './rule-store.ts'

export async function adoptRules(at: Doing, allianceId: Id, { seen, rules }: { seen: number; rules: MembershipRules }): Promise<AdmissionFile> {
  const alliance = await holdAlliance(at.db, at.viewer, allianceId)
  demand(whyNotKeep(alliance, at.viewer))
  const { version } = await rulesOf(at.db, allianceId)
  if (version !== seen) throw new Refused('memberships.rules-changed', { version })
  if (rules.bodyId && !await at.db.selectFrom('body').select('id').where('id', '=', rules.bodyId).where('allianceId', '=', allianceId).executeTakeFirst()) throw new Invalid({ bodyId: ['memberships.not-a-body-of-it'] })
  if (rules.open && !alliance.public) throw new Invalid({ open: ['memberships.open-needs-public'] })
  await addRules(at.db, { id: newId(), allianceId, version: version + 1, rules, adoptedBy: at.viewer.id, adoptedAt: at.now })
  await record(at, { what: 'alliance.membership-rules', about: allianceId, data: { version: version + 1, rules } })
  return findAdmission(at, allianceId)
}

