// The columns of a run as they are kept and shown, and a row's cells by heading.
import type { ColumnReading as Recognised, Mapping as Recognition } from './reading/columns.ts'
import type { Role } from './reading/roles.ts'
import type { Cells } from './identity.ts'
import type { ColumnReading } from './model.ts'
import type { Mapping } from './store.ts'

export const asShown = ({ columns }: Recognition, hidden: readonly number[] = []): ColumnReading[] =>
  columns.map(({ column, header, role, sureness, why }) => ({ column, header, role, sureness, because: why.key, facts: why.facts, ...(hidden.includes(column) && { hidden: true as const }) }))

/** What a person said, in the words of the reader of columns; a column left out is ignored. */
export const asSaid = (mapping: Mapping): Record<number, Role> =>
  Object.fromEntries(mapping.map(({ column, role }) => [column, (role ?? 'ignored') as Role]))

/** Pamir's own columns are not the register's: they come and go without the row having changed. Beside Pamir's id, so is the identifier. */
const ours: ReadonlySet<string> = new Set<Recognised['role']>(['pamir-id', 'known'])

/** A row's cells by heading; columns without one, or with one that repeats, by their number. */
export function cellsOf(header: readonly string[], cells: readonly string[], columns: readonly Pick<ColumnReading, 'column' | 'role'>[]): Cells {
  const exported = columns.some(({ role }) => role === 'pamir-id')
  const own = new Set(columns.filter(({ role }) => role !== null && (ours.has(role) || (exported && role === 'identifier'))).map(({ column }) => column))
  const named: Cells = {}
  cells.forEach((text, column) => {
    if (own.has(column)) return
    const heading = header[column]?.trim() || `#${column + 1}`
    named[heading in named ? `${heading} #${column + 1}` : heading] = text
  })
  return named
}
