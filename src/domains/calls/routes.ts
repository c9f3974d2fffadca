// The promises of calls kept. Nothing is decided here.
import { type Routes, serve } from '#platform/http/serve.ts'
import { answerCall, attachFile, beginCall, closeCall, draftAnswer, dropCall, keepFile, openCall, remindCall, reopenCall, writeCall } from './actions.ts'
import { callsApi } from './api.ts'
import { findForm, findResults, openFile } from './form-store.ts'
import type { Installation } from './letters.ts'
import { askMember, revokeLink } from './link-actions.ts'
import { bringWorkbook, findReading, takeReading } from './reading-actions.ts'
import type { Spreadsheets } from './services.ts'
import { findCallFile, listCalls } from './store.ts'
import './turns.ts'
import { callWorkbook } from './workbook.ts'

export const callRoutes = (home: Installation, spreadsheets: Spreadsheets): Routes => serve(callsApi, {
  list: ({ db, viewer }, { query }) => listCalls(db, viewer, query),
  begin: (at, { body }) => beginCall(at, body),
  read: ({ db, viewer }, { params }) => findCallFile(db, viewer, params.id),
  write: (at, { params, body }) => writeCall(at, params.id, body),
  drop: (at, { params }) => dropCall(at, params.id),
  open: (at, { params }) => openCall(at, home, params.id),
  close: (at, { params }) => closeCall(at, params.id),
  reopen: (at, { params }) => reopenCall(at, params.id),
  remind: (at, { params }) => remindCall(at, home, params.id),
  ask: (at, { params, body }) => askMember(at, home, params.id, body),
  revoke: (at, { params }) => revokeLink(at, params.id, params.linkId),
  form: ({ db, viewer }, { params }) => findForm(db, viewer, params.id, params.organisationId),
  draft: (at, { params, body }) => draftAnswer(at, params.id, params.organisationId, body.values),
  answer: (at, { params, body }) => answerCall(at, params.id, params.organisationId, body),
  keepFile: (at, { params, body }) => keepFile(at, params.id, params.organisationId, body.upload),
  attach: (at, { params, file }) => attachFile(at, params.id, params.organisationId, file),
  file: ({ db, viewer }, { params }) => openFile(db, viewer, params.id, params.organisationId, params.fileId),
  results: ({ db, viewer }, { params }) => findResults(db, viewer, params.id),
  workbook: (at, { params, query }) => callWorkbook(at, spreadsheets, home.publicUrl, params.id, query),
  bring: (at, { params, file }) => bringWorkbook(at, spreadsheets, params.id, file),
  reading: ({ db, viewer }, { params }) => findReading(db, viewer, params.id, params.readingId),
  take: (at, { params, body }) => takeReading(at, params.id, params.readingId, body.but),
})
