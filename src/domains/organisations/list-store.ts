// The register as a list: searched, filtered, sorted, one page at a time. At 130,000 rows each of these queries walks an index.
import { type RawBuilder, sql } from 'kysely'
import { inOurNames } from '#platform/db/camel-rows.ts'
import type { Reading } from '#platform/db/database.ts'
import { filedUnder } from '#platform/db/filing.ts'
import { ask } from '#platform/db/statements.ts'
import type { Page } from '#platform/kinds.ts'
import { correctedQuery } from '#platform/search/vocabulary.ts'
import { queryOf } from '#platform/search/words.ts'
import type { Filter, ListRow } from './model.ts'
import { briefColumns } from './store.ts'

const columns = inOurNames([...briefColumns, 'source', 'domain', 'changedAt'])
const nameColumns = { en: 'nameEn', zh: 'nameZh', ru: 'nameRu', ur: 'nameUr' } as const
/** A count beyond this says nothing a person acts on, and costs. */
const countedUpTo = 200_000

/** As typed first; when nothing is found, with misspelt words corrected. */
export async function listOrganisations(db: Reading, filter: Filter): Promise<Page<ListRow>> {
  const corrected = filter.after?.startsWith('l') ?? false
  const typed = filter.text ? queryOf(filter.text) : undefined
  if (filter.text && typed === undefined) return { rows: [], next: null, total: filter.total ? 0 : null }
  const page = corrected ? undefined : await pageOf(db, filter, typed)
  if (page && (page.rows.length > 0 || !filter.text || filter.after)) return page
  const likely = await correctedQuery(db, filter.text ?? '')
  return likely ? pageOf(db, filter, likely, 'l') : { rows: [], next: null, total: filter.total ? 0 : null }
}

/** `query` is a tsquery. The page's address remembers whether it was corrected; the total is told once, with the first page. */
async function pageOf(db: Reading, filter: Filter, query: string | undefined, way: 'w' | 'l' = 'w'): Promise<Page<ListRow>> {
  const by = orderOf(filter)
  const [value, id] = after(filter) ?? []
  const sought = soughtBy(filter, query)
  const rows = await ask(db, `organisations by ${filter.sort} in ${filter.locale}`, { ...sought, value, id, limit: filter.limit + 1 }, (blanks) =>
    narrowed(db, blanks).select(columns)
      .$if(blanks.id !== undefined, (rest) => rest.where(sql<boolean>`(${by.key(by.column)}, id) ${sql.raw(by.down ? '<' : '>')} (${by.key(sql`${blanks.value}`)}, ${blanks.id}::uuid)`))
      .orderBy(by.key(by.column), by.down ? 'desc' : 'asc').orderBy('id', by.down ? 'desc' : 'asc').limit(blanks.limit))
  const shown = rows.slice(0, filter.limit)
  const last = shown.at(-1)
  const next = rows.length > filter.limit && last ? `${way}${encode([String(last[by.column]), last.id])}` : null
  return { rows: shown, next, total: filter.total && id === undefined ? await count(db, sought) : null }
}

/** What a row must meet: `words` is a tsquery, unless an identifier was pasted. */
type Sought = Pick<Filter, 'country' | 'kind' | 'source' | 'status' | 'provisional' | 'parentId'> & { ror?: string | undefined; words?: string | undefined }

function soughtBy({ text, country, kind, source, status, provisional, parentId }: Filter, query: string | undefined): Sought {
  const ror = rorIn(text)
  return { ror, words: ror ? undefined : query, country, kind, source, status, provisional, parentId }
}

function narrowed(db: Reading, { ror, words, country, kind, source, status, provisional, parentId }: Sought) {
  let query = db.selectFrom('organisation').where('status', '<>', 'merged')
  if (ror) query = query.where('ror', '=', ror)
  if (words) query = query.where(sql<boolean>`search @@ ${words}::tsquery`)
  if (country) query = query.where('country', '=', country)
  if (kind) query = query.where('kind', '=', kind)
  if (source) query = query.where('source', '=', source)
  if (status) query = query.where('status', '=', status)
  if (provisional !== undefined) query = query.where('provisional', '=', provisional)
  if (parentId) query = query.where('parentId', '=', parentId)
  return query
}

/** Who pastes an identifier looks for one record. */
const rorIn = (text: string | undefined) => /^(?:https?:\/\/ror\.org\/)?(0[a-z0-9]{6}\d{2})$/i.exec(text ?? '')?.[1]?.toLowerCase()

async function count(db: Reading, sought: Sought): Promise<number> {
  const { count } = await db.selectFrom(narrowed(db, sought).select('id').limit(countedUpTo).as('counted'))
    .select((all) => all.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return count
}

function orderOf({ sort, locale }: Filter) {
  const changed = sort.endsWith('changed')
  return { column: changed ? 'changedAt' as const : nameColumns[locale], key: changed ? asMoment : filedUnder, down: sort.startsWith('-') }
}

const asMoment = (column: string | RawBuilder<unknown>) => (typeof column === 'string' ? sql.ref(column) : sql`${column}::timestamptz`)
const encode = (place: [string, string]) => Buffer.from(JSON.stringify(place)).toString('base64url')
/** A page's address that cannot be read begins at the beginning. */
function after({ after }: Filter): [string, string] | undefined {
  if (!after) return undefined
  try {
    const [value, id] = JSON.parse(Buffer.from(after.slice(1), 'base64url').toString()) as unknown[]
    return typeof value === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? [value, id] : undefined
  } catch { return undefined }
}

