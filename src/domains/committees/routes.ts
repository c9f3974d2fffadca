// The promises of committees kept. Nothing is decided here.
import { type Routes, serve } from '#platform/http/serve.ts'
import { bodiesApi } from './api.ts'
import { addSeat, adoptRules, changeSeat, changeSide, constitute, dissolve, draftBody, endSeat } from './body-actions.ts'
import { showBody } from './body-file.ts'
import { listBodies } from './body-store.ts'
import { readyMade } from './ready-rules.ts'
import { ruleSetNames } from './rule-model.ts'
import { setSources } from './source-rules.ts'
import { addAction, finishAction } from './task-actions.ts'

export const committeeRoutes: Routes = [...serve(bodiesApi, {
  ruleSets: async () => ruleSetNames.map((name) => ({ name, rules: readyMade[name], sources: setSources[name] })),
  bodies: ({ db, viewer }, { query }) => listBodies(db, viewer, query),
  body: ({ db, viewer, now }, { params }) => showBody(db, viewer, params.id, now),
  draft: (at, { body }) => draftBody(at, body),
  addSeat: (at, { params, body }) => addSeat(at, params.id, body),
  changeSeat: (at, { params, body }) => changeSeat(at, params.id, params.seatId, body),
  endSeat: (at, { params }) => endSeat(at, params.id, params.seatId),
  changeSide: (at, { params, body }) => changeSide(at, params.id, params.sideId, body),
  constitute: (at, { params }) => constitute(at, params.id),
  adoptRules: (at, { params, body }) => adoptRules(at, params.id, body),
  dissolve: (at, { params }) => dissolve(at, params.id),
  addAction: (at, { params, body }) => addAction(at, params.id, body),
  finishAction: (at, { params, body }) => finishAction(at, params.id, params.actionId, body),
})]
