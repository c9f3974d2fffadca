// What the committees of an agreement tell its yearly review of how it is run. Their words lie in the room of reviews, where they are read.
import { sql } from 'kysely'
import { addDays, addMonths } from '#domains/agreements/rules.ts'
import type { ReviewCheck } from '#domains/reviews/model.ts'
import { bringChecks } from '#domains/reviews/store.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Day, Id } from '#platform/kinds.ts'
import './tables.ts'

/** G10: twelve months from the last session with a quorum; G24: minutes are signed within thirty days; G29: an action has its day. */
export const [yearMonths, minutesDays] = [12, 30]

type Known = { constitutedOn: Day | null; metOn: Day | null; sessions: number; unsealed: number; actions: number; overdue: number }

bringChecks(async (db: Reading, { agreementId, from, asOf }: { agreementId: Id; from: Day; asOf: Day }): Promise<ReviewCheck[]> => {
  const row = await db.selectFrom('body').where('agreementId', '=', agreementId).where('constitutedAt', 'is not', null).where('dissolvedAt', 'is', null).select([
    sql<Day | null>`min(body.constituted_at)::date`.as('constitutedOn'),
    sql<Day | null>`(select max(m.held_on) from meeting m join body b on b.id = m.body_id where b.agreement_id = ${agreementId} and m.state = 'closed' and m.quorate and m.held_on <= ${asOf}::date)`.as('metOn'),
    sql<number>`(select count(*)::int from meeting m join body b on b.id = m.body_id where b.agreement_id = ${agreementId} and m.state = 'closed' and m.held_on between ${from}::date and ${addDays(asOf, -minutesDays)}::date)`.as('sessions'),
    sql<number>`(select count(*)::int from meeting m join body b on b.id = m.body_id left join minutes t on t.meeting_id = m.id where b.agreement_id = ${agreementId} and m.state = 'closed' and m.held_on between ${from}::date and ${addDays(asOf, -minutesDays)}::date and t.sealed_at is null)`.as('unsealed'),
    sql<number>`(select count(*)::int from body_action a join body b on b.id = a.body_id where b.agreement_id = ${agreementId} and a.due_on between ${from}::date and ${asOf}::date)`.as('actions'),
    sql<number>`(select count(*)::int from body_action a join body b on b.id = a.body_id where b.agreement_id = ${agreementId} and a.due_on between ${from}::date and ${asOf}::date and (a.done_at is null or a.done_at::date > ${asOf}::date))`.as('overdue'),
  ]).executeTakeFirstOrThrow()
  return committeeChecks(row, asOf)
})

/** A committee that is younger than a year has not failed to meet. */
export function committeeChecks({ constitutedOn, metOn, sessions, unsealed, actions, overdue }: Known, asOf: Day): ReviewCheck[] {
  const since = addMonths(asOf, -yearMonths)
  const check = (id: string, applies: boolean, holds: boolean, facts: ReviewCheck['reason']['facts']): ReviewCheck => {
    const status = !applies ? 'notApplicable' : holds ? 'pass' : 'fail'
    return { id, status, reason: { key: `reviews.check.${id}.${status}`, facts } }
  }
  const met = metOn !== null && metOn >= since
  return [
    check('committee', constitutedOn !== null && (met || constitutedOn <= since), met, { met: metOn, months: yearMonths }),
    check('minutes', sessions > 0, unsealed === 0, { unsealed, sessions, days: minutesDays }), check('actions', actions > 0, overdue === 0, { overdue, actions }),
  ]
}
