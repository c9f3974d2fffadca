// Moves every reference from one organisation to another, writes down which rows moved and which gave way, and moves them back.
import { sql } from 'kysely'
import type { Database, Reading, Writing } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { everyReference, type Reference } from './references.ts'

/** `keys` are the primary keys after the move; `gave` are whole rows that stood in the way and were taken out. */
export type Moved = { table: string; column: string; keys: Record<string, string | number>[]; gave: Record<string, unknown>[] }

export async function moveReferences(db: Writing, from: Id, to: Id): Promise<Moved[]> {
  const moved: Moved[] = []
  for (const reference of everyReference()) {
    const { table, column } = reference
    const gave = await giveWay(db, reference, from, to)
    const keys = await sql<{ key: Moved['keys'][number] }>`update ${sql.table(table)} as t set ${sql.ref(column)} = ${to} where t.${sql.ref(column)} = ${from}
      returning ${keyOf(reference)} as key`.execute(db)
    if (gave.length > 0 || keys.rows.length > 0) moved.push({ table, column, keys: keys.rows.map(({ key }) => key), gave })
  }
  return moved
}

export async function moveBack(db: Writing, moved: Moved[], from: Id, to: Id): Promise<void> {
  for (const { table, column, keys, gave } of moved.toReversed()) {
    if (keys.length > 0) await putBack(db, table, column, keys, from, to)
    if (gave.length > 0) await sql`insert into ${sql.table(table)} select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(gave)}::jsonb)
      on conflict do nothing`.execute(db)
  }
}

/** How many rows of each table name this organisation. */
export async function referencesTo(db: Reading, id: Id): Promise<{ table: string; count: number }[]> {
  const counts = new Map<string, number>()
  for (const { table, column } of everyReference()) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)} where ${sql.ref(column)} = ${id}`.execute(db as Database)
    counts.set(table, (counts.get(table) ?? 0) + rows[0]!.count)
  }
  return [...counts].filter(([, count]) => count > 0).map(([table, count]) => ({ table, count }))
}

async function giveWay(db: Writing, { table, column, once = [], not, where }: Reference, from: Id, to: Id): Promise<Record<string, unknown>[]> {
  const condition = (alias: string) => (where ? sql`and ${sql.raw(where.replaceAll('$row', alias))}` : sql``)
  const clashes = once.map((columns) => sql`exists (select 1 from ${sql.table(table)} k where k.${sql.ref(column)} = ${to} ${condition('k')} ${condition('t')}
    ${sql.join(columns.map((name) => sql`and k.${sql.ref(name)} = t.${sql.ref(name)}`), sql` `)})`)
  if (not) clashes.push(sql`t.${sql.ref(not)} = ${to}`)
  if (clashes.length === 0) return []
  const { rows } = await sql<{ gone: Record<string, unknown> }>`delete from ${sql.table(table)} as t where t.${sql.ref(column)} = ${from} and (${sql.join(clashes, sql` or `)})
    returning to_jsonb(t) as gone`.execute(db)
  return rows.map(({ gone }) => gone)
}

async function putBack(db: Writing, table: string, column: string, keys: Moved['keys'], from: Id, to: Id): Promise<void> {
  const names = Object.keys(keys[0]!)
  const same = sql.join(names.map((name) => sql`t.${sql.ref(name)} = k.${sql.ref(name)}`), sql` and `)
  await sql`update ${sql.table(table)} as t set ${sql.ref(column)} = ${to} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(keys)}::jsonb) k
    where ${same} and t.${sql.ref(column)} = ${from}`.execute(db)
}

const keyOf = ({ key }: Reference) => sql`jsonb_build_object(${sql.join(key.map((name) => sql`${sql.lit(name)}, t.${sql.ref(name)}`))})`
