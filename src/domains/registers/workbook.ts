// A register given back: the columns it came with, and beside them what Pamir knows. Edited and brought in again, it updates.
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Download } from '#platform/http/contract.ts'
import type { Day, Id } from '#platform/kinds.ts'
import { demand } from '#platform/refusals.ts'
import { findOrganisation } from '#domains/organisations/store.ts'
import { figuresOf } from './figures.ts'
import type { RunRow } from './model.ts'
import { choiceOf, whyNotBegin } from './rules.ts'
import type { SheetToWrite, Spreadsheets } from './services.ts'
import { summarySheet } from './summary-sheet.ts'
import { agreementsForRegister, cellsFor } from './register-agreements.ts'
import { allRows, findRun, withChosen } from './store.ts'

type Asking = { db: Reading; viewer: Viewer; today: Day }
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Headings that the reader of columns recognises as Pamir's own; in English, as they must be found again whoever exports. */
const ours = ['Pamir id', 'ROR', 'Pamir organisation', 'Pamir state', 'Pamir problems'] as const

export async function runWorkbook({ db, viewer }: Asking, { writeWorkbook }: Spreadsheets, id: Id): Promise<Download> {
  const run = await findRun(db, viewer, id)
  const rows = await withChosen(db, await allRows(db, id))
  const header = run.columns.map(({ header }, column) => header || `#${column + 1}`)
  const sheet: SheetToWrite = { name: run.sheet ?? 'Register', columns: [...header, ...ours].map(asColumn), rows: rows.map((row) => [...padded(row.cells, header.length), ...knownOfRow(row)]) }
  return { name: nameOf(run.fileName), type, body: await writeWorkbook([sheet, summarySheet(run, await figuresOf(db, viewer, id), viewer.locale ?? 'en')]) }
}

function knownOfRow(row: RunRow): (string | null)[] {
  const parties = row.parties.flatMap((party, place) => {
    const choice = choiceOf(party, place, row.decided)
    const chosen = choice.is === 'organisation' ? [...row.chosen, party.organisation, ...party.candidates].find((one) => one?.id === choice.id) : undefined
    return party.owner ? [] : [chosen ?? party.organisation ?? { name: party.text, ror: null }]
  })
  return [row.agreementId, parties.map(({ ror }) => ror).filter(Boolean).join('; '), parties.map(({ name }) => name).join('; '), row.state, problemsOf(row.problems)]
}

/** Every agreement of an organisation, in the columns its register last came in; of those recorded here, what such a column would say. */
export async function registerWorkbook({ db, viewer, today }: Asking, { writeWorkbook }: Spreadsheets, ownerId: Id): Promise<Download> {
  const owner = await findOrganisation(db, ownerId)
  demand(whyNotBegin(viewer, owner.id))
  const agreements = await agreementsForRegister(db, ownerId, today)
  const header = agreements.findLast(({ entry }) => entry)?.entry?.header ?? ['Partner', 'Title', 'Kind', 'Signed on', 'Term']
  const rows = agreements.map((agreement) => [...cellsFor(agreement, header), agreement.id, agreement.rors.join('; '), agreement.partners.join('; '), agreement.state, problemsOf(agreement.entry?.problems ?? [])])
  const columns = [...header.map((text, column) => text || `#${column + 1}`), ...ours].map(asColumn)
  return { name: nameOf(owner.name), type, body: await writeWorkbook([{ name: 'Register', columns, rows }]) }
}

const asColumn = (header: string) => ({ header, width: Math.min(60, Math.max(14, header.length + 4)) })
const padded = (cells: string[], width: number) => Array.from({ length: width }, (_, column) => cells[column] ?? null)
const problemsOf = (problems: { key: string; text: string }[]) => [...new Set(problems.map(({ key }) => key.split('.').at(-1)))].join('; ')
const nameOf = (name: string) => `${name.replace(/\.[a-z]{3,4}$/i, '')} - Pamir.xlsx`
