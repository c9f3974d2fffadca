// How applications are found: by the office that applies, by those who keep the alliance's records, by those who sit in the body that decides.
import { sql } from 'kysely'
import { seenBy as alliancesSeen } from '#domains/alliances/store.ts'
import { type Keeping, whyNotKeep } from '#domains/alliances/rules.ts'
import { findOrganisationsBrief, organisationsById } from '#domains/organisations/store.ts'
import { holds, house as pamir, nobody, organisationsOf, recordKeepers, type Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading, type Writing } from '#platform/db/database.ts'
import type { Day, Id, Instant } from '#platform/kinds.ts'
import { hashOf } from '#platform/auth/tokens.ts'
import { found, Refused } from '#platform/refusals.ts'
import type { AdmissionFile, Application, ApplicationFile, ApplicationLine, Hats, PaperShown } from './admission-model.ts'
import { afterRefusal, missingOf, ownerOf, type Stands } from './admission-rules.ts'
import { bodiesOf, councilOf, sessionsOf, sits } from './council-store.ts'
import { pledgeHash, rulesOf, versionsOf } from './rule-store.ts'
import './tables.ts'

type At = { db: Reading; viewer: Viewer; today: Day; now: Instant }

export function seenBy(db: Reading, viewer: Viewer) {
  const all = db.selectFrom('application').innerJoin('alliance', 'alliance.id', 'application.allianceId').leftJoin('alliance as above', 'above.id', 'alliance.parentId')
  if (viewer.admin) return all
  const [houses, own] = [organisationsOf(viewer, 'secretariat', 'director'), organisationsOf(viewer, ...recordKeepers)]
  return all.where((is) => is.or([
    is('application.organisationId', '=', anyOf(own)), ...(viewer.id === nobody ? [] : [is('application.begunBy', '=', viewer.id)]),
    is('alliance.organisationId', '=', anyOf(houses)), is('alliance.hostId', '=', anyOf(houses)), is('above.organisationId', '=', anyOf(houses)), is('above.hostId', '=', anyOf(houses)),
    sql<boolean>`exists (select from body_seat s where s.body_id = application.body_id and s.ended_at is null and (s.member_id = ${viewer.id} or s.alternate_id = ${viewer.id}))`,
  ]))
}

const columns = ['application.id', 'application.allianceId', 'application.organisationId', 'application.applicant', 'application.contact', 'application.letter', 'application.step', 'application.stepAt', 'application.dueOn', 'application.rulesVersion',
  'application.observesUntil', 'application.bodyId', 'application.laidKind', 'application.laidId', 'application.decisionId', 'application.appealed', 'application.byLink', 'application.toldAt', 'application.begunBy', 'application.begunAt', 'application.changedAt'] as const
const house = ['alliance.slug', 'alliance.public', 'alliance.organisationId as houseId', 'alliance.hostId', 'above.organisationId as aboveId', 'above.hostId as aboveHostId'] as const
type Row = Application & { slug: string; public: boolean; houseId: Id; hostId: Id | null; aboveId: Id | null; aboveHostId: Id | null }

export type Held = { application: Application; stands: Stands; rules: Awaited<ReturnType<typeof rulesOf>>; row: Row; papers: PaperShown[]; council: ApplicationFile['council'] }

export const findHeld = async (at: At, id: Id): Promise<Held> => whole(at, found(await seenBy(at.db, at.viewer).select(columns).select(house).where('application.id', '=', id).executeTakeFirst()))
export const holdApplication = async (at: At & { db: Writing }, id: Id): Promise<Held> =>
  whole(at, found(await seenBy(at.db, at.viewer).select(columns).select(house).where('application.id', '=', id).forUpdate('application').executeTakeFirst()))

export const keepingOf = ({ houseId, hostId, aboveId, aboveHostId }: Pick<Row, 'houseId' | 'hostId' | 'aboveId' | 'aboveHostId'>): Keeping => ({ organisationId: houseId, hostId, parent: aboveId ? { organisationId: aboveId, hostId: aboveHostId } : null })

/** Who holds a link that was sent to the applicant acts for it, and for nothing else. */
export async function holdByLink(at: At, token: string, hold = true): Promise<Held> {
  const link = await at.db.selectFrom('applicationLink').select('applicationId').where('tokenHash', '=', hashOf(token)).where('expiresAt', '>', at.now).executeTakeFirst()
  if (!link) throw new Refused('memberships.application-link-over', {}, 404)
  const row = await seenBy(at.db, pamir).select(columns).select(house).where('application.id', '=', link.applicationId).$if(hold, (q) => q.forUpdate('application')).executeTakeFirst()
  return whole(at, found(row), { keeps: false, applies: true })
}

async function whole({ db, viewer, today }: At, row: Row, given?: Hats): Promise<Held> {
  const { slug: _s, public: _p, houseId: _h, hostId: _o, aboveId: _a, aboveHostId: _b, ...application } = row
  const rules = await rulesOf(db, row.allianceId, row.rulesVersion)
  const [papers, council, bodySits] = [await papersOf(db, row.id), await councilOf(db, row), await sits(db, row.allianceId, rules.rules.bodyId)]
  const hats = given ?? { keeps: !whyNotKeep(keepingOf(row), viewer), applies: viewer.admin || (row.begunBy === viewer.id && viewer.id !== nobody) || (row.organisationId !== null && holds(viewer, row.organisationId, ...recordKeepers)) }
  const lapsesOn = row.step === 'refused' ? afterRefusal(rules.rules, row.stepAt.slice(0, 10)) : null
  return { application, row, rules, papers, council, stands: { application, rules: rules.rules, hats, papers, council, bodySits, today, lapsesOn } }
}

