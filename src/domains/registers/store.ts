// How registers are kept. A run is seen by those who keep the owner's records, and by administrators.
import { type RawBuilder, sql } from 'kysely'
import { organisationsOf, recordKeepers, type Viewer } from '#platform/auth/viewer.ts'
import { seenBy as agreementsSeenBy } from '#domains/agreements/store.ts'
import { whenMerged } from '#domains/organisations/store.ts'
import { anyOf, json, type Reading, type Writing } from '#platform/db/database.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import type { Id, Instant, Locale, Precision } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { Decided, type Entry, type Named, type Problem, type RowFilter, type RowReading, type Run, type RunRow, type View } from './model.ts'

declare module '#platform/db/database.ts' {
  interface Tables {
    registerRun: RunTable
    registerRow: { runId: Id; row: number; reading: RowReading; decided: Decided; needs: boolean; sureness: number; change: string; state: string; agreementId: Id | null }
    registerEntry: EntryTable
    registerMapping: { ownerId: Id; fingerprint: string; mapping: Mapping; saidBy: Id; saidAt: Instant }
  }
}
/** Column → what it holds, as a person said it; null is «leave it out». */
export type Mapping = { column: number; role: string | null }[]
type Shape = { format?: string; sheets?: string[]; header?: string[]; fingerprint?: string; columns?: Run['columns'] }
type RunTable = {
  id: Id; ownerId: Id; fileName: string; fileSha256: string; sheet: string | null; tableShape: Shape; mapping: Mapping; said: unknown; state: Run['state']
  workId: Id | null; rows: number; needs: number; summary: Run['summary']; report: unknown; begunBy: Id; begunAt: Instant; importedAt: Instant | null
}
export type EntryTable = { agreementId: Id; ownerId: Id; runId: Id; row: number }
const PAGE = 100

whenMerged({ table: 'register_run', column: 'owner_id', key: ['id'] })
whenMerged({ table: 'register_entry', column: 'owner_id', key: ['agreement_id'] })
whenMerged({ table: 'register_mapping', column: 'owner_id', key: ['owner_id', 'fingerprint'], once: [['fingerprint']] })

function seenBy(db: Reading, viewer: Viewer) {
  const runs = db.selectFrom('registerRun').innerJoin('organisation', 'organisation.id', 'registerRun.ownerId')
  return viewer.admin ? runs : runs.where('registerRun.ownerId', '=', anyOf(organisationsOf(viewer, ...recordKeepers)))
}

const shown = (db: Reading, viewer: Viewer) =>
  seenBy(db, viewer).selectAll('registerRun').select(nameRead(viewer))

const nameRead = ({ locale }: Viewer) => ({ en: 'organisation.nameEn as ownerName', zh: 'organisation.nameZh as ownerName', ru: 'organisation.nameRu as ownerName', ur: 'organisation.nameUr as ownerName' } as const)[locale ?? 'en']

export async function listRuns(db: Reading, viewer: Viewer): Promise<Run[]> {
  return (await shown(db, viewer).where('registerRun.state', '<>', 'discarded').orderBy('registerRun.id', 'desc').limit(PAGE).execute()).map(asRun)
}

export async function findRun(db: Reading, viewer: Viewer, id: Id): Promise<Run> {
  return asRun(found(await shown(db, viewer).where('registerRun.id', '=', id).executeTakeFirst()))
}

/** The run and what only its work needs: the mapping and the file. Held until the transaction ends. */
export async function holdRun(db: Writing, viewer: Viewer, id: Id): Promise<RunTable & { ownerName: string }> {
  return found(await shown(db, viewer).where('registerRun.id', '=', id).forUpdate('registerRun').executeTakeFirst())
}

function asRun({ tableShape, mapping: _m, said: _s, begunBy: _b, fileSha256: _f, ...run }: RunTable & { ownerName: string }): Run {
  return { ...run, report: (run.report ?? null) as Run['report'], sheets: tableShape.sheets ?? [], columns: tableShape.columns ?? [], mayImport: run.state === 'review' && run.rows > 0 }
}

export async function addRun(db: Writing, run: Pick<RunTable, 'id' | 'ownerId' | 'fileName' | 'fileSha256' | 'sheet' | 'begunBy' | 'begunAt' | 'workId'>): Promise<void> {
  const empty = { tableShape: json({}), mapping: json([]), said: json({}), state: 'reading' as const, rows: 0, needs: 0 }
  await db.insertInto('registerRun').values({ ...run, ...empty } as never).execute()
}

export async function putRun(db: Writing, id: Id, { tableShape, mapping, said, summary, report, ...plain }: Partial<RunTable>): Promise<void> {
  const shapes = Object.entries({ tableShape, mapping, said, summary, report }).filter(([, value]) => value !== undefined)
  await db.updateTable('registerRun').set({ ...plain, ...Object.fromEntries(shapes.map(([name, value]) => [name, json(value)])) } as never).where('id', '=', id).execute()
}

