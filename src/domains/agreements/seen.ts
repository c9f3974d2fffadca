// Who sees an agreement: the root of every finder. What a viewer may not see does not exist for them.
import { type RawBuilder, sql } from 'kysely'
import { organisationsOf, type Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import './tables.ts'

export const ids = (list: readonly Id[]) => sql<Id[]>`${list as Id[]}::uuid[]`

/** Agreements this viewer sees, removed ones left out. */
export const seenBy = (db: Reading, viewer: Viewer) => seenEven(db, viewer).where('agreement.removedAt', 'is', null)

/** The same with those that were removed, for taking a removal back. */
export function seenEven(db: Reading, viewer: Viewer) {
  const all = db.selectFrom('agreement')
  return viewer.admin ? all : all.where(sql<boolean>`(${sql.join(reasonsToSee(viewer), sql` or `)})`)
}

/** Public ones everybody; a party's offices theirs; a member's offices those of the alliance; a ministry those that touch its country. */
function reasonsToSee(viewer: Viewer): RawBuilder<boolean>[] {
  const own = organisationsOf(viewer)
  const countries = observedBy(viewer)
  return [
    sql<boolean>`(agreement.visibility = 'public' and not agreement.draft)`,
    ...(own.length > 0 ? [
      sql<boolean>`agreement.party_ids && ${ids(own)}`,
      sql<boolean>`(agreement.visibility = 'alliance' and not agreement.draft and agreement.party_ids && ${fellowMembers(own)})`,
    ] : []),
    ...(countries.length > 0 ? [sql<boolean>`(agreement.visibility = 'alliance' and not agreement.draft and agreement.countries && ${countries}::text[])`] : []),
  ]
}

function observedBy(viewer: Viewer): string[] {
  const observing = viewer.offices.filter(({ role }) => role === 'ministry-observer')
  return [...new Set(observing.flatMap(({ country }) => country ?? []))]
}

/** The members of every alliance in which one of these is a member, or which one of these is. */
const fellowMembers = (own: Id[]) => sql<Id[]>`array(
  select fellow.organisation_id from alliance_standing fellow
  where fellow.standing = 'member' and fellow.until_on is null and fellow.alliance_id in (
    select mine.alliance_id from alliance_standing mine where mine.standing = 'member' and mine.until_on is null and mine.organisation_id = any(${ids(own)})
    union all select alliance.id from alliance where alliance.organisation_id = any(${ids(own)})))`

/** The members of an alliance, by its id. */
export const membersOf = (alliance: Id) => sql<Id[]>`array(
  select s.organisation_id from alliance_standing s where s.alliance_id = ${alliance} and s.standing = 'member' and s.until_on is null)`
