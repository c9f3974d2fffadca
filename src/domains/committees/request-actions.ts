// A special meeting is asked for by a side, or by members who come to be enough (G11).
import { record } from '#platform/audit/journal.ts'
import { json } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found } from '#platform/refusals.ts'
import { showBody } from './body-file.ts'
import type { BodyFile } from './body-model.ts'
import { findBody, type Held, holdBody } from './body-store.ts'
import { sitsIn, whyNotSpeak } from './rules.ts'

export async function askSpecial(at: Doing, bodyId: Id, { because, sideId }: { because: string; sideId: Id | null }): Promise<BodyFile> {
  const held = await holdBody(at.db, at.viewer, bodyId)
  demandSits(held, at, sideId)
  const request = { id: newId(), bodyId, because, askedBySide: sideId, askedBy: json([at.viewer.id]) as never, at: at.now, metAt: null }
  await at.db.insertInto('bodyRequest').values(request).execute()
  return tell(at, bodyId, 'special-asked', { request: request.id, because, side: sideId })
}

export async function supportRequest(at: Doing, bodyId: Id, requestId: Id): Promise<BodyFile> {
  const held = await findBody(at.db, at.viewer, bodyId)
  demandSits(held, at, null)
  const request = found(await at.db.selectFrom('bodyRequest').selectAll().where('id', '=', requestId).where('bodyId', '=', bodyId).forUpdate().executeTakeFirst())
  await at.db.updateTable('bodyRequest').set({ askedBy: json([...new Set([...request.askedBy, at.viewer.id])]) as never }).where('id', '=', requestId).execute()
  return tell(at, bodyId, 'special-supported', { request: requestId })
}

function demandSits(held: Held, at: Doing, sideId: Id | null): void {
  demand(held.body.constitutedAt ? undefined : 'committees.not-constituted')
  demand(sideId !== null ? whyNotSpeak(held, sideId, at.viewer) : sitsIn(held, at.viewer) ? undefined : 'committees.only-a-member')
}

async function tell(at: Doing, bodyId: Id, what: string, data: Record<string, unknown>): Promise<BodyFile> {
  await record(at, { what: `body.${what}`, about: bodyId, data })
  return showBody(at.db, at.viewer, bodyId, at.now)
}
