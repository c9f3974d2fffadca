// Tallies for indicators: one walk through what was done in the agreements that the viewer sees, however many indicators ask. Each activity
// counts once for each of them, and as confirmed only when every agreement it serves here has confirmed it.
import { type RawBuilder, sql } from 'kysely'
import { inState, seenBy, withinAlliance } from '#domains/agreements/store.ts'
import { addDays, addMonths } from '#domains/agreements/rules.ts'
import { promiseKinds } from '#domains/texts/promise-model.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Database, type Reading } from '#platform/db/database.ts'
import type { Day, Id } from '#platform/kinds.ts'
import type { Feed, Scope } from './indicator-model.ts'
import { emptyTally, type Tally } from './indicator-rules.ts'

export type Span = { from: Day; until: Day }
export type Asked = { code: string; feed: Feed }

/** `agreements`: those of a joint unit. `shared`: only what its members share with each other or with everyone, for what is told to all of them. */
export type Within = Scope & { shared?: boolean; agreements?: readonly Id[] }

/** The agreements of a scope, drafts left out. */
export const agreementsIn = (db: Reading, viewer: Viewer, { alliance, agreement, agreements, organisation, country, shared = false }: Within) => seenBy(db, viewer).where('agreement.draft', '=', false)
  .$if(shared, (q) => q.where('agreement.visibility', '<>', 'parties'))
  .$if(alliance !== undefined, (q) => q.where(withinAlliance(alliance!)))
  .$if(agreements !== undefined, (q) => q.where('agreement.id', '=', anyOf(agreements!)))
  .$if(agreement !== undefined, (q) => q.where('agreement.id', '=', agreement!))
  .$if(organisation !== undefined, (q) => q.where(sql<boolean>`agreement.party_ids @> array[${organisation}]::uuid[]`))
  .$if(country !== undefined, (q) => q.where(sql<boolean>`agreement.countries && array[${country}]::text[]`))

/** What each feed finds in the span. */
export async function tally(db: Reading, viewer: Viewer, scope: Within, span: Span, asked: readonly Asked[]): Promise<Map<string, Tally>> {
  const tallies = new Map(asked.map(({ code }) => [code, emptyTally()]))
  const from = (what: Feed['from']) => asked.filter(({ feed }) => feed.from === what)
  const [done, promised, held] = [from('activities'), from('promises'), from('agreements')]
  await Promise.all([
    ...inSpans(done, span).map(([span, some]) => tallyDone(db, viewer, scope, span, some, tallies)), promised.length > 0 && tallyPromised(db, viewer, scope, span, promised, tallies),
    held.length > 0 && tallyHeld(db, viewer, scope, span, held, tallies),
  ])
  return tallies
}

/** Those that look back over more than one year have a span of their own. */
export function inSpans(asked: readonly Asked[], span: Span): [Span, Asked[]][] {
  return [...Map.groupBy(asked, ({ feed }) => feed.years)].map(([years, some]) => [{ ...span, from: addMonths(span.from, 12 * (1 - years)) }, some])
}

/** The side whose sending is told apart from what it receives: one organisation, one country, the first side of an agreement. */
const isOwn = ({ organisation, country, agreement }: Within): RawBuilder<boolean> => (organisation ? sql`o.id = ${organisation}` : country ? sql`o.country = ${country}`
  : agreement ? sql`o.id = (select g.party_ids[1] from agreement g where g.id = ${agreement})` : sql`false`)
export const isOfOne = ({ alliance }: Within): boolean => alliance === undefined

/** The feeds as rows of their own, so that each activity meets only those that it belongs to. */
const feedRows = (fed: readonly Asked[]) => sql`feed(at, kinds, units, months, ever, doi, firm, least_days, people, who) as (values ${sql.join(fed.map(({ feed }, at) =>
  sql`(${at}::int, ${feed.kinds}::text[], ${feed.units}::text[], ${feed.count === 'person-months'}::boolean, ${feed.ever}::boolean, ${feed.doi}::boolean, ${feed.firm === true}::boolean, ${feed.leastDays ?? 0}::int, ${['participants', 'organisations', 'balance'].includes(feed.count)}::boolean, ${feed.who}::text[])`))})`

/**
 * Each activity once for each feed (`once`): what it serves in one agreement adds up, of several agreements the largest counts. Of an exchange the
 * length is known where it was promised in person-months, or where both its days are. A publication counts when a DOI stands as its evidence; one with an enterprise, when the activity names an enterprise among those who took part.
 */
