// Tries to sign in with a password, remembered for as long as they count. The account is kept as a hash of what was typed:
// people also type passwords into the wrong field.
import { sql } from 'kysely'
import { hashOf } from '#platform/auth/tokens.ts'
import type { Writing } from '#platform/db/database.ts'
import { type Instant, newId } from '#platform/kinds.ts'
import { waitAfter, waitAtAddress } from './patience.ts'

type Try = { email: string; address: string; now: Instant }

/**
 * Until when this account or this address has to wait, or nothing. Two tries with one account follow each other, so that
 * many at once do not count as one.
 */
export async function waitsUntil(db: Writing, { email, address, now }: Try): Promise<Instant | undefined> {
  const account = hashOf(email)
  await sql`select pg_advisory_xact_lock(hashtextextended(${account}, 1))`.execute(db)
  const [own, near] = [await failuresOf(db, account, now), await failuresFrom(db, address, now)]
  const ends = [end(own, waitAfter), end(near, waitAtAddress)]
  const until = Math.max(...ends)
  return until > Date.parse(now) ? new Date(until).toISOString() : undefined
}

export async function rememberTry(db: Writing, { email, address, now }: Try, ok: boolean): Promise<void> {
  await db.insertInto('signInTry').values({ id: newId(), account: hashOf(email), address, ok, at: now }).execute()
}

type Failures = { count: number; last: Instant | null }
const end = ({ count, last }: Failures, wait: (failures: number) => number) => (last ? Date.parse(last) + wait(count) * 1000 : 0)
const ago = (now: Instant, hours: number): Instant => new Date(Date.parse(now) - hours * 3_600_000).toISOString()

/** Failures in a row: a right password begins the count anew, and so does a day. */
async function failuresOf(db: Writing, account: string, now: Instant): Promise<Failures> {
  const { count, last } = await db.selectFrom('signInTry').select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('at').as('last')])
    .where('account', '=', account).where('ok', '=', false).where('at', '>', ago(now, 24))
    .where('at', '>', sql<Instant>`coalesce((select max(t.at) from sign_in_try t where t.account = ${account} and t.ok), '-infinity')`)
    .executeTakeFirstOrThrow()
  return { count, last }
}

async function failuresFrom(db: Writing, address: string, now: Instant): Promise<Failures> {
  const { count, last } = await db.selectFrom('signInTry').select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('at').as('last')])
    .where('address', '=', address).where('ok', '=', false).where('at', '>', ago(now, 1)).executeTakeFirstOrThrow()
  return { count, last }
}
