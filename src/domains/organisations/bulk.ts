// Many rows at once: one statement and one value for each table, however many rows.
import { sql } from 'kysely'
import type { Writing } from '#platform/db/database.ts'
import type { IdentifierRow, NameRow, OrganisationRow, RelationRow } from './tables.ts'

type Kept = { organisation: OrganisationRow; organisation_name: NameRow; organisation_identifier: IdentifierRow; organisation_relation: RelationRow }
const atOnce = 2000

export async function insertRows<T extends keyof Kept>(db: Writing, table: T, rows: Kept[T][], onConflict: 'fail' | 'skip' | 'replace' = 'fail'): Promise<void> {
  const conflict = { fail: sql``, skip: sql`on conflict do nothing`, replace: sql`on conflict (id) do update set ${replaced(rows[0])}` }[onConflict]
  for (let from = 0; from < rows.length; from += atOnce) {
    const values = JSON.stringify(rows.slice(from, from + atOnce).map(inColumns))
    await sql`insert into ${sql.table(table)} select * from jsonb_populate_recordset(null::${sql.table(table)}, ${values}::jsonb) ${conflict}`.execute(db)
  }
}

const replaced = (row: object | undefined) =>
  sql.join(Object.keys(row ?? { id: 0 }).filter((name) => name !== 'id').map((name) => sql`${sql.ref(column(name))} = ${sql.ref(`excluded.${column(name)}`)}`))

const columns = new Map<string, string>()
function column(name: string): string {
  let known = columns.get(name)
  if (!known) columns.set(name, known = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
  return known
}
/** PostgreSQL's text holds no zero byte. */
const inColumns = (row: object) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [column(name), typeof value === 'string' ? value.replaceAll('\u0000', '') : value]))
