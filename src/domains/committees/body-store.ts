// How bodies are kept and found. Who sits in one, or sees what it belongs to from an office there, sees it.
import { sql } from 'kysely'
import { mayWrite } from '#domains/agreements/rules.ts'
import { whyNotKeep } from '#domains/alliances/rules.ts'
import '#domains/alliances/store.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import { organisationsOf, type Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading, type Writing } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import type { BodyLine } from './body-model.ts'
import type { BodyRow, Named, Seat, SeatShown, Side } from './model.ts'
import type { RulesVersion } from './rule-model.ts'
import type { Judged } from './rules.ts'
import './tables.ts'

export const bodyColumns = ['body.id', 'body.kind', 'body.name', 'body.agreementId', 'body.allianceId', 'body.parentId', 'body.unitId', 'body.constitutedAt', 'body.dissolvedAt', 'body.changedAt', 'body.decisions', 'body.meetings', 'body.madeBy', 'body.madeAt'] as const

/** A body is not for everybody: its members see it, and the offices of the parties or members it is there for. */
export function bodiesSeenBy(db: Reading, viewer: Viewer) {
  const all = db.selectFrom('body')
  if (viewer.admin) return all
  const own = sql<Id[]>`${organisationsOf(viewer)}::uuid[]`
  return all.where(sql<boolean>`(
    exists (select 1 from body_seat s where s.body_id = body.id and s.ended_at is null and (s.member_id = ${viewer.id} or s.alternate_id = ${viewer.id}))
    or exists (select 1 from body_side s where s.body_id = body.id and s.organisation_id = any(${own}))
    or exists (select 1 from agreement a where a.id = body.agreement_id and a.removed_at is null and a.party_ids && ${own})
    or exists (select 1 from alliance l where l.id = body.alliance_id and (l.organisation_id = any(${own}) or l.host_id = any(${own})
      or exists (select 1 from alliance_standing t where t.alliance_id = l.id and t.until_on is null and t.standing = 'member' and not 'access' = any(t.suspended) and t.organisation_id = any(${own})))))`)
}

export type Held = Omit<Judged, 'body' | 'sides' | 'seats'> & { body: BodyRow; sides: Side[]; seats: Seat[]; rules: RulesVersion; versions: RulesVersion[] }

/** A body with all that its rules judge. Held until the transaction ends, where it is written. */
export const holdBody = async (db: Writing, viewer: Viewer, id: Id): Promise<Held> =>
  whole(db, viewer, found(await bodiesSeenBy(db, viewer).select(bodyColumns).where('body.id', '=', id).forUpdate('body').executeTakeFirst()))
export const findBody = async (db: Reading, viewer: Viewer, id: Id): Promise<Held> =>
  whole(db, viewer, found(await bodiesSeenBy(db, viewer).select(bodyColumns).where('body.id', '=', id).executeTakeFirst()))

async function whole(db: Reading, viewer: Viewer, body: BodyRow): Promise<Held> {
  const sides = await db.selectFrom('bodySide').selectAll().where('bodyId', '=', body.id).orderBy('place').execute()
  const seats = await db.selectFrom('bodySeat').selectAll().where('bodyId', '=', body.id).orderBy('place').execute()
  const versions = await db.selectFrom('bodyRules').selectAll().where('bodyId', '=', body.id).orderBy('version').execute()
  return { body, sides, seats, versions, rules: versions.at(-1)!, keeps: await keepsOf(db, viewer, body) }
}

/** Whether this viewer keeps the records of the agreement or alliance to which it belongs. */
export async function keepsOf(db: Reading, viewer: Viewer, { agreementId, allianceId }: Pick<BodyRow, 'agreementId' | 'allianceId'>): Promise<boolean> {
  if (viewer.admin) return true
  if (agreementId !== null) return mayWrite(await db.selectFrom('agreementParty').select('organisationId').where('agreementId', '=', agreementId).where('role', '<>', 'witness').execute(), viewer)
  // Whoever sits in a body need not see the alliance that it is of.
  const alliance = await db.selectFrom('alliance').leftJoin('alliance as above', 'above.id', 'alliance.parentId').where('alliance.id', '=', allianceId!)
    .select(['alliance.organisationId', 'alliance.hostId', 'above.organisationId as aboveId', 'above.hostId as aboveHostId']).executeTakeFirstOrThrow()
  return whyNotKeep({ ...alliance, parent: alliance.aboveId ? { organisationId: alliance.aboveId, hostId: alliance.aboveHostId } : null }, viewer) === undefined
}

