// Sends what waits: signed, tried again after growing pauses under the same id, given up when nothing gets through for days.
import { sql } from 'kysely'
import { translator } from '#platform/i18n/words.ts'
import type { Database, Writing } from '#platform/db/database.ts'
import type { Id, Instant, Locale } from '#platform/kinds.ts'
import { writeLetter } from '#platform/mail/mail.ts'
import { Refused } from '#platform/refusals.ts'
import { type Outcome, postOutside } from '#platform/outside/post.ts'
import { signedHeaders } from '#platform/outside/signed.ts'
import { bare, type Installation } from './letters.ts'
import { type Keeping, lockOf } from './webhook-actions.ts'
import { bodyOf } from './webhook-body.ts'
import type { DeliveryRow, WebhookRow } from './webhook-model.ts'
import { isGivenUp, nextTry } from './webhook-rules.ts'
import './webhook-store.ts'

export type Sender = Keeping & { home: Installation; clock: () => Date; chance?: () => number }
/** `no-secret`: what opens the secret is not on this machine. */
type Posted = Omit<Outcome, 'trouble'> & { trouble: Outcome['trouble'] | 'no-secret' }
type Going = { delivery: DeliveryRow; webhook: WebhookRow }

/** So many addresses are spoken to at once, each with one message at a time: one that is slow keeps none of the others. */
const atOnce = 10
/** A message that is being sent is nobody else's for so long. When the process ends meanwhile, it is sent again after that. */
const held = 60_000

/** Everything that is due. How many messages were tried. */
export async function sendDue(db: Database, sender: Sender): Promise<number> {
  if (!sender.sends.on) return 0
  let tried = 0
  for (;;) {
    const going = await takeDue(db, sender.clock().toISOString())
    // What one message meets keeps no other: it is tried again when its hold is over.
    await Promise.allSettled(going.map((one) => sendOne(db, sender, one)))
    tried += going.length
    if (going.length === 0) return tried
  }
}

/** The try is counted before it is made, in a transaction of its own: none is open while the network is waited for. */
async function takeDue(db: Database, now: Instant): Promise<Going[]> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: Id }>`select d.id from webhook w cross join lateral (
        select d.id, d.due_at from webhook_delivery d where d.webhook_id = w.id and d.state = 'waiting' and d.due_at <= ${now} order by d.due_at, d.id limit 1 for update skip locked) d
      where w.removed_at is null and w.stopped_at is null order by d.due_at limit ${atOnce}`.execute(tx)
    const ids = rows.map(({ id }) => id)
    if (ids.length === 0) return []
    const taken = await tx.updateTable('webhookDelivery').set({ tries: sql`tries + 1`, triedAt: now, dueAt: new Date(Date.parse(now) + held).toISOString() }).where('id', 'in', ids).returningAll().execute()
    const webhooks = await tx.selectFrom('webhook').selectAll().where('id', 'in', taken.map(({ webhookId }) => webhookId)).execute()
    return taken.map((delivery) => ({ delivery, webhook: webhooks.find(({ id }) => id === delivery.webhookId)! }))
  })
}

async function sendOne(db: Database, sender: Sender, { delivery, webhook }: Going): Promise<void> {
  // Written once: whoever gets it twice gets the same bytes. Whether it may be told is asked each time.
  const fresh = await bodyOf(db, sender.home, delivery, webhook)
  if (fresh === undefined) return void await db.updateTable('webhookDelivery').set({ state: 'withheld', body: null, trouble: null }).where('id', '=', delivery.id).execute()
  const body = delivery.body ?? fresh
  if (delivery.body === null) await db.updateTable('webhookDelivery').set({ body }).where('id', '=', delivery.id).execute()
  const outcome = await post(sender, { delivery, webhook }, body)
  await db.transaction().execute((tx) => writeOutcome(tx, sender, { delivery, webhook }, outcome))
}

