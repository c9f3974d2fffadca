// The verbs of activities: logged once however often it is sent, kept with its evidence, withdrawn with a reason and never erased.
import { type RawBuilder, sql } from 'kysely'
import { type Hand, record } from '#platform/audit/journal.ts'
import { when } from '#platform/audit/news.ts'
import { sidesOf } from '#domains/agreements/rules.ts'
import { makeClaims, withdrawClaim } from '#domains/confirmations/actions.ts'
import { claimsAbout } from '#domains/confirmations/store.ts'
import type { ClaimState } from '#domains/confirmations/model.ts'
import { planned } from '#platform/db/planned.ts'
import { askPlanned } from '#platform/db/statements.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found, Invalid, Refused } from '#platform/refusals.ts'
import type { Activity, ActivityDraft, ActivityShown } from './activity-model.ts'
import { type Part, partsOf, whyNotKeep } from './activity-rules.ts'
import { findActivity, findActivityRow, holdActivity } from './activity-store.ts'
import { commitmentsNamed, holdWhose, type Whose } from './commitment-store.ts'
import { refreshTouched } from './pulse-store.ts'
import { mayClaimFor } from './rules.ts'

/** Logs what was done. The same id sent again answers with what was kept the first time. */
export async function logActivity(at: Doing, draft: ActivityDraft): Promise<ActivityShown> {
  const before = draft.id && await findActivityRow(at.db, draft.id)
  if (before) return sentAgain(at, before)
  const agreements = await holdWhose(at.db, at.viewer, [...new Set(draft.serves.map(({ agreementId }) => agreementId))])
  for (const agreement of agreements.values()) {
    demand(agreement.draft ? 'commitments.agreement-is-a-draft' : mayClaimFor(agreement.parties, at.viewer).includes(draft.sideId) ? undefined : 'commitments.only-for-own-side')
  }
  if (draft.onDay > latestDay(at.now)) throw new Invalid({ onDay: ['commitments.not-yet-happened'] })
  const parts = await partsFor(at, draft, agreements)
  const row = rowOf(at, draft)
  const claims = [...agreements.values()].map(({ id, parties }) => ({ kind: 'activity', about: row.id, scope: id, side: draft.sideId, others: sidesOf(parties) }))
  if (!(await insert(at, row, draft, parts))) return sentAgain(at, found(await findActivityRow(at.db, row.id)))
  await makeClaims(at, claims)
  await tell(at, touchedBy(parts), 'logged', { activity: row.id, what: draft.what, lang: draft.lang, onDay: draft.onDay })
  return findActivity(at.db, at.viewer, row.id)
}

/** Takes it back, with a reason: it stays to be read and counts nowhere any more. */
export async function withdrawActivity(at: Doing, id: Id, because: string): Promise<ActivityShown> {
  const activity = await holdActivity(at, id)
  demand(whyNotKeep(activity, at.viewer))
  const served = await at.db.updateTable('activityServe').set({ state: 'withdrawn' }).where('activityId', '=', id).returning(['agreementId', 'commitmentId']).execute()
  await at.db.updateTable('activity').set({ withdrawnAt: at.now, withdrawnBy: at.viewer.id, withdrawnBecause: because }).where('id', '=', id).execute()
  for (const claim of await claimsAbout(at.db, 'activity', [id])) await withdrawClaim(at, claim.id, because)
  await tell(at, touchedBy(served), 'withdrawn', { activity: id, what: activity.what, because })
  return findActivity(at.db, at.viewer, id)
}

/** It has happened, or is happening, somewhere on earth: where it is latest it is fourteen hours later than in Greenwich. */
const latestDay = (now: string): string => new Date(Date.parse(now) + 14 * 3_600_000).toISOString().slice(0, 10)

/** Of others' activities nobody is told whether an id is taken. */
async function sentAgain(at: Doing, before: Activity): Promise<ActivityShown> {
  if (before.recordedBy !== at.viewer.id) throw new Refused('commitments.id-is-taken')
  return findActivity(at.db, at.viewer, before.id)
}

async function partsFor(at: Doing, draft: ActivityDraft, agreements: Map<Id, Whose>): Promise<Part[]> {
  const named = [...new Set(draft.serves.flatMap(({ commitmentId }) => commitmentId ?? []))]
  const commitments = named.length > 0 ? await commitmentsNamed(at.db, named) : []
  const known = new Map(commitments.map((one) => [one.id, one]))
  const strangers = draft.serves.some(({ agreementId, commitmentId }) => commitmentId !== null && known.get(commitmentId)?.agreementId !== agreementId)
  if (strangers) throw new Invalid({ serves: ['commitments.commitment-unknown'] })
  const sides = (agreementId: Id) => sidesOf(agreements.get(agreementId)!.parties)
  if (draft.serves.some(({ agreementId, sideId }) => sideId !== null && !sides(agreementId).includes(sideId))) throw new Invalid({ serves: ['commitments.not-a-side'] })
  return partsOf(draft.serves, draft.numbers, commitments.map((one) => ({ ...one, sides: sides(one.agreementId) })), draft.sideId)
}

