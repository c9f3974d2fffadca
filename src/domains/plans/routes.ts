// The promises of plans kept. Nothing is decided here.
import { type Routes, serve } from '#platform/http/serve.ts'
import { indicatorsApi, plansApi } from './api.ts'
import './claims.ts'
import { addIndicator, chooseIndicators, removeIndicator } from './indicator-actions.ts'
import { findItems, findValues } from './indicator-store.ts'
import { beginPlan, claimValue, commentOn, layPlan, writePlan } from './plan-actions.ts'
import { findPlanFile, findVersion, listPlans } from './plan-store.ts'

export const planRoutes: Routes = [
  ...serve(indicatorsApi, {
    values: (at, { query }) => findValues(at, query),
    items: (at, { query }) => findItems(at, query),
    choose: (at, { params, body }) => chooseIndicators(at, params.id, body.codes),
    add: (at, { params, body }) => addIndicator(at, params.id, body),
    remove: (at, { params }) => removeIndicator(at, params.id, params.indicatorId),
  }),
  ...serve(plansApi, {
    list: ({ db, viewer }, { query }) => listPlans(db, viewer, query),
    begin: (at, { body }) => beginPlan(at, body),
    read: ({ db, viewer, today }, { params }) => findPlanFile(db, viewer, params.id, today),
    write: (at, { params, body }) => writePlan(at, params.id, body.content, body.seen),
    lay: (at, { params, body }) => layPlan(at, params.id, body),
    version: ({ db, viewer, today }, { params }) => findVersion(db, viewer, params.id, params.versionId, today),
    claim: (at, { params, body }) => claimValue(at, params.id, body),
    comment: (at, { params, body }) => commentOn(at, params.id, body),
  }),
]
