// The promises of this room kept. Nothing is decided here.
import { type Routes, serve } from '#platform/http/serve.ts'
import { changeUnit, closeUnit, foundUnit } from './actions.ts'
import { jointUnitsApi } from './api.ts'
import { findUnitFile, listUnits } from './store.ts'

export const jointUnitRoutes: Routes = serve(jointUnitsApi, {
  units: ({ db, viewer }, { query }) => listUnits(db, viewer, query),
  unit: ({ db, viewer }, { params }) => findUnitFile(db, viewer, params.id),
  found: (at, { body }) => foundUnit(at, body),
  change: (at, { params, body }) => changeUnit(at, params.id, body),
  close: (at, { params, body }) => closeUnit(at, params.id, body),
})
