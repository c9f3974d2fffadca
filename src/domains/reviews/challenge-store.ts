// How challenges are found: the register of an agreement for its own people, and those of an agreement or an alliance for the rooms above.
import { organisationsById } from '#domains/organisations/store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Day, Id } from '#platform/kinds.ts'
import type { Challenge, ChallengeRegister } from './challenge-model.ts'
import { whoseAgreement } from './whose-store.ts'
import './tables.ts'

type Of = { alliance?: Id | null; agreement?: Id | null }
/** The oldest first. The caller has seen that they may be seen. */
export async function challengesOf(db: Reading, { alliance, agreement }: Of): Promise<Challenge[]> {
  if (!alliance && !agreement) return []
  return db.selectFrom('challenge').selectAll().where(alliance ? 'allianceId' : 'agreementId', '=', alliance ?? agreement!).orderBy('since').orderBy('id').limit(200).execute()
}

/** Those that were open at some time between two days. */
export const openBetween = <C extends Pick<Challenge, 'since' | 'resolvedOn'>>(challenges: readonly C[], from: Day, until: Day): C[] =>
  challenges.filter(({ since, resolvedOn }) => since <= until && (resolvedOn === null || resolvedOn >= from))

export async function findChallenges(db: Reading, viewer: Viewer, agreement: Id): Promise<ChallengeRegister> {
  const { id, names, sides, acting } = await whoseAgreement(db, viewer, agreement)
  const [challenges, organisations] = await Promise.all([challengesOf(db, { agreement }), organisationsById(db, sides)])
  return { agreement: { id, names }, sides: sides.flatMap((side) => organisations.get(side) ?? []), challenges, mayRecord: acting.length > 0 || viewer.admin }
}
