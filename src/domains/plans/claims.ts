// What the claims of this room are, for those who are asked: that a version is the plan, and that something was reached; and whose turn it is.
import { sql } from 'kysely'
import { claimsOf } from '#domains/confirmations/actions.ts'
import type { ClaimShown } from '#domains/confirmations/model.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading, Writing } from '#platform/db/database.ts'
import type { Id, Instant } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { type Asked, bringTurns, type Waiting } from '#platform/turns.ts'
import { seenBy } from './plan-store.ts'

type Known = { about: Id; scope: Id }
const seen = async (db: Reading, viewer: Viewer, { scope }: Known): Promise<boolean> => Boolean(await seenBy(db, viewer).select('plan.id').where('plan.id', '=', scope).executeTakeFirst())
const held = async (db: Writing, viewer: Viewer, { scope }: Known): Promise<boolean> => Boolean(await seenBy(db, viewer).select('plan.id').where('plan.id', '=', scope).forUpdate('plan').executeTakeFirst())

claimsOf('plan-version', { seen, held, shown: versionShown })
claimsOf('plan-value', { seen, held, shown: valueShown })

type Line = ClaimShown['lines'][number]
const line = (key: string, values: Line['values']): Line => ({ label: `plans.claim.${key}`, key: `plans.claim.${key}.value`, values })
const within = (id: Id): ClaimShown['within'] => ({ to: `/plans/${id}`, key: 'plans.to-plan' })

async function versionShown(db: Reading, { about, scope }: Known): Promise<ClaimShown> {
  const { content, number, hash, note } = found(await db.selectFrom('planVersion').select(['content', 'number', 'hash', 'note']).where('id', '=', about).executeTakeFirst())
  return {
    title: content.title, lang: null, evidence: [], within: within(scope),
    lines: [
      line('version', { number }), line('days', { from: content.startsOn, until: content.endsOn }), line('counts', { objectives: content.objectives.length, tasks: content.tasks.length, measures: content.measures.length }),
      line('hash', { hash }), ...(note ? [line('note', { note })] : []),
    ],
  }
}

async function valueShown(db: Reading, { about, scope }: Known): Promise<ClaimShown> {
  const { itemId, onDay, value, note, url, content } = found(await db.selectFrom('planValue').innerJoin('plan', 'plan.id', 'planValue.planId')
    .select(['itemId', 'onDay', 'value', 'note', 'url', 'plan.content']).where('planValue.id', '=', about).executeTakeFirst())
  const [measure, task] = [content.measures.find(({ id }) => id === itemId), content.tasks.find(({ id }) => id === itemId)]
  return {
    title: measure?.what ?? task?.what ?? content.title, lang: null, within: within(scope), evidence: url ? [{ id: about, title: url, type: null, size: null, url }] : [],
    lines: [line('plan', { plan: content.title }), measure ? line('reached', { value, unit: measure.unit }) : line('done', {}), line('on', { on: onDay }), ...(note ? [line('note', { note })] : [])],
  }
}

bringTurns(async (db, viewer, { whose, sides, limit }: Asked): Promise<Waiting> => {
  const own = sql<Id[]>`${sides as Id[]}::uuid[]`
  const ours = whose === 'yours' ? sql<boolean>`w.organisation_id = any(${own})` : sql<boolean>`w.organisation_id <> all(${own}) and exists (select from confirmation_side o where o.confirmation_id = q.id and o.answer = 'claims' and o.organisation_id = any(${own}))`
  const rows = await seenBy(db, viewer).innerJoin('confirmation as q', 'q.scope', 'plan.id').innerJoin('confirmationSide as w', 'w.confirmationId', 'q.id')
    .where('q.kind', 'in', ['plan-version', 'plan-value']).where('w.answer', '=', 'open').where('q.state', 'in', ['open', 'disputed']).where(ours)
    .select(['q.id as about', 'q.kind', 'w.organisationId as sideId', 'q.claimedAt as since', sql<Record<string, string>>`plan.content->'title'`.as('title'), sql<number>`(count(*) over ())::int`.as('count')])
    .orderBy('q.claimedAt').orderBy('q.id').limit(limit).execute()
  return {
    count: rows[0]?.count ?? 0,
    rows: rows.map(({ count: _count, kind, since, ...row }) => ({ ...row, since: since as Instant, kind: `confirmations.${kind}`, agreementId: null, due: null, facts: {}, to: `/confirmations/${row.about}` })),
  }
})
