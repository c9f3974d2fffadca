// The register's second pass: once every record is here, who is part of whom and who followed whom.
import { sql } from 'kysely'
import type { Database, Writing } from '#platform/db/database.ts'
import type { Id, Instant } from '#platform/kinds.ts'
import { insertRows } from './bulk.ts'
import type { Bond } from './model.ts'
import type { Known } from './register-batch.ts'
import type { RelationRow } from './tables.ts'

/** Makes the register's relations what the file says, touching only what differs. Answers how many there are. */
export async function bindRelations(db: Database, known: Map<string, Known>, bonds: Map<string, Bond[]>, now: Instant): Promise<number> {
  const wanted = new Map<string, RelationRow>()
  const parents = new Map<Id, Id>()
  const successors = new Map<Id, Id>()
  for (const [ror, own] of bonds) {
    for (const bond of own) {
      const [from, to] = [known.get(ror)?.id, known.get(bond.ror)?.id]
      if (!from || !to || from === to) continue
      const row = relationOf(bond.kind, from, to)
      wanted.set(keyOf(row), row)
      if (bond.kind === 'parent' && !parents.has(from)) parents.set(from, to)
      if (bond.kind === 'successor' && !successors.has(from)) successors.set(from, to)
    }
  }
  const read = [...bonds.keys()].flatMap((ror) => known.get(ror)?.id ?? [])
  await db.transaction().execute(async (tx) => {
    await putRelations(tx, wanted, new Set(read))
    await putPointers(tx, 'parent_id', 'parentId', read, withoutCircles(parents), now)
    await putPointers(tx, 'successor_id', 'successorId', read, successors, now)
  })
  return wanted.size
}

function relationOf(kind: Bond['kind'], from: Id, to: Id): RelationRow {
  if (kind === 'parent') return { fromId: from, kind: 'part-of', toId: to, source: 'ror' }
  if (kind === 'child') return { fromId: to, kind: 'part-of', toId: from, source: 'ror' }
  if (kind === 'successor') return { fromId: to, kind: 'successor-of', toId: from, source: 'ror' }
  if (kind === 'predecessor') return { fromId: from, kind: 'successor-of', toId: to, source: 'ror' }
  const [a, b] = [from, to].toSorted() as [Id, Id]
  return { fromId: a, kind: 'related', toId: b, source: 'ror' }
}

async function putRelations(db: Writing, wanted: Map<string, RelationRow>, read: Set<Id>): Promise<void> {
  const there = await db.selectFrom('organisationRelation').selectAll().execute()
  const keys = new Set(there.map(keyOf))
  const stale = there.filter((row) => row.source === 'ror' && !wanted.has(keyOf(row)) && read.has(row.fromId) && read.has(row.toId))
  for (let from = 0; from < stale.length; from += 2000) {
    await sql`delete from organisation_relation r using jsonb_to_recordset(${JSON.stringify(stale.slice(from, from + 2000))}::jsonb) as s("fromId" uuid, kind text, "toId" uuid)
      where r.from_id = s."fromId" and r.kind = s.kind and r.to_id = s."toId"`.execute(db)
  }
  await insertRows(db, 'organisation_relation', [...wanted].filter(([key]) => !keys.has(key)).map(([, row]) => row), 'skip')
}

/** Small enough for a slow machine to end well before a statement's time is up. */
const pointersAtOnce = 4000

/** A record keeps the parent or successor that a person stated. */
async function putPointers(db: Writing, column: 'parent_id' | 'successor_id', stated: string, read: Id[], wanted: Map<Id, Id>, now: Instant): Promise<void> {
  for (let from = 0; from < read.length; from += pointersAtOnce) {
    const pairs = read.slice(from, from + pointersAtOnce).map((id) => ({ id, to: wanted.get(id) ?? null }))
    await sql`update organisation o set ${sql.ref(column)} = p."to", changed_at = ${now}::timestamptz from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p(id uuid, "to" uuid)
      where o.id = p.id and o.${sql.ref(column)} is distinct from p."to" and not ${stated} = any(o.stated) and (o.source = 'ror' or o.${sql.ref(column)} is null)`.execute(db)
  }
}

/** Two records that name each other as parent would never end: the chain is cut where it closes. */
function withoutCircles(parents: Map<Id, Id>): Map<Id, Id> {
  for (const start of parents.keys()) {
    const seen = new Set([start])
    for (let id = parents.get(start); id; id = parents.get(id)) {
      if (id === start) { parents.delete(start); break }
      if (seen.has(id)) break
      seen.add(id)
    }
  }
  return parents
}

const keyOf = ({ fromId, kind, toId }: Pick<RelationRow, 'fromId' | 'kind' | 'toId'>) => `${fromId} ${kind} ${toId}`
