// Records that may be one organisation: proposed with the reason, dismissed, or merged. Two records of the register are never
// proposed: the register keeps them apart on purpose.
import { sql } from 'kysely'
import { record } from '#platform/audit/journal.ts'
import type { Reading, Writing } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found, Refused } from '#platform/refusals.ts'
import type { Duplicate } from './api.ts'
import { type DuplicateReason, sureness, whyNotJudge } from './rules.ts'
import { organisationsById } from './store.ts'

export type Pair = { a: Id; b: Id; reason: DuplicateReason; fact: string | null }

export async function listDuplicates(db: Reading): Promise<Duplicate[]> {
  const rows = await db.selectFrom('organisationDuplicate').selectAll().where('state', '=', 'proposed').orderBy('sureness', 'desc').orderBy('id').limit(200).execute()
  const briefs = await organisationsById(db, rows.flatMap(({ oneId, otherId }) => [oneId, otherId]))
  const standing = (id: Id) => briefs.get(id)?.status !== 'merged'
  return rows.filter(({ oneId, otherId }) => standing(oneId) && standing(otherId))
    .map(({ id, oneId, otherId, reason, facts, sureness }) => ({ id, one: briefs.get(oneId)!, other: briefs.get(otherId)!, reason, facts, sureness }))
}

export async function dismissDuplicate(at: Doing, id: Id): Promise<void> {
  demand(whyNotJudge(at.viewer))
  const row = found(await at.db.selectFrom('organisationDuplicate').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
  if (row.state !== 'proposed') throw new Refused('organisations.decided-already')
  await at.db.updateTable('organisationDuplicate').set({ state: 'dismissed', decidedBy: at.viewer.id, decidedAt: at.now }).where('id', '=', id).execute()
  await record(at, { what: 'organisation.duplicate-dismissed', about: row.oneId, data: { other: row.otherId, reason: row.reason } })
}

/** Looks for doubles of these records by what the database knows: identifiers, names, domains. */
export async function doublesOf(db: Writing, ids: readonly Id[]): Promise<Pair[]> {
  const mine = sql`any(${ids as Id[]}::uuid[])`
  const { rows } = await sql<Pair>`
    select distinct on (least(a, b), greatest(a, b)) a, b, reason, fact from (
      select o.id as a, p.id as b, 'same-identifier' as reason, i.scheme || ' ' || i.value as fact, 1 as rank
        from organisation o join organisation_identifier i on i.organisation_id = o.id
        join organisation_identifier j on j.scheme = i.scheme and j.value = i.value join organisation p on p.id = j.organisation_id
        where o.id = ${mine} and ${apart}
      union all
      select o.id, p.id, 'same-name', n.text, 2
        from organisation o join organisation_name n on n.organisation_id = o.id and n.kind in ('display', 'label', 'former') and n.key <> ''
        join organisation_name m on m.key = n.key and m.kind in ('display', 'label', 'former', 'alias') join organisation p on p.id = m.organisation_id
        where o.id = ${mine} and (o.country = p.country or o.country is null or p.country is null) and ${apart}
      union all
      select o.id, p.id, 'same-domain', o.domain, 3 from organisation o join organisation p on p.domain = o.domain where o.id = ${mine} and ${apart}
    ) found order by least(a, b), greatest(a, b), rank limit 20000`.execute(db)
  return rows
}

/** Compares new records with all others as they come in. */
export async function proposeDoubles(db: Writing, ids: readonly Id[]): Promise<void> {
  for (let from = 0; from < ids.length; from += 500) await propose(db, await doublesOf(db, ids.slice(from, from + 500)))
}

/** Keeps what is new; what a person dismissed is not proposed again. Answers how many are new. */
export async function propose(db: Writing, pairs: Pair[]): Promise<number> {
  const rows = pairs.map(({ a, b, reason, fact }) => {
    const [oneId, otherId] = [a, b].toSorted() as [Id, Id]
    return { id: newId(), oneId, otherId, reason, facts: { found: fact }, sureness: sureness[reason], state: 'proposed' as const, decidedBy: null, decidedAt: null }
  })
  let fresh = 0
  for (let from = 0; from < rows.length; from += 1000) {
    const kept = await db.insertInto('organisationDuplicate').values(rows.slice(from, from + 1000)).onConflict((on) => on.columns(['oneId', 'otherId']).doNothing()).returning('id').execute()
    fresh += kept.length
  }
  return fresh
}

/** Two records that may be compared at all: neither gone, not both registered, neither part of the other. */
const apart = sql.raw(`o.id <> p.id and o.status <> 'merged' and p.status not in ('merged', 'withdrawn') and (o.source <> 'ror' or p.source <> 'ror')
  and o.parent_id is distinct from p.id and p.parent_id is distinct from o.id`)
