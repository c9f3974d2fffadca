// The body that decides on members: whether it sits, what lies before it, and whether it has spoken.
import '#domains/committees/body-store.ts'
import { sql } from 'kysely'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Id, Instant } from '#platform/kinds.ts'
import { bodiesSeenBy } from '#domains/committees/body-store.ts'
import type { Council } from './admission-model.ts'

/** The alliance's own bodies, for its rules to name one. */
export const bodiesOf = async (db: Reading, viewer: Viewer, allianceId: Id) => (await bodiesSeenBy(db, viewer).select(['body.id', 'body.name', 'body.constitutedAt']).where('body.allianceId', '=', allianceId).where('body.dissolvedAt', 'is', null).orderBy('body.id').execute())
  .map(({ id, name, constitutedAt }) => ({ id, name: name as Record<string, string>, constituted: constitutedAt !== null }))

/** A body that was named but is not constituted, or was dissolved, cannot decide. */
export const sits = async (db: Reading, allianceId: Id, bodyId: Id | null): Promise<boolean> => bodyId !== null
  && Boolean(await db.selectFrom('body').select('id').where('id', '=', bodyId).where('allianceId', '=', allianceId).where('constitutedAt', 'is not', null).where('dissolvedAt', 'is', null).executeTakeFirst())

/** Sessions of it that are called and not yet open, into whose agenda something may still be put. */
export const sessionsOf = (db: Reading, bodyId: Id, now: Instant) => db.selectFrom('meeting').select(['id', 'number', 'startsAt']).where('bodyId', '=', bodyId).where('state', '=', 'called').where('startsAt', '>', now).orderBy('startsAt').limit(20).execute()

type Laid = { id: Id; bodyId: Id | null; laidKind: 'meeting' | 'procedure' | null; laidId: Id | null; decisionId: Id | null }

/** What has become of a thing that was laid before a body. */
export async function councilOf(db: Reading, { id, bodyId, laidKind, laidId, decisionId }: Laid): Promise<Council | null> {
  if (bodyId === null || laidKind === null || laidId === null) return null
  const body = await db.selectFrom('body').select('name').where('id', '=', bodyId).executeTakeFirstOrThrow()
  const over = laidKind === 'procedure'
    ? await db.selectFrom('ballot').select('id').where('id', '=', laidId).where('settledAt', 'is not', null).executeTakeFirst()
    : await db.selectFrom('meeting as m').select('m.id').where('m.id', '=', laidId)
      .where((is) => is.or([is('m.state', 'in', ['closed', 'called-off']), is.not(is.exists(is.selectFrom('meetingItem as i').select(sql<number>`1`.as('one')).where('i.meetingId', '=', laidId).where('i.aboutId', '=', id).where('i.removedAt', 'is', null)))])).executeTakeFirst()
  return { kind: laidKind, id: laidId, bodyId, bodyName: body.name as Record<string, string>, state: decisionId ? 'decided' : over ? 'not-carried' : 'waits' }
}
