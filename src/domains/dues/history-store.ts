// What happened in a year of dues, out of the journal, the latest first. Of the other members a member is told nothing, nor how many were reminded.
import { organisationsById } from '#domains/organisations/store.ts'
import { chainOf } from '#platform/audit/journal.ts'
import { holds, house, type Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import type { YearEvent } from './model.ts'

export async function historyOf(db: Reading, viewer: Viewer, yearId: Id, keeps: boolean): Promise<YearEvent[]> {
  const entries = (await chainOf(db, yearId)).filter(({ what, data }) => keeps || (data['organisation'] ? holds(viewer, data['organisation'] as Id) : what === 'dues.asked')).toReversed().slice(0, 500)
  const briefs = await organisationsById(db, entries.flatMap(({ data }) => (typeof data['organisation'] === 'string' ? [data['organisation']] : [])))
  const people = new Map((await db.selectFrom('person').select(['id', 'name']).where('id', '=', anyOf([...new Set(entries.map(({ who }) => who))])).execute()).map(({ id, name }) => [id, name]))
  const number = (value: unknown) => (typeof value === 'number' ? value : null)
  return entries.map(({ id, at, what, who, data }) => ({
    id, at, what: what.replace('dues.', ''), who: who === house.id ? null : people.get(who) ?? null, organisation: briefs.get(data['organisation'] as Id) ?? null,
    amount: number(data['amount']), count: number(data['count'] ?? data['members']), because: typeof data['because'] === 'string' ? data['because'] : null,
  }))
}
