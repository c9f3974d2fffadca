// The API kept: each promise in `api.ts` meets the function that fulfils it.
import { serve, type Routes } from '#platform/http/serve.ts'
import { acceptAbove, askForImport, beginRun, changeRow, correctParty, discardRun, leaveOut, putBack, remapRun } from './actions.ts'
import { registersApi } from './api.ts'
import { figuresOf, rowsBehind } from './figures.ts'
import type { Services } from './services.ts'
import { rowsAlike, tallyOf } from './tally.ts'
import { findRun, findSeenEntry, listRuns } from './store.ts'
import { registerWorkbook, runWorkbook } from './workbook.ts'

export const registerRoutes = ({ spreadsheets }: Services): Routes => serve(registersApi, {
  runs: ({ db, viewer }) => listRuns(db, viewer),
  begin: (at, { file, body }) => beginRun(at, spreadsheets, file, body),
  run: ({ db, viewer }, { params }) => findRun(db, viewer, params.id),
  rows: ({ db, viewer }, { params, query }) => rowsBehind(db, viewer, params.id, query),
  remap: (at, { params, body }) => remapRun(at, params.id, body.columns, body.sheet),
  correct: (at, { params, body }) => correctParty(at, params.id, body),
  change: (at, { params, body }) => changeRow(at, params.id, body),
  accept: (at, { params, body }) => acceptAbove(at, params.id, body.above),
  leaveOut: (at, { params, body }) => leaveOut(at, params.id, body.problem),
  putBack: (at, { params, body }) => putBack(at, params.id, body.rows),
  alike: ({ db, viewer }, { params, query }) => rowsAlike(db, viewer, params.id, query),
  tally: ({ db, viewer }, { params }) => tallyOf(db, viewer, params.id),
  figures: ({ db, viewer }, { params }) => figuresOf(db, viewer, params.id),
  import: (at, { params }) => askForImport(at, params.id),
  discard: (at, { params }) => discardRun(at, params.id),
  workbook: (at, { params }) => runWorkbook(at, spreadsheets, params.id),
  register: (at, { params }) => registerWorkbook(at, spreadsheets, params.id),
  entry: ({ db, viewer }, { params }) => findSeenEntry(db, viewer, params.id),
})
