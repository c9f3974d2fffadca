// The verbs of membership: an organisation gets its next standing, or one written by mistake is taken back.
import { findOrganisation } from '#domains/organisations/store.ts'
import { record } from '#platform/audit/journal.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found } from '#platform/refusals.ts'
import { addStandings, holdStanding, membersShown, presentStanding, putStanding, removeStanding, standingsOf } from './member-store.ts'
import type { Member, NewStanding, Standing } from './model.ts'
import { remarksOn, whyNotStand, whyNotTakeBack } from './rules.ts'
import { holdAlliance } from './store.ts'

export async function giveStanding(at: Doing, id: Id, { organisationId, standing, from, source }: NewStanding): Promise<{ member: Member; remarks: string[] }> {
  const alliance = await holdAlliance(at.db, at.viewer, id)
  const present = await presentStanding(at.db, id, organisationId)
  demand(whyNotStand(alliance, present, { standing, from, organisationId }, at.viewer, at.today))
  const organisation = await findOrganisation(at.db, organisationId)
  demand(organisation.status === 'merged' ? 'alliances.was-merged' : undefined)
  if (present) await putStanding(at.db, { id: present.id, untilOn: from!.value, untilPrecision: from!.precision })
  const next: Standing = {
    id: newId(), allianceId: id, organisationId, standing, fromOn: from?.value ?? null, fromPrecision: from?.precision ?? null, untilOn: null, untilPrecision: null,
    source, example: false, recordedBy: at.viewer.id, recordedAt: at.now,
  }
  await addStandings(at.db, [next])
  await record(at, { what: 'alliance.standing-given', about: id, data: { organisationId, standing, before: present?.standing ?? null, from } })
  const member = found((await membersShown(at.db, alliance.parentId, [next.id]))[0])
  return { member, remarks: remarksOn(standing, member.outsideParent) }
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
