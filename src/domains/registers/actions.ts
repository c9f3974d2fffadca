// The verbs of a register: begin, say what columns mean, correct, accept, import, put away.
import { record } from '#platform/audit/journal.ts'
import { house } from '#platform/auth/viewer.ts'
import type { Writing } from '#platform/db/database.ts'
import { keepContent } from '#platform/files/files.ts'
import type { Upload } from '#platform/http/contract.ts'
import type { Doing } from '#platform/http/serve.ts'
import { askFor } from '#platform/jobs/work.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found } from '#platform/refusals.ts'
import { findOrganisation } from '#domains/organisations/store.ts'
import type { Decided, DecidedRow, KnownDate, PartyChoice, Run, RunRow } from './model.ts'
import { alikeKey, needsPerson, surenessOfOffer, whyNot, whyNotBegin } from './rules.ts'
import type { Spreadsheets } from './services.ts'
import { addRun, allRows, findRun, holdRun, type Mapping, putDecided, putRun, rememberMapping } from './store.ts'

type Touched = { rows: number; before: DecidedRow[]; run: Run }
export const work = { read: 'registers.read', import: 'registers.import' } as const

/** A deed of the operator at the terminal. */
export function asForeground(db: Writing): Doing {
  const now = new Date().toISOString()
  return { db, viewer: house, now, today: now.slice(0, 10), visit: undefined as never }
}

/** Takes a file in and asks for it to be read. What is no spreadsheet is refused at the door. */
export async function beginRun(at: Doing, { sniff }: Pick<Spreadsheets, 'sniff'>, file: Upload, { ownerId, sheet }: { ownerId: Id; sheet?: string | undefined }): Promise<Run> {
  const owner = await findOrganisation(at.db, ownerId)
  demand(whyNotBegin(at.viewer, owner.id))
  sniff(file.bytes)
  const id = newId()
  const workId = await askFor(at.db, at.viewer, work.read, { runId: id })
  const fileSha256 = await keepContent(at.db, file.bytes)
  await addRun(at.db, { id, ownerId, fileName: file.name.slice(0, 200), fileSha256, sheet: sheet ?? null, begunBy: at.viewer.id, begunAt: at.now, workId })
  await record(at, { what: 'register.begun', about: id, data: { owner: ownerId, file: file.name, sha256: fileSha256 } })
  return findRun(at.db, at.viewer, id)
}

/** Says what the columns hold. The file is read again, and the next file of the same shape is read so at once. */
export async function remapRun(at: Doing, id: Id, columns: Mapping, sheet: string | undefined): Promise<Run> {
  const run = await holdRun(at.db, at.viewer, id)
  demand(whyNot('remap', run, at.viewer))
  const workId = await askFor(at.db, at.viewer, work.read, { runId: id })
  await putRun(at.db, id, { state: 'reading', mapping: columns, workId, ...(sheet ? { sheet } : {}) })
  const fingerprint = run.tableShape.fingerprint
  if (fingerprint && columns.length > 0) await rememberMapping(at.db, { ownerId: run.ownerId, fingerprint, mapping: columns, saidBy: at.viewer.id, saidAt: at.now })
  return findRun(at.db, at.viewer, id)
}

/** Says which organisation a party of a row is; with `alike`, wherever the run has the same text. */
export async function correctParty(at: Doing, id: Id, { row, place, choice, alike }: { row: number; place: number; choice: PartyChoice; alike: boolean }): Promise<Touched> {
  const rows = await rowsOf(at, id, 'correct')
  const key = alikeKey(found(found(rows.find((one) => one.row === row)).parties[place]))
  if (choice.is === 'organisation') await findOrganisation(at.db, choice.id)
  const places = rows.flatMap((one) => one.parties.map((party, at) => ({ one, at, party })))
    .filter((spot) => (alike ? alikeKey(spot.party) === key : spot.one.row === row && spot.at === place))
  return decide(at, id, Map.groupBy(places, ({ one }) => one), (spots) => ({ parties: Object.fromEntries(spots.map((spot) => [String(spot.at), choice])) }))
}

