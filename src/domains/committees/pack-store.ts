// The pack of a session, live until it is frozen. It assembles itself so many days ahead as the rules ask, and tells the secretaries.
import { record } from '#platform/audit/journal.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { json, type Reading } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import type { Id, Instant } from '#platform/kinds.ts'
import { demand } from '#platform/refusals.ts'
import { findMeeting, holdMeeting } from './meeting-store.ts'
import { gather } from './pack-gathering.ts'
import { Pack, type PackFile, type PackWanted } from './pack-model.ts'
import { ofSide, sumsOf } from './pack-rules.ts'
import { whyNotIn } from './session-rules.ts'

/** Enough for a committee of one agreement; of an alliance those that lag, the rest stands in the files. */
const shown = 300

/** The whole, as the files need it. */
export async function wholePack(db: Reading, viewer: Viewer, id: Id, now: Instant): Promise<PackFile> {
  const sitting = await findMeeting(db, viewer, id)
  const frozen = await db.selectFrom('meetingPack').selectAll().where('meetingId', '=', id).executeTakeFirst()
  const pack = frozen ? Pack.parse(frozen.pack) : await gather(db, sitting, now)
  return { ...pack, frozenAt: frozen?.frozenAt ?? null, mayFreeze: !frozen && whyNotIn('agenda', sitting, viewer) === undefined, assembledAt: sitting.meeting.packAssembledAt, sums: sumsOf(pack.promises), promised: pack.promises.length }
}

export async function packOf(db: Reading, viewer: Viewer, id: Id, now: Instant, wanted: PackWanted = {}): Promise<PackFile> {
  const pack = await wholePack(db, viewer, id, now)
  const all = ofSide(pack.promises, wanted)
  const promises = all.slice(0, shown)
  return { ...pack, promised: all.length, promises, agreements: Object.fromEntries(promises.map(({ agreementId }) => [agreementId, pack.agreements[agreementId] ?? ''])) }
}

/** From now on everybody reads the same, whatever is recorded afterwards. */
export async function freezePack(at: Doing, id: Id): Promise<PackFile> {
  const sitting = await holdMeeting(at.db, at.viewer, id)
  demand(whyNotIn('agenda', sitting, at.viewer) ?? (sitting.meeting.packFrozenAt ? 'committees.pack-is-frozen' : undefined))
  const pack = await gather(at.db, sitting, at.now)
  await at.db.insertInto('meetingPack').values({ meetingId: id, frozenAt: at.now, frozenBy: at.viewer.id, pack: json(pack) as never }).execute()
  await at.db.updateTable('meeting').set({ packFrozenAt: at.now }).where('id', '=', id).execute()
  await record(at, { what: 'meeting.pack-frozen', about: sitting.meeting.bodyId, data: { meeting: id, promises: pack.promises.length, decisions: pack.decisions.length } })
  return packOf(at.db, at.viewer, id, at.now)
}
