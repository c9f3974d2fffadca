// Tallies for indicators: one walk through what was done in the agreements that the viewer sees, however many indicators ask. Each activity
// counts once for each of them, and as confirmed only when every agreement it serves here has confirmed it.
import { type RawBuilder, sql } from 'kysely'
import { inState, seenBy, withinAlliance } from '#domains/agreements/store.ts'
import { addDays, addMonths } from '#domains/agreements/rules.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Database, Reading } from '#platform/db/database.ts'
import type { Day, Id } from '#platform/kinds.ts'
import type { Feed, Item, ItemsQuery, Scope } from './indicator-model.ts'
import { emptyTally, type Tally } from './indicator-rules.ts'

export type Span = { from: Day; until: Day }
export type Asked = { code: string; feed: Feed }

/** `shared`: only what its members share with each other or with everyone, for what is told to all of them. */
export type Within = Scope & { shared?: boolean }

/** The agreements of a scope, drafts left out. */
export const agreementsIn = (db: Reading, viewer: Viewer, { alliance, agreement, organisation, country, shared = false }: Within) => seenBy(db, viewer).where('agreement.draft', '=', false)
  .$if(shared, (q) => q.where('agreement.visibility', '<>', 'parties'))
  .$if(alliance !== undefined, (q) => q.where(withinAlliance(alliance!)))
  .$if(agreement !== undefined, (q) => q.where('agreement.id', '=', agreement!))
  .$if(organisation !== undefined, (q) => q.where(sql<boolean>`agreement.party_ids @> array[${organisation}]::uuid[]`))
  .$if(country !== undefined, (q) => q.where(sql<boolean>`agreement.countries && array[${country}]::text[]`))

/** What each feed finds in the span. */
export async function tally(db: Reading, viewer: Viewer, scope: Within, span: Span, asked: readonly Asked[]): Promise<Map<string, Tally>> {
  const tallies = new Map(asked.map(({ code }) => [code, emptyTally()]))
  const from = (what: Feed['from']) => asked.filter(({ feed }) => feed.from === what)
  const [done, promised, held] = [from('activities'), from('promises'), from('agreements')]
  await Promise.all([
    done.length > 0 && tallyDone(db, viewer, scope, span, done, tallies), promised.length > 0 && tallyPromised(db, viewer, scope, span, promised, tallies),
    held.length > 0 && tallyHeld(db, viewer, scope, span, held, tallies),
  ])
  return tallies
}

/** Whether a line of `serve` with its commitment belongs to a feed. */
const belongs = ({ kinds, units, ever }: Feed, { from }: Span): RawBuilder<boolean> => sql<boolean>`(true
  ${kinds.length > 0 ? sql`and c.kind = any(${kinds}::text[])` : sql``} ${units.length > 0 ? sql`and c.unit = any(${units}::text[])` : sql``} ${ever ? sql`` : sql`and s.on_day >= ${from}::date`})`

/** Of an exchange the length is known where it was promised in person-months, or where both its days are. */
const amountOf = ({ count }: Feed): RawBuilder<number> => (count !== 'person-months' ? sql<number>`s.amount`
  : sql<number>`case when c.unit = 'person-months' then s.amount when c.unit = 'persons' and a.until_day is not null then s.amount * (a.until_day - a.on_day + 1) / 30.4375 else 0 end`)

const each = (fed: readonly Asked[], say: (one: Asked, at: number) => RawBuilder<unknown>): RawBuilder<unknown> => sql.join(fed.map(say))
const col = (name: string, at: number) => sql.ref(`${name}${at}`)

/** Each activity once: what it serves in one agreement adds up, of several agreements the largest counts. */
function activitiesOnce(db: Reading, viewer: Viewer, scope: Within, span: Span, fed: readonly Asked[]) {
  const earliest = fed.some(({ feed }) => feed.ever) ? sql`` : sql`and s.on_day >= ${span.from}::date`
  return sql`scope as materialized (${agreementsIn(db, viewer, scope).select('agreement.id')}),
    served as (select s.activity_id, s.agreement_id, bool_and(s.state = 'confirmed') as ok, ${each(fed, ({ feed }, at) => sql`bool_or(${belongs(feed, span)}) as ${col('m', at)}, sum(case when ${belongs(feed, span)} then ${amountOf(feed)} else 0 end) as ${col('n', at)}`)}
      from activity_serve s join scope on scope.id = s.agreement_id ${fed.some(({ feed }) => feed.count === 'person-months') ? sql`join activity a on a.id = s.activity_id` : sql``}
      left join commitment c on c.id = s.commitment_id and c.withdrawn_at is null
      where s.state <> 'withdrawn' and s.on_day <= ${span.until}::date ${earliest} group by s.activity_id, s.agreement_id),
    once as (select activity_id, bool_and(ok) as ok, ${each(fed, (_, at) => sql`coalesce(bool_or(${col('m', at)}), false) as ${col('m', at)}, max(${col('n', at)}) as ${col('n', at)}`)} from served group by activity_id)`
}

