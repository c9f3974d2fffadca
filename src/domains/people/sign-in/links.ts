// One-time links: for signing in, for a new password, for joining. Opening one changes nothing; using it does, once.
import { hashOf, newToken } from '#platform/auth/tokens.ts'
import type { Reading, Writing } from '#platform/db/database.ts'
import type { Id, Instant } from '#platform/kinds.ts'
import { Refused } from '#platform/refusals.ts'
import type { LinkTable } from '../store.ts'

export type Purpose = LinkTable['purpose']

const minutes = 60_000
const lastFor: Record<Purpose, number> = { first: 24 * 60 * minutes, link: 15 * minutes, reset: 60 * minutes, invitation: 7 * 24 * 60 * minutes }

/** A new link for a person. An older one for the same purpose stops working, so that only the newest letter counts. */
export async function addLink(db: Writing, personId: Id, purpose: Purpose, now: Instant): Promise<string> {
  await db.updateTable('signInLink').set({ expiresAt: now }).where('personId', '=', personId).where('purpose', '=', purpose)
    .where('usedAt', 'is', null).where('expiresAt', '>', now).execute()
  const token = newToken()
  const expiresAt = new Date(Date.parse(now) + lastFor[purpose]).toISOString()
  await db.insertInto('signInLink').values({ tokenHash: hashOf(token), personId, purpose, createdAt: now, expiresAt, usedAt: null }).execute()
  return token
}

export const addressOf = (publicUrl: string, purpose: Purpose, token: string): string => `${publicUrl}/sign-in/${purpose}?token=${token}`

/** The link as it stands, not used up. Refuses one that is over, used or never was, with one and the same sentence. */
export async function openLink(db: Reading, token: string, now: Instant): Promise<LinkTable> {
  return still(await db.selectFrom('signInLink').selectAll().where('tokenHash', '=', hashOf(token)).executeTakeFirst(), now)
}

/** Uses the link up. Of two who try at once, one gets in. */
export async function useUpLink(db: Writing, token: string, now: Instant): Promise<LinkTable> {
  const link = still(await db.selectFrom('signInLink').selectAll().where('tokenHash', '=', hashOf(token)).forUpdate().executeTakeFirst(), now)
  await db.updateTable('signInLink').set({ usedAt: now }).where('tokenHash', '=', link.tokenHash).execute()
  return link
}

/** When a person's password or address changes, letters that are still under way must not open the door. */
export const dropLinks = (db: Writing, personId: Id): Promise<unknown> =>
  db.deleteFrom('signInLink').where('personId', '=', personId).where('usedAt', 'is', null).execute()

/** How many letters a person was sent lately: nobody's mailbox is to be flooded from here. */
export async function linksSince(db: Reading, personId: Id, since: Instant): Promise<number> {
  const { count } = await db.selectFrom('signInLink').select(({ fn }) => fn.countAll<number>().as('count'))
    .where('personId', '=', personId).where('purpose', 'in', ['link', 'reset']).where('createdAt', '>', since).executeTakeFirstOrThrow()
  return count
}

function still(link: LinkTable | undefined, now: Instant): LinkTable {
  if (!link || link.usedAt || link.expiresAt <= now) throw new Refused('people.link-is-over', {}, 410)
  return link
}
