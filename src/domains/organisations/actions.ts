// The verbs of organisations: add, change, and many at once. Each is one transaction and is written in the journal.
import { record, recordBeginnings } from '#platform/audit/journal.ts'
import { anyOf } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found as there, Invalid, Refused } from '#platform/refusals.ts'
import { insertRows } from './bulk.ts'
import { learnWords } from '#platform/search/vocabulary.ts'
import { proposeDoubles } from './duplicate-store.ts'
import type { Draft, Facts, Filled, Organisation } from './model.ts'
import { foundBy, shownNames } from './names.ts'
import { tellChanged } from './news.ts'
import { factNames, identifierRows, nameRows, rowOf } from './rows.ts'
import { whyNotAdd, whyNotChange, whyNotFilled } from './rules.ts'
import { above, findByIdentifier, findOrganisation, holdOrganisation } from './store.ts'

export type { Desk } from './desk.ts'
export { learnCorrections } from './corrections.ts'

type Hand = Pick<Doing, 'db' | 'viewer' | 'now'>

export async function addOrganisation(at: Hand, filled: Filled): Promise<Organisation> {
  demand(whyNotAdd(at.viewer))
  await checkFilled(at, undefined, filled)
  const [id] = await addOrganisations(at, [filled])
  const stated = factNames.filter((name) => filled[name] !== undefined && filled[name] !== null)
  await at.db.updateTable('organisation').set({ stated: [...stated, 'names'] }).where('id', '=', id!).execute()
  return findOrganisation(at.db, id!)
}

/** Adds many organisations and answers their ids in the same order: for registers that come in, the example, other programs. */
export async function addOrganisations(at: Hand, drafts: (Draft | Filled)[]): Promise<Id[]> {
  const made = (drafts as Draft[]).map((draft) => ({ draft, row: rowOf(draft, draft.id ?? newId(), at.now) }))
  const source = (draft: Draft) => draft.source ?? 'local'
  await insertRows(at.db, 'organisation', made.map(({ row }) => row))
  await learnWords(at.db, made.map(({ row }) => row.search))
  await insertRows(at.db, 'organisation_name', made.flatMap(({ draft, row }) => nameRows(row.id, draft.names, source(draft))))
  await insertRows(at.db, 'organisation_identifier', made.flatMap(({ draft, row }) => identifierRows(row.id, draft.identifiers ?? [], source(draft))))
  const parts = made.filter(({ row }) => row.parentId).map(({ draft, row }) => ({ fromId: row.id, kind: 'part-of' as const, toId: row.parentId!, source: source(draft) }))
  await insertRows(at.db, 'organisation_relation', parts)
  await recordBeginnings(at, made.map(({ row }) => ({
    what: 'organisation.added', about: row.id, data: { name: row.name, country: row.country, source: row.source, provisional: row.provisional },
  })))
  const ids = made.map(({ row }) => row.id)
  await proposeDoubles(at.db, ids)
  await tellChanged(at.db, ids)
  return ids
}

/** What a person states stays stated: the register no longer overwrites it. A fact that is not sent stays; `null` takes it away. */
export async function changeOrganisation(at: Hand, id: Id, filled: Filled): Promise<Organisation> {
  const held = await holdOrganisation(at.db, id)
  const before = await findOrganisation(at.db, id)
  demand(whyNotChange(held, at.viewer))
  await checkFilled(at, id, filled)
  const facts = Object.fromEntries(factNames.map((name) => [name, filled[name] === undefined ? held[name] : filled[name]])) as Facts
  const namesChanged = namesText(before.names) !== namesText(filled.names)
  const changed = [...factNames.filter((name) => facts[name] !== held[name]), ...(namesChanged ? ['names'] : []),
    ...(filled.parentId !== held.parentId ? ['parentId'] : []), ...(filled.successorId !== held.successorId ? ['successorId'] : []), ...(filled.status !== held.status ? ['status'] : [])]
  if (namesChanged) await putNames(at, id, before, filled)
  await putIdentifiers(at, id, before, filled)
  if (filled.parentId !== held.parentId) await putParent(at, id, held.parentId, filled.parentId)
  const found = foundBy({ ...facts, names: filled.names })
  await learnWords(at.db, [found.search])
  await at.db.updateTable('organisation').set({
    ...facts, ...shownNames(filled.names), ...found, status: filled.status, parentId: filled.parentId,
    successorId: filled.successorId, ror: filled.identifiers.find(({ scheme }) => scheme === 'ror')?.value ?? null, provisional: false,
    stated: [...new Set([...held.stated, ...changed])], changedAt: at.now,
  }).where('id', '=', id).execute()
  await record(at, { what: 'organisation.changed', about: id, data: { changed, before: pick(held, changed), after: pick({ ...facts, ...filled }, changed) } })
  await tellChanged(at.db, [id])
  return findOrganisation(at.db, id)
}

