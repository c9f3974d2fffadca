// The page a day begins with, kept. Nothing is decided here.
import { type Routes, serve } from '#platform/http/serve.ts'
import { todayApi } from './api.ts'
import { dayOf } from './store.ts'

export const todayRoutes: Routes = serve(todayApi, {
  today: ({ db, viewer, today, now }) => dayOf(db, viewer, { today, now }),
})
