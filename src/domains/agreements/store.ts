// How agreements are found, one at a time and held for a change. Lists are in listing.ts, writing in writing.ts.
import { sql } from 'kysely'
import type { Viewer } from '#platform/auth/viewer.ts'
import { anyOf, instantJson, type Reading, type Writing } from '#platform/db/database.ts'
import { ask } from '#platform/db/statements.ts'
import type { When } from '#platform/day-zones.ts'
import type { Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { forOthers, innerOf } from './inner-store.ts'
import { type AgreementFile, type HistoryLine, historyLines, type Kin } from './model.ts'
import { signatoriesColumn } from './parties-of.ts'
import type { Making } from './rows.ts'
import { mayWrite, standingOn, stateOn } from './rules.ts'
import { seenBy, seenEven, seenWith, sightOf } from './seen.ts'
import { type AgreementRow, columns } from './tables.ts'

export { agreementsNamed, countAgreements, listAgreements, standingOf } from './listing.ts'
export { within as withinAlliance } from './filters.ts'
export { partiesColumn } from './parties-of.ts'
export { seenBy, seenWith, type Sight, sightOf } from './seen.ts'
export { columns as agreementColumns } from './tables.ts'
export { inState, stateColumn } from './states.ts'

/** As it stands: with what follows from its parties. */
export type Held = Making & { row: Pick<AgreementRow, 'dayZone'> }

/** One agreement as its page shows it. */
export async function findAgreement(db: Reading, viewer: Viewer, id: Id, when: When): Promise<AgreementFile> {
  const row = found((await ask(db, 'agreement', { ...sightOf(viewer), id }, ({ id, ...sight }) => seenWith(db, sight).select(columns).select([signatoriesColumn.as('parties'), filesColumn]).where('agreement.id', '=', id)))[0])
  const kin = await kinOf(db, viewer, id, row.parentId, when)
  return {
    ...row, standing: standingOn(when, row), parent: kin.find((one) => one.id === row.parentId) ?? null, children: kin.filter((one) => one.id !== row.parentId), mayWrite: mayWrite(row.parties, viewer),
  }
}

const filesColumn = sql<AgreementFile['files']>`(select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'size', f.size, 'addedAt', ${instantJson('f.added_at')}) order by f.id), '[]')
  from file f where f.about = agreement.id and f.removed_at is null)`.as('files')

/** Its row and parties, held until this transaction ends. `removed`: also when it was removed. */
export async function holdAgreement(db: Writing, viewer: Viewer, id: Id, removed = false): Promise<Held> {
  const seen = removed ? seenEven(db, viewer) : seenBy(db, viewer)
  const row = found(await seen.selectAll('agreement').where('agreement.id', '=', id).forUpdate('agreement').executeTakeFirst())
  const parties = await db.selectFrom('agreementParty').selectAll().where('agreementId', '=', id).orderBy('place').execute()
  return { row, parties }
}

/** Many at once, always held in the same order so that two registers do not wait for each other in a circle. */
export async function holdAgreements(db: Writing, viewer: Viewer, ids: readonly Id[]): Promise<Map<Id, Held>> {
  const rows = await seenBy(db, viewer).selectAll('agreement').where('agreement.id', '=', anyOf(ids)).orderBy('agreement.id').forUpdate('agreement').execute()
  const parties = await db.selectFrom('agreementParty').selectAll().where('agreementId', '=', anyOf(ids)).orderBy('agreementId').orderBy('place').execute()
  const partiesOf = Map.groupBy(parties, ({ agreementId }) => agreementId)
  return new Map(rows.map((row) => [row.id, { row, parties: partiesOf.get(row.id) ?? [] }]))
}

export async function stillSeen(db: Reading, viewer: Viewer, id: Id): Promise<boolean> {
  return Boolean(await seenBy(db, viewer).select('agreement.id').where('agreement.id', '=', id).executeTakeFirst())
}

/** The agreement above it and those made under it, as far as this viewer sees them. */
async function kinOf(db: Reading, viewer: Viewer, id: Id, parentId: Id | null, when: When): Promise<Kin[]> {
  const rows = await ask(db, 'kin of an agreement', { ...sightOf(viewer), id, parentId: parentId ?? undefined }, ({ id, parentId, ...sight }) => seenWith(db, sight).select(columns)
    .where((is) => is.or([is('agreement.parentId', '=', id), ...(parentId ? [is('agreement.id', '=', parentId)] : [])]))
    .orderBy('agreement.signedOn', (order) => order.desc().nullsLast()).limit(200))
  return rows.map((row) => ({ ...row, state: stateOn(when, row) }))
}

/** What happened to it, newest first, with the names of those who did it. */
export async function historyOf(db: Reading, viewer: Viewer, id: Id, before?: Id): Promise<HistoryLine[]> {
  found((await stillSeen(db, viewer, id)) || null)
  const lines = await historyAbout(db, id, { before, limit: historyLines })
  return await innerOf(db, viewer, id) ? lines : lines.map(forOthers)
}

/** The same of any thing, for floors above that know who may see it. */
export function historyAbout(db: Reading, id: Id, { before, limit = 500 }: { before?: Id | undefined; limit?: number } = {}): Promise<HistoryLine[]> {
  return db.selectFrom('journal').select(['journal.id', 'at', 'what', 'data'])
    .select([
      sql<string | null>`(select name from person where person.id = journal.who)`.as('who'),
      sql<string | null>`(select o.name from office join organisation o on o.id = office.organisation_id where office.id = journal.office)`.as('office'),
    ])
    .where('about', '=', id).$if(before !== undefined, (q) => q.where('place', '<', (is) => is.selectFrom('journal as last').select('last.place').where('last.id', '=', before!).where('last.about', '=', id)))
    .orderBy('place', 'desc').limit(limit).execute()
}
