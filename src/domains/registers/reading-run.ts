// Reads a file into the rows of a run: the table, its columns, each row understood, what it repeats, and what it was before.
import type { Reading } from '#platform/db/database.ts'
import type { Day, Id } from '#platform/kinds.ts'
import { type Reason, Refused } from '#platform/refusals.ts'
import type { Table } from '#adapters/spreadsheets/table.ts'
import { asSaid, asShown, cellsOf } from './columns.ts'
import { type Coming, matchRows, signOf } from './identity.ts'
import { knownOf } from './known.ts'
import type { ColumnReading, RowReading, Summary } from './model.ts'
import { recordedHere, toldAnew } from './recorded-here.ts'
import { isRegister, recogniseColumns, remap, usable } from './reading/columns.ts'
import { soundsLikeHeader } from './reading/headings.ts'
import { readRows } from './reading/sheet-rows.ts'
import { summaryOf } from './summing.ts'
import { repeats, withRepeats } from './repeats.ts'
import type { Services } from './services.ts'
import { findByRors, type Mapping, rememberedMapping } from './store.ts'
import { type Owner, understand } from './understand.ts'

export type Source = { bytes: Uint8Array; name: string; sheet: string | null; said: Mapping }
export type Read = { table: Table; fingerprint: string; columns: ColumnReading[]; header: string[]; rows: RowReading[]; summary: Summary; gone: Id[] }
type Progress = (done: number, total: number, note: string) => Promise<void>

type Shape = { sheet: string | null; tableShape: { format: string; sheets: string[]; header: string[]; fingerprint: string; columns: ColumnReading[] } }

/** A table in which no partners were recognised: with what was recognised, so that a person can say where they are. */
export class NoRegister extends Refused {
  readonly shape: Shape
  constructor(reason: Reason, shape: Shape) {
    super(reason)
    this.shape = shape
  }
}

/** Reads a file as a register of this owner, as of today. Throws the refusal that says why it is none. Writes nothing. */
export async function readRegister(db: Reading, { desk, spreadsheets }: Services, source: Source, owner: Owner, today: Day, progress: Progress): Promise<Read> {
  await progress(0, 0, 'registers.work.opening')
  const table = await spreadsheets.readTable(source.bytes, source.name, { soundsLikeHeader, isWanted: isRegister, ...(source.sheet ? { sheet: source.sheet } : {}) })
  const mapping = await mappingOf(db, table, owner, source.said)
  const why = usable(mapping)
  if (why) throw new NoRegister(why, { sheet: table.sheet, tableShape: { format: table.format, sheets: table.sheets, header: table.header, fingerprint: mapping.fingerprint, columns: asShown(mapping, table.hiddenColumns) } })
  const spoken = readRows(table, mapping, today)
  const total = spoken.rows.length
  await desk.ready()
  const rows = await understand(spoken.rows, owner, today, {
    resolveCells: (questions) => desk.resolveCells(questions), byRor: (ids) => findByRors(db, ids),
  }, (done) => progress(done, total, 'registers.work.recognising'))
  await progress(total, total, 'registers.work.comparing')
  const columns = asShown(mapping, table.hiddenColumns)
  const compared = await comparedWith({ db, owner, today }, new Map(spoken.rows.map((one) => [one.row, one])), rows, table.header, columns)
  const groups = repeats(compared.rows)
  const complete = await withRepeats(db, owner, compared.rows, groups)
  const summary = summaryOf(complete, spoken, groups, compared.gone.length)
  return { table, fingerprint: mapping.fingerprint, columns, header: table.header, rows: complete, summary, gone: compared.gone }
}

/** What a person says now counts most, then what was said of such a file before, then what the file itself shows. */
async function mappingOf(db: Reading, table: Table, owner: Owner, said: Mapping) {
  const recognised = recogniseColumns(table)
  const before = owner.id ? await rememberedMapping(db, owner.id, recognised.fingerprint) : undefined
  const remembered = before ? remap(recognised, asSaid(before), 'remembered') : recognised
  return said.length > 0 ? remap(remembered, asSaid(said), 'person') : remembered
}

type Stated = { agreementId: string | null; ror: string | null }

async function comparedWith({ db, owner, today }: { db: Reading; owner: Owner; today: Day }, stated: Map<number, Stated>, rows: RowReading[], header: string[], columns: ColumnReading[]): Promise<{ rows: RowReading[]; gone: Id[] }> {
  if (!owner.id) return { rows, gone: [] }
  const here = await recordedHere(db, owner.id, today)
  const hereIn = ({ row }: RowReading) => here.get(stated.get(row)?.agreementId ?? '')
  const coming: Coming[] = rows.filter((row) => !hereIn(row)).map((row) => ({ row: row.row, agreementId: stated.get(row.row)?.agreementId ?? null, ror: stated.get(row.row)?.ror ?? null, ...signOf(row.parties.map(({ text }) => text), row), cells: cellsOf(header, row.cells, columns) }))
  const { matches, gone } = matchRows(coming, await knownOf(db, owner.id, columns))
  const matchOf = (row: RowReading) => {
    const one = hereIn(row)
    return one ? { agreementId: one.id, differences: toldAnew(one, header, row.cells, columns) } : matches.get(row.row)
  }
  return {
    gone,
    rows: rows.map((row) => {
      const match = matchOf(row)
      if (!match) return row
      return { ...row, agreementId: match.agreementId, differences: match.differences, change: match.differences.length > 0 ? 'changed' as const : 'same' as const }
    }),
  }
}
