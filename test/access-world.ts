// The world through which the walk of `access.test.ts` goes: an organisation and what is its own, and those who walk.
import { addAgreements } from '#domains/agreements/actions.ts'
import { addAlliances, addNews, addOfficers, addStandings } from '#domains/alliances/store.ts'
import { ActivityDraft } from '#domains/commitments/activity-model.ts'
import { logActivity, recordCommitment } from '#domains/commitments/actions.ts'
import { CommitmentDraft } from '#domains/commitments/model.ts'
import { addOrganisations } from '#domains/organisations/actions.ts'
import { addRun, putEntries, putRows, putRun } from '#domains/registers/store.ts'
import { PackWanted } from '#domains/reports/pack-model.ts'
import '#domains/notices/webhook-store.ts'
import '#domains/reports/tables.ts'
import { addMeans } from './access-means.ts'
import { addPlans } from './access-plans.ts'
import type { RowReading } from '#domains/registers/model.ts'
import { house, type Role, stranger, type Viewer } from '#platform/auth/viewer.ts'
import { type Database, json, type Writing } from '#platform/db/database.ts'
import { addFile } from '#platform/files/files.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { askFor } from '#platform/jobs/work.ts'
import type { AccessWorld } from './access.ts'
import { addCommittee } from './access-committees.ts'
import { addMemberships } from './access-members.ts'
import { addSigning } from './access-signing.ts'
import { addText } from './access-text.ts'

export const clock = '2026-03-02T09:00:00.000Z'
type Walking = 'stranger' | 'wrong' | 'elsewhere' | 'director' | 'administrator' | 'secretariat'
export type Built = { world: AccessWorld; viewers: Record<Walking, Viewer> }

/**
 * `organisation` holds an agreement with `partner`, for its parties only, and hosts an alliance that is not public.
 * `otherOrganisation` has nothing to do with any of it: the wrong one teaches there, the one elsewhere is its director.
 */
export async function buildAccessWorld(db: Database): Promise<Built> {
  return db.transaction().execute(async (tx) => {
    const organisations = await addPlaces(tx)
    const { organisation, otherOrganisation } = organisations
    const viewers = {
      stranger: await addWalker(tx, 'Stranger'),
      wrong: await addWalker(tx, 'Wrong', 'faculty', otherOrganisation),
      elsewhere: await addWalker(tx, 'Elsewhere', 'director', otherOrganisation),
      director: await addWalker(tx, 'Director', 'director', organisation),
      secretariat: await addWalker(tx, 'Secretary', 'secretariat', organisation),
      administrator: await addWalker(tx, 'Administrator', 'administrator'),
    }
    const right = viewers.director
    const alliance = await addAlliance(tx, organisations, right.id)
    const agreement = await addAgreement(tx, organisations)
    const agreementFile = await addFile({ db: tx, viewer: house, now: clock }, agreement, { name: 'scan.pdf', type: '', bytes: Buffer.from('%PDF-1.7 scan') })
    const registerRun = await addRegister(tx, organisations.organisation, agreement, right.id)
    const text = await addText(tx, clock, organisations, right)
    const signing = await addSigning(tx, clock, organisations)
    const work = await askFor(tx, right, 'access.walk', {})
    const upload = newId()
    await tx.insertInto('upload').values({ id: upload, ownerId: right.id, name: 'photo.jpg', size: 1000, sha256: null, came: 0, begunAt: clock, expiresAt: clock, takenFor: null }).execute()
    const evidencePack = newId()
    await tx.insertInto('evidencePack').values({ id: evidencePack, askedBy: right.id, askedAt: clock, wanted: json(PackWanted.parse({})) as never, workId: work, fileName: null, size: null, figures: null, readyAt: null, expiresAt: null }).execute()
    const webhook = await addWebhook(tx, organisation, right.id)
    const done = await addDone(tx, organisations.partner, agreement)
    const plans = await addPlans(tx, clock, alliance.alliance, organisation, agreement)
    const means = await addMeans(tx, clock, { alliance: alliance.alliance, member: organisations.member })
    const memberships = await addMemberships(tx, clock, alliance.alliance, organisations.newcomer, right.id)
    const persons = { person: right.id, office: right.offices[0]!.id, otherPerson: viewers.secretariat.id, otherOffice: viewers.secretariat.offices[0]!.id, stranger: viewers.stranger.id }
    const committee = await addCommittee(tx, clock, organisations, agreement, persons)
    return { world: { ...organisations, ...alliance, ...persons, ...text, ...signing, ...committee, agreement, agreementFile: agreementFile.id, registerRun, work, evidencePack, upload, ...webhook, ...done, ...plans, ...means, ...memberships }, viewers }
  })
}

const hand = (db: Writing) => ({ db, viewer: house, now: clock })

async function addPlaces(db: Writing) {
  const names = ['organisation', 'otherOrganisation', 'partner', 'newcomer', 'member', 'duplicate', 'network'] as const
  const ids = await addOrganisations(hand(db), names.map((name) => ({
    kind: name === 'network' ? 'network' as const : 'university' as const, country: 'PK', city: 'Sargodha', names: [{ text: `University of ${name}`, lang: 'en', kind: 'display' as const }],
  })))
  return Object.fromEntries(names.map((name, place) => [name, ids[place]!])) as Record<(typeof names)[number], Id>
}

