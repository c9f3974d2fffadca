// The verbs of admission: hold, ask the rules, go on. What a body decides is heard in the transaction of its decision.
import { moveStanding } from '#domains/alliances/member-actions.ts'
import { presentStanding, seenBy as alliancesSeen } from '#domains/alliances/store.ts'
import { addOrganisations } from '#domains/organisations/actions.ts'
import { findOrganisation } from '#domains/organisations/store.ts'
import { holds, recordKeepers } from '#platform/auth/viewer.ts'
import { record } from '#platform/audit/journal.ts'
import { when } from '#platform/audit/news.ts'
import { json } from '#platform/db/database.ts'
import { addFile, contentOf } from '#platform/files/files.ts'
import type { Download, Upload } from '#platform/http/contract.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Day, type Id, newId } from '#platform/kinds.ts'
import { demand, found, Invalid } from '#platform/refusals.ts'
import { takeUpload } from '#platform/uploads/uploads.ts'
import { type Application, type ApplicationFile, type Applicant, type Applying, type Checked, type Contact, type Deciding, overSteps, type Pledging } from './admission-model.ts'
import { afterCheck, type Deed, dueOf, whyNot } from './admission-rules.ts'
import { findApplication, findHeld, type Held, holdApplication } from './admission-store.ts'
import { pledgeHash, rulesOf } from './rule-store.ts'
import { type At, enter, goTo } from './step-actions.ts'

/** An office applies for its own organisation. */
export async function apply(at: Doing, allianceId: Id, { organisationId, contact, letter }: Applying): Promise<ApplicationFile> {
  const alliance = found(await alliancesSeen(at.db, at.viewer).select(['alliance.id', 'alliance.organisationId']).where('alliance.id', '=', allianceId).executeTakeFirst())
  demand(at.viewer.admin || holds(at.viewer, organisationId, ...recordKeepers) ? undefined : 'memberships.only-for-own-organisation')
  demand(organisationId === alliance.organisationId ? 'alliances.not-its-own-member' : undefined)
  const organisation = await findOrganisation(at.db, organisationId)
  demand(await whyNotBegin(at, allianceId, organisationId))
  const id = await begin(at, allianceId, { organisationId, applicant: { name: organisation.name, country: organisation.country, city: organisation.city, website: organisation.website }, contact, letter, byLink: false })
  if (!await presentStanding(at.db, allianceId, organisationId)) await moveStanding(at, allianceId, organisationId, 'applicant', null)
  return findApplication(at, id)
}

async function whyNotBegin(at: Pick<At, 'db'>, allianceId: Id, organisationId: Id) {
  const present = await presentStanding(at.db, allianceId, organisationId)
  if (present?.standing === 'member') return 'memberships.is-member-already' as const
  const going = await at.db.selectFrom('application').select('id').where('allianceId', '=', allianceId).where('organisationId', '=', organisationId).where('step', 'not in', [...overSteps]).executeTakeFirst()
  return going ? 'memberships.applied-already' as const : undefined
}

type Beginning = { organisationId: Id | null; applicant: Applicant; contact: Contact; letter: string | null; byLink: boolean }
export async function begin(at: At, allianceId: Id, { applicant, contact, ...rest }: Beginning): Promise<Id> {
  const { version, rules } = await rulesOf(at.db, allianceId)
  const id = newId()
  const dueOn = dueOf('check', rules, at.today, null)
  await at.db.insertInto('application').values({
    id, allianceId, ...rest, applicant: json(applicant), contact: json(contact), step: 'check', stepAt: at.now, dueOn, rulesVersion: version, observesUntil: null, bodyId: null, laidKind: null, laidId: null,
    decisionId: null, appealed: false, toldAt: null, begunBy: at.viewer.id, begunAt: at.now, changedAt: at.now,
  }).execute()
  await enter(at.db, id, 'check', at.now, dueOn)
  await record(at, { what: 'application.begun', about: id, data: { alliance: allianceId, organisation: rest.organisationId, name: applicant.name } })
  return id
}

