// How proposals for new areas are found.
import { organisationsById } from '#domains/organisations/store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading, Writing } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import type { AreaRegister, AreaShown, NewArea } from './area-model.ts'
import { whyNotTakeUp } from './area-rules.ts'
import { whoseAgreement } from './whose-store.ts'
import './tables.ts'

/** Open ones first, then the newest. The caller has seen that they may be seen. */
export async function proposalsOf(db: Reading, agreementId: Id): Promise<AreaShown[]> {
  const rows = await db.selectFrom('newArea').leftJoin('person', 'person.id', 'newArea.proposedBy').selectAll('newArea').select('person.name as by').where('agreementId', '=', agreementId).orderBy('newArea.id', 'desc').limit(200).execute()
  const organisations = await organisationsById(db, rows.map(({ sideId }) => sideId))
  const shown = rows.map((row) => ({ ...row, side: organisations.get(row.sideId)! }))
  return [...shown.filter(({ state }) => state === 'open'), ...shown.filter(({ state }) => state !== 'open')]
}

export async function findAreas(db: Reading, viewer: Viewer, agreementId: Id): Promise<AreaRegister> {
  const whose = await whoseAgreement(db, viewer, agreementId)
  const [areas, organisations] = await Promise.all([proposalsOf(db, agreementId), organisationsById(db, whose.sides)])
  return {
    agreement: { id: whose.id, names: whose.names }, sides: whose.sides.flatMap((side) => organisations.get(side) ?? []), areas,
    mayPropose: whose.acting.length > 0 && !whose.draft, mayTakeUp: !whyNotTakeUp({ state: 'open' }, whose),
  }
}

/** Held until this transaction ends: of two who take it up, the second meets what the first has made of it. */
export async function holdArea(db: Writing, viewer: Viewer, id: Id): Promise<NewArea> {
  const { agreementId } = found(await db.selectFrom('newArea').select('agreementId').where('id', '=', id).executeTakeFirst())
  await whoseAgreement(db, viewer, agreementId)
  return db.selectFrom('newArea').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
}
