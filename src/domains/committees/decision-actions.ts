// A decision is written down, with its number, and is news: `decision.taken` for whoever waits for it.
import { record } from '#platform/audit/journal.ts'
import { json } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { newId } from '#platform/kinds.ts'
import type { Held } from './body-store.ts'
import type { Decision } from './model.ts'

/** `about` of the news is the body; its data name the decision, its class and matter, what it decides about, and the organisations whose sides said yes: it stands for no other. */
export async function takeDecision(at: Doing, { body: { id: bodyId, agreementId, allianceId }, sides: all }: Pick<Held, 'body' | 'sides'>, taken: Omit<Decision, 'id' | 'bodyId' | 'number' | 'ratifiedAt'>): Promise<Decision> {
  const { decisions: number } = await at.db.updateTable('body').set((of) => ({ decisions: of('decisions', '+', 1) })).where('id', '=', bodyId).returning('decisions').executeTakeFirstOrThrow()
  const decision: Decision = { id: newId(), bodyId, number, ratifiedAt: null, ...taken }
  await at.db.insertInto('decision').values({ ...decision, tally: json(decision.tally) as never }).execute()
  const { id, matter, class: by, how, text, effect, takenOn, aboutKind, aboutId, meetingId } = decision
  const sides = all.flatMap((side) => (side.organisationId && taken.tally.sides.some(({ sideId, says }) => sideId === side.id && says === 'for') ? [side.organisationId] : []))
  await record(at, { what: 'decision.taken', about: bodyId, data: { decision: id, number, matter, class: by, how, text, effect, takenOn, aboutKind, aboutId, meeting: meetingId, agreement: agreementId, alliance: allianceId, sides } })
  return decision
}
