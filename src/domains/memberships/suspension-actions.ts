// A suspension: proposed with its reason, decided by a body or written down where none sits, ended on its day or before; the member is then what it was.
import { withholdFrom } from '#domains/alliances/member-actions.ts'
import { record } from '#platform/audit/journal.ts'
import { when } from '#platform/audit/news.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Day, type Id, newId } from '#platform/kinds.ts'
import { demand, found, Invalid } from '#platform/refusals.ts'
import { holdMember } from './departure-actions.ts'
import { layBefore } from './lay-actions.ts'
import type { MemberFile, Suspending, Suspension } from './member-model.ts'
import { type MemberDeed, whyNotMember } from './member-rules.ts'
import { findMember, ofMember } from './member-store.ts'
import type { At } from './step-actions.ts'

type Which = { id: Id; organisationId: Id }

async function holdFor(at: Doing, { id, organisationId }: Which, deed: MemberDeed): Promise<MemberFile> {
  const member = await holdMember(at, id, organisationId)
  demand(whyNotMember(deed, ofMember(member)))
  return member
}

export async function proposeSuspension(at: Doing, which: Which, { what, because, untilOn }: Suspending): Promise<MemberFile> {
  await holdFor(at, which, 'propose-suspension')
  if (untilOn !== null && untilOn <= at.today) throw new Invalid({ untilOn: ['memberships.ends-in-the-past'] })
  const row: Suspension = {
    id: newId(), allianceId: which.id, organisationId: which.organisationId, what: [...new Set(what)], because, proposedBy: at.viewer.id, proposedAt: at.now, bodyId: null, laidKind: null, laidId: null, decisionId: null, decidedOn: null,
    decidedSaid: null, untilOn, endedAt: null, endedBecause: null,
  }
  await at.db.insertInto('suspension').values(row).execute()
  return tell(at, which, 'suspension-proposed', { what, because, untilOn })
}

export async function laySuspension(at: Doing, which: Which, meetingId: Id | null): Promise<MemberFile> {
  const { suspension, rules } = await holdFor(at, which, 'lay-suspension')
  const laid = await layBefore(at, { bodyId: found(rules.rules.bodyId), meetingId, key: 'suspension', matter: 'admission', kind: 'suspension', id: suspension!.id, organisationId: which.organisationId })
  await at.db.updateTable('suspension').set(laid).where('id', '=', suspension!.id).execute()
  return tell(at, which, 'suspension-laid', { ...laid })
}

export async function decideSuspension(at: Doing, which: Which, { outcome, on, said }: { outcome: 'suspended' | 'dropped'; on: Day; said: string }): Promise<MemberFile> {
  const { suspension } = await holdFor(at, which, outcome === 'suspended' ? 'decide-suspension' : 'drop-suspension')
  if (on > at.today) throw new Invalid({ on: ['alliances.not-in-the-future'] })
  if (outcome === 'suspended') await hold(at, suspension!, { decidedOn: on, decidedSaid: said, decisionId: null })
  else await at.db.updateTable('suspension').set({ endedAt: at.now, endedBecause: said }).where('id', '=', suspension!.id).execute()
  return tell(at, which, outcome === 'suspended' ? 'suspension-decided' : 'suspension-dropped', { said, on })
}

export async function endSuspension(at: Doing, which: Which, because: string): Promise<MemberFile> {
  const { suspension } = await holdFor(at, which, 'end-suspension')
  await reinstate(at, suspension!, because)
  return findMember(at, which.id, which.organisationId)
}

const hold = async (at: Pick<At, 'db' | 'viewer' | 'now'>, { id, allianceId, organisationId, what }: Suspension, decided: Pick<Suspension, 'decidedOn' | 'decidedSaid' | 'decisionId'>): Promise<void> => {
  await at.db.updateTable('suspension').set(decided).where('id', '=', id).execute()
  await withholdFrom(at, allianceId, organisationId, what)
}

async function reinstate(at: Pick<At, 'db' | 'viewer' | 'now'>, { id, allianceId, organisationId }: Suspension, because: string | null): Promise<void> {
  await at.db.updateTable('suspension').set({ endedAt: at.now, endedBecause: because }).where('id', '=', id).execute()
  await withholdFrom(at, allianceId, organisationId, [])
}

/** What a body of this alliance carried about a proposal holds from that moment. */
when('decision.taken', async (at, { data }) => {
  if (data['aboutKind'] !== 'suspension') return
  const row = await at.db.selectFrom('suspension').selectAll().where('id', '=', data['aboutId'] as Id).forUpdate().executeTakeFirst()
  if (!row || row.allianceId !== data['alliance'] || row.decidedOn || row.endedAt) return
  await hold(at, row, { decidedOn: data['takenOn'] as Day, decidedSaid: `№ ${String(data['number'])}`, decisionId: data['decision'] as Id })
})

/** The clock: a suspension ends after its last day. */
export async function endSuspensions(at: At): Promise<number> {
  const over = await at.db.selectFrom('suspension').selectAll().where('endedAt', 'is', null).where('decidedOn', 'is not', null).where('untilOn', '<', at.today).orderBy('id').forUpdate().execute()
  for (const row of over) await reinstate(at, row, null)
  return over.length
}

async function tell(at: Doing, { id, organisationId }: Which, what: string, data: Record<string, unknown>): Promise<MemberFile> {
  await record(at, { what: `alliance.${what}`, about: id, data: { organisationId, ...data } })
  return findMember(at, id, organisationId)
}
