// Whether what a body decided binds the sides of an agreement: each of them sat there and said yes. A group in which one side sits alone decides for that side.
import type { Reading } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { sidesOf } from './rules.ts'
import './store.ts'

/** `data` are those of the news `decision.taken`. */
export async function bindsSides(db: Reading, agreementId: Id, data: Record<string, unknown>): Promise<boolean> {
  const said = data['agreement'] === agreementId && Array.isArray(data['sides']) ? data['sides'] as Id[] : []
  const sides = sidesOf(await db.selectFrom('agreementParty').select(['organisationId', 'role']).where('agreementId', '=', agreementId).execute())
  return sides.length > 0 && sides.every((side) => said.includes(side))
}
