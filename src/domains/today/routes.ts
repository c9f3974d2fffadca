// The day and the calendar, kept. Nothing is decided here.
import { type Routes, serve } from '#platform/http/serve.ts'
import { todayApi } from './api.ts'
import { feedOf, type Installation, makeFeed, revokeFeed } from './calendar-actions.ts'
import { eventsOf } from './calendar-store.ts'
import { dayOf } from './store.ts'

export const todayRoutes = (home: Installation): Routes => serve(todayApi, {
  today: ({ db, viewer, today, now }) => dayOf(db, viewer, { today, now }),
  calendar: ({ db, viewer }, { query }) => eventsOf(db, viewer, query),
  feed: ({ db, viewer }) => feedOf(db, viewer),
  makeFeed: (at) => makeFeed(at, home),
  revokeFeed: (at) => revokeFeed(at),
})