async function addWalker(db: Writing, name: string, role?: Role, organisationId: Id | null = null): Promise<Viewer> {
  const id = newId()
  const person = { id, name, nameNative: null, email: `${name.toLowerCase()}@example.org`, locale: 'en' as const, passwordHash: null, source: null, example: false, createdAt: clock, closedAt: null }
  await db.insertInto('person').values(person).execute()
  if (!role) return { ...stranger, id, name }
  const office = newId()
  const row = { id: office, personId: id, role, organisationId, title: null, startsOn: '2020-01-01', endsOn: null, givenBy: house.id, source: null, example: false }
  await db.insertInto('office').values(row).execute()
  const held = { id: office, role, organisationId, organisationName: null, country: 'PK', within: organisationId ? [organisationId] : [] }
  return { id, name, locale: 'en', admin: role === 'administrator', acting: office, offices: [held] }
}

async function addAlliance(db: Writing, { organisation, network, member }: Record<'organisation' | 'network' | 'member', Id>, personId: Id) {
  const [alliance, standing, officer, news] = [newId(), newId(), newId(), newId()]
  const unknown = { fromOn: null, fromPrecision: null, untilOn: null, untilPrecision: null, source: null, example: false }
  const facts = { foundedOn: null, foundedPrecision: null, purpose: {}, charter: {}, public: false, stated: {}, source: null, example: false, changedAt: clock }
  await addAlliances(db, [{ id: alliance, organisationId: network, slug: 'walked', parentId: null, hostId: organisation, ...facts }])
  await addStandings(db, [{ id: standing, allianceId: alliance, organisationId: member, standing: 'member', ...unknown, recordedBy: house.id, recordedAt: clock }])
  await addOfficers(db, [{ id: officer, allianceId: alliance, personId, post: 'chair', country: null, organisationId: null, ...unknown }])
  await addNews(db, [{
    id: news, allianceId: alliance, kind: 'news', onDay: '2026-01-05', precision: 'day', untilDay: null, place: null, country: null, title: { en: 'News' }, body: {},
    public: false, source: null, link: null, example: false, writtenBy: house.id, changedAt: clock,
  }])
  return { alliance, standing, officer, news }
}

async function addAgreement(db: Writing, { organisation, partner }: Record<'organisation' | 'partner', Id>): Promise<Id> {
  const parties = [{ organisationId: organisation }, { organisationId: partner }]
  const ids: unknown = await addAgreements(hand(db), [{ kind: 'memorandum', title: 'Walked', signedOn: '2025-01-01', signedPrecision: 'day', parties }])
  return (ids as (Id | { id: Id })[]).map((one) => (typeof one === 'string' ? one : one.id))[0]!
}

/** An address to which the organisation has its news sent, and a message that went there. */
async function addWebhook(db: Writing, organisationId: Id, madeBy: Id) {
  const [webhook, webhookDelivery] = [newId(), newId()]
  await db.insertInto('webhook').values({
    id: webhook, organisationId, url: 'https://hooks.example.org/', kinds: ['turn'], languages: ['en'], secret: Buffer.from('locked'), earlierSecret: null, earlierUntil: null, madeBy, madeAt: clock,
    failingSince: null, stoppedAt: null, stoppedBecause: null, removedAt: null,
  }).execute()
  await db.insertInto('webhookDelivery').values({
    id: webhookDelivery, webhookId: webhook, kind: 'test', what: 'webhook.test', about: null, who: madeBy, office: null, facts: {}, at: clock, body: null, state: 'sent', tries: 1, dueAt: clock, triedAt: clock,
    took: 5, status: 200, answer: '', trouble: null,
  }).execute()
  return { webhook, webhookDelivery }
}

/** What the agreement promises, and what its partner says was done for it. */
async function addDone(db: Writing, partner: Id, agreementId: Id) {
  const office = { id: newId(), role: 'director' as const, organisationId: partner, organisationName: null, country: 'PK', within: [partner] }
  const at = { db, viewer: { ...stranger, id: newId(), offices: [office], acting: office.id }, now: clock, today: clock.slice(0, 10), visit: undefined as never }
  const seminar = CommitmentDraft.parse({ kind: 'seminar', what: { en: 'Seminar' }, unit: 'events', target: 1, per: 'year', eachWay: false })
  const { commitments } = await recordCommitment(at, agreementId, seminar)
  const { id, serves } = await logActivity(at, ActivityDraft.parse({ what: 'Visit', onDay: '2026-02-01', sideId: partner, serves: [{ agreementId }] }))
  return { commitment: commitments[0]!.id, activity: id, claim: serves[0]!.claim.id }
}

/** A register in review: one row, which came to be the agreement. */
async function addRegister(db: Writing, ownerId: Id, agreementId: Id, personId: Id): Promise<Id> {
  const id = newId()
  await addRun(db, { id, ownerId, fileName: 'register.csv', fileSha256: '0'.repeat(64), sheet: null, begunBy: personId, begunAt: clock, workId: null })
  const party = { text: 'Kabul University', organisation: null, confidence: 0, decision: 'new' as const, evidence: [], candidates: [], unit: null, country: null, city: null, owner: false }
  const term = { kind: 'not-stated' as const, years: null, until: null, autoRenew: false, renewalYears: null, noticeMonths: null, text: '' }
  const reading: RowReading = {
    row: 2, cells: ['Kabul University'], parties: [party], title: null, kind: 'memorandum', signedOn: null, startsOn: null, term, state: 'unclear', notes: null, skip: null,
    duplicates: [], related: [], problems: [], change: 'new', differences: [], agreementId: null,
  }
  await putRows(db, id, [{ reading, decided: { parties: {}, skip: false }, needs: false, sureness: 1 }])
  await putRun(db, id, { state: 'review', rows: 1 })
  await putEntries(db, [{ agreementId, ownerId, runId: id, row: 2 }])
  return id
}
