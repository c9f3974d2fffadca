// A session: one browser that is signed in. Its token is new at every sign-in, leaves the house once, and only its hash is kept.
import { sql } from 'kysely'
import { hashOf, newToken } from '#platform/auth/tokens.ts'
import type { Reading, Writing } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, type Instant, newId } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import type { Session } from '../model.ts'
import type { SessionTable } from '../store.ts'
import { forgetIdentities, lasts, slides } from './identify.ts'

type How = SessionTable['how']
type Visitor = Pick<Doing, 'db' | 'now' | 'visit'>

/** Signs a person in, in this browser; whoever was signed in here before no longer is. */
export async function beginSession(at: Visitor, personId: Id, how: How): Promise<void> {
  if (at.visit.session) await at.db.deleteFrom('session').where('id', '=', at.visit.session).execute()
  const token = await addSession(at.db, at.now, personId, how, at.visit)
  at.visit.setSession(token, lasts / 1000)
  forgetIdentities()
}

export async function addSession(db: Writing, now: Instant, personId: Id, how: How, from: { address: string; agent: string }): Promise<string> {
  const token = newToken()
  await db.updateTable('person').set({ joinedAt: now }).where('id', '=', personId).where('joinedAt', 'is', null).execute()
  await db.insertInto('session').values({
    tokenHash: hashOf(token), id: newId(), personId, actingOffice: null, how, address: from.address, agent: from.agent,
    createdAt: now, seenAt: now, expiresAt: new Date(Date.parse(now) + slides).toISOString(),
  }).execute()
  return token
}

export async function listSessions(db: Reading, personId: Id, current: string | null, now: Instant): Promise<Session[]> {
  const rows = await db.selectFrom('session').select(['id', 'how', 'address', 'agent', 'createdAt', 'seenAt'])
    .where('personId', '=', personId).where('expiresAt', '>', now).orderBy('seenAt', 'desc').execute()
  return rows.map((row) => ({ ...row, current: row.id === current }))
}

export async function endSession(db: Writing, personId: Id, id: Id): Promise<void> {
  const { numDeletedRows } = await db.deleteFrom('session').where('personId', '=', personId).where('id', '=', id).executeTakeFirst()
  found(numDeletedRows || undefined)
  forgetIdentities()
}

/** Ends a person's sessions everywhere, but for one when it is named. Tells how many. */
export async function endSessions(db: Writing, personId: Id, but: string | null = null): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('session').where('personId', '=', personId)
    .$if(but !== null, (rows) => rows.where('id', '<>', but!)).executeTakeFirst()
  forgetIdentities()
  return Number(numDeletedRows)
}

export async function putActing(db: Writing, session: Id, officeId: Id): Promise<void> {
  await db.updateTable('session').set({ actingOffice: officeId }).where('id', '=', session).execute()
  forgetIdentities()
}

/** What time has made useless. */
export async function sweepSignIn(db: Writing, now: Instant): Promise<void> {
  const before = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString()
  await db.deleteFrom('session').where('expiresAt', '<', now).execute()
  await db.deleteFrom('signInChallenge').where('expiresAt', '<', now).execute()
  await db.deleteFrom('signInTry').where('at', '<', before(7)).execute()
  await db.deleteFrom('signInLink').where((is) => is.or([is('usedAt', '<', before(30)), is('expiresAt', '<', before(90))])).execute()
  // The text of a letter with a link that no longer opens anything is no one's business.
  await sql`update letter set body = '' where kind in ('people.link', 'people.reset') and written_at < ${before(1)} and body <> ''`.execute(db)
}
