// The promises of notices kept. Nothing is decided here.
import { type Routes, serve } from '#platform/http/serve.ts'
import { markRead, putWishes } from './actions.ts'
import { noticesApi } from './api.ts'
import { countUnread, listNotices, wishesOf } from './store.ts'

export const noticeRoutes: Routes = serve(noticesApi, {
  list: ({ db, viewer }, { query }) => listNotices(db, viewer, query),
  unread: async ({ db, viewer }) => ({ unread: await countUnread(db, viewer) }),
  read: (at, { body }) => markRead(at, body.ids),
  wishes: ({ db, viewer }) => wishesOf(db, viewer.id),
  putWishes: (at, { body }) => putWishes(at, body),
})
