// Rows that speak of an agreement which was recorded here and never came in a file: they come back as itself, and change only what somebody
// wrote anew in the workbook that told of it.
import type { BulkChange, BulkDraft } from '#domains/agreements/model.ts'
import { anyOf, type Reading } from '#platform/db/database.ts'
import type { Day, Id } from '#platform/kinds.ts'
import { cellsOf } from './columns.ts'
import { differencesOf, type Match } from './identity.ts'
import type { ColumnReading, RunRow } from './model.ts'
import { type AgreementForRegister, agreementsForRegister, cellsFor } from './register-agreements.ts'

/** Those of the owner that came in no file, by id. */
export async function recordedHere(db: Reading, ownerId: Id, today: Day): Promise<Map<string, AgreementForRegister>> {
  return new Map((await agreementsForRegister(db, ownerId, today)).filter(({ entry }) => !entry).map((one) => [one.id, one]))
}

/** What a row says otherwise than the workbook told it, column by column. */
export const toldAnew = (one: AgreementForRegister, header: string[], cells: string[], columns: ColumnReading[]): Match['differences'] =>
  differencesOf(cellsOf(header, cellsFor(one, header).map((text) => text ?? ''), columns), cellsOf(header, cells, columns))

/** Which of these agreements came in no file. */
export async function withoutEntry(db: Reading, ids: readonly Id[]): Promise<Set<Id>> {
  const entered = new Set((await db.selectFrom('registerEntry').select('agreementId').where('agreementId', '=', anyOf(ids)).execute()).map(({ agreementId }) => agreementId))
  return new Set(ids.filter((id) => !entered.has(id)))
}

type Role = ColumnReading['role']
const signed = ['signedOn', 'signedPrecision'] as const
const term = ['termKind', 'termYears', 'termUntil', 'untilPrecision', 'renewalYears', 'noticeMonths', 'termText'] as const
const saidBy = new Map<Role, readonly (keyof BulkDraft)[]>([
  ['title', ['title']], ['kind', ['kind']], ['signed', signed], ['year', signed], ['starts', ['startsOn']], ['expires', term], ['term', term], ['remarks', ['notes']], ['partner', ['parties']], ['unit', ['parties']],
])

const fieldsOf = (row: RunRow, columns: ColumnReading[]): Set<keyof BulkDraft> => {
  const anew = row.differences.map((one) => columns.find(({ header, column }) => (header.trim() || `#${column + 1}`) === one.column)?.role ?? null)
  return new Set([...anew.flatMap((role) => saidBy.get(role) ?? []), ...(row.decided.signedOn === undefined ? [] : signed), ...(Object.keys(row.decided.parties).length > 0 ? ['parties' as const] : [])])
}

/** Whether its partners are to be read again; otherwise they stay who they are. */
export const namesPartners = (row: RunRow, columns: ColumnReading[]): boolean => fieldsOf(row, columns).has('parties')

/** Only what was written anew; a party that stays keeps who signs for it. */
export function changeOf(row: RunRow, columns: ColumnReading[], draft: Omit<BulkDraft, 'id'>, before: readonly BulkDraft['parties'][number][]): BulkChange {
  const anew = Object.fromEntries([...fieldsOf(row, columns)].map((field) => [field, draft[field as keyof typeof draft]])) as Omit<BulkChange, 'id'>
  const parties = anew.parties?.map((party) => ({ ...before.find(({ organisationId }) => organisationId === party.organisationId), ...party }))
  return { id: row.agreementId!, ...anew, ...(parties ? { parties } : {}) }
}
