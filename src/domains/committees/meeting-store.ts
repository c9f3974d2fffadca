// How meetings are kept and found: whoever sees the body sees them. While one is changed, its row is held.
import { sql } from 'kysely'
import type { Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading, type Writing } from '#platform/db/database.ts'
import type { Day, Id, Instant } from '#platform/kinds.ts'
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

/** What a quorum follows from: who is on the line counts where the rules say so. Before it opens, alternates named by now would do. */
export const factsOf = ({ held, meeting, spans, declarations, rules }: Sitting, now: Instant): Facts =>
  ({ rules: rules.rules, sides: held.sides, seats: held.seats, spans: rules.rules.remote ? spans : spans.filter(({ mode }) => mode === 'room'), recusals: declarations, openedAt: meeting.openedAt ?? now })

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

/** The sessions of the bodies in which somebody sits or stands in, from the day before to the day after, whatever the zone. One called off stays for a while: it cancels an entry. */
export async function sessionsFor(db: Reading, viewer: Viewer, from: Day, until: Day) {
  const rows = await db.selectFrom('meeting').innerJoin('body', 'body.id', 'meeting.bodyId').select(['meeting.id', 'body.name as body', 'meeting.number', 'meeting.startsAt', 'meeting.zone', 'meeting.venue', 'meeting.city', 'meeting.link', 'meeting.sequence', 'meeting.state'])
    .where(sql<boolean>`exists (select 1 from body_seat s where s.body_id = body.id and s.ended_at is null and (s.member_id = ${viewer.id} or s.alternate_id = ${viewer.id}))`)
    .where(sql<boolean>`meeting.starts_at between ${from}::date - 1 and ${until}::date + 2`).orderBy('meeting.startsAt').limit(500).execute()
  return rows.map(({ venue, city, link, state, ...row }) => ({ ...row, place: [venue, city, link].filter(Boolean).join(', '), off: state === 'called-off' }))
}
