// The promises of notices: one's own, how one wants them, and the addresses to which an organisation has its news sent.
import * as z from 'zod'
import { del, get, post, put } from '#platform/http/contract.ts'
import { Id, pageOf } from '#platform/kinds.ts'
import { Notice, NoticeQuery, Reading, Wishes } from './model.ts'
import { Delivery, DeliveryQuery, Webhook, WebhookDraft, Webhooks, WithSecret } from './webhook-model.ts'

const Unread = z.object({ unread: z.int() })
export const noticesApi = {
  list: get('/notices', { query: NoticeQuery, answer: pageOf(Notice), says: 'What happened in one’s agreements, newest first' }),
  unread: get('/notices/unread', { answer: Unread, says: 'How many notices are unread, up to a hundred' }),
  read: put('/notices/read', { body: Reading, answer: Unread, says: 'Marks notices as read: those named, or all' }),
  wishes: get('/notices/wishes', { answer: Wishes, says: 'How one wants each kind of notice: here, by mail at once, in the letter of the week' }),
  putWishes: put('/notices/wishes', { body: Wishes, answer: Wishes, says: 'Says how one wants each kind of notice' }),
}

export const webhooksApi = {
  webhooks: get('/webhooks', { query: z.object({ organisation: Id }), answer: Webhooks, says: 'The webhooks of an organisation, for its directors' }),
  addWebhook: post('/webhooks', { body: WebhookDraft.extend({ organisationId: Id }), answer: WithSecret, says: 'Registers an address; the secret is shown this once' }),
  webhook: get('/webhooks/:id', { answer: z.object({ on: z.boolean(), webhook: Webhook }), says: 'A webhook' }),
  changeWebhook: put('/webhooks/:id', { body: WebhookDraft, answer: Webhook, says: 'Changes its address, kinds and languages' }),
  removeWebhook: del('/webhooks/:id', { answer: z.object({}), says: 'Takes it away with its messages' }),
  putRunning: put('/webhooks/:id/running', { body: z.object({ running: z.boolean() }), answer: Webhook, says: 'Stops it, or begins it again' }),
  renewSecret: post('/webhooks/:id/secret', { answer: WithSecret, says: 'A new secret, shown this once; the one before signs too for a day' }),
  sendTest: post('/webhooks/:id/test', { answer: Delivery, limit: 20, says: 'Sends a message that says only that it is a test' }),
  deliveries: get('/webhooks/:id/deliveries', { query: DeliveryQuery, answer: pageOf(Delivery), says: 'What was sent there, newest first, with what was answered' }),
  repeatDelivery: post('/webhooks/:id/deliveries/:deliveryId/repeats', { answer: Delivery, limit: 60, says: 'Sends a message again, under the same id' }),
}
