// How news and events are kept, newest first.
import { sql, type SqlBool } from 'kysely'
import { json, type Reading, type Writing } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import type { News, NewsFilter } from './model.ts'

type Found = { rows: News[]; next: string | null; total: number | null }

/** `open` leaves only what is public. */
export async function listNews(db: Reading, allianceId: Id, { kind, after, limit }: NewsFilter, open = false): Promise<Found> {
  let news = db.selectFrom('allianceNews').where('allianceId', '=', allianceId)
  if (kind) news = news.where('kind', '=', kind)
  if (open) news = news.where('public', '=', true)
  const [day, id] = after?.split('_') ?? []
  const older = day && id && /^\d{4}-\d\d-\d\d$/.test(day) && /^[0-9a-f-]{36}$/.test(id) ? news.where(sql<SqlBool>`(coalesce(on_day, date '0001-01-01'), id) < (${day}::date, ${id}::uuid)`) : news
  const rows = await older.selectAll().orderBy(sql`coalesce(on_day, date '0001-01-01') desc, id desc`).limit(limit + 1).execute()
  const last = rows[limit - 1]
  const total = after ? null : (await news.select((of) => of.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n
  return { rows: rows.slice(0, limit), next: rows.length > limit && last ? `${last.onDay ?? '0001-01-01'}_${last.id}` : null, total }
}

export const findNews = async (db: Reading, allianceId: Id, id: Id): Promise<News> =>
  found(await db.selectFrom('allianceNews').selectAll().where('allianceId', '=', allianceId).where('id', '=', id).executeTakeFirst())

export const holdNews = async (db: Writing, allianceId: Id, id: Id): Promise<News> =>
  found(await db.selectFrom('allianceNews').selectAll().where('allianceId', '=', allianceId).where('id', '=', id).forUpdate().executeTakeFirst())

export async function addNews(db: Writing, news: News[]): Promise<void> {
  if (news.length) await db.insertInto('allianceNews').values(news.map(written)).execute()
}

export async function putNews(db: Writing, { id, ...news }: News): Promise<void> {
  await db.updateTable('allianceNews').set(written(news)).where('id', '=', id).execute()
}

export async function removeNews(db: Writing, id: Id): Promise<void> {
  await db.deleteFrom('allianceNews').where('id', '=', id).execute()
}

const written = <T extends Omit<News, 'id'>>(news: T): T => ({ ...news, title: json(news.title), body: json(news.body) })
