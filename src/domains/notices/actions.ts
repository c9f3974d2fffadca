// What a person does with what they are told: read it, and say how they want to be told. Only ever one's own.
import { hashOf, newToken } from '#platform/auth/tokens.ts'
import { anyOf, type Writing } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import type { Id, Instant } from '#platform/kinds.ts'
import { kinds, type Ways, type Wishes } from './model.ts'
import { countUnread, wishesOf } from './store.ts'

export async function markRead({ db, viewer, now }: Doing, ids: readonly Id[] | null): Promise<{ unread: number }> {
  await db.updateTable('notice').set({ readAt: now }).where('personId', '=', viewer.id).where('readAt', 'is', null).$if(ids !== null, (some) => some.where('id', '=', anyOf(ids!))).execute()
  return { unread: await countUnread(db, viewer) }
}

export async function putWishes({ db, viewer }: Doing, wishes: Wishes): Promise<Wishes> {
  await keep(db, viewer.id, wishes)
  return wishesOf(db, viewer.id)
}

async function keep(db: Writing, personId: Id, wishes: Wishes): Promise<void> {
  const rows = kinds.map((kind) => ({ personId, kind, ...wishes[kind] }))
  await db.insertInto('noticeWish').values(rows).onConflict((on) => on.columns(['personId', 'kind']).doUpdateSet((row) => ({ inApp: row.ref('excluded.inApp'), byMail: row.ref('excluded.byMail'), inDigest: row.ref('excluded.inDigest') }))).execute()
}

/** The secret of a link in a letter that ends the letters. */
export async function addUnsubscribing(db: Writing, personId: Id, now: Instant): Promise<string> {
  const token = newToken()
  await db.insertInto('noticeUnsubscribe').values({ tokenHash: hashOf(token), personId, madeAt: now }).execute()
  return token
}

/** Ends every letter of news to the one whose link it is: what the application shows stays. Whether the link opened anything. */
export async function unsubscribe(db: Writing, token: string): Promise<boolean> {
  const link = await db.selectFrom('noticeUnsubscribe').select('personId').where('tokenHash', '=', hashOf(token)).executeTakeFirst()
  if (!link) return false
  const wishes = await wishesOf(db, link.personId)
  await keep(db, link.personId, Object.fromEntries(kinds.map((kind): [string, Ways] => [kind, { ...wishes[kind], byMail: false, inDigest: false }])) as Wishes)
  return true
}
