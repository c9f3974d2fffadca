// Keyset paging over a sorted column and the id: where a page ended is where the next begins, however long the list.
import { type RawBuilder, type SelectQueryBuilder, sql, type SqlBool } from 'kysely'
import type { Tables } from '#platform/db/database.ts'
import type { Locale } from '#platform/kinds.ts'

const names = { en: 'organisation.nameEn', zh: 'organisation.nameZh', ru: 'organisation.nameRu', ur: 'organisation.nameUr' } as const
export const nameColumn = (locale: Locale): (typeof names)[Locale] => names[locale]

type Asked = { after?: string | undefined; limit: number }

/** One row more than the page holds, so that it is known whether another page follows. */
export function keyset<DB extends Tables, T extends keyof DB, O>(query: SelectQueryBuilder<DB, T, O>, key: RawBuilder<string>, id: string, down: boolean, { after, limit }: Asked) {
  const last = after ? placeOf(after) : undefined
  const beyond = down ? sql`<` : sql`>`
  const order = sql.raw(down ? 'desc' : 'asc')
  const page = last ? query.where(sql<SqlBool>`(${key}, ${sql.ref(id)}) ${beyond} (${last[0]}, ${last[1]}::uuid)`) : query
  return page.orderBy(sql`${key} ${order}, ${sql.ref(id)} ${order}`).limit(limit + 1)
}

export function nextOf(rows: { key: string; id: string }[], limit: number): string | null {
  const last = rows[limit - 1]
  return rows.length > limit && last ? Buffer.from(JSON.stringify([last.key, last.id])).toString('base64url') : null
}

/** A place that cannot be read begins at the beginning. */
function placeOf(after: string): [string, string] | undefined {
  try {
    const [key, id] = JSON.parse(Buffer.from(after, 'base64url').toString()) as unknown[]
    return typeof key === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? [key, id] : undefined
  } catch {
    return undefined
  }
}