/** A publication counts when a DOI stands as its evidence. */
const hasDoi = sql<boolean>`exists (select from evidence e where e.activity_id = once.activity_id and e.withdrawn_at is null and e.url ~* 'doi[.]org/10[.]')`
const counts = ({ feed }: Asked, at: number): RawBuilder<boolean> => sql<boolean>`${col('m', at)} ${feed.doi ? sql`and ${hasDoi}` : sql``}`

async function tallyDone(db: Reading, viewer: Viewer, scope: Within, span: Span, fed: readonly Asked[], tallies: Map<string, Tally>): Promise<void> {
  const sums = await sql<Record<string, number> & { ok: boolean }>`with ${activitiesOnce(db, viewer, scope, span, fed)}
    select ok, ${each(fed, (one, at) => sql`count(*) filter (where ${counts(one, at)})::int as ${col('m', at)}, coalesce(sum(${col('n', at)}) filter (where ${counts(one, at)}), 0)::float8 as ${col('n', at)}`)} from once group by ok`.execute(db as Database)
  for (const row of sums.rows) {
    fed.forEach(({ code }, at) => {
      const found = tallies.get(code)!
      found.activities[row.ok ? 'confirmed' : 'claimed'] = row[`m${at}`]!
      found.amount[row.ok ? 'confirmed' : 'claimed'] = row[`n${at}`]!
    })
  }
  const withPeople = fed.filter(({ feed }) => feed.count === 'participants' || feed.count === 'organisations')
  if (withPeople.length > 0) await tallyPeople(db, viewer, scope, span, withPeople, tallies)
}

/** Who took part, by organisation: an organisation and a country count once, however often they came. */
async function tallyPeople(db: Reading, viewer: Viewer, scope: Within, span: Span, fed: readonly Asked[], tallies: Map<string, Tally>): Promise<void> {
  const { rows } = await sql<{ at: number; ok: boolean; inPerson: number; online: number; organisations: number; countries: number }>`with ${activitiesOnce(db, viewer, scope, span, fed)},
    came as (select f.at, once.ok, n.organisation_id, sum(n.in_person) as in_person, sum(n.online) as online from once join activity_number n on n.activity_id = once.activity_id and n.in_person + n.online > 0
      cross join lateral (select at from unnest(array[${sql.join(fed.map((_, at) => sql`case when ${col('m', at)} then ${at}::int end`))}]) at where at is not null) f group by 1, 2, 3)
    select came.at, came.ok, sum(in_person)::int as in_person, sum(online)::int as online, count(*)::int as organisations, count(distinct o.country)::int as countries
    from came join organisation o on o.id = came.organisation_id group by 1, 2`.execute(db as Database)
  for (const { at, ok, ...sums } of rows) {
    const found = tallies.get(fed[at]!.code)!
    for (const what of ['inPerson', 'online', 'organisations', 'countries'] as const) found[what][ok ? 'confirmed' : 'claimed'] = sums[what]
  }
}

/** What was done in each month of the span: each activity once. */
export async function activitiesByMonth(db: Reading, viewer: Viewer, scope: Within, span: Span): Promise<{ month: number; confirmed: number; claimed: number }[]> {
  const all: Asked = { code: 'all', feed: { from: 'activities', kinds: [], units: [], count: 'activities', ever: false, doi: false } }
  const { rows } = await sql<{ month: number; confirmed: number; claimed: number }>`with ${activitiesOnce(db, viewer, scope, span, [all])}
    select extract(month from a.on_day)::int as month, count(*) filter (where once.ok)::int as confirmed, count(*) filter (where not once.ok)::int as claimed
    from once join activity a on a.id = once.activity_id group by 1`.execute(db as Database)
  const found = new Map(rows.map((row) => [row.month, row]))
  return Array.from({ length: 12 }, (_, at) => found.get(at + 1) ?? { month: at + 1, confirmed: 0, claimed: 0 })
}

