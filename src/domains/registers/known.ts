// What is known of an owner's agreements from earlier files, in the form in which a coming file is compared with it.
import type { Reading } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { cellsOf } from './columns.ts'
import { type Known, signOf } from './identity.ts'
import type { ColumnReading } from './model.ts'
import { entriesWithSigns } from './store.ts'

/** Every entry of the owner; its columns are those of the coming file where the headings are the same. */
export async function knownOf(db: Reading, ownerId: Id, columns: ColumnReading[]): Promise<Known[]> {
  const roles = new Map(columns.map(({ header, role }) => [header.trim(), role]))
  const entries = await entriesWithSigns(db, ownerId)
  return entries.map(({ agreementId, header, cells, texts, rors, signedOn, signedPrecision }) => {
    const own = header.map((heading, column) => ({ column, role: roles.get(heading.trim()) ?? null }))
    const date = signedOn && signedOn.slice(0, { day: 10, month: 7, year: 4 }[signedPrecision ?? 'day'])
    return { agreementId, rors, cells: cellsOf(header, cells, own), ...signOf(texts, { signedOn: date ? { value: date, precision: signedPrecision ?? 'day' } : null }) }
  })
}