/** An identifier found later: the record may then be kept up to date by its register. */
export async function linkIdentifier(at: Hand, id: Id, scheme: string, value: string): Promise<void> {
  const held = await holdOrganisation(at.db, id)
  demand(whyNotChange(held, at.viewer))
  await demandFree(at, id, scheme, value)
  await insertRows(at.db, 'organisation_identifier', [{ organisationId: id, scheme, value, source: 'local' }], 'skip')
  await at.db.updateTable('organisation').set({ provisional: false, changedAt: at.now, ...(scheme === 'ror' && !held.ror ? { ror: value } : {}) }).where('id', '=', id).execute()
  await record(at, { what: 'organisation.identified', about: id, data: { scheme, value } })
  await tellChanged(at.db, [id])
}

/** What the example brought and the register has too is the register's from now on: nothing of it is stated here, and the next time it comes in it brings its own names. */
export async function handToRegister({ db }: Pick<Hand, 'db'>): Promise<{ id: Id; name: string }[]> {
  const kept = await db.updateTable('organisation').set({ source: 'ror', example: false, origin: null, stated: [], registerHash: null })
    .where('source', '=', 'example').where('registerHash', 'is not', null).returning(['id', 'name']).execute()
  const ids = kept.map(({ id }) => id)
  for (const table of ['organisationName', 'organisationIdentifier'] as const) await db.updateTable(table).set({ source: 'ror' }).where('organisationId', '=', anyOf(ids)).where('source', '=', 'example').execute()
  return kept.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** Takes away everything the example brought, when it is removed; records that something else still needs stay. */
export async function removeOrganisations(at: Hand, ids: readonly Id[]): Promise<void> {
  await at.db.updateTable('organisation').set({ parentId: null }).where('parentId', '=', anyOf(ids)).execute()
  await at.db.updateTable('organisation').set({ successorId: null }).where('successorId', '=', anyOf(ids)).execute()
  await at.db.deleteFrom('organisation').where('id', '=', anyOf(ids)).execute()
  await tellChanged(at.db, ids)
}

async function checkFilled(at: Hand, id: Id | undefined, filled: Filled): Promise<void> {
  if (filled.parentId) there(await at.db.selectFrom('organisation').select('id').where('id', '=', filled.parentId).executeTakeFirst())
  if (filled.successorId) there(await at.db.selectFrom('organisation').select('id').where('id', '=', filled.successorId).executeTakeFirst())
  demand(whyNotFilled(id, filled, await above(at.db, filled.parentId)))
  if (filled.identifiers.filter(({ scheme }) => scheme === 'ror').length > 1 && !id) throw new Invalid({ identifiers: ['organisations.one-ror-only'] })
  for (const { scheme, value } of filled.identifiers) await demandFree(at, id, scheme, value)
}

/** A ROR identifier names one record; the other schemes may repeat, and then a duplicate is proposed. */
async function demandFree(at: Hand, id: Id | undefined, scheme: string, value: string): Promise<void> {
  const holder = scheme === 'ror' ? await findByIdentifier(at.db, scheme, value) : undefined
  if (holder && holder.id !== id) throw new Refused('organisations.identifier-taken', { id: holder.id, name: holder.name, value })
}

async function putNames(at: Hand, id: Id, before: Organisation, { names }: Filled): Promise<void> {
  const sourceOf = new Map(before.names.map((name) => [namesText([name]), name.source]))
  await at.db.deleteFrom('organisationName').where('organisationId', '=', id).execute()
  const rows = nameRows(id, names, 'local').map((row) => ({ ...row, source: sourceOf.get(namesText([row])) ?? row.source }))
  await insertRows(at.db, 'organisation_name', rows)
}

async function putIdentifiers(at: Hand, id: Id, before: Organisation, { identifiers }: Filled): Promise<void> {
  const sourceOf = new Map(before.identifiers.map(({ scheme, value, source }) => [`${scheme} ${value}`, source]))
  await at.db.deleteFrom('organisationIdentifier').where('organisationId', '=', id).execute()
  const rows = identifierRows(id, identifiers, 'local').map((row) => ({ ...row, source: sourceOf.get(`${row.scheme} ${row.value}`) ?? row.source }))
  await insertRows(at.db, 'organisation_identifier', rows)
}

async function putParent(at: Hand, id: Id, before: Id | null, parentId: Id | null): Promise<void> {
  if (before) await at.db.deleteFrom('organisationRelation').where('fromId', '=', id).where('kind', '=', 'part-of').where('toId', '=', before).execute()
  if (parentId) await insertRows(at.db, 'organisation_relation', [{ fromId: id, kind: 'part-of', toId: parentId, source: 'local' }], 'skip')
}

const namesText = (names: { text: string; lang: string | null; kind: string }[]) => JSON.stringify(names.map(({ text, lang, kind }) => [text, lang, kind]))
const pick = (from: object, names: string[]) => Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)))
