// The promises of plans kept. Nothing is decided here.
import { type Routes, serve } from '#platform/http/serve.ts'
import { indicatorsApi } from './api.ts'
import { addIndicator, chooseIndicators, removeIndicator } from './indicator-actions.ts'
import { findItems, findValues } from './indicator-store.ts'

export const planRoutes: Routes = [
  ...serve(indicatorsApi, {
    values: (at, { query }) => findValues(at, query),
    items: (at, { query }) => findItems(at, query),
    choose: (at, { params, body }) => chooseIndicators(at, params.id, body.codes),
    add: (at, { params, body }) => addIndicator(at, params.id, body),
    remove: (at, { params }) => removeIndicator(at, params.id, params.indicatorId),
  }),
]
