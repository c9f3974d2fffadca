// One batch of the register: which records are new, which changed, and what may be overwritten in them.
import { anyOf, type Database, type Writing } from '#platform/db/database.ts'
import { type Id, type Instant, newId } from '#platform/kinds.ts'
import type { Bench } from '#platform/jobs/work.ts'
import { insertRows } from './bulk.ts'
import { learnWords } from '#platform/search/vocabulary.ts'
import type { Entry, Facts, Name } from './model.ts'
import { foundBy, keyOf, shownNames } from './names.ts'
import type { Counts } from './register-import.ts'
import { factNames, identifierRows, nameRows, rowOf } from './rows.ts'
import type { NameRow, OrganisationRow } from './tables.ts'

export type Known = { id: Id; hash: string | null; /** False when this identifier came along with a merged record. */ own: boolean }
type Hashed = Entry & { hash: string }

/** Every record of the register that is here, by its identifier. */
export async function knownByRor(db: Database): Promise<Map<string, Known>> {
  const rows = await db.selectFrom('organisationIdentifier').innerJoin('organisation', 'id', 'organisationId').where('scheme', '=', 'ror')
    .select(['value', 'id', 'registerHash', 'ror']).execute()
  return new Map(rows.map(({ value, id, registerHash, ror }) => [value, { id, hash: registerHash, own: ror === value }]))
}

export async function keepBatch(bench: Bench<unknown>, entries: Hashed[], known: Map<string, Known>, counts: Counts): Promise<void> {
  const fresh: Hashed[] = []
  const changed: Hashed[] = []
  for (const entry of new Map(entries.map((entry) => [entry.ror, entry])).values()) {
    const here = known.get(entry.ror)
    if (!here) fresh.push(entry)
    else if (!here.own) counts.merged++
    else if (here.hash === entry.hash) counts.unchanged++
    else changed.push(entry)
    if (entry.draft.status === 'withdrawn') counts.withdrawn++
  }
  if (fresh.length + changed.length === 0) return
  const now = bench.now()
  await bench.db.transaction().execute(async (db) => {
    if (fresh.length > 0) await addFresh(db, fresh, known, now)
    if (changed.length > 0) await update(db, changed, known, now)
  })
  counts.added += fresh.length
  counts.updated += changed.length
}

async function addFresh(db: Writing, fresh: Hashed[], known: Map<string, Known>, now: Instant): Promise<void> {
  const rows = fresh.map(({ draft, hash }) => ({ ...rowOf(draft, newId(), now), registerHash: hash }))
  await insertRows(db, 'organisation', rows)
  await learnWords(db, rows.map(({ search }) => search))
  await insertRows(db, 'organisation_name', fresh.flatMap(({ draft }, at) => nameRows(rows[at]!.id, draft.names, 'ror')))
  await insertRows(db, 'organisation_identifier', fresh.flatMap(({ draft }, at) => identifierRows(rows[at]!.id, draft.identifiers ?? [], 'ror')))
  fresh.forEach(({ ror, hash }, at) => known.set(ror, { id: rows[at]!.id, hash, own: true }))
}

async function update(db: Writing, changed: Hashed[], known: Map<string, Known>, now: Instant): Promise<void> {
  const ids = changed.map(({ ror }) => known.get(ror)!.id)
  const held = new Map((await db.selectFrom('organisation').selectAll().where('id', '=', anyOf(ids)).forUpdate().execute()).map((row) => [row.id, row]))
  const kept = await keptNames(db, ids)
  const updates = changed.map((entry) => updated(held.get(known.get(entry.ror)!.id)!, entry, kept.get(known.get(entry.ror)!.id) ?? [], now))
  await insertRows(db, 'organisation', updates.map(({ row }) => row), 'replace')
  await learnWords(db, updates.map(({ row }) => row.search))
  await db.deleteFrom('organisationName').where('organisationId', '=', anyOf(updates.filter(({ names }) => names).map(({ row }) => row.id))).where('source', '=', 'ror').execute()
  await insertRows(db, 'organisation_name', updates.flatMap(({ names }) => names ?? []))
  await db.deleteFrom('organisationIdentifier').where('organisationId', '=', anyOf(ids)).where('source', '=', 'ror').execute()
  await insertRows(db, 'organisation_identifier', changed.flatMap(({ draft }, at) => identifierRows(updates[at]!.row.id, draft.identifiers ?? [], 'ror')), 'skip')
  changed.forEach(({ ror, hash }, at) => known.set(ror, { id: ids[at]!, hash, own: true }))
}

/**
 * A record of the register follows it, except where a person stated something. A record that was here before it was linked keeps
 * what it says and only gains what it lacks; what it lacked then follows the register from now on.
 */
function updated(held: OrganisationRow, { draft, hash }: Hashed, kept: NameRow[], now: Instant): { row: OrganisationRow; names: NameRow[] | null } {
  const first = held.source !== 'ror' && held.registerHash === null
  const had = first ? factNames.filter((name) => held[name] !== null) : []
  const stated = [...new Set([...held.stated, ...had])]
  const next = rowOf(draft, held.id, now)
  const facts = Object.fromEntries(factNames.map((name) => [name, stated.includes(name) ? held[name] : next[name]])) as unknown as Facts
  const names = held.source === 'ror' && stated.includes('names') ? null : freshNames(held, draft.names, kept)
  const all = [...kept, ...(names ?? [])].toSorted((a, b) => a.place - b.place)
  const shown = names === null ? {} : { ...shownNames(all), ...foundBy({ ...facts, names: all }) }
  const status = stated.includes('status') || held.status === 'merged' ? held.status : next.status
  return { row: { ...held, ...facts, ...shown, status, stated, registerHash: hash, registerSince: next.registerSince, changedAt: now }, names }
}

/** Where the record has names of its own, the register's stand after them, and only those it lacks. */
function freshNames(held: OrganisationRow, names: Name[], kept: NameRow[]): NameRow[] {
  const own = new Set(kept.map(({ text }) => keyOf(text)))
  const first = Math.max(0, ...kept.map(({ place }) => place + 1))
  const added = names.filter(({ text }) => !own.has(keyOf(text)))
  const official = kept.some(({ kind }) => kind === 'display')
  return nameRows(held.id, added.map((name) => (official && name.kind === 'display' ? { ...name, kind: 'label' } : name)), 'ror', first)
}

async function keptNames(db: Writing, ids: Id[]): Promise<Map<Id, NameRow[]>> {
  const rows = await db.selectFrom('organisationName').selectAll().where('organisationId', '=', anyOf(ids)).where('source', '<>', 'ror').orderBy('place').execute()
  return Map.groupBy(rows, ({ organisationId }) => organisationId)
}
