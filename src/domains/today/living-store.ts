// What falls due and what sleeps, of one's own agreements, with their names; the calendar and the page ask here.
import { sql } from 'kysely'
import { addDays } from '#domains/agreements/rules.ts'
import { seenBy } from '#domains/agreements/store.ts'
import '#domains/commitments/store.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading } from '#platform/db/database.ts'
import type { Day, Id } from '#platform/kinds.ts'
import { type Due, dueWithin, type Named, type Sleeping } from './model.ts'

const shown = 8

/** Agreements of these sides, as far as this viewer sees them; of all when there are none. */
export const oursOf = (db: Reading, viewer: Viewer, sides: readonly Id[]) =>
  seenBy(db, viewer).$if(sides.length > 0, (rows) => rows.where(sql<boolean>`agreement.party_ids && ${sides as Id[]}::uuid[]`)).where('agreement.draft', '=', false)

/** Commitments that are due from this day on within the window and not fulfilled, the nearest first. */
export async function dueOf(db: Reading, viewer: Viewer, sides: readonly Id[], today: Day): Promise<{ rows: Due[]; count: number }> {
  const rows = await oursOf(db, viewer, sides).innerJoin('commitmentStanding as kept', 'kept.agreementId', 'agreement.id').innerJoin('commitment', 'commitment.id', 'kept.commitmentId')
    .where('commitment.withdrawnAt', 'is', null).where('kept.status', '<>', 'green').where('kept.dueOn', '>=', today).where('kept.dueOn', '<=', addDays(today, dueWithin))
    .select(['commitment.id', 'commitment.what', sql<Day>`kept.due_on`.as('dueOn'), 'kept.status', 'agreement.id as agreementId', sql<number>`(count(*) over ())::int`.as('count')])
    .orderBy('kept.dueOn').orderBy('commitment.id').limit(shown).execute()
  const agreements = await namedOf(db, viewer, sides, rows.map(({ agreementId }) => agreementId))
  return { count: rows[0]?.count ?? 0, rows: rows.map(({ count: _count, agreementId, ...row }) => ({ ...row, agreement: agreements.get(agreementId)! })) }
}

/** Agreements without a sign of life: the longest since it ended first, then those that never had any. */
export async function asleepOf(db: Reading, viewer: Viewer, sides: readonly Id[]): Promise<{ rows: Sleeping[]; count: number }> {
  const asleep = oursOf(db, viewer, sides).innerJoin('agreementPulse as p', 'p.agreementId', 'agreement.id').where('p.pulse', '=', 'asleep')
  const [rows, { count }] = await Promise.all([
    asleep.select(['agreement.id', 'p.reasons', 'p.proposeClosure', 'p.lastActivityOn']).orderBy('p.lastActivityOn', (order) => order.asc().nullsLast()).orderBy('agreement.id').limit(shown).execute(),
    asleep.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow(),
  ])
  const agreements = await namedOf(db, viewer, sides, rows.map(({ id }) => id))
  return { count, rows: rows.map(({ id, ...pulse }) => ({ agreement: agreements.get(id)!, pulse })) }
}

/** How these agreements are called, and with whom they are. */
export async function namedOf(db: Reading, viewer: Viewer, sides: readonly Id[], ids: readonly Id[]): Promise<Map<Id, Named>> {
  if (ids.length === 0) return new Map()
  const rows = await seenBy(db, viewer).select(['agreement.id', 'agreement.title', 'agreement.titleLang', 'agreement.titles', 'agreement.partyIds']).where('agreement.id', '=', anyOf([...new Set(ids)])).execute()
  const organisations = await organisationsById(db, rows.flatMap(({ partyIds }) => partyIds))
  return new Map(rows.map(({ partyIds, ...row }) => {
    const others = partyIds.filter((id) => !sides.includes(id))
    return [row.id, { ...row, partners: [...new Set(others.length > 0 ? others : partyIds)].slice(0, 3).flatMap((id) => organisations.get(id) ?? []) }]
  }))
}
