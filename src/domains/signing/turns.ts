// Whose turn it is in what is being signed: a clearance to answer, a place to sign, an agreed text whose signing nobody has opened.
import { type RawBuilder, sql } from 'kysely'
import { seenBy } from '#domains/agreements/store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { type Asked, bringTurns, type Waiting } from '#platform/turns.ts'
import './tables.ts'

/** Of each side the first clearance that waits, since the one before it was answered. */
const toClear = sql`
  select distinct on (s.id, c.side_id) s.agreement_id, c.side_id, 'clear' as what,
    coalesce((select max(d.answered_at) from clearance d where d.signing_id = s.id and d.side_id = c.side_id), s.opened_at) as since
  from signing s join clearance c on c.signing_id = s.id
  where s.called_off_at is null and s.sealed_at is null and c.state = 'waiting' order by s.id, c.side_id, c.place`

/** The places that are not signed, of sides that nothing keeps from it. */
const toSign = sql`
  select s.agreement_id, p.side_id, 'sign' as what,
    coalesce((select max(d.answered_at) from clearance d where d.signing_id = s.id and d.side_id = p.side_id), s.opened_at) as since
  from signing s join signing_seat p on p.signing_id = s.id
  where s.called_off_at is null and s.sealed_at is null and not exists (select 1 from signature g where g.seat_id = p.id)
    and not exists (select 1 from clearance d where d.signing_id = s.id and d.side_id = p.side_id and d.effect = 'block' and d.state <> 'given')`

/** Either side may open it. */
const toOpen = sql`
  select t.agreement_id, q.organisation_id as side_id, 'open' as what, t.stage_since as since
  from agreement_text t join agreement_party q on q.agreement_id = t.agreement_id and q.role <> 'witness'
  where t.stage = 'agreed' and not exists (select 1 from signing s where s.agreement_id = t.agreement_id and s.called_off_at is null)`

type Waits = { agreementId: Id; sideId: Id; what: string; since: string }

bringTurns(async (db: Reading, viewer: Viewer, { whose, sides, limit }: Asked): Promise<Waiting> => {
  const own = sql<Id[]>`${sides as Id[]}::uuid[]`
  const all = sql<Waits>`((${toClear}) union all (${toSign}) ${whose === 'yours' ? sql`union all (${toOpen})` : sql``})`.as('w')
  const theirs: RawBuilder<boolean> = whose === 'yours' ? sql`w.side_id = any(${own})` : sql`agreement.party_ids && ${own} and w.side_id <> all(${own})`
  const rows = await seenBy(db, viewer).innerJoin(all, (join) => join.onRef('w.agreementId', '=', 'agreement.id')).where('agreement.draft', '=', true).where(theirs)
    .select(['w.agreementId', 'w.sideId', 'w.what', 'w.since', sql<number>`(count(*) over ())::int`.as('count')])
    .select(sql<Record<string, string>>`agreement.titles || jsonb_build_object(coalesce(agreement.title_lang, 'en'), agreement.title)`.as('title'))
    .orderBy('w.since').orderBy('agreement.id').limit(limit).execute()
  return {
    count: rows[0]?.count ?? 0,
    rows: rows.map(({ agreementId, sideId, what, since, title }) => ({ kind: `signing.${what}`, about: agreementId, agreementId, title, sideId, since, due: null, facts: {}, to: `/agreements/${agreementId}/signing` })),
  }
})
