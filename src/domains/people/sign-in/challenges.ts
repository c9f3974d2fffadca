// A question asked of a browser or a provider. It is answered once, within its time.
import { hashOf } from '#platform/auth/tokens.ts'
import { json, type Writing } from '#platform/db/database.ts'
import type { Id, Instant } from '#platform/kinds.ts'
import { Refused } from '#platform/refusals.ts'

type Challenge = { purpose: 'passkey-new' | 'passkey-sign-in' | 'provider'; personId: Id | null; data: Record<string, unknown> }
const lastsFor = 10 * 60_000

export async function ask(db: Writing, now: Instant, secret: string, { purpose, personId, data }: Challenge): Promise<void> {
  const expiresAt = new Date(Date.parse(now) + lastsFor).toISOString()
  await db.insertInto('signInChallenge').values({ id: hashOf(secret), purpose, personId, data: json(data), expiresAt }).execute()
}

/** Takes the question away and gives what was kept with it. */
export async function answered(db: Writing, now: Instant, secret: string, purpose: Challenge['purpose']): Promise<Pick<Challenge, 'personId' | 'data'>> {
  const asked = await db.deleteFrom('signInChallenge').where('id', '=', hashOf(secret)).where('purpose', '=', purpose)
    .returning(['personId', 'data', 'expiresAt']).executeTakeFirst()
  if (!asked || asked.expiresAt <= now) throw new Refused('people.took-too-long')
  return asked
}
