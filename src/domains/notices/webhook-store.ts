// How webhooks and their messages are kept and found: by who keeps them, and nobody else.
import { sql } from 'kysely'
import { whenMerged } from '#domains/organisations/store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading, Writing } from '#platform/db/database.ts'
import type { Id, Page } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import type { Delivery, DeliveryQuery, DeliveryRow, Webhook, WebhookRow } from './webhook-model.ts'
import { mayKeep } from './webhook-rules.ts'

declare module '#platform/db/database.ts' {
  interface Tables { webhook: WebhookRow; webhookDelivery: DeliveryRow }
}

whenMerged({ table: 'webhook', column: 'organisation_id', key: ['id'] })

const shown = (db: Reading) => db.selectFrom('webhook').where('webhook.removedAt', 'is', null)
  .select(['webhook.id', 'webhook.organisationId', 'webhook.url', 'webhook.kinds', 'webhook.languages', 'webhook.madeAt', 'webhook.earlierUntil', 'webhook.failingSince', 'webhook.stoppedAt', 'webhook.stoppedBecause'])
  .select([
    sql<string | null>`(select p.name from person p where p.id = webhook.made_by)`.as('madeBy'),
    sql<number>`(select count(*)::int from webhook_delivery d where d.webhook_id = webhook.id and d.state = 'waiting')`.as('waiting'),
    sql<string | null>`(select max(d.tried_at) from webhook_delivery d where d.webhook_id = webhook.id and d.state = 'sent')`.as('lastSentAt'),
  ])

export async function listWebhooks(db: Reading, viewer: Viewer, organisationId: Id): Promise<Webhook[]> {
  found(mayKeep(organisationId, viewer) || null)
  return shown(db).where('webhook.organisationId', '=', organisationId).orderBy('webhook.id').execute()
}

export async function findWebhook(db: Reading, viewer: Viewer, id: Id): Promise<Webhook> {
  const webhook = found(await shown(db).where('webhook.id', '=', id).executeTakeFirst())
  found(mayKeep(webhook.organisationId, viewer) || null)
  return webhook
}

/** Its row, held until this transaction ends. */
export async function holdWebhook(db: Writing, viewer: Viewer, id: Id): Promise<WebhookRow> {
  const row = found(await db.selectFrom('webhook').selectAll().where('id', '=', id).where('removedAt', 'is', null).forUpdate().executeTakeFirst())
  found(mayKeep(row.organisationId, viewer) || null)
  return row
}

const delivered = (db: Reading) => db.selectFrom('webhookDelivery as d').leftJoin('agreement', 'agreement.id', 'd.about')
  .select(['d.id', 'd.kind', 'd.what', 'd.about', 'd.at', 'd.state', 'd.tries', 'd.triedAt', 'd.took', 'd.status', 'd.answer', 'd.trouble', 'd.body'])
  .select([
    sql<string | null>`case when d.state = 'waiting' then d.due_at end`.as('dueAt'),
    // What the organisation may not see any more is not named to it either.
    sql<Record<string, string> | null>`case when agreement.id is not null and d.state <> 'withheld' then agreement.titles || jsonb_build_object(coalesce(agreement.title_lang, 'en'), agreement.title) end`.as('title'),
  ])

export async function listDeliveries(db: Reading, viewer: Viewer, id: Id, { state, after, limit }: DeliveryQuery): Promise<Page<Delivery>> {
  await findWebhook(db, viewer, id)
  const rows = await delivered(db).where('d.webhookId', '=', id).$if(state !== undefined, (some) => some.where('d.state', '=', state!)).$if(after !== undefined, (some) => some.where('d.id', '<', after!))
    .orderBy('d.id', 'desc').limit(limit + 1).execute()
  return { rows: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]!.id : null, total: null }
}

export const findDelivery = async (db: Reading, webhookId: Id, id: Id): Promise<Delivery> =>
  found(await delivered(db).where('d.webhookId', '=', webhookId).where('d.id', '=', id).executeTakeFirst())
