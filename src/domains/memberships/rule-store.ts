// Which rules hold in an alliance, and which held when something began.
import { createHash } from 'node:crypto'
import { canonical } from '#platform/audit/journal.ts'
import { json, type Reading, type Writing } from '#platform/db/database.ts'
import { anyOf } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { MembershipRules, proposedRules, type RulesShown, type RulesVersion, type Texts } from './rule-model.ts'
import './tables.ts'

const proposed: RulesShown = { version: 0, rules: proposedRules, adoptedAt: null }

/** The latest, or the one of a version. A rule that came into being later is as Pamir proposes it. */
export async function rulesOf(db: Reading, allianceId: Id, version?: number): Promise<RulesShown> {
  if (version === 0) return proposed
  const row = await db.selectFrom('membershipRules').select(['version', 'rules', 'adoptedAt']).where('allianceId', '=', allianceId)
    .$if(version !== undefined, (q) => q.where('version', '=', version!)).orderBy('version', 'desc').limit(1).executeTakeFirst()
  return row ? { ...row, rules: MembershipRules.parse({ ...proposedRules, ...row.rules }) } : proposed
}

/** The latest of many alliances; those that adopted none are not among them. */
export async function adoptedRules(db: Reading, allianceIds?: readonly Id[]): Promise<Map<Id, RulesShown>> {
  const rows = await db.selectFrom('membershipRules').distinctOn('allianceId').select(['allianceId', 'version', 'rules', 'adoptedAt'])
    .$if(allianceIds !== undefined, (q) => q.where('allianceId', '=', anyOf(allianceIds!))).orderBy('allianceId').orderBy('version', 'desc').execute()
  return new Map(rows.map(({ allianceId, rules, ...row }) => [allianceId, { ...row, rules: MembershipRules.parse({ ...proposedRules, ...rules }) }]))
}

export const versionsOf = (db: Reading, allianceId: Id) => db.selectFrom('membershipRules').leftJoin('person', 'person.id', 'membershipRules.adoptedBy')
  .select(['membershipRules.version', 'membershipRules.adoptedAt', 'person.name as by']).where('allianceId', '=', allianceId).orderBy('version', 'desc').execute()

export async function addRules(db: Writing, row: RulesVersion): Promise<void> {
  await db.insertInto('membershipRules').values({ ...row, rules: json(row.rules) }).execute()
}

/** Names the very words of a pledge. */
export const pledgeHash = (pledge: Texts): string => createHash('sha256').update(canonical(pledge)).digest('hex')