/** Accepts what is offered with at least this confidence, in every row that nobody has decided yet. */
export async function acceptAbove(at: Doing, id: Id, above: number): Promise<Touched> {
  const rows = await rowsOf(at, id, 'correct')
  const places = rows.flatMap((one) => one.parties.map((party, at) => ({ one, at, party })))
    .filter(({ one, at, party }) => party.decision === 'offered' && !one.decided.parties[String(at)] && surenessOfOffer(party) >= above)
  return decide(at, id, Map.groupBy(places, ({ one }) => one), (spots) => ({
    parties: Object.fromEntries(spots.map(({ at, party }) => [String(at), { is: 'organisation', id: party.candidates[0]!.id } as const])),
  }))
}

/** Leaves a row out or takes it in again; states a date that could not be read. */
export async function changeRow(at: Doing, id: Id, { row, skip, signedOn }: { row: number; skip?: boolean | undefined; signedOn?: KnownDate | null | undefined }): Promise<Touched> {
  const one = found((await rowsOf(at, id, 'correct')).find((candidate) => candidate.row === row))
  return decide(at, id, new Map([[one, []]]), () => ({ ...(skip === undefined ? {} : { skip }), ...(signedOn === undefined ? {} : { signedOn }) }))
}

/** Leaves every row out that has this problem and is not left out yet. */
export async function leaveOut(at: Doing, id: Id, problem: string): Promise<Touched> {
  const rows = (await rowsOf(at, id, 'correct')).filter(({ problems, decided }) => !decided.skip && problems.some(({ key }) => key === problem))
  return decide(at, id, new Map(rows.map((row) => [row, []])), () => ({ skip: true }))
}

/** Puts what was decided of rows back to what it was. */
export async function putBack(at: Doing, id: Id, before: DecidedRow[]): Promise<Touched> {
  const rows = new Map((await rowsOf(at, id, 'correct')).map((row) => [row.row, row]))
  return settle(at, id, before.flatMap(({ row, decided }) => rows.has(row) ? [{ row: rows.get(row)!, decided }] : []))
}

export async function askForImport(at: Doing, id: Id): Promise<Run> {
  const run = await holdRun(at.db, at.viewer, id)
  demand(whyNot('import', run, at.viewer))
  const workId = await askFor(at.db, at.viewer, work.import, { runId: id })
  await putRun(at.db, id, { state: 'importing', workId })
  return findRun(at.db, at.viewer, id)
}

export async function discardRun(at: Doing, id: Id): Promise<Run> {
  const run = await holdRun(at.db, at.viewer, id)
  demand(whyNot('discard', run, at.viewer))
  await putRun(at.db, id, { state: 'discarded' })
  await record(at, { what: 'register.discarded', about: id })
  return findRun(at.db, at.viewer, id)
}

async function rowsOf(at: Doing, id: Id, step: 'correct'): Promise<RunRow[]> {
  demand(whyNot(step, await holdRun(at.db, at.viewer, id), at.viewer))
  return allRows(at.db, id)
}

async function decide<Spot>(at: Doing, id: Id, spots: Map<RunRow, Spot[]>, say: (spots: Spot[]) => Partial<Decided>): Promise<Touched> {
  return settle(at, id, [...spots].map(([row, its]) => {
    const said = say(its)
    return { row, decided: { ...row.decided, ...said, parties: { ...row.decided.parties, ...said.parties } } }
  }))
}

async function settle(at: Doing, id: Id, decisions: { row: RunRow; decided: Decided }[]): Promise<Touched> {
  const changed = decisions.map(({ row, decided }) => ({ row: row.row, decided, needs: needsPerson(row, decided) }))
  await putDecided(at.db, id, changed)
  const fewer = decisions.reduce((sum, { row, decided }) => sum + Number(row.needs) - Number(needsPerson(row, decided)), 0)
  const run = await findRun(at.db, at.viewer, id)
  await putRun(at.db, id, { needs: run.needs - fewer })
  return { rows: changed.length, before: decisions.map(({ row }) => ({ row: row.row, decided: row.decided })), run: await findRun(at.db, at.viewer, id) }
}
