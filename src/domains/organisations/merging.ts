// Two records of one organisation become one, and can be two again: everything that moves is written down.
import { record } from '#platform/audit/journal.ts'
import { json, type Reading, type Writing } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found } from '#platform/refusals.ts'
import type { Merge, MergePreview } from './api.ts'
import { foundBy, shownNames } from './names.ts'
import { type Moved, moveBack, moveReferences, referencesTo } from './moving.ts'
import { tellChanged } from './news.ts'
import { factNames } from './rows.ts'
import { whyNotMerge, whyNotUndo } from './rules.ts'
import { findOrganisation, findOrganisationsBrief, holdOrganisation } from './store.ts'
import type { MergeRow, OrganisationRow } from './tables.ts'

type Ledger = { references: Moved[]; status: OrganisationRow['status']; filled: Record<string, unknown>; duplicateId: Id | null }
/** Names that came along stand after the kept record's own. */
const after = 1000

export async function previewMerge(at: { db: Reading; viewer: Doing['viewer'] }, keptId: Id, mergedId: Id): Promise<MergePreview> {
  const [kept, merged] = await Promise.all([findOrganisation(at.db, keptId), findOrganisation(at.db, mergedId)])
  const moves = await referencesTo(at.db, mergedId)
  return { kept, merged, moves, filled: Object.keys(gapsFilled(kept, merged)), whyNot: whyNotMerge(kept, merged, at.viewer) ?? null }
}

export async function mergeOrganisations(at: Doing, keptId: Id, mergedId: Id): Promise<Merge> {
  const [kept, merged] = await holdBoth(at.db, keptId, mergedId)
  demand(whyNotMerge(kept, merged, at.viewer))
  const filled = gapsFilled(kept, merged)
  const references = await moveReferences(at.db, mergedId, keptId)
  await shiftNames(at.db, references, after)
  await at.db.updateTable('organisation').set({ status: 'merged', mergedInto: keptId, changedAt: at.now, ...('ror' in filled ? { ror: null } : {}) }).where('id', '=', mergedId).execute()
  await at.db.updateTable('organisation').set({ ...filled, provisional: kept.provisional && merged.provisional, changedAt: at.now }).where('id', '=', keptId).execute()
  await refresh(at.db, keptId)
  const duplicateId = await decideDuplicate(at, keptId, mergedId)
  const moved: Ledger = { references, status: merged.status, filled, duplicateId }
  const row = { id: newId(), keptId, mergedId, moved: json(moved), mergedBy: at.viewer.id, mergedAt: at.now, undoneBy: null, undoneAt: null }
  await at.db.insertInto('organisationMerge').values(row).execute()
  await record(at, { what: 'organisation.merged', about: keptId, data: { mergeId: row.id, merged: mergedId, name: merged.name, filled: Object.keys(filled) } })
  await record(at, { what: 'organisation.merged-away', about: mergedId, data: { mergeId: row.id, into: keptId, name: kept.name } })
  await tellChanged(at.db, [keptId, mergedId])
  return findMerge(at.db, row.id)
}

