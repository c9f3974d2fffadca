// An address that was given up waits for a director: it begins again, is changed, or is taken away.
import type { Viewer } from '#platform/auth/viewer.ts'
import { organisationsOf } from '#platform/auth/viewer.ts'
import { anyOf, type Reading } from '#platform/db/database.ts'
import { type Asked, bringTurns, type Waiting } from '#platform/turns.ts'
import './webhook-store.ts'

bringTurns(async (db: Reading, viewer: Viewer, { whose, sides, limit }: Asked): Promise<Waiting> => {
  const own = organisationsOf(viewer, 'director').filter((side) => sides.includes(side))
  if (whose === 'theirs' || own.length === 0) return { rows: [], count: 0 }
  const rows = await db.selectFrom('webhook').select(['id', 'url', 'organisationId', 'stoppedAt']).where('organisationId', '=', anyOf(own)).where('removedAt', 'is', null)
    .where('stoppedBecause', 'in', ['failing', 'gone']).orderBy('stoppedAt').execute()
  return {
    count: rows.length,
    rows: rows.slice(0, limit).map(({ id, url, organisationId, stoppedAt }) => ({
      kind: 'today.webhook', about: id, agreementId: null, title: { en: new URL(url).host }, sideId: organisationId, since: stoppedAt!, due: null, facts: {}, to: `/settings/webhooks/${id}`,
    })),
  }
})
