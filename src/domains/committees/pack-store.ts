// The pack of a session, gathered from what is recorded: promises with their standing, the last decisions and what became of them.
import { commitmentsOf } from '#domains/commitments/store.ts'
import { record } from '#platform/audit/journal.ts'
import { house, type Viewer } from '#platform/auth/viewer.ts'
import { json, type Reading } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import type { Id, Instant } from '#platform/kinds.ts'
import { demand } from '#platform/refusals.ts'
import { actionsOf } from './action-store.ts'
import { findMeeting, holdMeeting, type Sitting } from './meeting-store.ts'
import { Pack, type PackFile } from './pack-model.ts'
import { whyNotIn } from './session-rules.ts'

export async function packOf(db: Reading, viewer: Viewer, id: Id, now: Instant): Promise<PackFile> {
  const sitting = await findMeeting(db, viewer, id)
  const frozen = await db.selectFrom('meetingPack').selectAll().where('meetingId', '=', id).executeTakeFirst()
  const pack = frozen ? Pack.parse(frozen.pack) : await gather(db, sitting, now)
  return { ...pack, frozenAt: frozen?.frozenAt ?? null, mayFreeze: !frozen && whyNotIn('agenda', sitting, viewer) === undefined }
}

/** Who sits in the body reads what its agreement promises, whatever offices they hold: so it is gathered as the house sees it. */
async function gather(db: Reading, { held: { body }, meeting }: Sitting, now: Instant): Promise<Pack> {
  const [promises, decisions, actions] = await Promise.all([
    body.agreementId ? commitmentsOf(db, house, { agreements: [body.agreementId], limit: 500 }) : { rows: [] },
    db.selectFrom('decision').select(['id', 'number', 'text', 'takenOn', 'matter']).where('bodyId', '=', body.id).where('takenAt', '<', meeting.openedAt ?? now).orderBy('number', 'desc').limit(50).execute(), actionsOf(db, body.id),
  ])
  return {
    asOf: now,
    promises: promises.rows.map(({ id, agreementId, what, unit, target, standingDueOn, status, claimed, confirmed }) => ({ id, agreementId, what, unit, target, dueOn: standingDueOn, status, claimed: Number(claimed), confirmed: Number(confirmed) })),
    decisions: decisions.map((one) => ({ ...one, open: actions.filter(({ decisionId, doneAt }) => decisionId === one.id && !doneAt).length, done: actions.filter(({ decisionId, doneAt }) => decisionId === one.id && doneAt).length })),
    actions: actions.map(({ id, what, owner, dueOn, doneAt, decisionNumber }) => ({ id, what, owner: owner.name, dueOn, done: doneAt !== null, decisionNumber })),
  }
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
