// An address outside to which an organisation has its news sent, and the messages that went there.
import * as z from 'zod'
import { Id, Instant, Locale } from '#platform/kinds.ts'
import { Kind, sideKinds } from './model.ts'

/** How one may have ended: by hand, after nothing got through for days, or because the receiver said it is gone for good. */
export const StoppedBecause = z.enum(['by-hand', 'failing', 'gone'])

export const WebhookDraft = z.object({
  url: z.string().trim().min(1).max(1000), kinds: z.array(z.enum(sideKinds)).min(1, { error: 'webhooks.no-kind' }), languages: z.array(Locale).min(1, { error: 'webhooks.no-language' }),
})
export type WebhookDraft = z.output<typeof WebhookDraft>

/** One row of `webhook`. */
export type WebhookRow = WebhookDraft & {
  id: Id; organisationId: Id; secret: Buffer; earlierSecret: Buffer | null; earlierUntil: Instant | null; madeBy: Id; madeAt: Instant
  failingSince: Instant | null; stoppedAt: Instant | null; stoppedBecause: z.infer<typeof StoppedBecause> | null; removedAt: Instant | null
}
/** As its keepers see it: never with its secret. */
export const Webhook = WebhookDraft.extend({
  id: Id, organisationId: Id, madeBy: z.string().nullable(), madeAt: Instant, earlierUntil: Instant.nullable(), failingSince: Instant.nullable(),
  stoppedAt: Instant.nullable(), stoppedBecause: StoppedBecause.nullable(), waiting: z.int(), lastSentAt: Instant.nullable(),
})
export type Webhook = z.infer<typeof Webhook>
/** `on`: whether this installation sends anything at all. `allowed`: what the operator allows besides https to the outside. */
export const Webhooks = z.object({ on: z.boolean(), rows: z.array(Webhook) })
/** The secret is said this once. */
export const WithSecret = z.object({ webhook: Webhook, secret: z.string() })

export const DeliveryState = z.enum(['waiting', 'sent', 'failed', 'withheld'])
export const Delivery = z.object({
  id: Id, kind: z.union([Kind, z.literal('test')]), what: z.string(), about: Id.nullable(), title: z.record(z.string(), z.string()).nullable(), at: Instant, state: DeliveryState, tries: z.int(),
  dueAt: Instant.nullable(), triedAt: Instant.nullable(), took: z.int().nullable(), status: z.int().nullable(), answer: z.string().nullable(), trouble: z.string().nullable(), body: z.string().nullable(),
})
export type Delivery = z.infer<typeof Delivery>
export type DeliveryRow = Omit<Delivery, 'title' | 'dueAt'> & { webhookId: Id; who: Id; office: Id | null; facts: Record<string, unknown>; dueAt: Instant }
export const DeliveryQuery = z.object({ state: DeliveryState.optional(), after: Id.optional(), limit: z.coerce.number().int().min(1).max(100).default(30) })
export type DeliveryQuery = z.output<typeof DeliveryQuery>
