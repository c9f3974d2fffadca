// What is told becomes messages for the webhooks of every side, in the transaction of the deed itself: both are there, or neither.
import { sql } from 'kysely'
import type { Hand } from '#platform/audit/journal.ts'
import { when } from '#platform/audit/news.ts'
import type { Id } from '#platform/kinds.ts'
import { type Kind, toldAs } from './model.ts'
import { deliveryOf } from './webhook-actions.ts'

let listening = false

/** Said once, by an installation that sends. Where none sends, a deed costs nothing more. */
export function listenForWebhooks(): void {
  if (listening) return
  listening = true
  for (const [what, kind] of Object.entries(toldAs)) if (kind !== 'done') when(what, (at, { about, data }) => writeDeliveries(at, { what, kind, about, data }))
}

type Told = { what: string; kind: Kind; about: Id; data: Record<string, unknown> }
export async function writeDeliveries(at: Hand, { what, kind, about, data }: Told): Promise<void> {
  const webhooks = await webhooksOf(at, about, kind)
  if (webhooks.length === 0) return
  const facts = Object.fromEntries(Object.entries(data).filter(([name, value]) => told.has(name) && value !== null))
  await at.db.insertInto('webhookDelivery').values(webhooks.map((id) => deliveryOf(at, id, { kind, what, about, facts }))).execute()
}

/** What a message says besides its words: by which the receiver asks further. Texts and names stay here. */
const told = new Set(['activity', 'claim', 'thing', 'kind', 'commitment', 'state', 'number', 'side', 'from', 'to', 'until', 'act', 'means', 'code', 'step', 'round'])

/** Those of the sides, and of what a side is part of, that want this kind and are in use. */
async function webhooksOf({ db }: Hand, about: Id, kind: Kind): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`with recursive up as (
      select p.organisation_id as id from agreement_party p where p.agreement_id = ${about} and p.role <> 'witness'
      union select o.parent_id from up join organisation o on o.id = up.id where o.parent_id is not null)
    select w.id from webhook w where w.organisation_id in (select id from up) and w.removed_at is null and w.stopped_at is null and ${kind} = any(w.kinds) order by w.id`.execute(db)
  return rows.map(({ id }) => id)
}
