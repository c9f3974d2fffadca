// The verbs of a challenge: recorded, changed, answered, resolved. Whoever does the work at a side may say what hinders it.
import { json } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found, Invalid, Refused } from '#platform/refusals.ts'
import type { Challenge, ChallengeChange, ChallengeDraft } from './challenge-model.ts'
import { tellOf } from './telling.ts'
import { keepsAlliance, whoseAgreement } from './whose-store.ts'

export async function recordChallenge(at: Doing, { allianceId = undefined, agreementId = undefined, ...draft }: ChallengeDraft): Promise<{ id: Id }> {
  const of = { allianceId: allianceId ?? null, agreementId: agreementId ?? null }
  await mayWriteOn(at, of, draft.ownerId)
  const id = newId()
  const { what, cause, answer, ...facts } = draft
  await at.db.insertInto('challenge').values({ id, ...of, ...facts, what: json(what), cause: json(cause), answer: json(answer), recordedBy: at.viewer.id, recordedAt: at.now, changedAt: at.now }).execute()
  await tellOf(at, { what: 'challenge.recorded', thing: id, agreementId: of.agreementId, data: { what, ...of } })
  return { id }
}

/** What was seen must still be what stands there. */
export async function changeChallenge(at: Doing, id: Id, { seen, what, cause, answer, ...facts }: ChallengeChange): Promise<{ id: Id }> {
  const before: Challenge = found(await at.db.selectFrom('challenge').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
  await mayWriteOn(at, before, facts.ownerId)
  if (before.changedAt !== seen) throw new Refused('reviews.changed-meanwhile', { seen, changedAt: before.changedAt })
  await at.db.updateTable('challenge').set({ ...facts, what: json(what), cause: json(cause), answer: json(answer), changedAt: at.now }).where('id', '=', id).execute()
  const resolved = facts.resolvedOn !== null && before.resolvedOn === null
  await tellOf(at, { what: resolved ? 'challenge.resolved' : 'challenge.changed', thing: id, agreementId: resolved ? before.agreementId : null, data: { before: { what: before.what, answer: before.answer, resolvedOn: before.resolvedOn }, what, answer, resolvedOn: facts.resolvedOn } })
  return { id }
}

/** Of an agreement its sides answer for it; of an alliance any organisation may. */
async function mayWriteOn(at: Doing, { allianceId, agreementId }: Pick<Challenge, 'allianceId' | 'agreementId'>, ownerId: Id | null): Promise<void> {
  if (allianceId) return demand((await keepsAlliance(at.db, at.viewer, allianceId)) ? undefined : 'alliances.only-its-secretariat-may')
  const { acting, sides } = await whoseAgreement(at.db, at.viewer, agreementId!)
  demand(acting.length > 0 || at.viewer.admin ? undefined : 'reviews.only-who-works-at-a-side')
  if (ownerId && !sides.includes(ownerId)) throw new Invalid({ ownerId: ['commitments.not-a-side'] })
}
