// The API kept: each promise in `api.ts` meets the function that fulfils it. Nothing is decided here.
import { serve, type Routes } from '#platform/http/serve.ts'
import { endAgreement, recordAgreement, removeAgreement, restoreAgreement, reviseAgreement, takeBackEnd } from './actions.ts'
import { agreementsApi } from './api.ts'
import { archiveHistory } from './archive-store.ts'
import { attachFile, keepUpload, openFile, removeFileFrom } from './files.ts'
import { countAgreements, listAgreements } from './listing.ts'
import { findAgreement, historyOf } from './store.ts'
import { agreementsWorkbook, type Sheets } from './workbook.ts'

export const agreementRoutes = (sheets: Sheets): Routes => serve(agreementsApi, {
  list: ({ db, viewer, now }, { query }) => listAgreements(db, viewer, query, now),
  counts: ({ db, viewer, now }, { query }) => countAgreements(db, viewer, query, now),
  workbook: ({ db, viewer, now }, { query }) => agreementsWorkbook(db, viewer, query, now, sheets),
  read: ({ db, viewer, now }, { params }) => findAgreement(db, viewer, params.id, now),
  history: ({ db, viewer }, { params, query }) => historyOf(db, viewer, params.id, query.before),
  archive: ({ db, viewer, now }, { params }) => archiveHistory(db, viewer, params.id, now),
  record: (at, { body }) => recordAgreement(at, body),
  revise: (at, { params, body }) => reviseAgreement(at, params.id, body),
  end: (at, { params, body }) => endAgreement(at, params.id, body.endedOn, body.because),
  takeBackEnd: (at, { params }) => takeBackEnd(at, params.id),
  remove: (at, { params }) => removeAgreement(at, params.id),
  restore: (at, { params }) => restoreAgreement(at, params.id),
  attach: (at, { params, file }) => attachFile(at, params.id, file),
  keepUpload: (at, { params, body }) => keepUpload(at, params.id, body.upload),
  openFile: ({ db, viewer }, { params }) => openFile(db, viewer, params.id, params.fileId),
  removeFile: (at, { params }) => removeFileFrom(at, params.id, params.fileId),
})
