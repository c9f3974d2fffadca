// What a director does with the webhooks of an organisation: registers an address, changes it, renews its secret, tries it, stops it, sends a message again.
import { holdOrganisation } from '#domains/organisations/store.ts'
import { record } from '#platform/audit/journal.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { faultOf } from '#platform/outside/addresses.ts'
import { newSecret, secretText } from '#platform/outside/signed.ts'
import { demand, found, Invalid, Refused } from '#platform/refusals.ts'
import type { Vault } from '#platform/signatures/vault.ts'
import type { Delivery, DeliveryRow, Webhook, WebhookDraft, WebhookRow } from './webhook-model.ts'
import { mayKeep, mostWebhooks, overlap, whyNotKeep, whyNotRepeat } from './webhook-rules.ts'
import { findDelivery, findWebhook, holdWebhook } from './webhook-store.ts'

/** Whether this installation sends at all, and which addresses its operator allows besides https to the outside, and which authorities it trusts besides those that everybody trusts. */
export type Sends = { on: boolean; allowed: string[]; authorities?: string[] }
export type Keeping = { vault: Vault; sends: Sends }
/** What a secret is locked for. */
export const lockOf = (id: Id): string => `webhook ${id}`

export async function addWebhook(at: Doing, { vault, sends }: Keeping, organisationId: Id, draft: WebhookDraft): Promise<{ webhook: Webhook; secret: string }> {
  found(mayKeep(organisationId, at.viewer) || null)
  demand(sends.on ? undefined : 'webhooks.off')
  // Two who register at once are counted one after the other.
  await holdOrganisation(at.db, organisationId)
  const { count } = await at.db.selectFrom('webhook').select(({ fn }) => fn.countAll<number>().as('count')).where('organisationId', '=', organisationId).where('removedAt', 'is', null).executeTakeFirstOrThrow()
  if (Number(count) >= mostWebhooks) throw new Refused('webhooks.too-many', { most: mostWebhooks })
  const [id, secret] = [newId(), newSecret()]
  const row: WebhookRow = {
    id, organisationId, ...tidy(draft, sends), secret: vault.lock(secret, lockOf(id)), earlierSecret: null, earlierUntil: null, madeBy: at.viewer.id, madeAt: at.now,
    failingSince: null, stoppedAt: null, stoppedBecause: null, removedAt: null,
  }
  await at.db.insertInto('webhook').values(row).execute()
  await tell(at, row, 'added', { url: row.url, kinds: row.kinds, languages: row.languages })
  return { webhook: await findWebhook(at.db, at.viewer, id), secret: secretText(secret) }
}

export async function changeWebhook(at: Doing, { sends }: Keeping, id: Id, draft: WebhookDraft): Promise<Webhook> {
  const row = await holdWebhook(at.db, at.viewer, id)
  const changed = tidy(draft, sends)
  await at.db.updateTable('webhook').set(changed).where('id', '=', id).execute()
  await tell(at, row, 'changed', changed)
  return findWebhook(at.db, at.viewer, id)
}

/** A new secret; the one before signs too for a day, so that a receiver is never without one that fits. */
export async function renewSecret(at: Doing, { vault, sends }: Keeping, id: Id): Promise<{ webhook: Webhook; secret: string }> {
  const row = await holdWebhook(at.db, at.viewer, id)
  demand(whyNotKeep('renew-secret', row, sends.on))
  const secret = newSecret()
  const until = new Date(Date.parse(at.now) + overlap).toISOString()
  await at.db.updateTable('webhook').set({ secret: vault.lock(secret, lockOf(id)), earlierSecret: row.secret, earlierUntil: until }).where('id', '=', id).execute()
  await tell(at, row, 'secret-renewed', { until })
  return { webhook: await findWebhook(at.db, at.viewer, id), secret: secretText(secret) }
}

/** Stopped, messages are neither written nor sent; what waits is sent when it begins again. */
export async function putRunning(at: Doing, { sends }: Keeping, id: Id, running: boolean): Promise<Webhook> {
  const row = await holdWebhook(at.db, at.viewer, id)
  demand(whyNotKeep(running ? 'begin' : 'stop', row, sends.on))
  await at.db.updateTable('webhook').set({ failingSince: null, stoppedAt: running ? null : at.now, stoppedBecause: running ? null : 'by-hand' }).where('id', '=', id).execute()
  if (running) await at.db.updateTable('webhookDelivery').set({ dueAt: at.now }).where('webhookId', '=', id).where('state', '=', 'waiting').execute()
  await tell(at, row, running ? 'begun-again' : 'stopped', {})
  return findWebhook(at.db, at.viewer, id)
}

/** Taken away, with what waited; its row stays for the journal. */
export async function removeWebhook(at: Doing, id: Id): Promise<{}> {
  const row = await holdWebhook(at.db, at.viewer, id)
  await at.db.updateTable('webhook').set({ removedAt: at.now }).where('id', '=', id).execute()
  await at.db.deleteFrom('webhookDelivery').where('webhookId', '=', id).execute()
  await tell(at, row, 'removed', { url: row.url })
  return {}
}

/** A message that says nothing but that it is a test, on the same way as every other. */
export async function sendTest(at: Doing, { sends }: Keeping, id: Id): Promise<Delivery> {
  const row = await holdWebhook(at.db, at.viewer, id)
  demand(whyNotKeep('send-test', row, sends.on))
  const delivery = deliveryOf(at, id, { kind: 'test', what: 'webhook.test', about: null, facts: {} })
  await at.db.insertInto('webhookDelivery').values(delivery).execute()
  return findDelivery(at.db, id, delivery.id)
}

/** The same message under the same id, once more from its first try on. */
export async function repeatDelivery(at: Doing, { sends }: Keeping, id: Id, deliveryId: Id): Promise<Delivery> {
  const row = await holdWebhook(at.db, at.viewer, id)
  const delivery = await findDelivery(at.db, id, deliveryId)
  demand(whyNotRepeat(delivery, row, sends.on))
  await at.db.updateTable('webhookDelivery').set({ state: 'waiting', tries: 0, dueAt: at.now }).where('id', '=', deliveryId).execute()
  return findDelivery(at.db, id, deliveryId)
}

type Told = Pick<DeliveryRow, 'kind' | 'what' | 'about' | 'facts'>
/** A message as it begins: it waits, and its body is written at its first try. */
export const deliveryOf = ({ viewer, now }: Pick<Doing, 'viewer' | 'now'>, webhookId: Id, told: Told): DeliveryRow => ({
  id: newId(), webhookId, ...told, who: viewer.id, office: viewer.acting, at: now, body: null, state: 'waiting', tries: 0, dueAt: now, triedAt: null, took: null, status: null, answer: null, trouble: null,
})

function tidy({ url, kinds, languages }: WebhookDraft, { allowed }: Sends): WebhookDraft {
  const fault = faultOf(url, allowed)
  if (fault) throw new Invalid({ url: [`webhooks.troubles.${fault}`] })
  return { url: new URL(url).href, kinds: [...new Set(kinds)], languages: [...new Set(languages)] }
}

const tell = (at: Doing, { id, organisationId }: Pick<WebhookRow, 'id' | 'organisationId'>, what: string, data: Record<string, unknown>) =>
  record(at, { what: `organisation.webhook-${what}`, about: organisationId, data: { webhook: id, ...data } })
