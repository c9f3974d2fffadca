// A member as its own office and the secretariat see it: standing, contact, notice, suspension, and what still binds it.
import { seenBy as alliancesSeen, presentStanding } from '#domains/alliances/store.ts'
import { whyNotKeep } from '#domains/alliances/rules.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import { publicRoles } from '#domains/people/rules.ts'
import { holds, house as pamir, recordKeepers, type Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading } from '#platform/db/database.ts'
import type { Day, Id, Instant } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { keepingOf } from './admission-store.ts'
import { councilOf, sessionsOf, sits } from './council-store.ts'
import type { Confirmed, ContactCheck, Holder, MemberContact, MemberFile } from './member-model.ts'
import { confirmedOf, type Of } from './member-rules.ts'
import { obligationsOf } from './obligation-store.ts'
import { rulesOf } from './rule-store.ts'
import './tables.ts'

export type At = { db: Reading; viewer: Viewer; today: Day; now: Instant }

/** Who keeps the alliance's records sees each member; a member's office sees itself, also while its access is suspended. */
export async function findMember(at: At, allianceId: Id, organisationId: Id): Promise<MemberFile> {
  const { db, viewer, today, now } = at
  const speaks = viewer.admin || holds(viewer, organisationId, ...recordKeepers)
  const alliance = found(await alliancesSeen(db, speaks ? pamir : viewer).leftJoin('alliance as above', 'above.id', 'alliance.parentId')
    .select(['alliance.id', 'alliance.slug', 'alliance.organisationId as houseId', 'alliance.hostId', 'above.organisationId as aboveId', 'above.hostId as aboveHostId']).where('alliance.id', '=', allianceId).executeTakeFirst())
  const keeps = !whyNotKeep(keepingOf(alliance), viewer)
  found(keeps || speaks || undefined)
  const standing = await presentStanding(db, allianceId, organisationId)
  found(standing ?? await db.selectFrom('allianceStanding').select('id').where('allianceId', '=', allianceId).where('organisationId', '=', organisationId).limit(1).executeTakeFirst())
  const of = { allianceId, organisationId }
  const [rules, briefs, contact, holders, checks, departures, suspensions] = await Promise.all([
    rulesOf(db, allianceId), organisationsById(db, [alliance.houseId, organisationId]), contactOf(db, of), holdersOf(db, organisationId, today),
    db.selectFrom('contactCheck').selectAll().where('allianceId', '=', allianceId).where('organisationId', '=', organisationId).orderBy('askedAt', 'desc').limit(20).execute(),
    db.selectFrom('departure').selectAll().where('allianceId', '=', allianceId).where('organisationId', '=', organisationId).orderBy('givenAt', 'desc').execute(),
    db.selectFrom('suspension').selectAll().where('allianceId', '=', allianceId).where('organisationId', '=', organisationId).orderBy('proposedAt', 'desc').execute(),
  ])
  const suspension = suspensions.find(({ endedAt }) => endedAt === null) ?? null
  const departure = departures.find(({ takenBackAt, doneAt }) => takenBackAt === null && doneAt === null) ?? null
  const [open, last] = [checks.find(({ confirmedAt }) => confirmedAt === null) ?? null, checks.find(({ confirmedAt }) => confirmedAt !== null) ?? null]
  const bodySits = await sits(db, allianceId, rules.rules.bodyId)
  return {
    alliance: { id: allianceId, slug: alliance.slug, organisation: found(briefs.get(alliance.houseId)) }, organisation: found(briefs.get(organisationId)), rules, standing: standing?.standing ?? null, since: standing?.fromOn ?? null, suspended: standing?.suspended ?? [],
    contact, holders, check: open, confirmed: confirmedOf(last, open, rules.rules, today), checks: checks.filter(({ confirmedAt }) => confirmedAt !== null), departure, departures, suspension, suspensions, bodySits,
    council: suspension ? await councilOf(db, suspension) : null, obligations: await obligationsOf({ db, viewer, now, ...of }), hats: { keeps, speaks },
    meetings: keeps && suspension && !suspension.decidedOn && rules.rules.bodyId ? await sessionsOf(db, rules.rules.bodyId, now) : [],
  }
}

export const ofMember = ({ standing, hats, departure, suspension, council, bodySits }: MemberFile): Of => ({ standing, hats, departure, suspension, council, bodySits })

type Where = { allianceId: Id; organisationId: Id }
export const contactOf = async (db: Reading, { allianceId, organisationId }: Where): Promise<MemberContact | null> => (await db.selectFrom('memberContact').selectAll().where('allianceId', '=', allianceId).where('organisationId', '=', organisationId).executeTakeFirst()) ?? null

/** Those who speak for it today. */
export async function holdersOf(db: Reading, organisationId: Id, today: Day): Promise<Holder[]> {
  return db.selectFrom('office').innerJoin('person', 'person.id', 'office.personId').select(['person.name', 'office.role', 'office.title']).where('office.organisationId', '=', organisationId)
    .where('office.vacatedAt', 'is', null).where('office.startsOn', '<=', today).where((is) => is.or([is('office.endsOn', 'is', null), is('office.endsOn', '>=', today)]))
    .where('office.role', 'in', publicRoles).where('person.closedAt', 'is', null).orderBy('office.role').orderBy('person.name').limit(50).execute()
}

/** How the contacts of many members stand, for lists. */
export async function contactsOf(db: Reading, allianceId: Id, organisationIds: readonly Id[], today: Day): Promise<Map<Id, Confirmed>> {
  const { rules } = await rulesOf(db, allianceId)
  const rows = await db.selectFrom('contactCheck').select(['organisationId', 'askedAt', 'dueOn', 'confirmedAt', 'remarks']).where('allianceId', '=', allianceId).where('organisationId', '=', anyOf(organisationIds)).orderBy('askedAt', 'desc').execute()
  const checks = Map.groupBy(rows as Pick<ContactCheck, 'organisationId' | 'askedAt' | 'dueOn' | 'confirmedAt' | 'remarks'>[], (row) => row.organisationId)
  return new Map(organisationIds.map((id) => {
    const own = checks.get(id) ?? []
    return [id, confirmedOf(own.find(({ confirmedAt }) => confirmedAt !== null) ?? null, own.find(({ confirmedAt }) => confirmedAt === null) ?? null, rules, today)]
  }))
}