/** Puts the rows of a run in place of those there were; what a person decided stays where the row's text is the same. */
export async function putRows(db: Writing, runId: Id, rows: { reading: RowReading; decided: Decided; needs: boolean; sureness: number }[]): Promise<void> {
  await db.deleteFrom('registerRow').where('runId', '=', runId).execute()
  for (let from = 0; from < rows.length; from += 2000) {
    const batch = rows.slice(from, from + 2000).map(({ reading, decided, needs, sureness }) => ({
      run_id: runId, row: reading.row, reading, decided, needs, sureness, change: reading.change, state: reading.state, agreement_id: reading.agreementId,
    }))
    await sql`insert into register_row select * from jsonb_populate_recordset(null::register_row, ${JSON.stringify(batch)}::jsonb)`.execute(db)
  }
}

export async function listRows(db: Reading, viewer: Viewer, runId: Id, filter: RowFilter, behind?: number[]): Promise<{ rows: RunRow[]; next: string | null; total: number | null }> {
  await findRun(db, viewer, runId)
  const asked = narrowed(db, runId, filter, behind)
  const { total } = await asked.select((is) => is.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await withAgreements(asked, runId).$if(filter.after !== undefined, (some) => some.where('registerRow.row', '>', filter.after!)).orderBy('registerRow.row').limit(PAGE + 1).execute()
  const page = rows.slice(0, PAGE)
  return { rows: await inTheirLanguage(db, await withChosen(db, page.map(asRow)), filter.locale), next: rows.length > PAGE ? String(page.at(-1)!.row) : null, total: Number(total) }
}

/** Each row with the agreement it became, once it was imported. */
const withAgreements = (asked: ReturnType<typeof narrowed>, runId: Id) =>
  asked.leftJoin('registerEntry', (join) => join.onRef('registerEntry.row', '=', 'registerRow.row').on('registerEntry.runId', '=', runId))
    .selectAll('registerRow').select('registerEntry.agreementId as became')

function narrowed(db: Reading, runId: Id, { show, q, rows }: RowFilter, behind = rows?.split(',').map(Number).filter(Number.isInteger)) {
  return db.selectFrom('registerRow').where('registerRow.runId', '=', runId).where(conditionOf(show))
    .$if(Boolean(behind), (some) => some.where('registerRow.row', 'in', behind!.length ? behind! : [-1]))
    .$if(Boolean(q), (some) => some.where(sql<boolean>`(reading->>'cells') ilike ${`%${q!.replace(/[\\%_]/g, '\\$&')}%`}`))
}

/** The resolver names an organisation officially; a reader sees it named in their own language. */
async function inTheirLanguage(db: Reading, rows: RunRow[], locale: Locale): Promise<RunRow[]> {
  const mentioned = rows.flatMap(({ parties, chosen }) => [...chosen, ...parties.flatMap(({ organisation, candidates }) => [organisation, ...candidates])])
  const briefs = await organisationsById(db, mentioned.map((one) => one?.id ?? null))
  const named = <One extends Named>(one: One): One => { const brief = briefs.get(one.id); return brief ? { ...one, name: nameIn(brief, locale) } : one }
  return rows.map((row) => ({
    ...row, chosen: row.chosen.map(named),
    parties: row.parties.map((party) => ({ ...party, organisation: party.organisation && named(party.organisation), candidates: party.candidates.map(named) })),
  }))
}

/** Names what a person said, where it was not among what was offered. */
export async function withChosen(db: Reading, rows: RunRow[]): Promise<RunRow[]> {
  const saidOf = (row: RunRow) => Object.values(row.decided.parties).flatMap((choice) => (choice.is === 'organisation' ? choice.id : []))
  const ids = [...new Set(rows.flatMap(saidOf))]
  if (ids.length === 0) return rows
  const named = await db.selectFrom('organisation').select(['id', 'ror', 'name', 'country', 'city']).where('id', '=', anyOf(ids)).execute()
  return rows.map((row) => ({ ...row, chosen: named.filter(({ id }) => saidOf(row).includes(id)) }))
}

/** Which rows a view shows. */
export const conditionOf = (view: View): RawBuilder<boolean> => ({
  all: sql<boolean>`true`, needs: sql<boolean>`needs`, changed: sql<boolean>`change = 'changed'`, new: sql<boolean>`change = 'new'`,
  problems: sql<boolean>`jsonb_array_length(reading->'problems') > 0`, duplicates: sql<boolean>`jsonb_array_length(reading->'duplicates') > 0`,
  'left-out': sql<boolean>`coalesce((decided->>'skip')::boolean, false)`,
})[view]

type KeptRow = { reading: RowReading; decided: Decided; needs: boolean; sureness: number; became?: Id | null }
const asRow = ({ reading, decided, needs, sureness, became }: KeptRow): RunRow =>
  ({ ...reading, agreementId: became ?? reading.agreementId, decided: Decided.parse(decided), needs, sureness, chosen: [] })

/** Every row of a run, in order, for work on the whole of it. */
export async function allRows(db: Reading, runId: Id): Promise<RunRow[]> {
  return (await db.selectFrom('registerRow').selectAll().where('runId', '=', runId).orderBy('row').execute()).map(asRow)
}

export async function putDecided(db: Writing, runId: Id, changed: { row: number; decided: Decided; needs: boolean }[]): Promise<void> {
  for (let from = 0; from < changed.length; from += 2000) {
    const batch = JSON.stringify(changed.slice(from, from + 2000))
    await sql`update register_row set decided = said.decided, needs = said.needs
      from jsonb_to_recordset(${batch}::jsonb) as said(row integer, decided jsonb, needs boolean)
      where register_row.run_id = ${runId} and register_row.row = said.row`.execute(db)
  }
}

export async function rememberedMapping(db: Reading, ownerId: Id, fingerprint: string): Promise<Mapping | undefined> {
  return (await db.selectFrom('registerMapping').select('mapping').where('ownerId', '=', ownerId).where('fingerprint', '=', fingerprint).executeTakeFirst())?.mapping
}

export async function rememberMapping(db: Writing, row: { ownerId: Id; fingerprint: string; mapping: Mapping; saidBy: Id; saidAt: Instant }): Promise<void> {
  const said = { ...row, mapping: json(row.mapping) }
  await db.insertInto('registerMapping').values(said as never).onConflict((c) => c.columns(['ownerId', 'fingerprint']).doUpdateSet(said as never)).execute()
}

/** Entries with the run and the row they stand for. */
const came = (db: Reading) => db.selectFrom('registerEntry').innerJoin('registerRun', 'registerRun.id', 'registerEntry.runId')
  .innerJoin('registerRow', (join) => join.onRef('registerRow.runId', '=', 'registerEntry.runId').onRef('registerRow.row', '=', 'registerEntry.row'))
const asItCame = [
  sql<string[]>`coalesce(register_run.table_shape -> 'header', '[]')`.as('header'), sql<string[]>`register_row.reading -> 'cells'`.as('cells'),
  sql<Problem[]>`register_row.reading -> 'problems'`.as('problems'),
] as const

export type SignedEntry = EntryTable & { header: string[]; cells: string[]; texts: string[]; rors: string[]; signedOn: string | null; signedPrecision: Precision | null }

/** Where each agreement of an owner came from, oldest row first, with the signs by which it is found again. */
export async function entriesWithSigns(db: Reading, ownerId: Id): Promise<SignedEntry[]> {
  return came(db).innerJoin('agreement', 'agreement.id', 'registerEntry.agreementId').selectAll('registerEntry').select(asItCame)
    .select(['agreement.signedOn', 'agreement.signedPrecision'])
    .select((is) => is.selectFrom('agreementParty').select(sql<string[]>`coalesce(array_agg(text order by place) filter (where text is not null), '{}')`.as('texts'))
      .whereRef('agreementParty.agreementId', '=', 'registerEntry.agreementId').as('texts'))
    .select((is) => is.selectFrom('agreementParty').innerJoin('organisation', 'organisation.id', 'agreementParty.organisationId')
      .select(sql<string[]>`coalesce(array_agg(organisation.ror) filter (where organisation.ror is not null), '{}')`.as('rors'))
      .whereRef('agreementParty.agreementId', '=', 'registerEntry.agreementId').as('rors'))
    .where('registerEntry.ownerId', '=', ownerId).where('agreement.removedAt', 'is', null).orderBy('registerEntry.row').execute() as never
}

/** The row an agreement came from, for whoever keeps the records of the register's owner; nothing for one that did not come so. */
export async function findSeenEntry(db: Reading, viewer: Viewer, agreementId: Id): Promise<Entry | null> {
  found(await agreementsSeenBy(db, viewer).select('agreement.id').where('agreement.id', '=', agreementId).executeTakeFirst())
  const entry = await came(db).innerJoin('organisation', 'organisation.id', 'registerEntry.ownerId').selectAll('registerEntry').select(asItCame)
    .select(['registerRun.fileName', 'registerRun.importedAt', nameRead(viewer)])
    .where('registerEntry.agreementId', '=', agreementId)
    .$if(!viewer.admin, (some) => some.where('registerEntry.ownerId', '=', anyOf(organisationsOf(viewer)))).executeTakeFirst()
  return entry ?? null
}

export async function putEntries(db: Writing, entries: EntryTable[]): Promise<void> {
  const rows = entries.map(({ agreementId, ownerId, runId, row }) => ({ agreement_id: agreementId, owner_id: ownerId, run_id: runId, row }))
  await sql`insert into register_entry select * from jsonb_populate_recordset(null::register_entry, ${JSON.stringify(rows)}::jsonb)
    on conflict (agreement_id) do update set run_id = excluded.run_id, row = excluded.row`.execute(db)
}

/** Organisations by the ROR identifiers a register states. */
export async function findByRors(db: Reading, rors: string[]): Promise<Map<string, Named>> {
  if (rors.length === 0) return new Map()
  const rows = await db.selectFrom('organisation').select(['id', 'ror', 'name', 'country', 'city']).where('ror', 'in', rors).where('status', '<>', 'merged').execute()
  return new Map(rows.map((row) => [row.ror!, row]))
}
