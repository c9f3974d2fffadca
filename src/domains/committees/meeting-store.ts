// How meetings are kept and found: whoever sees the body sees them. While one is changed, its row is held.
import { sql } from 'kysely'
import type { Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading, type Writing } from '#platform/db/database.ts'
import type { Id, Instant } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { findBody, type Held } from './body-store.ts'
import type { Ballot, Declaration, Item, Meeting, Presence } from './meeting-model.ts'
import type { Facts } from './quorum-rules.ts'
import type { RulesVersion } from './rule-model.ts'
import { versionAt } from './written-rules.ts'

/** A meeting with all that its rules judge; `rules` are those of its day. */
export type Sitting = { held: Held; meeting: Meeting; items: Item[]; spans: Presence[]; declarations: Declaration[]; rules: RulesVersion }

export async function holdMeeting(db: Writing, viewer: Viewer, id: Id): Promise<Sitting> {
  return whole(db, viewer, found(await db.selectFrom('meeting').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()))
}
export async function findMeeting(db: Reading, viewer: Viewer, id: Id): Promise<Sitting> {
  return whole(db, viewer, found(await db.selectFrom('meeting').selectAll().where('id', '=', id).executeTakeFirst()))
}

async function whole(db: Reading, viewer: Viewer, meeting: Meeting): Promise<Sitting> {
  const held = await findBody(db, viewer, meeting.bodyId)
  const items = await db.selectFrom('meetingItem').selectAll().where('meetingId', '=', meeting.id).where('removedAt', 'is', null).orderBy('place').orderBy('id').execute()
  const spans = await db.selectFrom('presence').selectAll().where('meetingId', '=', meeting.id).orderBy('fromAt').execute()
  const declarations = await db.selectFrom('declaration').selectAll().where('meetingId', '=', meeting.id).orderBy('at').execute()
  return { held, meeting, items, spans, declarations, rules: versionAt(held.versions, meeting.openedAt ?? meeting.calledAt) ?? held.rules }
}

/** What a quorum follows from. Before it opens, alternates named by now would do. */
export const factsOf = ({ held, meeting, spans, declarations, rules }: Sitting, now: Instant): Facts =>
  ({ rules: rules.rules, sides: held.sides, seats: held.seats, spans, recusals: declarations, openedAt: meeting.openedAt ?? now })

/** A vote takes part in the ballot while nobody closes it: many vote at once, closing waits for them and they for it. */
export const shareBallot = async (db: Writing, id: Id): Promise<Ballot> => found(await db.selectFrom('ballot').selectAll().where('id', '=', id).forShare().executeTakeFirst())
export const holdBallot = async (db: Writing, id: Id): Promise<Ballot> => found(await db.selectFrom('ballot').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())

export async function zonesOf(db: Reading, { sides }: Pick<Held, 'sides'>): Promise<Map<Id, string | null>> {
  const ids = sides.flatMap(({ organisationId }) => organisationId ?? [])
  const rows = ids.length === 0 ? [] : await db.selectFrom('organisation').select(['id', 'timeZone']).where('id', '=', anyOf(ids)).execute()
  return new Map(sides.map(({ id, organisationId, country }) => [id, rows.find((row) => row.id === organisationId)?.timeZone ?? ({ PK: 'Asia/Karachi', CN: 'Asia/Shanghai' } as Record<string, string>)[country ?? ''] ?? null]))
}

/** How many voted in each of these. */
export async function votedIn(db: Reading, ballots: readonly Id[]): Promise<Map<Id, number>> {
  const rows = ballots.length === 0 ? [] : await db.selectFrom('vote').select(['ballotId', sql<number>`count(*)::int`.as('many')]).where('ballotId', '=', anyOf(ballots)).groupBy('ballotId').execute()
  return new Map(rows.map(({ ballotId, many }) => [ballotId, many]))
}
