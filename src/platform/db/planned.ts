// Statements that are asked all day in the same words, whose plan PostgreSQL keeps under a name: planning one of many joins takes longer
// than answering it. Only for statements that find by key: where few or many may answer, a plan must be made for the values at hand.
import { createHash } from 'node:crypto'
import type { CompiledQuery } from 'kysely'
import type { Database, Reading } from './database.ts'

const names = new Map<string, string>()
const most = 500

type Statement<Row> = { compile: (db: Database) => CompiledQuery<Row> }

export async function planned<Row>(db: Reading, statement: Statement<Row>): Promise<Row[]> {
  const compiled = statement.compile(db as Database)
  keepPlanOf(compiled.sql)
  return (await (db as Database).executeQuery(compiled)).rows
}

/** The name under which every connection knows this statement, or none. */
export const nameOf = (text: string): string | undefined => names.get(text)

/** The name follows from the words, so that two processes which share a connection through a pooler mean the same by it. */
export function keepPlanOf(text: string): void {
  if (!names.has(text) && names.size < most) names.set(text, `pamir_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`)
}
