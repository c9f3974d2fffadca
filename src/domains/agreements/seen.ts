// Who sees an agreement: the root of every finder. What a viewer may not see does not exist for them.
import { type RawBuilder, sql } from 'kysely'
import { organisationsOf, type Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import './tables.ts'

export const ids = (list: readonly Id[]) => sql<Id[]>`${list as Id[]}::uuid[]`

/** By what a viewer sees agreements, as the values of a statement: what is not there has no part in it (`ask`). */
export type Sight = { all?: true | undefined; own?: Id[] | undefined; countries?: string[] | undefined }

export function sightOf(viewer: Viewer): Sight {
  if (viewer.admin) return { all: true }
  const [own, countries] = [organisationsOf(viewer), observedBy(viewer)]
  return { own: own.length > 0 ? own : undefined, countries: countries.length > 0 ? countries : undefined }
}

/** Agreements this viewer sees, removed ones left out. */
export const seenBy = (db: Reading, viewer: Viewer) => seenWith(db, sightOf(viewer))
export const seenWith = (db: Reading, sight: Sight) => evenRemoved(db, sight).where('agreement.removedAt', 'is', null)

/** The same with those that were removed, for taking a removal back. */
export const seenEven = (db: Reading, viewer: Viewer) => evenRemoved(db, sightOf(viewer))

function evenRemoved(db: Reading, sight: Sight) {
  const all = db.selectFrom('agreement')
  return sight.all ? all : all.where(sql<boolean>`(${sql.join(reasonsToSee(sight), sql` or `)})`)
}

/** Public ones everybody; a party's offices theirs; a member's offices those of the alliance; a ministry those that touch its country. */
function reasonsToSee({ own, countries }: Sight): RawBuilder<boolean>[] {
  return [
    sql<boolean>`(agreement.visibility = 'public' and not agreement.draft)`,
    ...(own ? [
      sql<boolean>`agreement.party_ids && ${ids(own)}`,
      sql<boolean>`(agreement.visibility = 'alliance' and not agreement.draft and agreement.party_ids && ${fellowMembers(own)})`,
    ] : []),
    ...(countries ? [sql<boolean>`(agreement.visibility = 'alliance' and not agreement.draft and agreement.countries && ${countries}::text[])`] : []),
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
    select mine.alliance_id from alliance_standing mine where mine.standing = 'member' and mine.until_on is null and not 'access' = any(mine.suspended) and mine.organisation_id = any(${ids(own)})
    union all select alliance.id from alliance where alliance.organisation_id = any(${ids(own)})))`

/** The members of an alliance, by its id. */
export const membersOf = (alliance: Id) => sql<Id[]>`array(
  select s.organisation_id from alliance_standing s where s.alliance_id = ${alliance} and s.standing = 'member' and s.until_on is null)`
