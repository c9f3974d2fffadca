// A register file, read and understood in one call: what the dry run shows before any organisation is looked up.
import { readTable } from '#adapters/spreadsheets/read-table.ts'
import type { Table } from '#adapters/spreadsheets/table.ts'
import { demand } from '#platform/refusals.ts'
import { recall, recogniseColumns, remap, usable, type Mapping, type Remembered } from './columns.ts'
import { soundsLikeHeader } from './headings.ts'
import type { Role } from './roles.ts'
import { understand, type Understood, type UnderstandOptions } from './rows.ts'

export interface ReadRegisterOptions extends UnderstandOptions {
  sheet?: string
  encoding?: string
  /** What an earlier import of the same header was told; found by its fingerprint. */
  remembered?: (fingerprint: string) => Promise<Remembered | null> | Remembered | null
  /** What the person says of single columns now. */
  roles?: Readonly<Record<number, Role>>
}

export interface Register { table: Table; mapping: Mapping; understood: Understood }

export async function readRegister(bytes: Uint8Array, name: string, options: ReadRegisterOptions): Promise<Register> {
  const table = await readTable(bytes, name, { soundsLikeHeader, ...(options.sheet !== undefined && { sheet: options.sheet }), ...(options.encoding !== undefined && { encoding: options.encoding }) })
  const recognised = recogniseColumns(table)
  const remembered = await options.remembered?.(recognised.fingerprint)
  const mapping = remap(remembered ? recall(recognised, remembered) : recognised, options.roles ?? {})
  demand(usable(mapping))
  return { table, mapping, understood: understand(table, mapping, options) }
}
