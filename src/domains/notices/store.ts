// How notices are kept and found. A notice about what its reader may not see any more is not shown.
import { sql } from 'kysely'
import { seenBy } from '#domains/agreements/store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Id, Instant, Page } from '#platform/kinds.ts'
import { type Kind, kinds, type Notice, type NoticeQuery, type NoticeRow, usual, type Ways, type WishRow, type Wishes } from './model.ts'

declare module '#platform/db/database.ts' {
  interface Tables {
    notice: NoticeRow
    noticeWish: WishRow
    noticeDigest: { personId: Id; weekOf: string; sentAt: Instant | null }
    noticeReminder: { confirmationId: Id; place: number; round: number; days: number; at: Instant }
    noticeUnsubscribe: { tokenHash: string; personId: Id; madeAt: Instant }
  }
}

const title = sql<Record<string, string>>`agreement.titles || jsonb_build_object(coalesce(agreement.title_lang, 'en'), agreement.title)`

/** This viewer's notices whose agreements they see now. */
export const noticesFor = (db: Reading, viewer: Viewer) => seenBy(db, viewer).innerJoin('notice', 'notice.about', 'agreement.id').where('notice.personId', '=', viewer.id)
  .select(['notice.id', 'notice.kind', 'notice.what', 'notice.about', 'notice.at', 'notice.readAt', title.as('title'), sql<string | null>`(select p.name from person p where p.id = notice.who)`.as('who')])

export async function listNotices(db: Reading, viewer: Viewer, { kind, after, limit }: NoticeQuery): Promise<Page<Notice>> {
  const rows = await noticesFor(db, viewer).where('notice.inApp', '=', true)
    .$if(kind !== undefined, (some) => some.where('notice.kind', '=', kind!)).$if(after !== undefined, (some) => some.where('notice.id', '<', after!))
    .orderBy('notice.id', 'desc').limit(limit + 1).execute()
  return { rows: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]!.id : null, total: null }
}

/** Up to a hundred: the bell says no more. */
export async function countUnread(db: Reading, viewer: Viewer): Promise<number> {
  const unread = seenBy(db, viewer).innerJoin('notice', 'notice.about', 'agreement.id').where('notice.personId', '=', viewer.id).where('notice.inApp', '=', true).where('notice.readAt', 'is', null)
  return (await db.selectFrom(unread.select('notice.id').limit(100).as('some')).select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow()).count
}

/** How a person wants each kind. */
export async function wishesOf(db: Reading, personId: Id): Promise<Wishes> {
  const rows = await db.selectFrom('noticeWish').selectAll().where('personId', '=', personId).execute()
  const waysOf = (kind: Kind): Ways => { const row = rows.find((one) => one.kind === kind); return row ? { inApp: row.inApp, byMail: row.byMail, inDigest: row.inDigest } : usual }
  return Object.fromEntries(kinds.map((kind) => [kind, waysOf(kind)])) as Wishes
}
