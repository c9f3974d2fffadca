// A filter becomes conditions; each has its index.
import { type RawBuilder, sql } from 'kysely'
import { organisationsOf, type Viewer } from '#platform/auth/viewer.ts'
import type { When } from '#platform/day-zones.ts'
import { meets, queryOf } from '#platform/search/words.ts'
import type { Filter } from './model.ts'
import { ids, membersOf } from './seen.ts'
import { inState } from './states.ts'

/** What a row must meet. `likely` is the tsquery to look for in place of what was typed, where that was perhaps misspelt. */
export function conditionsOf(filter: Filter, viewer: Viewer, when: When, likely?: string): RawBuilder<boolean>[] {
  const { text, state, kind, organisation, country, year, alliance, mine, problem, field, parent } = filter
  return [
    ...(text ? [likely === undefined ? meets('agreement.search', text) : sql<boolean>`agreement.search @@ ${likely}::tsquery`] : []),
    ...(state?.length ? [sql<boolean>`(${sql.join(state.map((one) => inState(one, when)), sql` or `)})`] : []),
    ...(kind?.length ? [kind.length === 1 ? sql<boolean>`agreement.kind = ${kind[0]}` : sql<boolean>`agreement.kind = any(${kind})`] : []),
    ...(organisation ? [sql<boolean>`agreement.party_ids && ${ids([organisation])}`] : []),
    ...(country ? partnerIn(country, viewer) : []),
    ...(year ? [sql<boolean>`coalesce(signed_on, date '0001-01-01') between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`] : []),
    ...(alliance ? [within(alliance)] : []),
    ...(mine ? [sql<boolean>`agreement.party_ids && ${ids(organisationsOf(viewer))}`] : []),
    ...(problem?.length ? [problem.includes('any') ? sql<boolean>`problems <> '{}'` : sql<boolean>`problems <> '{}' and problems && ${problem}::text[]`] : []),
    ...(field ? [sql<boolean>`fields <> '{}' and exists (select from unnest(fields) f where f like ${`${field}%`})`] : []),
    ...(parent ? [sql<boolean>`agreement.parent_id = ${parent}`] : []),
  ]
}

/** Whether there is anything to look for at all. */
export const hasWords = (typed: string | undefined): boolean => Boolean(typed && queryOf(typed))

/** In one's own country only partners count, not oneself. */
function partnerIn(country: string, viewer: Viewer): RawBuilder<boolean>[] {
  const touches = sql<boolean>`agreement.countries && ${[country]}::text[]`
  const own = organisationsOf(viewer)
  if (!viewer.offices.some((office) => office.country === country)) return [touches]
  return [touches, sql<boolean>`exists (select from agreement_party p join organisation o on o.id = p.organisation_id
    where p.agreement_id = agreement.id and o.country = ${country} and p.organisation_id <> all(${ids(own)}))`]
}

/** Between members of the alliance, or concluded by the alliance itself. */
export const within = (alliance: string) => sql<boolean>`(
  (agreement.party_ids && ${membersOf(alliance)} and (select count(*) from unnest(agreement.party_ids) party where party = any(${membersOf(alliance)})) > 1)
  or agreement.party_ids && array(select organisation_id from alliance where id = ${alliance}))`
