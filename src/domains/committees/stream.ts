// The open line of a meeting: who sees it hears its pulse.
import { house, type Viewer } from '#platform/auth/viewer.ts'
import type { Database } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { bodiesSeenBy } from './body-store.ts'
import { findMeeting } from './meeting-store.ts'
import { pulseOf } from './session-file.ts'

export const meetingLine = '/live/meetings/:id'

export const meetingStream = (db: Database, clock: () => Date) => async (viewer: Viewer, id: Id) => {
  found(await bodiesSeenBy(db, viewer).innerJoin('meeting', 'meeting.bodyId', 'body.id').select('meeting.id').where('meeting.id', '=', id).executeTakeFirst())
  // The pulse is the same for everybody, so it is worked out once, as the house sees it.
  return { topic: `meeting:${id}`, make: async () => JSON.stringify(await pulseOf(db, await findMeeting(db, house, id), clock().toISOString())) }
}