async function holdFor(at: Doing, id: Id, deed: Deed): Promise<Held> {
  const held = await holdApplication(at, id)
  demand(whyNot(deed, held.stands))
  return held
}

/** What came piece by piece becomes a paper; whose answer was lost sends it again and hears the same. */
export async function keepPaper(at: Doing, id: Id, requirement: string, uploadId: Id): Promise<ApplicationFile> {
  const { rules } = await holdFor(at, id, 'hand-in')
  if (!rules.rules.requirements.some(({ key }) => key === requirement)) throw new Invalid({ requirement: ['memberships.no-such-requirement'] })
  const file = await takeUpload(at, uploadId, id)
  if (file) await addPaper(at, id, requirement, file, null)
  return findApplication(at, id)
}

/** Another for the same takes its place; the one before stays under its hash. */
export async function addPaper(at: Pick<At, 'db' | 'viewer' | 'now'>, applicationId: Id, requirement: string, upload: Upload, byName: string | null): Promise<void> {
  const file = await addFile(at, applicationId, upload)
  await at.db.updateTable('applicationPaper').set({ removedAt: at.now }).where('applicationId', '=', applicationId).where('requirement', '=', requirement).where('removedAt', 'is', null).execute()
  await at.db.insertInto('applicationPaper').values({ id: newId(), applicationId, requirement, fileId: file.id, byName, addedBy: at.viewer.id, addedAt: at.now, removedAt: null }).execute()
  await record(at, { what: 'application.paper-added', about: applicationId, data: { requirement, name: file.name, sha256: file.sha256, byName } })
}

export async function openPaper(at: Pick<Doing, 'viewer' | 'today' | 'now'> & { db: Parameters<typeof findHeld>[0]['db'] }, id: Id, paperId: Id): Promise<Download> {
  await findHeld(at, id)
  const file = found(await at.db.selectFrom('applicationPaper as p').innerJoin('file', 'file.id', 'p.fileId').select(['file.sha256', 'file.name', 'file.type']).where('p.id', '=', paperId).where('p.applicationId', '=', id).executeTakeFirst())
  return contentOf(at.db, file)
}

/** Which organisation applies: one that is known, or one that is added as it was written. */
export async function identify(at: Doing, id: Id, organisationId: Id | null): Promise<ApplicationFile> {
  const { application } = await holdFor(at, id, 'identify')
  const { name, country, city, website } = application.applicant
  const known = organisationId ?? (await addOrganisations(at, [{ kind: 'other', country, city, website, names: [{ text: name, lang: null, kind: 'display' }] }]))[0]!
  const { status } = await findOrganisation(at.db, known)
  demand(status === 'merged' ? 'alliances.was-merged' : known === application.organisationId ? undefined : await whyNotBegin(at, application.allianceId, known))
  await at.db.updateTable('application').set({ organisationId: known, changedAt: at.now }).where('id', '=', id).execute()
  if (!await presentStanding(at.db, application.allianceId, known)) await moveStanding(at, application.allianceId, known, 'applicant', null)
  await record(at, { what: 'application.identified', about: id, data: { organisation: known, before: application.organisationId } })
  return findApplication(at, id)
}

export async function check(at: Doing, id: Id, checked: Checked): Promise<ApplicationFile> {
  const { application, rules } = await holdFor(at, id, ({ complete: 'check-complete', asked: 'check-ask', refused: 'check-refuse' } as const)[checked.outcome])
  if (checked.outcome === 'asked') await goTo(at, application, 'completing', { ...checked, asked: checked.asked.filter((key) => rules.rules.requirements.some((one) => one.key === key)) })
  else if (checked.outcome === 'refused') await goTo(at, application, 'refused', checked)
  else {
    const present = await presentStanding(at.db, application.allianceId, application.organisationId!)
    const { step, observesUntil } = afterCheck(rules.rules, present?.standing === 'observer' ? present.fromOn : null, at.today)
    await goTo(at, application, step, { outcome: 'complete', change: { observesUntil } })
  }
  return findApplication(at, id)
}

