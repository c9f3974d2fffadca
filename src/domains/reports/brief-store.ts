// Gathers what one side should know of a partner before meeting them. It begins at the agreements that the viewer sees, so that a
// brief never says more than the pages do.
import { sql } from 'kysely'
import type { AgreementLine } from '#domains/agreements/model.ts'
import { listAgreements, seenBy } from '#domains/agreements/store.ts'
import type { Commitment, Pulse, Standing } from '#domains/commitments/model.ts'
import { commitmentsUnder } from '#domains/commitments/commitment-store.ts'
import { judgedFor } from '#domains/commitments/pulse-store.ts'
import type { PersonRow } from '#domains/people/model.ts'
import { publicRoles } from '#domains/people/rules.ts'
import { listPeople } from '#domains/people/store.ts'
import type { OrganisationBrief } from '#domains/organisations/model.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import { organisationsOf, type Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading } from '#platform/db/database.ts'
import type { Day, Id, Instant } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { type Turn, turnsOf } from '#platform/turns.ts'

type At = { db: Reading; viewer: Viewer; today: Day; now: Instant }
export type BriefCommitment = Commitment & { standing: Standing }
/** `on` is the day of the last activity or of the last answer to a claim. */
export type Contact = { kind: 'activity' | 'answer'; on: Day; what: string | null; agreementId: Id }
export type BriefPerson = { person: PersonRow; offices: PersonRow['offices']; at: Id }
export type Brief = {
  organisation: OrganisationBrief; ours: Set<Id>; us: OrganisationBrief | null; today: Day; total: number
  agreements: (AgreementLine & { pulse: Pulse | null })[]; commitments: BriefCommitment[]
  contact: Contact | null; yours: Turn[]; theirs: Turn[]; people: BriefPerson[]; names: Map<Id, OrganisationBrief>
}

const agreementsMost = 200
/** So many that wait are looked through; where there are more, a brief says that it is at least so many. */
export const turnsMost = 1000

export async function findBrief(at: At, id: Id): Promise<Brief> {
  const { db, viewer, today } = at
  const organisation = found((await organisationsById(db, [id])).get(id))
  const ours = sidesOf(viewer, id)
  const us = actingFor(viewer, ours)
  const { agreements, total } = await between(at, id, ours)
  const ids = agreements.map(({ id }) => id)
  const [judgements, promises, contact, turns, people, names] = await Promise.all([
    judgedFor(db, ids, today), commitmentsUnder(db, ids), lastContact(db, viewer, ids, today), turnsWithin(at, ids, ours),
    peopleOf(at, us ? [id, us] : [id]), organisationsById(db, [...agreements.flatMap(({ parties }) => parties.map((party) => party.organisation.id)), us]),
  ])
  const standings = new Map([...judgements.values()].flatMap((one) => one.standings).map((one) => [one.subject, one]))
  return {
    organisation, ours, us: us ? names.get(us) ?? null : null, today, total, contact, people, names, ...turns,
    agreements: agreements.map((one) => ({ ...one, pulse: judgements.get(one.id)?.pulse ?? null })),
    commitments: promises.flatMap((one) => { const standing = standings.get(one.id); return standing ? [{ ...one, standing }] : [] }),
  }
}

/** The viewer's own organisations; none where the brief is about one of them, or nobody's office speaks. */
function sidesOf(viewer: Viewer, about: Id): Set<Id> {
  const own = organisationsOf(viewer)
  return new Set(own.includes(about) ? [] : own)
}

/** Where the office is that one acts in; where that is none of ours, the first of one's own. */
function actingFor({ offices, acting }: Viewer, ours: ReadonlySet<Id>): Id | null {
  const own = offices.filter(({ organisationId }) => organisationId !== null && ours.has(organisationId))
  return (own.find(({ id }) => id === acting) ?? own[0])?.organisationId ?? null
}

/** Those in which both have a part, the newest first; all of the partner's that are seen where the viewer has no side. */
async function between({ db, viewer, now }: At, organisation: Id, ours: Set<Id>) {
  const page = await listAgreements(db, viewer, { organisation, sort: '-signed', locale: 'en', limit: agreementsMost, total: true, ...(ours.size > 0 ? { mine: true } : {}) }, now)
  return { agreements: page.rows, total: page.total ?? page.rows.length }
}

/** What was done last or answered last, whichever came later. */
async function lastContact(db: Reading, viewer: Viewer, ids: readonly Id[], today: Day): Promise<Contact | null> {
  const within = (column: string) => sql<boolean>`${sql.ref(column)} = ${anyOf(ids)}`
  const activity = await seenBy(db, viewer).innerJoin('activityServe as served', 'served.agreementId', 'agreement.id').innerJoin('activity', 'activity.id', 'served.activityId')
    .where(within('agreement.id')).where('served.state', '<>', 'withdrawn').where('served.onDay', '<=', today)
    .select(['activity.what', 'served.onDay as on', 'served.agreementId']).orderBy('served.onDay', 'desc').orderBy('activity.id', 'desc').limit(1).executeTakeFirst()
  const answer = await db.selectFrom('confirmationAnswer as said').innerJoin('confirmation as claim', 'claim.id', 'said.confirmationId')
    .where(within('claim.scope')).select([sql<Day>`to_char(said.at at time zone 'UTC', 'YYYY-MM-DD')`.as('on'), 'claim.scope as agreementId']).orderBy('said.at', 'desc').limit(1).executeTakeFirst()
  if (answer && (!activity || answer.on > activity.on)) return { kind: 'answer', what: null, ...answer }
  return activity ? { kind: 'activity', ...activity } : null
}

async function turnsWithin({ db, viewer, today, now }: At, ids: readonly Id[], ours: Set<Id>): Promise<{ yours: Turn[]; theirs: Turn[] }> {
  const asked = { sides: [...ours], today, now, limit: turnsMost }
  const [yours, theirs] = await Promise.all([turnsOf(db, viewer, { ...asked, whose: 'yours' }), turnsOf(db, viewer, { ...asked, whose: 'theirs' })])
  const here = ({ agreementId }: Turn) => agreementId !== null && ids.includes(agreementId)
  return { yours: yours.rows.filter(here), theirs: theirs.rows.filter(here) }
}

/** Those whose offices speak to the outside, as far as this viewer may know them. */
async function peopleOf(at: At, organisations: readonly Id[]): Promise<BriefPerson[]> {
  const pages = await Promise.all(organisations.map((organisationId) => listPeople(at, { organisationId })))
  return pages.flatMap(({ rows }, place) => rows.map((person) => {
    const offices = person.offices.filter(({ role, organisationId }) => organisationId === organisations[place] && publicRoles.includes(role))
    return { person, offices, at: organisations[place]! }
  })).filter(({ offices }) => offices.length > 0)
}
