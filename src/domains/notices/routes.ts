// The promises of notices kept. Nothing is decided here.
import { type Routes, serve } from '#platform/http/serve.ts'
import { markRead, putWishes } from './actions.ts'
import { noticesApi, webhooksApi } from './api.ts'
import { countUnread, listNotices, wishesOf } from './store.ts'
import { addWebhook, changeWebhook, type Keeping, putRunning, removeWebhook, renewSecret, repeatDelivery, sendTest } from './webhook-actions.ts'
import { findWebhook, listDeliveries, listWebhooks } from './webhook-store.ts'
import './webhook-turns.ts'

export const noticeRoutes: Routes = serve(noticesApi, {
  list: ({ db, viewer }, { query }) => listNotices(db, viewer, query),
  unread: async ({ db, viewer }) => ({ unread: await countUnread(db, viewer) }),
  read: (at, { body }) => markRead(at, body.ids),
  wishes: ({ db, viewer }) => wishesOf(db, viewer.id),
  putWishes: (at, { body }) => putWishes(at, body),
})

export const webhookRoutes = (keeping: Keeping): Routes => serve(webhooksApi, {
  webhooks: async ({ db, viewer }, { query }) => ({ on: keeping.sends.on, rows: await listWebhooks(db, viewer, query.organisation) }),
  addWebhook: (at, { body: { organisationId, ...draft } }) => addWebhook(at, keeping, organisationId, draft),
  webhook: async ({ db, viewer }, { params }) => ({ on: keeping.sends.on, webhook: await findWebhook(db, viewer, params.id) }),
  changeWebhook: (at, { params, body }) => changeWebhook(at, keeping, params.id, body),
  removeWebhook: (at, { params }) => removeWebhook(at, params.id),
  putRunning: (at, { params, body }) => putRunning(at, keeping, params.id, body.running),
  renewSecret: (at, { params }) => renewSecret(at, keeping, params.id),
  sendTest: (at, { params }) => sendTest(at, keeping, params.id),
  deliveries: ({ db, viewer }, { params, query }) => listDeliveries(db, viewer, params.id, query),
  repeatDelivery: (at, { params }) => repeatDelivery(at, keeping, params.id, params.deliveryId),
})
