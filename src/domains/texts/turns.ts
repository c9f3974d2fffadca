// Whose turn it is in the texts that are being written: the side that has the pen. Its words lie in the room of the day, which is the first page.
import { sql } from 'kysely'
import { seenBy } from '#domains/agreements/store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { type Asked, bringTurns, type Waiting } from '#platform/turns.ts'
import './tables.ts'

bringTurns(textTurns)

async function textTurns(db: Reading, viewer: Viewer, { whose, sides, limit }: Asked): Promise<Waiting> {
  const own = sql<Id[]>`${sides as Id[]}::uuid[]`
  // Before it is handed over for the first time only the side that drafts it knows of it (rules.ts, `mayRead`).
  const turn = whose === 'yours' ? sql<boolean>`t.turn_id = any(${own})` : sql<boolean>`agreement.party_ids && ${own} and t.turn_id <> all(${own}) and t.stage <> 'drafting'`
  const rows = await seenBy(db, viewer).innerJoin('agreementText as t', 't.agreementId', 'agreement.id')
    .where('agreement.draft', '=', true).where('t.stage', 'in', ['drafting', 'negotiating']).where(turn)
    .select(['agreement.id as about', 't.turnId as sideId', 't.turnSince as since', 't.turnFor', sql<number>`(count(*) over ())::int`.as('count')])
    .select(sql<Record<string, string>>`agreement.titles || jsonb_build_object(coalesce(agreement.title_lang, 'en'), agreement.title)`.as('title'))
    .orderBy('t.turnSince').orderBy('agreement.id').limit(limit).execute()
  return {
    count: rows[0]?.count ?? 0,
    rows: rows.map(({ count: _count, turnFor, ...row }) => ({ ...row, kind: 'today.write', agreementId: row.about, due: null, facts: { waitingFor: turnFor }, to: `/agreements/${row.about}/text` })),
  }
}
