// Gathers a pack as the house sees it: whoever sits in a body reads what its agreements promise, whatever offices they hold. Of an
// alliance only what its members share is read, since all of them read it.
import { sql } from 'kysely'
import { sidesOf } from '#domains/agreements/rules.ts'
import { seenBy, withinAlliance } from '#domains/agreements/store.ts'
import { commitmentsUnder } from '#domains/commitments/commitment-store.ts'
import { judgedFor } from '#domains/commitments/pulse-store.ts'
import { agreementsOfUnit } from '#domains/joint-units/store.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import { findValues } from '#domains/plans/indicator-store.ts'
import { challengesOf, openBetween, proposalsOf } from '#domains/reviews/store.ts'
import { house } from '#platform/auth/viewer.ts'
import { anyOf, type Database, type Reading } from '#platform/db/database.ts'
import type { Day, Id, Instant } from '#platform/kinds.ts'
import { actionsOf } from './action-store.ts'
import { monthsOn } from './meeting-rules.ts'
import type { Sitting } from './meeting-store.ts'
import type { Pack, PackPromise } from './pack-model.ts'
import { becameOf, type Brought, byUrgency, promiseOf } from './pack-rules.ts'

export async function gather(db: Reading, sitting: Sitting, now: Instant): Promise<Pack> {
  const { held: { body } } = sitting
  const today = now.slice(0, 10)
  const scope = body.agreementId ? { kind: 'agreement' as const, id: body.agreementId, year: Number(today.slice(0, 4)) } : { kind: 'alliance' as const, id: body.allianceId!, year: Number(today.slice(0, 4)) }
  const agreements = await agreementsOf(db, body)
  const promises = await promisesOf(db, agreements, today)
  const [challenges, proposals] = [await challengesSince(db, sitting, today), await proposedIn(db, body.agreementId, today)]
  const named = [...promises.flatMap(({ sides }) => sides.map(({ side }) => side)), ...challenges.flatMap(({ ownerId }) => ownerId ?? []), ...proposals.map(({ sideId }) => sideId)]
  const names = await organisationsById(db, [...new Set(named)])
  return {
    asOf: now, scope, promises, challenges, proposals, names: Object.fromEntries(names), agreements: Object.fromEntries(agreements.map(({ id, title }) => [id, title])),
    ...await carriedOut(db, sitting, now), indicators: await indicatorsOf(db, scope, today),
  }
}

type Whose = { id: Id; title: string; sides: Id[] }
/** Of a joint unit also those that it carries out besides the one that founded it. */
async function agreementsOf(db: Reading, { agreementId, allianceId, unitId }: { agreementId: Id | null; allianceId: Id | null; unitId: Id | null }): Promise<Whose[]> {
  const own = unitId && agreementId ? await agreementsOfUnit(db, { id: unitId, agreementId }) : agreementId ? [agreementId] : null
  const rows = await seenBy(db, house).where('agreement.draft', '=', false).select(['agreement.id', 'agreement.title'])
    .$if(own !== null, (q) => q.where('agreement.id', '=', anyOf(own!)))
    .$if(own === null, (q) => q.where('agreement.visibility', '<>', 'parties').where(withinAlliance(allianceId!))).orderBy('agreement.id').execute()
  const parties = await db.selectFrom('agreementParty').select(['agreementId', 'organisationId', 'role']).where('agreementId', '=', anyOf(rows.map(({ id }) => id))).orderBy('place').execute()
  const of = Map.groupBy(parties, (party) => party.agreementId)
  return rows.map(({ id, title }) => ({ id, title, sides: sidesOf(of.get(id) ?? []) }))
}

/** So many agreements at a time, so that what was read for the others can be forgotten. */
const atOnce = 200
async function promisesOf(db: Reading, agreements: readonly Whose[], today: Day): Promise<PackPromise[]> {
  const promises: PackPromise[] = []
  for (let from = 0; from < agreements.length; from += atOnce) {
    const some = agreements.slice(from, from + atOnce)
    const ids = some.map(({ id }) => id)
    const [judged, rows, brought] = [await judgedFor(db, ids, today), await commitmentsUnder(db, ids), await broughtTo(db, ids, today)]
    const sides = new Map(some.map((one) => [one.id, one.sides]))
    const standings = new Map([...judged.values()].flatMap(({ standings: all }) => all).map((one) => [one.subject, one]))
    for (const row of rows) {
      const standing = standings.get(row.id)
      if (standing) promises.push(promiseOf(row, standing, sides.get(row.agreementId) ?? [], brought.get(row.id) ?? []))
    }
  }
  return promises.toSorted(byUrgency)
}

