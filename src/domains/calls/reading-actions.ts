// A workbook read back: first only read, then taken. A row that is whole is an answer; of one that is not, what was understood is begun for
// the member and what was not stays beside it with its reason.
import { organisationsById } from '#domains/organisations/store.ts'
import { record } from '#platform/audit/journal.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { json, type Reading } from '#platform/db/database.ts'
import { dayOfNumber } from '#platform/day-numbers.ts'
import type { Upload } from '#platform/http/contract.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found, Refused } from '#platform/refusals.ts'
import type { Table } from '#adapters/spreadsheets/table.ts'
import { allianceHeads } from '#domains/alliances/keeping-store.ts'
import { putAnswer } from './answer-actions.ts'
import type { ReadCell } from './cell-rules.ts'
import { resultsOf } from './form-store.ts'
import type { Asked, Call, ReadingFile, ReadRow } from './model.ts'
import { type Known, readSheets, type Sheet, soundsLikeHeader } from './reading-rules.ts'
import { answersFor, whyNotClose } from './rules.ts'
import type { Spreadsheets } from './services.ts'
import { askedIn, findCall, holdCall } from './store.ts'

/** The members for which this viewer may bring answers: all, for the house that asks; else its own. */
async function ownAsked(db: Reading, viewer: Viewer, call: Call): Promise<Asked[]> {
  const keeps = found((await allianceHeads(db, viewer, [call.allianceId])).get(call.allianceId)).keeps
  const own = (await askedIn(db, call.id)).filter(({ organisationId }) => keeps || answersFor(viewer, organisationId))
  if (own.length === 0) throw new Refused('calls.only-its-record-keepers')
  return own
}

export async function bringWorkbook(at: Doing, spreadsheets: Spreadsheets, id: Id, file: Upload): Promise<ReadingFile> {
  const call = await holdCall(at.db, at.viewer, id)
  const asked = await ownAsked(at.db, at.viewer, call)
  demand(whyNotClose(call))
  spreadsheets.sniff(file.bytes)
  const read = readSheets(call.questions, await knownOf(at.db, asked), await sheetsIn(spreadsheets, file))
  if (read.rows.length === 0) throw new Refused('calls.not-this-call')
  const row = { id: newId(), callId: id, fileName: file.name.slice(0, 200), rows: json(read) as never, readBy: at.viewer.id, readAt: at.now, takenAt: null }
  await at.db.insertInto('callReading').values(row).execute()
  await record(at, { what: 'call.workbook-read', about: id, data: { alliance: call.allianceId, reading: row.id, count: read.rows.length } })
  return findReading(at.db, at.viewer, id, row.id)
}

async function knownOf(db: Reading, asked: readonly Asked[]): Promise<Known[]> {
  const { rows, files } = await resultsOf(db, asked)
  const names = new Map(files.map(({ id, name }) => [id, name]))
  return rows.map(({ organisation, at, values }) => ({ id: organisation.id, names: [organisation.name, organisation.nameEn, organisation.nameZh, organisation.nameRu, organisation.nameUr], answer: at ? values : null, files: names }))
}

/** Every sheet that has something in it. */
async function sheetsIn({ readTable }: Spreadsheets, { bytes, name }: Upload): Promise<Sheet[]> {
  const first = await readTable(bytes, name, { soundsLikeHeader })
  const others = first.sheets.filter((sheet) => sheet !== first.sheet).slice(0, 60)
  const tables = [first]
  for (const sheet of others) {
    const table = await readTable(bytes, name, { soundsLikeHeader, sheet }).catch((error: unknown) => { if (error instanceof Refused && error.reason === 'spreadsheets.no-rows') return undefined; throw error })
    if (table) tables.push(table)
  }
  return tables.map(({ sheet, header, rows }) => ({ name: sheet ?? '', header, rows: rows.map(({ row, cells }) => ({ row, cells: cells.map(asRead) })) }))
}

const asRead = (cell: Table['rows'][number]['cells'][number]): ReadCell =>
  (typeof cell === 'string' ? { text: cell, day: null, error: false } : { text: cell.text, day: cell.serial !== undefined && cell.shows === 'day' ? dayOfNumber(cell.serial) : null, error: cell.error !== undefined })

/** For who read it, and for the house that asks. */
export async function findReading(db: Reading, viewer: Viewer, id: Id, readingId: Id): Promise<ReadingFile> {
  const call = await findCall(db, viewer, id)
  const { rows: { rows, notRead }, readBy, ...row } = found(await db.selectFrom('callReading').selectAll().where('id', '=', readingId).where('callId', '=', id).executeTakeFirst())
  if (readBy !== viewer.id) found(found((await allianceHeads(db, viewer, [call.allianceId])).get(call.allianceId)).keeps || undefined)
  const named = await organisationsById(db, rows.flatMap(({ organisationId }) => organisationId ?? []))
  return { ...row, rows: rows.map((one) => ({ ...one, name: (one.organisationId && named.get(one.organisationId)?.nameEn) || one.name })), notRead, questions: call.questions }
}

export async function takeReading(at: Doing, id: Id, readingId: Id, but: readonly Id[]): Promise<ReadingFile> {
  const call = await holdCall(at.db, at.viewer, id)
  const reading = await findReading(at.db, at.viewer, id, readingId)
  demand(reading.takenAt ? 'calls.taken-already' : whyNotClose(call))
  const asked = new Map((await ownAsked(at.db, at.viewer, call)).map((one) => [one.organisationId, one]))
  let taken = 0
  for (const row of reading.rows) {
    const own = row.organisationId && !but.includes(row.organisationId) ? asked.get(row.organisationId) : undefined
    if (own && await takeRow(at, call, own, row)) taken++
  }
  await at.db.updateTable('callReading').set({ takenAt: at.now }).where('id', '=', readingId).execute()
  await record(at, { what: 'call.workbook-taken', about: id, data: { alliance: call.allianceId, reading: readingId, count: taken } })
  return findReading(at.db, at.viewer, id, readingId)
}

async function takeRow(at: Doing, call: Call, asked: Asked, { change, values, unread }: ReadRow): Promise<boolean> {
  if (change === 'new' || change === 'changed') await putAnswer(at, call, asked, { id: newId(), given: values, via: 'workbook', name: null, officeName: null })
  else if (change === 'incomplete') await at.db.updateTable('callMember').set({ draft: json(values) as never, draftAt: at.now, draftBy: at.viewer.id, unread: json(unread) as never }).where('id', '=', asked.id).execute()
  return change === 'new' || change === 'changed' || change === 'incomplete'
}