/** Puts everything back where it was, unless it was moved on or taken away since. */
export async function undoMerge(at: Doing, id: Id): Promise<Merge> {
  const merge = found(await at.db.selectFrom('organisationMerge').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
  const [kept, merged] = await holdBoth(at.db, merge.keptId, merge.mergedId)
  demand(whyNotUndo(merge, kept, at.viewer))
  const moved = merge.moved as Ledger
  await shiftNames(at.db, moved.references, -after)
  await moveBack(at.db, moved.references, merge.keptId, merge.mergedId)
  const emptied = Object.fromEntries(Object.entries(moved.filled).filter(([name, value]) => kept[name as keyof OrganisationRow] === value).map(([name]) => [name, null]))
  await at.db.updateTable('organisation').set({ ...emptied, changedAt: at.now }).where('id', '=', merge.keptId).execute()
  const ror = 'ror' in emptied ? { ror: moved.filled.ror as string } : {}
  await at.db.updateTable('organisation').set({ status: moved.status, mergedInto: null, changedAt: at.now, ...ror }).where('id', '=', merged.id).execute()
  await refresh(at.db, merge.keptId)
  await refresh(at.db, merge.mergedId)
  if (moved.duplicateId) await at.db.updateTable('organisationDuplicate').set({ state: 'proposed', decidedBy: null, decidedAt: null }).where('id', '=', moved.duplicateId).execute()
  await at.db.updateTable('organisationMerge').set({ undoneBy: at.viewer.id, undoneAt: at.now }).where('id', '=', id).execute()
  for (const about of [merge.keptId, merge.mergedId]) await record(at, { what: 'organisation.merge-undone', about, data: { mergeId: id } })
  await tellChanged(at.db, [merge.keptId, merge.mergedId])
  return findMerge(at.db, id)
}

export async function findMerge(db: Reading, id: Id): Promise<Merge> {
  return found((await shown(db, db.selectFrom('organisationMerge').select(mergeColumns).where('id', '=', id)))[0])
}

export const listMerges = (db: Reading): Promise<Merge[]> =>
  shown(db, db.selectFrom('organisationMerge').select(mergeColumns).orderBy('id', 'desc').limit(50))

const mergeColumns = ['id', 'keptId', 'mergedId', 'mergedBy', 'mergedAt', 'undoneAt'] as const

async function shown(db: Reading, query: { execute: () => Promise<Pick<MergeRow, (typeof mergeColumns)[number]>[]> }): Promise<Merge[]> {
  const rows = await query.execute()
  const briefs = new Map((await findOrganisationsBrief(db, rows.flatMap(({ keptId, mergedId }) => [keptId, mergedId]))).map((brief) => [brief.id, brief]))
  return rows.map(({ keptId, mergedId, ...row }) => ({ ...row, kept: briefs.get(keptId)!, merged: briefs.get(mergedId)! }))
}

/** Always in the same order, so that two merges never wait for each other. */
async function holdBoth(db: Writing, keptId: Id, mergedId: Id): Promise<[OrganisationRow, OrganisationRow]> {
  const [first, second] = [keptId, mergedId].toSorted()
  const rows = new Map([[first!, await holdOrganisation(db, first!)], [second!, await holdOrganisation(db, second!)]])
  return [rows.get(keptId)!, rows.get(mergedId)!]
}

/** What the merged record knows and the kept one does not. A place is one fact: a city is never joined to another's coordinates. */
type Gaps = Pick<OrganisationRow, (typeof factNames)[number] | 'ror'>
function gapsFilled(kept: Gaps, merged: Gaps): Record<string, unknown> {
  const placed = kept.city !== null || kept.latitude !== null || (kept.country !== null && kept.country !== merged.country)
  const wanted = [...factNames, 'ror' as const].filter((name) => !(placed && (name === 'city' || name === 'latitude' || name === 'longitude' || name === 'timeZone')))
  return Object.fromEntries(wanted.filter((name) => kept[name] === null && merged[name] !== null).map((name) => [name, merged[name]]))
}

async function shiftNames(db: Writing, references: Moved[], by: number): Promise<void> {
  const ids = references.filter(({ table }) => table === 'organisation_name').flatMap(({ keys }) => keys.map(({ id }) => id as string))
  if (ids.length > 0) await db.updateTable('organisationName').set((row) => ({ place: row('place', '+', by) })).where('id', 'in', ids).execute()
}

/** What follows from the names is worked out again. */
async function refresh(db: Writing, id: Id): Promise<void> {
  const names = await db.selectFrom('organisationName').select(['text', 'lang', 'kind']).where('organisationId', '=', id).orderBy('place').execute()
  const facts = await db.selectFrom('organisation').select(['city', 'country', 'domain']).where('id', '=', id).executeTakeFirstOrThrow()
  if (names.length > 0) await db.updateTable('organisation').set({ ...shownNames(names), ...foundBy({ ...facts, names }) }).where('id', '=', id).execute()
}

async function decideDuplicate(at: Doing, ...pair: [Id, Id]): Promise<Id | null> {
  const [oneId, otherId] = pair.toSorted() as [Id, Id]
  const row = await at.db.updateTable('organisationDuplicate').set({ state: 'merged', decidedBy: at.viewer.id, decidedAt: at.now })
    .where('oneId', '=', oneId).where('otherId', '=', otherId).where('state', '=', 'proposed').returning('id').executeTakeFirst()
  return row?.id ?? null
}