/** Who brought what to a promise: the side it was done for, else the side that says it did it. */
async function broughtTo(db: Reading, agreementIds: readonly Id[], today: Day): Promise<Map<Id, Brought[]>> {
  const { rows } = await sql<Brought & { id: Id }>`select s.commitment_id as id, coalesce(s.side_id, a.side_id) as side, sum(s.amount)::float8 as claimed, coalesce(sum(s.amount) filter (where s.state = 'confirmed'), 0)::float8 as confirmed
    from activity_serve s join activity a on a.id = s.activity_id where s.agreement_id = any(${agreementIds as Id[]}::uuid[]) and s.commitment_id is not null and s.state <> 'withdrawn' and s.on_day <= ${today}::date group by 1, 2`.execute(db as Database)
  return Map.groupBy(rows, ({ id }) => id)
}

async function carriedOut(db: Reading, { held: { body }, meeting }: Sitting, now: Instant): Promise<Pick<Pack, 'decisions' | 'actions'>> {
  const [decisions, actions] = await Promise.all([
    db.selectFrom('decision').select(['id', 'number', 'text', 'takenOn', 'matter', 'meetingId']).where('bodyId', '=', body.id).where('takenAt', '<', meeting.openedAt ?? now).orderBy('number', 'desc').limit(50).execute(), actionsOf(db, body.id),
  ])
  const shown = actions.map(({ id, what, owner, dueOn, doneAt, decisionNumber }) => ({ id, what, owner: owner.name, dueOn, done: doneAt !== null, decisionNumber }))
  const due = (number: number) => shown.filter(({ decisionNumber }) => decisionNumber === number)
  return {
    actions: shown, decisions: decisions.map((one) => {
      const all = due(one.number)
      return { ...one, open: all.filter(({ done }) => !done).length, done: all.filter(({ done }) => done).length, became: becameOf(all, now.slice(0, 10)) }
    }),
  }
}

/** What an alliance chose, or whatever something stands behind, and what bodies themselves did. */
async function indicatorsOf(db: Reading, { kind, id, year }: NonNullable<Pack['scope']>, today: Day): Promise<Pack['indicators']> {
  const { values, chosen } = await findValues({ db, viewer: house, today }, { [kind]: id, year })
  return values.filter(({ code, value, claimed }) => (chosen.length > 0 ? chosen.includes(code) : Boolean(value) || Boolean(claimed) || (value !== null && code.startsWith('GOV')))).map(({ code, own, unit, value, claimed, listed }) => ({ code, own: own?.name ?? null, unit, value, claimed, listed }))
}

/** Those that were open at some time since the last session, or in the last period where there was none. */
async function challengesSince(db: Reading, { held: { body }, meeting, rules }: Sitting, today: Day): Promise<Pack['challenges']> {
  const last = await db.selectFrom('meeting').select('heldOn').where('bodyId', '=', body.id).where('id', '<>', meeting.id).where('state', '=', 'closed').where('heldOn', '<=', today).orderBy('heldOn', 'desc').executeTakeFirst()
  const since = last?.heldOn ?? monthsOn(today, -rules.rules.everyMonths)
  const all = openBetween(await challengesOf(db, { alliance: body.agreementId ? null : body.allianceId, agreement: body.agreementId }), since, today)
  return all.map(({ id, what, cause, answer, ownerId, since: began, resolvedOn }) => ({ id, what, cause, answer, ownerId, since: began, resolvedOn }))
}

/** What waits, and what of the last year became something. */
async function proposedIn(db: Reading, agreementId: Id | null, today: Day): Promise<Pack['proposals']> {
  const all = agreementId ? await proposalsOf(db, agreementId) : []
  return all.filter(({ state, settledAt }) => state === 'open' || (settledAt ?? '') >= monthsOn(today, -12)).map(({ id, what, why, sideId, state, proposedAt }) => ({ id, what, why, sideId, state, proposedOn: proposedAt.slice(0, 10) }))
}
