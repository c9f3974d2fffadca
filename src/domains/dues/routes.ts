// The promises of dues and hosting kept. Nothing is decided here.
import { type Routes, serve } from '#platform/http/serve.ts'
import { addMember, addScale, askYear, pay, settle, unwaive, waive } from './actions.ts'
import { duesApi, hostingApi } from './api.ts'
import { answerSwap, answerTurn, askSwap, assignHost, proposeHosts } from './hosting-actions.ts'
import { findRota } from './hosting-store.ts'
import type { Installation } from './letters.ts'
import { findDues, findStatement, findYear } from './store.ts'
import './turns.ts'
import { type WriteSheets, yearWorkbook } from './workbook.ts'

export const dueRoutes = (home: Installation, write: WriteSheets): Routes => [
  ...serve(duesApi, {
    read: ({ db, viewer, today }, { params }) => findDues(db, viewer, params.id, today),
    addScale: (at, { params, body }) => addScale(at, params.id, body),
    askYear: (at, { params, body }) => askYear(at, home, params.id, body),
    statement: ({ db, viewer, today }, { params, query }) => findStatement(db, viewer, params.id, query.organisationId, today),
    year: ({ db, viewer, today }, { params }) => findYear(db, viewer, params.id, today),
    addMember: (at, { params, body }) => addMember(at, home, params.id, body.organisationId),
    workbook: (at, { params, query }) => yearWorkbook(at, write, params.id, query.locale),
    pay: (at, { params, body }) => pay(at, params.id, body),
    settle: (at, { params, body }) => settle(at, params.id, params.paymentId, body),
    waive: (at, { params, body }) => waive(at, params.id, body.because),
    unwaive: (at, { params }) => unwaive(at, params.id),
  }),
  ...serve(hostingApi, {
    rota: ({ db, viewer }, { params }) => findRota(db, viewer, params.id),
    propose: (at, { params, body }) => proposeHosts(at, params.id, body),
    assign: (at, { params, body }) => assignHost(at, params.id, body),
    answerTurn: (at, { params, body }) => answerTurn(at, params.id, body),
    swap: (at, { params, body }) => askSwap(at, params.id, body),
    answerSwap: (at, { params, body }) => answerSwap(at, params.id, body),
  }),
]
