// The verbs of membership: an organisation gets its next standing, or one written by mistake is taken back.
import { findOrganisation } from '#domains/organisations/store.ts'
import { type Hand, record } from '#platform/audit/journal.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Day, type Id, newId } from '#platform/kinds.ts'
import { demand, found } from '#platform/refusals.ts'
import { addStandings, holdStanding, membersShown, presentStanding, putStanding, removeStanding, standingsOf } from './member-store.ts'
import type { Member, NewStanding, Standing, StandingKind, Withheld } from './model.ts'
import { remarksOn, whyNotStand, whyNotTakeBack } from './rules.ts'
import { holdAlliance } from './store.ts'

export async function giveStanding(at: Doing, id: Id, { organisationId, standing, from, source }: NewStanding): Promise<{ member: Member; remarks: string[] }> {
  const alliance = await holdAlliance(at.db, at.viewer, id)
  const present = await presentStanding(at.db, id, organisationId)
  demand(whyNotStand(alliance, present, { standing, from, organisationId }, at.viewer, at.today))
  const organisation = await findOrganisation(at.db, organisationId)
  demand(organisation.status === 'merged' ? 'alliances.was-merged' : undefined)
  const next = await giveNext(at, id, present, { organisationId, standing, from, source })
  const member = found((await membersShown(at.db, alliance.parentId, [next]))[0])
  return { member, remarks: remarksOn(standing, member.outsideParent) }
}

async function giveNext(at: Hand, allianceId: Id, present: Standing | undefined, { organisationId, standing, from, source }: NewStanding): Promise<Id> {
  if (present) await putStanding(at.db, { id: present.id, untilOn: from!.value, untilPrecision: from!.precision, suspended: [] })
  const id = newId()
  await addStandings(at.db, [{
    id, allianceId, organisationId, standing, fromOn: from?.value ?? null, fromPrecision: from?.precision ?? null, untilOn: null, untilPrecision: null,
    source, example: false, recordedBy: at.viewer.id, recordedAt: at.now,
  }])
  await record(at, { what: 'alliance.standing-given', about: allianceId, data: { organisationId, standing, before: present?.standing ?? null, from } })
  return id
}

/** The next standing by a rule of the floor above, which has asked who may: the day on which it begins is never before the last one began. */
export async function moveStanding(at: Hand & { today: Day }, allianceId: Id, organisationId: Id, standing: StandingKind, source: string | null): Promise<void> {
  const present = await presentStanding(at.db, allianceId, organisationId)
  if (present?.standing === standing) return
  const day = present?.fromOn && present.fromOn > at.today ? present.fromOn : at.today
  await giveNext(at, allianceId, present, { organisationId, standing, from: { value: day, precision: 'day' }, source })
}

/** A standing that led to nothing ends, and none follows. */
export async function endStanding(at: Hand & { today: Day }, allianceId: Id, organisationId: Id, because: string): Promise<void> {
  const present = await presentStanding(at.db, allianceId, organisationId)
  if (!present || present.standing === 'left') return
  await putStanding(at.db, { id: present.id, untilOn: present.fromOn && present.fromOn > at.today ? present.fromOn : at.today, untilPrecision: 'day', suspended: [] })
  await record(at, { what: 'alliance.standing-ended', about: allianceId, data: { organisationId, standing: present.standing, because } })
}

/** What a member may not use until further notice; nothing gives it back. */
export async function withholdFrom(at: Hand, allianceId: Id, organisationId: Id, suspended: readonly Withheld[]): Promise<void> {
  const present = await presentStanding(at.db, allianceId, organisationId)
  if (!present) return
  await putStanding(at.db, { id: present.id, suspended: [...suspended] })
  await record(at, { what: suspended.length > 0 ? 'alliance.member-suspended' : 'alliance.member-reinstated', about: allianceId, data: { organisationId, suspended, before: present.suspended } })
}

export async function takeBackStanding(at: Doing, id: Id, standingId: Id): Promise<{ id: Id }> {
  const alliance = await holdAlliance(at.db, at.viewer, id)
  const standing = await holdStanding(at.db, id, standingId)
  demand(whyNotTakeBack(alliance, standing, at.viewer))
  await removeStanding(at.db, standingId)
  const before = (await standingsOf(at.db, id, standing.organisationId))[0]
  if (before) await putStanding(at.db, { id: before.id, untilOn: null, untilPrecision: null })
  await record(at, { what: 'alliance.standing-taken-back', about: id, data: { organisationId: standing.organisationId, standing: standing.standing, now: before?.standing ?? null } })
  return { id: standingId }
}