export async function listBodies(db: Reading, viewer: Viewer, { agreementId, allianceId, unitId, mine }: { agreementId?: Id | undefined; allianceId?: Id | undefined; unitId?: Id | undefined; mine?: boolean | undefined }): Promise<BodyLine[]> {
  let rows = bodiesSeenBy(db, viewer).select(bodyColumns).select([
    sql<number>`(select count(*)::int from body_seat s where s.body_id = body.id and s.ended_at is null and s.voting)`.as('seats'),
    sql<string | null>`(select max(m.held_on)::text from meeting m where m.body_id = body.id and m.state = 'closed' and m.quorate)`.as('lastOn'),
  ]).select((of) => of.selectFrom('meeting as m').select((max) => max.fn.min<string | null>('m.startsAt').as('at')).whereRef('m.bodyId', '=', 'body.id').where('m.state', 'in', ['called', 'open']).as('nextOn'))
    .select((of) => of.selectFrom('meeting as m').select('m.id').whereRef('m.bodyId', '=', 'body.id').where('m.state', 'in', ['called', 'open']).orderBy('m.startsAt').limit(1).as('nextId'))
    .select((of) => of.selectFrom('meeting as m').select('m.zone').whereRef('m.bodyId', '=', 'body.id').where('m.state', 'in', ['called', 'open']).orderBy('m.startsAt').limit(1).as('nextZone'))
  if (agreementId) rows = rows.where('body.agreementId', '=', agreementId)
  if (allianceId) rows = rows.where('body.allianceId', '=', allianceId)
  if (unitId) rows = rows.where('body.unitId', '=', unitId)
  if (mine) rows = rows.where(sql<boolean>`exists (select 1 from body_seat s where s.body_id = body.id and s.ended_at is null and (s.member_id = ${viewer.id} or s.alternate_id = ${viewer.id}))`)
  const bodies = await rows.orderBy('body.id', 'desc').limit(200).execute()
  const sides = await db.selectFrom('bodySide').selectAll().where('bodyId', '=', anyOf(bodies.map(({ id }) => id))).orderBy('place').execute()
  const organisations = await organisationsById(db, sides.map(({ organisationId }) => organisationId))
  return bodies.map((body) => ({ ...body, sides: sides.filter(({ bodyId }) => bodyId === body.id).map(({ id, country, organisationId }) => ({ id, country, organisation: organisations.get(organisationId ?? '') ?? null })) }))
}

/** People by id, with their names. */
export async function namesOf(db: Reading, ids: readonly (Id | null)[]): Promise<Map<Id, Named>> {
  const wanted = [...new Set(ids.filter((id): id is Id => id !== null))]
  const rows = wanted.length === 0 ? [] : await db.selectFrom('person').select(['id', 'name', 'nameNative']).where('id', '=', anyOf(wanted)).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export async function shownSeats(db: Reading, seats: readonly Seat[]): Promise<SeatShown[]> {
  const names = await namesOf(db, seats.flatMap(({ memberId, alternateId }) => [memberId, alternateId]))
  return seats.map((seat) => ({ ...seat, member: names.get(seat.memberId ?? '') ?? null, alternate: names.get(seat.alternateId ?? '') ?? null }))
}

/** Which country a side is of: its own, or its organisation's. */
export async function countriesOf(db: Reading, sides: readonly Side[]): Promise<Map<Id, string | null>> {
  const organisations = await organisationsById(db, sides.map(({ organisationId }) => organisationId))
  return new Map(sides.map(({ id, country, organisationId }) => [id, country ?? organisations.get(organisationId ?? '')?.country ?? null]))
}
