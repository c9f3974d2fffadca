// A body as its page shows it: composition, rules with their sources, what the checks say today, the year, meetings, decisions, actions.
import { sql } from 'kysely'
import { findAlliance } from '#domains/alliances/store.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Day, Id, Instant } from '#platform/kinds.ts'
import { actionsOf } from './action-store.ts'
import type { BodyFile } from './body-model.ts'
import { countriesOf, findBody, type Held, shownSeats } from './body-store.ts'
import { compositionChecks } from './composition-rules.ts'
import { actionCheck, annualClock, clockCheck, dormancyCheck, inPersonCheck, mayRequest, monthsOn, requestCheck } from './meeting-rules.ts'
import type { Check } from './rule-model.ts'
import { speaksFor, sitsIn, whyNot, arranges } from './rules.ts'
import { checks } from './source-rules.ts'

export async function showBody(db: Reading, viewer: Viewer, id: Id, now: Instant): Promise<BodyFile> {
  const held = await findBody(db, viewer, id)
  const [seats, place, meetings, decisions, actions, procedures, requests] = await Promise.all([
    shownSeats(db, held.seats.filter(({ endedAt }) => endedAt === null)), placeOf(db, viewer, held), meetingLines(db, id),
    db.selectFrom('decision').selectAll().where('bodyId', '=', id).orderBy('number', 'desc').limit(200).execute(), actionsOf(db, id),
    db.selectFrom('ballot').selectAll().where('bodyId', '=', id).where('kind', '=', 'written').orderBy('id', 'desc').limit(50).execute(),
    db.selectFrom('bodyRequest').selectAll().where('bodyId', '=', id).orderBy('id', 'desc').limit(20).execute(),
  ])
  const organisations = await organisationsById(db, held.sides.map(({ organisationId }) => organisationId))
  const mine = speaksFor(held, viewer)
  const { decisions: _given, meetings: _called, madeBy: _by, madeAt: _at, ...body } = held.body
  return {
    ...body, ...place, unsided: seats.filter(({ sideId }) => sideId === null), rules: held.rules, versions: held.versions, meetings, decisions, actions, procedures, requests,
    sides: held.sides.map((side) => ({ ...side, organisation: organisations.get(side.organisationId ?? '') ?? null, seats: seats.filter(({ sideId }) => sideId === side.id), mine: mine.includes(side.id) })),
    told: Object.entries(checks).map(([key, told]) => ({ id: key, ...told })), ...await judged(db, held, { meetings, decisions, actions, requests }, now),
    may: { compose: whyNot('compose', held, viewer) === undefined, arrange: arranges(held, viewer) && whyNot('arrange', held, viewer) === undefined, speaksFor: mine, sits: sitsIn(held, viewer) },
  }
}

async function judged(db: Reading, held: Held, { meetings, decisions, actions, requests }: Pick<BodyFile, 'meetings' | 'decisions' | 'actions' | 'requests'>, now: Instant): Promise<{ clock: BodyFile['clock']; checks: Check[] }> {
  const today = now.slice(0, 10)
  const under = { rules: held.rules.rules, version: held.rules.version, asOf: today }
  const constitutedOn = held.body.constitutedAt?.slice(0, 10) ?? null
  const clock = annualClock(under, meetings.filter(({ state }) => state === 'closed'), constitutedOn, today)
  const of = held.seats.filter(({ endedAt, voting }) => endedAt === null && voting).length
  const asked = requests.filter(({ metAt, askedBySide, askedBy }) => metAt === null && mayRequest(under.rules, { bySide: askedBySide !== null, members: askedBy.length, of })).map(({ at }) => requestCheck(under, at, null, now))
  const days = (all: readonly (Instant | null)[]) => all.map((one) => one?.slice(0, 10) ?? null)
  const alive = held.body.parentId !== null && held.body.dissolvedAt === null && constitutedOn !== null
  const dormant = alive ? [dormancyCheck(under, [constitutedOn, ...meetings.map(({ heldOn }) => heldOn), ...decisions.map(({ takenOn }) => takenOn), ...days(actions.flatMap(({ addedAt, doneAt }) => [addedAt, doneAt]))], today)] : []
  return { clock, checks: [...await checksOf(db, held, today, constitutedOn === null), clockCheck(under, clock), ...await metInPerson(db, held, under, today), ...asked, actionCheck(under, actions, today), ...dormant] }
}

/** Of the sessions of the last period, those at which somebody sat in the room. */
async function metInPerson(db: Reading, { body }: Held, under: Parameters<typeof inPersonCheck>[0], today: Day): Promise<Check[]> {
  const since = monthsOn(today, -under.rules.everyMonths)
  const held = await db.selectFrom('meeting').select('heldOn').where('bodyId', '=', body.id).where('state', '=', 'closed').where('heldOn', '>=', since)
    .select(sql<boolean>`exists (select 1 from presence p where p.meeting_id = meeting.id and p.mode = 'room')`.as('inPerson')).execute()
  return [inPersonCheck(under, held, since)]
}

/** What the composition says today; before it is constituted, what would stop it. */
export async function checksOf(db: Reading, held: Held, today: Day, constituting: boolean): Promise<Check[]> {
  const countries = await countriesOf(db, held.sides)
  const under = { rules: held.rules.rules, version: held.rules.version, asOf: today }
  return compositionChecks(under, { sides: held.sides, seats: held.seats, today, constituting, countryOf: ({ id }) => countries.get(id) ?? null })
}

async function placeOf(db: Reading, viewer: Viewer, { body: { id, agreementId, allianceId, parentId, unitId } }: Held): Promise<Pick<BodyFile, 'agreement' | 'alliance' | 'unit' | 'parent' | 'children'>> {
  const [agreement, alliance, parent, children, unit] = await Promise.all([
    agreementId ? db.selectFrom('agreement').select(['id', 'title']).where('id', '=', agreementId).executeTakeFirst() : undefined,
    allianceId ? findAlliance(db, viewer, allianceId).catch(() => undefined) : undefined,
    parentId ? db.selectFrom('body').select(['id', 'name']).where('id', '=', parentId).executeTakeFirst() : undefined,
    db.selectFrom('body').select(['id', 'name', 'kind']).where('parentId', '=', id).where('dissolvedAt', 'is', null).orderBy('id').execute(),
    unitId ? unitBrief(db, unitId) : null,
  ])
  return { agreement: agreement ?? null, alliance: alliance ? { id: alliance.id, slug: alliance.slug, organisation: alliance.organisation } : null, parent: parent ?? null, children, unit }
}

async function unitBrief(db: Reading, id: Id): Promise<BodyFile['unit']> {
  const { organisationId } = await db.selectFrom('jointUnit').select('organisationId').where('id', '=', id).executeTakeFirstOrThrow()
  return { id, organisation: (await organisationsById(db, [organisationId])).get(organisationId)! }
}

const meetingLines = (db: Reading, bodyId: Id): Promise<BodyFile['meetings']> => db.selectFrom('meeting')
  .leftJoin('minutes', 'minutes.meetingId', 'meeting.id').select(['meeting.id', 'number', 'kind', 'state', 'startsAt', 'zone', 'city', 'heldOn', 'quorate'])
  .select(sql<Instant | null>`minutes.sealed_at`.as('sealedAt')).where('bodyId', '=', bodyId).orderBy('startsAt', 'desc').limit(100).execute()
