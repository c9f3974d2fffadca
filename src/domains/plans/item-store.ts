// The lines behind the numbers: what was done, or the agreements, that one number counts; a page of one list, or the first lines of every list at once.
import { type RawBuilder, sql } from 'kysely'
import { addDays, addMonths } from '#domains/agreements/rules.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Database, Reading } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import type { Feed, Item, ItemsQuery } from './indicator-model.ts'
import { activitiesOnce, agreementsIn, type Asked, holding, inSpans, promisedAndDone, type Span, type Within } from './tally-store.ts'

/** The lines behind a number, page by page: by the day they were on, newest first; agreements by their id. */
export async function itemsBehind(db: Reading, viewer: Viewer, scope: Within, span: Span, one: Asked, { state, after, limit }: Pick<ItemsQuery, 'state' | 'after' | 'limit'>): Promise<{ rows: Item[]; next: string | null }> {
  const rows = one.feed.from === 'agreements' ? await heldBehind(db, viewer, scope, span, one.feed, state, after, limit) : one.feed.from === 'promises' ? await promisedBehind(db, viewer, scope, span, one.feed, state, after, limit) : await doneBehind(db, viewer, scope, inSpans([one], span)[0]![0], one, state, after, limit)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > limit && last ? `${last.onDay ?? ''}_${last.id}` : null }
}

const titled = (of: RawBuilder<unknown>) => sql`json_build_object('id', ${of}.id, 'title', ${of}.title, 'titleLang', ${of}.title_lang, 'titles', ${of}.titles, 'public', ${of}.visibility = 'public')`

/** The first lines of every list in one walk, as `<code>-<state>`; a list without a line is left out. */
export async function firstLines(db: Reading, viewer: Viewer, scope: Within, span: Span, asked: readonly Asked[], most: number): Promise<Record<string, Item[]>> {
  const lists: Record<string, Item[]> = {}
  const states = ['confirmed', 'claimed'] as const
  for (const [within, done] of inSpans(asked.filter(({ feed }) => feed.from === 'activities'), span)) {
    const picked = done.flatMap((one, at) => states.map((state) => sql`(select ${`${one.code}-${state}`}::text as list, activity_id, on_day, n, ${one.feed.count}::text as how, ${one.feed.who}::text[] as who from once where at = ${at} and ok = ${state === 'confirmed'} order by on_day desc, activity_id desc limit ${most})`))
    const { rows } = await sql<Item & { list: string }>`with ${activitiesOnce(db, viewer, scope, within, done)}, line as (${sql.join(picked, sql` union all `)})
      select line.list, ${lineOf(sql`line.how`, sql`line.n`, sql`line.who`)} from line join activity a on a.id = line.activity_id order by line.list, a.on_day desc, a.id desc`.execute(db as Database)
    for (const { list, ...row } of rows) (lists[list] ??= []).push(row)
  }
  for (const { code, feed } of asked.filter((one) => one.feed.from !== 'activities')) {
    const behind = feed.from === 'agreements' ? heldBehind : promisedBehind
    for (const state of states) {
      const rows = await behind(db, viewer, scope, span, feed, state, undefined, most - 1)
      if (rows.length > 0) lists[`${code}-${state}`] = rows
    }
  }
  return lists
}

/** An activity as a line: `n` is what it gave, unless those who took part are counted, or it counts as one. */
const lineOf = (how: RawBuilder<unknown>, n: RawBuilder<unknown>, who: RawBuilder<unknown>) => sql`'activity' as kind, a.id, a.what, a.lang, '{}'::json as titles, a.on_day,
  case when ${how} in ('participants', 'organisations', 'balance') then (select coalesce(sum(p.in_person + p.online), 0) from activity_number p where p.activity_id = a.id and (${who} = '{}' or p.who = any(${who}))) when ${how} = 'activities' then 1 else ${n} end::float8 as amount,
  (select ${titled(sql`g`)} from activity_serve s join scope on scope.id = s.agreement_id join agreement g on g.id = s.agreement_id where s.activity_id = a.id order by s.place limit 1) as agreement`

async function doneBehind(db: Reading, viewer: Viewer, scope: Within, span: Span, one: Asked, state: ItemsQuery['state'], after: string | undefined, limit: number): Promise<Item[]> {
  const [day, id] = after?.split('_') ?? []
  const { rows } = await sql<Item>`with ${activitiesOnce(db, viewer, scope, span, [one])}
    select ${lineOf(sql`${one.feed.count}::text`, sql`once.n`, sql`${one.feed.who}::text[]`)}
    from once join activity a on a.id = once.activity_id where once.ok = ${state === 'confirmed'}
      ${day && id ? sql`and (a.on_day, a.id) < (${day}::date, ${id}::uuid)` : sql``} order by a.on_day desc, a.id desc limit ${limit + 1}`.execute(db as Database)
  return rows
}

async function heldBehind(db: Reading, viewer: Viewer, scope: Within, { until }: Span, feed: Feed, state: ItemsQuery['state'], after: string | undefined, limit: number): Promise<Item[]> {
  const since = addMonths(addDays(until, 1), -12)
  const did = (which: RawBuilder<boolean>) => sql<boolean>`exists (select from activity_serve s where s.agreement_id = agreement.id and ${which} and s.on_day between ${since}::date and ${until}::date)`
  const last: Id | undefined = after?.split('_')[1]
  const rows = await holding(agreementsIn(db, viewer, scope), until).where((state === 'confirmed' ? did(sql`s.state = 'confirmed'`) : sql<boolean>`(${did(sql`s.state in ('open', 'disputed')`)} and not ${did(sql`s.state = 'confirmed'`)})`))
    .$if(feed.count === 'enterprises', (q) => q.where(sql<boolean>`exists (select from organisation o where o.id = any(agreement.party_ids) and o.kind = 'company')`))
    .$if(last !== undefined, (q) => q.where('agreement.id', '<', last!))
    .select(['agreement.id', 'agreement.title as what', 'agreement.titleLang as lang', 'agreement.titles', 'agreement.signedOn as onDay']).orderBy('agreement.id', 'desc').limit(limit + 1).execute()
  return rows.map((row) => ({ ...row, kind: 'agreement', titles: row.titles as Record<string, string>, amount: null, agreement: null }))
}

/** Promises with what was confirmed of each, those of which nothing was among them; or those of which something is only claimed. */
async function promisedBehind(db: Reading, viewer: Viewer, scope: Within, span: Span, feed: Feed, state: ItemsQuery['state'], after: string | undefined, limit: number): Promise<Item[]> {
  const last: Id | undefined = after?.split('_')[1]
  const { rows } = await sql<Item>`with ${promisedAndDone(db, viewer, scope, span, feed)}
    select 'commitment' as kind, done.id, '' as what, null as lang, done.what as titles, done.last_on as on_day, done.target::float8 as target, (${state === 'confirmed' ? sql`done.confirmed` : sql`done."all" - done.confirmed`})::float8 as amount,
      (select ${titled(sql`g`)} from agreement g where g.id = done.agreement_id) as agreement
    from done where ${state === 'confirmed' ? sql`true` : sql`done."all" > done.confirmed`} ${last ? sql`and done.id < ${last}::uuid` : sql``} order by done.id desc limit ${limit + 1}`.execute(db as Database)
  return rows
}