const rowOf = ({ viewer, now }: Hand, { id = newId(), what, lang, onDay, untilDay, zone, place, online, sideId }: ActivityDraft): Activity => ({
  id, what, lang, onDay, untilDay, zone, place, online, sideId, recordedBy: viewer.id, office: viewer.acting, recordedAt: now, withdrawnAt: null, withdrawnBy: null, withdrawnBecause: null,
})

/** Everything of it in one statement. Of two that arrive at once with the same id, one is kept: the other finds nothing written. */
async function insert(at: Hand, row: Activity, { numbers, persons, links }: ActivityDraft, parts: readonly Part[]): Promise<boolean> {
  const rows = await planned(at.db, sql<{ id: Id }>`
    with kept as (insert into activity select * from jsonb_populate_record(null::activity, ${JSON.stringify(snaked(row))}::jsonb) on conflict (id) do nothing returning id, on_day),
    ${ifAny(numbers, sql`numbers as (insert into activity_number (activity_id, place, organisation_id, in_person, online, who, women) select kept.id, n.place, n.organisation_id, n.in_person, n.online, n.who, n.women from kept, jsonb_populate_recordset(null::activity_number, ${rowsOf(numbers)}::jsonb) n),`)}
    ${ifAny(persons, sql`persons as (insert into activity_person select kept.id, p.place, p.name, p.organisation_id from kept, jsonb_populate_recordset(null::activity_person, ${rowsOf(persons)}::jsonb) p),`)}
    ${ifAny(links, sql`links as (insert into evidence (id, activity_id, url, title, added_by, added_at)
      select l.id, kept.id, l.url, coalesce(l.title, l.url), ${at.viewer.id}, ${at.now} from kept, jsonb_populate_recordset(null::evidence, ${rowsOf(links.map((link) => ({ id: newId(), ...link })))}::jsonb) l),`)}
    serves as (insert into activity_serve (activity_id, place, agreement_id, commitment_id, side_id, amount, on_day, state)
      select kept.id, s.place, s.agreement_id, s.commitment_id, s.side_id, s.amount, kept.on_day, 'open' from kept, jsonb_populate_recordset(null::activity_serve, ${rowsOf(parts)}::jsonb) s)
    select id from kept`)
  return rows.length > 0
}

const ifAny = (some: readonly object[], part: RawBuilder<unknown>): RawBuilder<unknown> => (some.length > 0 ? part : sql``)
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const snaked = (row: object) => Object.fromEntries(Object.entries(row).map(([key, value]) => [snake(key), value]))
const rowsOf = (rows: readonly object[]) => JSON.stringify(rows.map((row, place) => ({ place, ...snaked(row) })))

type Touched = ReadonlyMap<Id, readonly Id[]>
/** The agreements that it serves, each with those of its promises that are served. */
const touchedBy = (parts: readonly { agreementId: Id; commitmentId: Id | null }[]): Touched =>
  new Map([...Map.groupBy(parts, ({ agreementId }) => agreementId)].map(([id, some]) => [id, some.flatMap(({ commitmentId }) => commitmentId ?? [])]))

/** In the history of every agreement it serves, always in the same order, so that two who write do not wait for each other in a circle. */
export async function tell(at: Doing, agreements: Touched, what: string, data: Record<string, unknown>): Promise<void> {
  const inOrder = [...agreements].toSorted(([one], [other]) => (one < other ? -1 : 1))
  for (const [about] of inOrder) await record(at, { what: `activity.${what}`, about, data })
  for (const [id, promises] of inOrder) await refreshTouched(at.db, id, promises, at.now)
}

/** What the other sides answer decides whether it counts as confirmed, in the transaction of the answer. */
for (const deed of ['claim.confirmed', 'claim.disputed', 'claim.made-again', 'claim.withdrawn']) {
  when(deed, async (at, { about, data }) => {
    const served = data['kind'] !== 'activity' ? [] : await askPlanned(at.db, 'activity answered', { state: data['state'] as ClaimState, thing: data['thing'] as Id, about }, ({ state, thing, about }) =>
      at.db.updateTable('activityServe').set({ state }).where('activityId', '=', thing).where('agreementId', '=', about).returning('commitmentId'))
    await refreshTouched(at.db, about, served.flatMap(({ commitmentId }) => commitmentId ?? []), at.now)
  })
}
