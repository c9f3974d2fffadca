// How hosting turns are found: by whoever sees the alliance and has to do with it, as its house or as a member.
import { memberIdsOf } from '#domains/alliances/keeping-store.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading, type Writing } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { hosted, type HostingFile, type Swap, type Turn } from './hosting-model.ts'
import { hostsFor, rotationCheck } from './hosting-rules.ts'
import { findHead } from './store.ts'

export async function findRota(db: Reading, viewer: Viewer, allianceId: Id): Promise<HostingFile> {
  const head = await findHead(db, viewer, allianceId)
  const turns = await turnsOf(db, allianceId)
  const swaps = await db.selectFrom('hostingSwap').selectAll().where('turnId', '=', anyOf(turns.map(({ id }) => id))).orderBy('id', 'desc').execute()
  const members = await memberIdsOf(db, allianceId)
  const briefs = await organisationsById(db, [...members, ...turns.map(({ organisationId }) => organisationId), ...swaps.flatMap(({ askedFor, askedOf }) => [askedFor, askedOf])])
  const placed = members.map((id) => ({ id, country: briefs.get(id)?.country ?? null }))
  return {
    alliance: { id: head.id, name: head.name }, mayManage: head.keeps, turns: turns.map((turn) => ({ ...turn, organisation: found(briefs.get(turn.organisationId)), mine: hostsFor(viewer, turn.organisationId) })),
    swaps: swaps.map((swap) => ({ ...swap, mayAnswer: swap.answer === null && hostsFor(viewer, swap.askedOf) })),
    checks: hosted.map((what) => rotationCheck(what, placed, turns.filter((turn) => turn.what === what))), members: [...briefs.values()],
  }
}

export const turnsOf = (db: Reading, allianceId: Id): Promise<Turn[]> => db.selectFrom('hostingTurn').selectAll().where('allianceId', '=', allianceId).orderBy('year', 'desc').orderBy('id').execute()

/** Held, for one who has to do with the alliance. */
export async function holdTurn(db: Writing, viewer: Viewer, id: Id): Promise<Turn> {
  const turn = found(await db.selectFrom('hostingTurn').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
  await findHead(db, viewer, turn.allianceId)
  return turn
}

export async function holdSwap(db: Writing, viewer: Viewer, id: Id): Promise<{ swap: Swap; turn: Turn; other: Turn }> {
  const swap = found(await db.selectFrom('hostingSwap').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
  return { swap, turn: await holdTurn(db, viewer, swap.turnId), other: await holdTurn(db, viewer, swap.otherId) }
}