export function activitiesOnce(db: Reading, viewer: Viewer, scope: Within, span: Span, fed: readonly Asked[]) {
  const some = (is: (feed: Feed) => boolean) => fed.some(({ feed }) => is(feed))
  const monthly = fed.flatMap(({ feed }) => (feed.count === 'person-months' ? (feed.kinds.length > 0 ? feed.kinds : promiseKinds) : []))
  const long = monthly.length > 0
  return sql`scope as materialized (${agreementsIn(db, viewer, scope).select('agreement.id')}), ${feedRows(fed)},
    item as materialized (select s.activity_id, s.agreement_id, coalesce(c.kind, '') as kind, coalesce(c.unit, '') as unit, max(s.on_day) as on_day, sum(s.amount) as n, bool_and(s.state = 'confirmed') as ok,
        ${long ? sql`sum(case when c.unit = 'person-months' then s.amount when c.unit = 'persons' and c.kind = any(${monthly}::text[]) then s.amount * (select coalesce(a.until_day - a.on_day + 1, 0) / 30.4375 from activity a where a.id = s.activity_id) else 0 end)` : sql`0::numeric`} as months
      from activity_serve s join scope on scope.id = s.agreement_id left join commitment c on c.id = s.commitment_id and c.withdrawn_at is null
      where s.state <> 'withdrawn' and s.on_day <= ${span.until}::date ${some(({ ever }) => ever) ? sql`` : sql`and s.on_day >= ${span.from}::date`} group by 1, 2, 3, 4),
    class as (select c.kind, c.unit, f.at, f.months, f.ever from (select distinct kind, unit from item) c join feed f on (f.kinds = '{}' or c.kind = any(f.kinds)) and (f.units = '{}' or c.unit = any(f.units))),
    marked as (select item.*, bool_and(ok) over (partition by activity_id) as whole from item),
    met as (select f.at, i.activity_id, max(i.on_day) as on_day, sum(case when f.months then i.months else i.n end) as n, bool_and(i.whole) as ok from marked i
      join class f on f.kind = i.kind and f.unit = i.unit where f.ever or i.on_day >= ${span.from}::date group by f.at, i.activity_id, i.agreement_id),
    once as materialized (select met.at, met.activity_id, max(met.on_day) as on_day, max(met.n) as n, bool_and(met.ok) as ok from met join feed on feed.at = met.at
      where true ${some(({ doi }) => doi) ? sql`and (not feed.doi or exists (select from evidence e where e.activity_id = met.activity_id and e.withdrawn_at is null and e.url ~* 'doi[.]org/10[.]'))` : sql``}
      ${some(({ firm }) => firm === true) ? sql`and (not feed.firm or exists (select from activity_number p join organisation o on o.id = p.organisation_id where p.activity_id = met.activity_id and p.in_person + p.online > 0 and o.kind = 'company'))` : sql``}
      ${some(({ leastDays = 0 }) => leastDays > 0) ? sql`and (feed.least_days = 0 or not exists (select from activity a where a.id = met.activity_id and a.until_day is not null and (select count(*) from generate_series(a.on_day, a.until_day, interval '1 day') day where extract(isodow from day) < 6) < feed.least_days))` : sql``}
      ${some(({ who }) => who.length > 0) ? sql`and (feed.who = '{}' or exists (select from activity_number p where p.activity_id = met.activity_id and (p.who is null or p.who = any(feed.who))))` : sql``} group by 1, 2)`
}