/** Done against promised: no promise counts for more than it promised. In a year, a yearly promise is owed once, and by each side where each owes its own. */
async function tallyPromised(db: Reading, viewer: Viewer, scope: Within, span: Span, fed: readonly Asked[], tallies: Map<string, Tally>): Promise<void> {
  for (const { code, feed } of fed) {
    const { rows } = await sql<{ target: number; confirmed: number; all: number }>`with scope as materialized (${agreementsIn(db, viewer, scope).select(['agreement.id', 'agreement.partyIds'])}),
      owed as (select c.id, c.target * case when c.each_way then cardinality(scope.party_ids) else 1 end as target from commitment c join scope on scope.id = c.agreement_id
        where c.withdrawn_at is null and c.kind = any(${feed.kinds}::text[]) and c.unit = any(${feed.units}::text[]) and (c.starts_on is null or c.starts_on <= ${span.until}::date)),
      done as (select owed.id, owed.target, coalesce(sum(s.amount) filter (where s.state = 'confirmed'), 0) as confirmed, coalesce(sum(s.amount), 0) as all
        from owed left join activity_serve s on s.commitment_id = owed.id and s.state <> 'withdrawn' and s.on_day <= ${span.until}::date ${feed.ever ? sql`` : sql`and s.on_day >= ${span.from}::date`} group by 1, 2)
      select coalesce(sum(target), 0)::float8 as target, coalesce(sum(least(confirmed, target)), 0)::float8 as confirmed, coalesce(sum(least("all", target)), 0)::float8 as "all" from done`.execute(db as Database)
    const [{ target, confirmed, all }] = rows as [(typeof rows)[number]]
    Object.assign(tallies.get(code)!, { target, amount: { confirmed, claimed: all - confirmed } })
  }
}

/** Agreements in force on the last day; active ones were confirmed to have done something in the twelve months before it. */
async function tallyHeld(db: Reading, viewer: Viewer, scope: Within, { until }: Span, fed: readonly Asked[], tallies: Map<string, Tally>): Promise<void> {
  const since = addMonths(addDays(until, 1), -12)
  const did = (state: RawBuilder<boolean>) => sql<boolean>`exists (select from activity_serve s where s.agreement_id = scope.id and ${state} and s.on_day between ${since}::date and ${until}::date)`
  const { rows } = await sql<Record<'inForce' | 'active' | 'claimed' | 'enterprises' | 'enterprisesClaimed', number>>`with scope as materialized (${holding(agreementsIn(db, viewer, scope), until).select('agreement.id')}),
    held as (select id, ${did(sql`s.state = 'confirmed'`)} as ok, ${did(sql`s.state in ('open', 'disputed')`)} as said from scope),
    firm as (select p.organisation_id, bool_or(held.ok) as ok from held join agreement_party p on p.agreement_id = held.id join organisation o on o.id = p.organisation_id and o.kind = 'company' where held.ok or held.said group by 1)
    select count(*)::int as in_force, count(*) filter (where ok)::int as active, count(*) filter (where said and not ok)::int as claimed,
      (select count(*) filter (where ok) from firm)::int as enterprises, (select count(*) filter (where not ok) from firm)::int as enterprises_claimed from held`.execute(db as Database)
  const [row] = rows as [(typeof rows)[number]]
  for (const { code, feed } of fed) {
    const amount = feed.count === 'enterprises' ? { confirmed: row.enterprises, claimed: row.enterprisesClaimed } : { confirmed: row.active, claimed: row.claimed }
    Object.assign(tallies.get(code)!, { inForce: row.inForce, amount })
  }
}

const holding = (agreements: ReturnType<typeof agreementsIn>, day: Day) => agreements.where(sql<boolean>`(${inState('in-force', day)} or ${inState('expiring', day)})`)

/** The lines behind a number, page by page: by the day they were on, newest first; agreements by their id. */
export async function itemsBehind(db: Reading, viewer: Viewer, scope: Within, span: Span, one: Asked, { state, after, limit }: Pick<ItemsQuery, 'state' | 'after' | 'limit'>): Promise<{ rows: Item[]; next: string | null }> {
  const rows = one.feed.from === 'agreements' ? await heldBehind(db, viewer, scope, span, one.feed, state, after, limit) : await doneBehind(db, viewer, scope, span, one, state, after, limit)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > limit && last ? `${last.onDay ?? ''}_${last.id}` : null }
}

const titled = (of: RawBuilder<unknown>) => sql`json_build_object('id', ${of}.id, 'title', ${of}.title, 'titleLang', ${of}.title_lang, 'titles', ${of}.titles, 'public', ${of}.visibility = 'public')`

async function doneBehind(db: Reading, viewer: Viewer, scope: Within, span: Span, one: Asked, state: ItemsQuery['state'], after: string | undefined, limit: number): Promise<Item[]> {
  const [day, id] = after?.split('_') ?? []
  const { rows } = await sql<Item>`with ${activitiesOnce(db, viewer, scope, span, [one])}
    select 'activity' as kind, a.id, a.what, a.lang, '{}'::json as titles, a.on_day, case when ${one.feed.count === 'participants' || one.feed.count === 'organisations'}
        then (select coalesce(sum(n.in_person + n.online), 0) from activity_number n where n.activity_id = a.id) when ${one.feed.count === 'activities'} then 1 else once.n0 end::float8 as amount,
      (select ${titled(sql`g`)} from activity_serve s join scope on scope.id = s.agreement_id join agreement g on g.id = s.agreement_id where s.activity_id = a.id order by s.place limit 1) as agreement
    from once join activity a on a.id = once.activity_id where ${counts(one, 0)} and once.ok = ${state === 'confirmed'}
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