async function post(sender: Sender, { delivery, webhook }: Going, body: string): Promise<Posted> {
  const now = sender.clock()
  try {
    const secrets = secretsOf(sender, webhook, now.toISOString())
    const headers = { 'content-type': 'application/json', ...signedHeaders(secrets, delivery.id, Math.floor(now.getTime() / 1000), body) }
    return await postOutside({ url: webhook.url, headers, body, allowed: sender.sends.allowed, authorities: sender.sends.authorities ?? [] })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { status: null, answer: null, took: 0, trouble: 'no-secret' }
  }
}

function secretsOf({ vault }: Sender, { id, secret, earlierSecret, earlierUntil }: WebhookRow, now: Instant): Buffer[] {
  const boxes = earlierSecret && earlierUntil && earlierUntil > now ? [secret, earlierSecret] : [secret]
  return boxes.map((box) => vault.unlock(box, lockOf(id)))
}

async function writeOutcome(db: Writing, sender: Sender, { delivery, webhook }: Going, { status, answer, trouble, took }: Posted): Promise<void> {
  const now = sender.clock().toISOString()
  const arrived = status !== null && status >= 200 && status < 300
  const next = arrived || status === 410 ? null : nextTry(delivery.tries, now, (sender.chance ?? Math.random)())
  const state = arrived ? 'sent' as const : next ? 'waiting' as const : 'failed' as const
  const current = await db.selectFrom('webhook').selectAll().where('id', '=', webhook.id).forUpdate().executeTakeFirstOrThrow()
  await db.updateTable('webhookDelivery').set({ state, status, answer, took, trouble, ...(next && { dueAt: next }) }).where('id', '=', delivery.id).execute()
  if (arrived) {
    if (current.failingSince) await db.updateTable('webhook').set({ failingSince: null }).where('id', '=', webhook.id).execute()
    return
  }
  const failingSince = current.failingSince ?? delivery.triedAt ?? now
  await db.updateTable('webhook').set({ failingSince }).where('id', '=', webhook.id).execute()
  const because = status === 410 ? 'gone' as const : state === 'failed' && isGivenUp(failingSince, now) ? 'failing' as const : null
  if (because && !current.stoppedAt && !current.removedAt) await giveUp(db, sender, current, because, now)
}

async function giveUp(db: Writing, { home }: Sender, { id, url, organisationId, madeBy }: WebhookRow, because: 'failing' | 'gone', now: Instant): Promise<void> {
  await db.updateTable('webhook').set({ stoppedAt: now, stoppedBecause: because }).where('id', '=', id).execute()
  for (const keeper of await keepersOf(db, organisationId, madeBy, now)) {
    const locale = keeper.locale ?? 'en'
    const text = translator(locale)
    const said = { host: new URL(url).host, name: home.name }
    const body = [text(`webhooks.letter.${because}`, said), '', url, '', text('webhooks.letter.next'), `${home.publicUrl}/settings/webhooks/${id}`].join('\n')
    await writeLetter(db, home.post, { toAddress: keeper.email, toPerson: keeper.id, locale, kind: 'notices.webhook-stopped', subject: bare(text('webhooks.letter.subject', said)), body: bare(body) })
  }
}

/** Whoever registered it, and the directors of the organisation: one of them may be away. */
async function keepersOf(db: Writing, organisationId: Id, madeBy: Id, now: Instant): Promise<{ id: Id; email: string; locale: Locale | null }[]> {
  const { rows } = await sql<{ id: Id; email: string; locale: Locale | null }>`with recursive up as (select ${organisationId}::uuid as id union select o.parent_id from up join organisation o on o.id = up.id where o.parent_id is not null)
    select distinct p.id, p.email, p.locale from person p where p.email is not null and p.closed_at is null and (p.id = ${madeBy} or exists (
      select from office f where f.person_id = p.id and f.role = 'director' and f.organisation_id in (select id from up) and f.vacated_at is null
        and f.starts_on <= ${now}::timestamptz::date and (f.ends_on is null or f.ends_on >= ${now}::timestamptz::date))) order by p.id`.execute(db)
  return rows
}