const peopleSums = ['inPerson', 'online', 'women', 'unsaid', 'sent', 'organisations', 'countries'] as const
/** Who took part by organisation: an organisation and a country count once, however often they came. */
async function tallyDone(db: Reading, viewer: Viewer, scope: Within, span: Span, fed: readonly Asked[], tallies: Map<string, Tally>): Promise<void> {
  const { rows } = await sql<{ at: number; ok: boolean; activities: number; amount: number } & Record<(typeof peopleSums)[number], number>>`with ${activitiesOnce(db, viewer, scope, span, fed)},
    summed as (select at, ok, count(*)::int as activities, coalesce(sum(n), 0)::float8 as amount from once group by 1, 2),
    came as (select once.at, once.ok, p.organisation_id, ${counted(sql`p.in_person`)} as in_person, ${counted(sql`p.online`)} as online, ${counted(sql`coalesce(p.women, 0)`)} as women, sum(p.in_person + p.online) filter (where p.who is null and feed.who <> '{}') as unsaid from once join feed on feed.at = once.at and feed.people join activity_number p on p.activity_id = once.activity_id and p.in_person + p.online > 0 group by 1, 2, 3),
    people as (select came.at, came.ok, sum(in_person)::int as in_person, sum(online)::int as online, sum(women)::int as women, sum(unsaid)::int as unsaid, sum(case when ${isOwn(scope)} then in_person + online else 0 end)::int as sent, count(*)::int as organisations, count(distinct o.country)::int as countries from came join organisation o on o.id = came.organisation_id group by 1, 2)
    select summed.*, coalesce(in_person, 0) as in_person, coalesce(online, 0) as online, coalesce(women, 0) as women, coalesce(unsaid, 0) as unsaid, coalesce(sent, 0) as sent, coalesce(organisations, 0) as organisations, coalesce(countries, 0) as countries from summed left join people on people.at = summed.at and people.ok = summed.ok`.execute(db as Database)
  for (const { at, ok, ...sums } of rows) {
    const found = tallies.get(fed[at]!.code)!
    for (const what of ['activities', 'amount', ...peopleSums] as const) found[what][ok ? 'confirmed' : 'claimed'] = sums[what]
  }
}

/** Those whom the feed counts: all, or only some groups. */
const counted = (number: RawBuilder<number>) => sql`coalesce(sum(${number}) filter (where feed.who = '{}' or p.who = any(feed.who)), 0)`

/** What was done in each month of the span: each activity once. */
export async function activitiesByMonth(db: Reading, viewer: Viewer, scope: Within, span: Span): Promise<{ month: number; confirmed: number; claimed: number }[]> {
  const all: Asked = { code: 'all', feed: { from: 'activities', kinds: [], units: [], count: 'activities', who: [], years: 1, ever: false, doi: false, firm: false, leastDays: 0 } }
  const { rows } = await sql<{ month: number; confirmed: number; claimed: number }>`with ${activitiesOnce(db, viewer, scope, span, [all])}
    select extract(month from on_day)::int as month, count(*) filter (where ok)::int as confirmed, count(*) filter (where not ok)::int as claimed from once group by 1`.execute(db as Database)
  const found = new Map(rows.map((row) => [row.month, row]))
  return Array.from({ length: 12 }, (_, at) => found.get(at + 1) ?? { month: at + 1, confirmed: 0, claimed: 0 })
}

/** Done against promised, promise by promise. In a year, a yearly promise is owed once, and by each side where each owes its own. */
export const promisedAndDone = (db: Reading, viewer: Viewer, scope: Within, span: Span, feed: Feed) => sql`scope as materialized (${agreementsIn(db, viewer, scope).select(['agreement.id', 'agreement.partyIds'])}),
  owed as (select c.id, c.agreement_id, c.what, c.target * case when c.each_way then cardinality(scope.party_ids) else 1 end as target from commitment c join scope on scope.id = c.agreement_id
    where c.withdrawn_at is null and c.kind = any(${feed.kinds}::text[]) and c.unit = any(${feed.units}::text[]) and (c.starts_on is null or c.starts_on <= ${span.until}::date)),
  done as (select owed.*, given.* from owed cross join lateral (select coalesce(sum(s.amount) filter (where s.state = 'confirmed'), 0) as confirmed, coalesce(sum(s.amount), 0) as "all", max(s.on_day) as last_on
    from activity_serve s where s.commitment_id = owed.id and s.state <> 'withdrawn' and s.on_day <= ${span.until}::date ${feed.ever ? sql`` : sql`and s.on_day >= ${span.from}::date`}) given)`

/** No promise counts for more than it promised. */
async function tallyPromised(db: Reading, viewer: Viewer, scope: Within, span: Span, fed: readonly Asked[], tallies: Map<string, Tally>): Promise<void> {
  for (const { code, feed } of fed) {
    const { rows } = await sql<{ target: number; confirmed: number; all: number }>`with ${promisedAndDone(db, viewer, scope, span, feed)}
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

/** Those in force on a day. */
export const holding = (agreements: ReturnType<typeof agreementsIn>, day: Day) => agreements.where(sql<boolean>`(${inState('in-force', day)} or ${inState('expiring', day)})`)
