// The promises of the secretariat's table kept. Nothing is decided here.
import type { WriteTable } from '#domains/alliances/tables.ts'
import { type Routes, serve } from '#platform/http/serve.ts'
import { secretariatApi } from './api.ts'
import { declareDormant } from './dormancy-actions.ts'
import { findSubAlliances } from './dormancy-store.ts'
import { findTable, keptAlliance, narrowed, ordered, rowsOf } from './store.ts'
import { tableFile } from './table-file.ts'
import './obligations.ts'
import './turns.ts'

export const secretariatRoutes = (write: WriteTable): Routes => serve(secretariatApi, {
  table: (at, { params, query }) => findTable(at, params.id, query),
  exportTable: async (at, { params, query: { format, ...query } }) => {
    await keptAlliance(at, params.id)
    return write(format, tableFile(ordered(narrowed(await rowsOf(at, params.id), query), query), query.locale))
  },
  subAlliances: (at, { params }) => findSubAlliances(at, params.id),
  declareDormant: (at, { params, body }) => declareDormant(at, params.id, params.subId, body.said),
})
