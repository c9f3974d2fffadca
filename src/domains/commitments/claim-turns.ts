// What waits in the confirmation of what was promised and done: a claim for the sides that were asked, a dispute for the side that claims.
import { sql } from 'kysely'
import { seenBy } from '#domains/agreements/store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Id, Instant } from '#platform/kinds.ts'
import { type Asked, bringTurns, type Waiting } from '#platform/turns.ts'

bringTurns((db, viewer, asked) => claimTurns(db, viewer, asked, 'confirm'))
bringTurns((db, viewer, asked) => claimTurns(db, viewer, asked, 'answer'))

/** `w` is the side that waits to be heard, `q` the claim. */
const waits = {
  confirm: { open: sql<boolean>`w.answer = 'open' and q.state in ('open', 'disputed')`, others: sql`o.answer = 'claims'`, since: sql<Instant>`q.claimed_at` },
  answer: { open: sql<boolean>`w.answer = 'claims' and q.state = 'disputed'`, others: sql`o.answer = 'disputed'`, since: sql<Instant>`coalesce(q.settled_at, q.claimed_at)` },
}

async function claimTurns(db: Reading, viewer: Viewer, { whose, sides, limit }: Asked, what: keyof typeof waits): Promise<Waiting> {
  const own = sql<Id[]>`${sides as Id[]}::uuid[]`
  const { open, others, since } = waits[what]
  // What we wait for from others is what we claim, or dispute, in agreements of ours.
  const ours = whose === 'yours' ? sql<boolean>`w.organisation_id = any(${own})` : sql<boolean>`agreement.party_ids && ${own} and w.organisation_id <> all(${own})
    and exists (select from confirmation_side o where o.confirmation_id = q.id and o.organisation_id = any(${own}) and ${others})`
  const rows = await seenBy(db, viewer).innerJoin('confirmation as q', 'q.scope', 'agreement.id').innerJoin('confirmationSide as w', 'w.confirmationId', 'q.id')
    .where(open).where(ours).where('q.kind', 'in', ['activity', 'commitment', 'renewal', 'notice'])
    .select(['q.id as about', 'agreement.id as agreementId', 'w.organisationId as sideId', since.as('since'), titleOf.as('title'), sql<number>`(count(*) over ())::int`.as('count')])
    .orderBy(since).orderBy('q.id').limit(limit).execute()
  return {
    count: rows[0]?.count ?? 0,
    rows: rows.map(({ count: _count, ...row }) => ({ ...row, title: row.title ?? {}, kind: `commitments.${what}`, due: null, facts: {}, to: `/confirmations/${row.about}` })),
  }
}

const titleOf = sql<Record<string, string> | null>`case q.kind when 'activity' then (select jsonb_build_object(a.lang, a.what) from activity a where a.id = q.about)
  when 'commitment' then (select c.what from commitment c where c.id = q.about) else agreement.titles || jsonb_build_object(coalesce(agreement.title_lang, 'en'), agreement.title) end`