export async function answer(at: Doing, id: Id, said: string): Promise<ApplicationFile> {
  await answerAs(at, await holdFor(at, id, 'answer'), said, null)
  return findApplication(at, id)
}

/** The secretariat writes a decision down: where no body sits, or that one has not carried. */
export async function decide(at: Doing, id: Id, { outcome, on, said }: Deciding): Promise<ApplicationFile> {
  const { application } = await holdFor(at, id, outcome === 'admitted' ? 'decide-admitted' : 'decide-refused')
  if (on > at.today) throw new Invalid({ on: ['alliances.not-in-the-future'] })
  if (outcome === 'refused') await goTo(at, application, 'refused', { outcome: 'refused', said, decidedOn: on })
  else await admit(at, application, { said, decidedOn: on, decisionId: null })
  return findApplication(at, id)
}

async function admit(at: At, application: Application, { said, decidedOn, decisionId }: { said: string | null; decidedOn: Day; decisionId: Id | null }): Promise<void> {
  const { rules } = await rulesOf(at.db, application.allianceId, application.rulesVersion)
  await goTo(at, application, Object.keys(rules.pledge).length > 0 ? 'pledge' : 'member', { outcome: 'admitted', said, decidedOn, change: { decisionId } })
}

/** What one accepts is what stands there: whoever read another wording is told. */
export async function pledge(at: Doing, id: Id, pledging: Pledging): Promise<ApplicationFile> {
  await pledgeAs(at, await holdFor(at, id, 'pledge'), pledging)
  return findApplication(at, id)
}

/** To the council, once, whoever refused. */
export async function appeal(at: Doing, id: Id, said: string): Promise<ApplicationFile> {
  await appealAs(at, await holdFor(at, id, 'appeal'), said, null)
  return findApplication(at, id)
}

export async function withdraw(at: Doing, id: Id, said: string): Promise<ApplicationFile> {
  await withdrawAs(at, await holdFor(at, id, 'withdraw'), said, null)
  return findApplication(at, id)
}

// The applicant's deeds, as its office does them here and as they are done by the link in a letter, in the name that is given there.
export const answerAs = (at: At, { application }: Held, said: string, byName: string | null) => goTo(at, application, 'check', { outcome: 'answered', said, byName })
export const withdrawAs = (at: At, { application }: Held, said: string, byName: string | null) => goTo(at, application, 'withdrawn', { outcome: 'withdrawn', said, byName })
export async function appealAs(at: At, { application }: Held, said: string, byName: string | null): Promise<void> {
  if (application.organisationId) demand(await whyNotBegin(at, application.allianceId, application.organisationId))
  await goTo(at, application, 'council', { outcome: 'appealed', said, byName, change: { appealed: true, bodyId: null, laidKind: null, laidId: null } })
}
export async function pledgeAs(at: At, { application, rules }: Held, { name, officeName, hash }: Pledging): Promise<void> {
  demand(hash === pledgeHash(rules.rules.pledge) ? undefined : 'memberships.pledge-changed')
  await goTo(at, application, 'member', { outcome: 'pledged', byName: `${name}, ${officeName}`, said: hash, decidedOn: at.today })
}

/** What a body of this alliance carried about an application is its admission. */
when('decision.taken', async (at, { data }) => {
  if (data['aboutKind'] !== 'application') return
  const application = await at.db.selectFrom('application').selectAll().where('id', '=', data['aboutId'] as Id).forUpdate().executeTakeFirst()
  if (!application || application.allianceId !== data['alliance'] || application.step !== 'council') return
  const today = at.now.slice(0, 10)
  await admit({ ...at, today }, application, { said: `№ ${String(data['number'])}`, decidedOn: data['takenOn'] as Day, decisionId: data['decision'] as Id })
})

/** The clock: who has observed long enough comes before the council. */
export async function endObservations(at: At): Promise<number> {
  const over = await at.db.selectFrom('application').selectAll().where('step', '=', 'observing').where('observesUntil', '<=', at.today).orderBy('id').forUpdate().execute()
  for (const application of over) await goTo(at, application, 'council', { outcome: 'observed' })
  return over.length
}
