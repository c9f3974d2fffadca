// What a ministry takes into a meeting tomorrow: the agreements and promises that touch its country, by partner country, by field and by how they
// stand. It begins at what the viewer sees, in the order of names: nobody is ranked by how much was signed.
import { type RawBuilder, sql } from 'kysely'
import { stateColumn } from '#domains/agreements/store.ts'
import { agreementsIn } from '#domains/plans/tally-store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Database, Reading } from '#platform/db/database.ts'
import type { Day, Instant } from '#platform/kinds.ts'

export type MinistryRow = { name: string | null; agreements: number; commitments: number; green: number; amber: number; red: number; grey: number; lastOn: Day | null }
export type Ministry = { country: string; today: Day; agreements: number; byCountry: MinistryRow[]; byField: MinistryRow[]; byState: MinistryRow[] }

export async function findMinistry({ db, viewer, today, now }: { db: Reading; viewer: Viewer; today: Day; now: Instant }, country: string): Promise<Ministry> {
  const scope = sql`scope as materialized (${agreementsIn(db, viewer, { country }).select(['agreement.id', 'agreement.countries', 'agreement.fields']).select(stateColumn(now).as('state'))}),
    held as (select scope.*, coalesce(p.commitments, 0) as commitments, coalesce(p.green, 0) as green, coalesce(p.amber, 0) as amber, coalesce(p.red, 0) as red, coalesce(p.grey, 0) as grey, p.last_confirmed_on
      from scope left join agreement_pulse p on p.agreement_id = scope.id)`
  const by = async (name: RawBuilder<unknown>, from: RawBuilder<unknown>): Promise<MinistryRow[]> => (await sql<MinistryRow>`with ${scope} select ${name} as name, count(*)::int as agreements, sum(commitments)::int as commitments,
    sum(green)::int as green, sum(amber)::int as amber, sum(red)::int as red, sum(grey)::int as grey, max(last_confirmed_on) as last_on from held ${from} group by 1 order by 1 nulls last`.execute(db as Database)).rows
  const holds = sql`held.state in ('in-force', 'expiring')`
  const [byCountry, byField, byState] = await Promise.all([
    // An agreement between organisations of the country itself stands under its own name.
    by(sql`other`, sql`cross join lateral (select c as other from unnest(held.countries) c where c <> ${country} union all select ${country} where held.countries = array[${country}]::text[]) o where ${holds}`),
    by(sql`field`, sql`left join lateral (select distinct left(f, 2) as field from unnest(held.fields) f) f on true where ${holds}`), by(sql`held.state`, sql``),
  ])
  return { country, today, agreements: byState.reduce((sum, { agreements }) => sum + agreements, 0), byCountry, byField, byState }
}
