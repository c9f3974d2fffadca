// A member gives notice and goes on its day, or stays after all.
import { moveStanding } from '#domains/alliances/member-actions.ts'
import { holdAlliance } from '#domains/alliances/store.ts'
import { house } from '#platform/auth/viewer.ts'
import { record } from '#platform/audit/journal.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Day, type Id, newId } from '#platform/kinds.ts'
import { demand, Invalid } from '#platform/refusals.ts'
import type { MemberFile } from './member-model.ts'
import { earliestLeave, whyNotMember } from './member-rules.ts'
import { findMember, ofMember } from './member-store.ts'
import type { At } from './step-actions.ts'

/** Two deeds about one member follow each other: both hold its alliance. */
export async function holdMember(at: Doing, allianceId: Id, organisationId: Id): Promise<MemberFile> {
  await findMember(at, allianceId, organisationId)
  await holdAlliance(at.db, house, allianceId)
  return findMember(at, allianceId, organisationId)
}

export async function leave(at: Doing, allianceId: Id, organisationId: Id, { because, effectiveOn }: { because: string; effectiveOn: Day }): Promise<MemberFile> {
  const member = await holdMember(at, allianceId, organisationId)
  demand(whyNotMember('leave', ofMember(member)))
  if (effectiveOn < earliestLeave(member.rules.rules, at.today)) throw new Invalid({ effectiveOn: ['memberships.notice-too-short'] })
  const departure = { id: newId(), allianceId, organisationId, because, givenOn: at.today, effectiveOn, rulesVersion: member.rules.version, givenBy: at.viewer.id, givenAt: at.now, takenBackAt: null, doneAt: null }
  await at.db.insertInto('departure').values(departure).execute()
  await record(at, { what: 'alliance.notice-given', about: allianceId, data: { organisationId, effectiveOn, because, open: member.obligations.length } })
  return findMember(at, allianceId, organisationId)
}

export async function stay(at: Doing, allianceId: Id, organisationId: Id): Promise<MemberFile> {
  const member = await holdMember(at, allianceId, organisationId)
  demand(whyNotMember('stay', ofMember(member)))
  await at.db.updateTable('departure').set({ takenBackAt: at.now }).where('id', '=', member.departure!.id).execute()
  await record(at, { what: 'alliance.notice-taken-back', about: allianceId, data: { organisationId, effectiveOn: member.departure!.effectiveOn } })
  return findMember(at, allianceId, organisationId)
}

/** The clock: on its day a member that gave notice has left. */
export async function completeDepartures(at: At): Promise<number> {
  const due = await at.db.selectFrom('departure').selectAll().where('takenBackAt', 'is', null).where('doneAt', 'is', null).where('effectiveOn', '<=', at.today).orderBy('id').forUpdate().execute()
  for (const { id, allianceId, organisationId, because } of due) {
    await at.db.updateTable('departure').set({ doneAt: at.now }).where('id', '=', id).execute()
    await moveStanding(at, allianceId, organisationId, 'left', because.slice(0, 500))
  }
  return due.length
}
