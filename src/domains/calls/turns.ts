// Whose turn it is in a call: the members that have not answered; and for the house, calls whose day has passed and that are still open. Their
// words lie in the room of the day, which is the first page.
import { sql } from 'kysely'
import { organisationsOf, type Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { type Asked, bringTurns, type Waiting } from '#platform/turns.ts'
import { seenBy } from './store.ts'

bringTurns(async (db: Reading, viewer: Viewer, { whose, sides, limit }: Asked): Promise<Waiting> => {
  const own = sql<Id[]>`${sides as Id[]}::uuid[]`
  const open = seenBy(db, viewer).innerJoin('callMember as m', 'm.callId', 'memberCall.id').where('memberCall.openedAt', 'is not', null).where('memberCall.closedAt', 'is', null).where('m.answeredAt', 'is', null)
  // Others' turns are named to the house that waits for them, and only there.
  const houses = sql<boolean>`exists (select from alliance a where a.id = member_call.alliance_id and (a.organisation_id = any(${own}) or a.host_id = any(${own})) and (a.organisation_id = any(${organisationsOf(viewer, 'secretariat', 'director')}::uuid[]) or a.host_id = any(${organisationsOf(viewer, 'secretariat', 'director')}::uuid[])))`
  const rows = await open.where(whose === 'yours' ? sql<boolean>`m.organisation_id = any(${own})` : sql<boolean>`m.organisation_id <> all(${own}) and ${houses}`)
    .select(['memberCall.id', 'memberCall.title', 'memberCall.openedAt', 'memberCall.dueOn', 'm.organisationId', sql<number>`(count(*) over ())::int`.as('count')]).orderBy('memberCall.dueOn').orderBy('m.id').limit(limit).execute()
  return {
    count: rows[0]?.count ?? 0,
    rows: rows.map(({ id, title, openedAt, dueOn, organisationId }) => ({
      kind: 'today.call', about: id, agreementId: null, title: title as Record<string, string>, sideId: organisationId, since: openedAt!, due: dueOn, facts: {},
      to: whose === 'yours' ? `/calls/${id}/answers/${organisationId}` : `/calls/${id}`,
    })),
  }
})