export const papersOf = (db: Reading, applicationId: Id): Promise<PaperShown[]> => db.selectFrom('applicationPaper as p').innerJoin('file', 'file.id', 'p.fileId')
  .select(['p.id', 'p.requirement', 'p.addedAt', 'file.name', 'file.size']).where('p.applicationId', '=', applicationId).where('p.removedAt', 'is', null).orderBy('p.id').execute()

const lineOf = ({ id, allianceId, applicant, step, stepAt, dueOn, observesUntil, begunAt, appealed, laidId, organisationId }: Application, briefs: Awaited<ReturnType<typeof organisationsById>>): ApplicationLine =>
  ({ id, allianceId, organisation: briefs.get(organisationId ?? '') ?? null, applicant, step, stepAt, dueOn, observesUntil, begunAt, appealed, laid: laidId !== null, owner: ownerOf({ step, laidId }) })

export const findApplication = async (at: At, id: Id): Promise<ApplicationFile> => fileOf(at, await findHeld(at, id))

export async function fileOf({ db, now }: At, held: Held): Promise<ApplicationFile> {
  const { application, row, rules, papers, council, stands } = held
  const [briefs, taken, decision] = await Promise.all([
    organisationsById(db, [application.organisationId, row.houseId]),
    db.selectFrom('applicationStep').leftJoin('person', 'person.id', 'applicationStep.who').selectAll('applicationStep').select('person.name').where('applicationId', '=', application.id).orderBy('enteredAt').orderBy('applicationStep.id').execute(),
    application.decisionId ? db.selectFrom('decision').select(['number', 'takenOn', 'bodyId']).where('id', '=', application.decisionId).executeTakeFirst() : undefined,
  ])
  const asked = application.step === 'completing' ? taken.findLast(({ outcome }) => outcome === 'asked')?.asked ?? [] : []
  return {
    ...lineOf(application, briefs), alliance: { id: row.allianceId, slug: row.slug, organisation: found(briefs.get(row.houseId)) }, contact: application.contact, letter: application.letter, rules, taken, papers, council,
    decision: decision ?? null, missing: missingOf(rules.rules, papers), asked, hats: stands.hats, lapsesOn: stands.lapsesOn, bodySits: stands.bodySits, pledgeHash: pledgeHash(rules.rules.pledge),
    meetings: stands.hats.keeps && application.step === 'council' && rules.rules.bodyId ? await sessionsOf(db, rules.rules.bodyId, now) : [],
  }
}

/** The alliance must be seen by this viewer; of its applications one sees those one has to do with. */
export async function findAdmission({ db, viewer }: At, allianceId: Id): Promise<AdmissionFile> {
  const alliance = found(await alliancesSeen(db, viewer).leftJoin('alliance as above', 'above.id', 'alliance.parentId').select(['alliance.id', ...house]).where('alliance.id', '=', allianceId).executeTakeFirst())
  const keep = !whyNotKeep(keepingOf(alliance), viewer)
  const rows = await seenBy(db, viewer).select(columns).where('application.allianceId', '=', allianceId).orderBy(sql`application.step in ('member', 'refused', 'withdrawn')`).orderBy('application.stepAt', 'desc').limit(500).execute()
  const own = await free(db, viewer, allianceId)
  const briefs = await organisationsById(db, [alliance.houseId, ...rows.map(({ organisationId }) => organisationId)])
  return {
    alliance: { id: alliance.id, slug: alliance.slug, public: alliance.public, organisation: found(briefs.get(alliance.houseId)) }, rules: await rulesOf(db, allianceId), versions: await versionsOf(db, allianceId),
    applications: rows.map((row) => lineOf(row, briefs)), may: { keep, applyFor: own.filter(({ id }) => id !== alliance.houseId) }, own: await standing(db, viewer, allianceId), bodies: keep ? await bodiesOf(db, viewer, allianceId) : [],
  }
}

/** One's own organisations that stand in it as members or observers. */
async function standing(db: Reading, viewer: Viewer, allianceId: Id) {
  const rows = await db.selectFrom('allianceStanding').select('organisationId').where('allianceId', '=', allianceId).where('untilOn', 'is', null).where('standing', 'in', ['member', 'observer']).where('organisationId', '=', anyOf(organisationsOf(viewer, ...recordKeepers))).execute()
  return findOrganisationsBrief(db, rows.map(({ organisationId }) => organisationId))
}

/** One's own organisations that are neither members nor on their way. */
async function free(db: Reading, viewer: Viewer, allianceId: Id) {
  const own = [...new Set(viewer.offices.filter(({ role }) => recordKeepers.includes(role)).flatMap(({ organisationId }) => organisationId ?? []))]
  if (own.length === 0) return []
  const [standing, going] = await Promise.all([
    db.selectFrom('allianceStanding').select('organisationId').where('allianceId', '=', allianceId).where('untilOn', 'is', null).where('standing', '=', 'member').where('organisationId', '=', anyOf(own)).execute(),
    db.selectFrom('application').select('organisationId').where('allianceId', '=', allianceId).where('step', 'not in', ['member', 'refused', 'withdrawn']).where('organisationId', '=', anyOf(own)).execute(),
  ])
  const taken = new Set([...standing, ...going].map(({ organisationId }) => organisationId))
  return findOrganisationsBrief(db, own.filter((id) => !taken.has(id)))
}
