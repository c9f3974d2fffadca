// Sub-alliances with their last signs of life: a session of a body of theirs, news, a report, a plan, something done.
import { type RawBuilder, sql } from 'kysely'
import '#domains/alliances/store.ts'
import { findAlliance } from '#domains/alliances/store.ts'
import { whyNotKeep } from '#domains/alliances/rules.ts'
import { rulesOf } from '#domains/memberships/rule-store.ts'
import type { Database, Reading } from '#platform/db/database.ts'
import { anyOf } from '#platform/db/database.ts'
import type { Day, Id } from '#platform/kinds.ts'
import type { Dormancy, Signs, SubAlliance } from './model.ts'
import { dormancyOf } from './rules.ts'
import type { At } from './store.ts'
import './tables.ts'

export async function findSubAlliances(at: At, parentId: Id): Promise<{ rows: SubAlliance[]; mayKeep: boolean }> {
  const { db, viewer, today } = at
  const parent = await findAlliance(db, viewer, parentId)
  const { version, rules } = await rulesOf(db, parentId)
  const ids = parent.subAlliances.map(({ id }) => id)
  const [signs, founded, open] = await Promise.all([signsOf(db, ids, today), foundedOf(db, ids), openOf(db, ids)])
  const rows = parent.subAlliances.map(({ id, slug, organisation, members }) => {
    const own = signs.get(id)!
    const check = dormancyOf({ subject: id, signs: own, ...founded.get(id)!, limit: rules.dormantMonths, ruleVersion: version, source: rules.sources.dormancy ?? '', asOf: today })
    return { id, slug, organisation, members, signs: own, check, dormancy: open.get(id) ?? null }
  })
  return { rows, mayKeep: !whyNotKeep(parent, viewer) }
}

const openOf = async (db: Reading, ids: readonly Id[]): Promise<Map<Id, Dormancy>> =>
  new Map((await db.selectFrom('allianceDormancy').selectAll().where('allianceId', '=', anyOf(ids)).where('wokenAt', 'is', null).execute()).map((row) => [row.allianceId, row]))

/** When it was founded, and when it was first written down here: a young one has had no time to act. */
export async function foundedOf(db: Reading, ids: readonly Id[]): Promise<Map<Id, { foundedOn: Day | null; recordedOn: Day | null }>> {
  const rows = await db.selectFrom('alliance').select(['id', 'foundedOn', 'changedAt']).where('id', '=', anyOf(ids)).execute()
  return new Map(rows.map(({ id, foundedOn, changedAt }) => [id, { foundedOn, recordedOn: changedAt.slice(0, 10) }]))
}

const kinds: Record<keyof Signs, (today: Day) => RawBuilder<unknown>> = {
  meeting: () => sql`select max(m.held_on)::text from meeting m join body b on b.id = m.body_id where b.alliance_id = a.id and m.state = 'closed'`,
  news: (today) => sql`select max(least(coalesce(n.on_day, n.changed_at::date), ${today}::date))::text from alliance_news n where n.alliance_id = a.id`,
  report: () => sql`select max(r.frozen_at)::date::text from annual_report r where r.about_id = a.id and r.kind = 'alliance'`,
  plan: () => sql`select max(p.changed_at)::date::text from plan p where p.alliance_id = a.id and p.removed_at is null`,
  activity: (today) => sql`select max(x.on_day)::text from activity x where x.withdrawn_at is null and x.on_day <= ${today}::date and (x.side_id = a.organisation_id or exists (select from activity_serve s join agreement g on g.id = s.agreement_id where s.activity_id = x.id and g.party_ids @> array[a.organisation_id]))`,
}

/** The alliance above keeps them: what it learns is only when, never what. */
export async function signsOf(db: Reading, ids: readonly Id[], today: Day): Promise<Map<Id, Signs>> {
  if (ids.length === 0) return new Map()
  const last = sql.join(Object.entries(kinds).map(([kind, find]) => sql`(${find(today)}) as ${sql.ref(kind)}`))
  const { rows } = await sql<Signs & { id: Id }>`select a.id, ${last} from alliance a where a.id = any(${ids as Id[]}::uuid[])`.execute(db as Database)
  return new Map(rows.map(({ id, ...signs }) => [id, signs]))
}
