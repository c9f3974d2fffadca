// The verbs of commitments. Each is one transaction: hold the agreement, ask the rules, change it, write it in the journal of the
// agreement, work out anew how it stands.
import { sql } from 'kysely'
import { type Hand, record } from '#platform/audit/journal.ts'
import { when } from '#platform/audit/news.ts'
import { sidesHeld, sidesOf } from '#domains/agreements/rules.ts'
import { makeClaims, withdrawClaim } from '#domains/confirmations/actions.ts'
import { claimsAbout } from '#domains/confirmations/store.ts'
import { Promised } from '#domains/texts/promise-model.ts'
import { json, type Writing } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, Invalid, Refused } from '#platform/refusals.ts'
import { house } from '#platform/auth/viewer.ts'
import { commitmentsUnder, findCommitment, findPromises, findWhose, holdWhose, type Whose } from './commitment-store.ts'
import type { Commitment, CommitmentDraft, CommitmentRevision, Promises, Responsible } from './model.ts'
import { refreshPulses } from './pulse-store.ts'
import { mistakesIn, officesFor, whyNotChange, whyNotRecord } from './rules.ts'

export { logActivity } from './activity-actions.ts'

/** Records what an agreement promises; the other sides are asked to confirm that it is so. */
export async function recordCommitment(at: Doing, agreementId: Id, draft: CommitmentDraft): Promise<Promises> {
  const agreement = (await holdWhose(at.db, at.viewer, [agreementId])).get(agreementId)!
  demand(whyNotRecord(agreement, at.viewer))
  const siblings = await commitmentsUnder(at.db, [agreementId])
  refuse(mistakesIn(draft, agreement.parties, siblings))
  const id = newId()
  await insert(at, agreement, [{ ...draft, id, place: siblings.length + 1, origin: 'recorded' }])
  const [side] = sidesHeld(agreement.parties, at.viewer)
  const [claim] = await makeClaims(at, [{ kind: 'commitment', about: id, scope: agreementId, side: side!, others: sidesOf(agreement.parties) }])
  return tell(at, agreementId, 'recorded', { commitment: id, claim, what: draft.what, kind: draft.kind })
}

/** What was seen must still be what stands there. A changed promise is claimed anew: what the others confirmed was another. */
export async function reviseCommitment(at: Doing, id: Id, { seen, offices, ...filled }: CommitmentRevision): Promise<Promises> {
  const { before, agreement, siblings } = await holdForChange(at, id)
  if (before.changedAt !== seen) throw new Refused('commitments.changed-meanwhile', { seen, changedAt: before.changedAt })
  refuse(mistakesIn({ offices, ...filled }, agreement.parties, siblings, id))
  await at.db.updateTable('commitment').set({ ...filled, what: json(filled.what), changedAt: at.now }).where('id', '=', id).execute()
  await at.db.deleteFrom('commitmentOffice').where('commitmentId', '=', id).execute()
  await putOffices(at.db, [{ id, offices: officesFor(agreement.parties, offices) }])
  if (saidOtherwise(before, filled)) await claimAnew(at, before, agreement)
  return tell(at, agreement.id, 'revised', { commitment: id, what: filled.what, before: termsOf(before), after: termsOf(filled) })
}

/** Takes it back, with a reason; what was done for it stays, and no longer counts for it. */
export async function withdrawCommitment(at: Doing, id: Id, because: string): Promise<Promises> {
  const { before, agreement, siblings } = await holdForChange(at, id)
  demand(siblings.some(({ afterId }) => afterId === id) ? 'commitments.another-waits-for-it' : undefined)
  await at.db.updateTable('commitment').set({ withdrawnAt: at.now, withdrawnBecause: because, changedAt: at.now }).where('id', '=', id).execute()
  await at.db.deleteFrom('commitmentStanding').where('commitmentId', '=', id).execute()
  for (const claim of await claimsAbout(at.db, 'commitment', [id])) await withdrawClaim(at, claim.id, because)
  return tell(at, agreement.id, 'withdrawn', { commitment: id, what: before.what, because })
}

async function holdForChange(at: Doing, id: Id): Promise<{ before: Commitment; agreement: Whose; siblings: Commitment[] }> {
  const { agreementId } = await findCommitment(at.db, at.viewer, id)
  const agreement = (await holdWhose(at.db, at.viewer, [agreementId])).get(agreementId)!
  const before = await findCommitment(at.db, at.viewer, id)
  demand(whyNotChange(before, agreement, at.viewer))
  return { before, agreement, siblings: await commitmentsUnder(at.db, [agreementId]) }
}

/** The fields that make a promise what it is; who answers for it at a side is that side's own business. */
const terms = ['kind', 'what', 'unit', 'target', 'per', 'eachWay', 'dueOn', 'dueMonths', 'afterId', 'amount', 'currency', 'payerId'] as const
const termsOf = (of: Partial<Commitment>) => Object.fromEntries(terms.map((name) => [name, of[name] ?? null]))
const saidOtherwise = (before: Commitment, after: Partial<Commitment>): boolean => terms.some((name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null))

/** The claim begins again in the name of who changed it, and the others are asked anew; what was said before stays in the journal. */
async function claimAnew(at: Doing, { id, origin }: Commitment, agreement: Whose): Promise<void> {
  if (origin === 'text') return
  await at.db.deleteFrom('confirmation').where('kind', '=', 'commitment').where('about', '=', id).execute()
  await makeClaims(at, [{ kind: 'commitment', about: id, scope: agreement.id, side: sidesHeld(agreement.parties, at.viewer)[0]!, others: sidesOf(agreement.parties) }])
}

type New = Omit<CommitmentDraft, 'offices'> & { id: Id; place: number; origin: Commitment['origin']; offices: readonly Responsible[] }
async function insert({ db, viewer, now }: Hand, agreement: Whose, drafts: readonly New[]): Promise<void> {
  const rows = drafts.map(({ offices: _offices, what, ...draft }) => ({
    ...draft, what: json(what), agreementId: agreement.id, startsOn: null, fulfilledOn: null, withdrawnAt: null, withdrawnBecause: null, recordedBy: viewer.id, recordedAt: now, changedAt: now,
  }))
  await db.insertInto('commitment').values(rows).execute()
  await putOffices(db, drafts.map(({ id, offices }) => ({ id, offices: officesFor(agreement.parties, offices) })))
}

async function putOffices(db: Writing, of: { id: Id; offices: readonly Responsible[] }[]): Promise<void> {
  const rows = of.flatMap(({ id, offices }) => offices.map((office, place) => ({ commitmentId: id, place, ...office })))
  if (rows.length > 0) await db.insertInto('commitmentOffice').values(rows).execute()
}

async function tell(at: Doing, agreementId: Id, what: string, data: Record<string, unknown>): Promise<Promises> {
  await record(at, { what: `commitment.${what}`, about: agreementId, data })
  await refreshPulses(at.db, [agreementId], at.now)
  return findPromises(at.db, at.viewer, agreementId, at.now)
}

function refuse(fields: Record<string, string[]>): void {
  if (Object.keys(fields).length > 0) throw new Invalid(fields)
}

const Begun = Promised.array()
/** A template brings its promises: as proposed, without a clock until the text holds. A clause that has its commitment already keeps it. */
when('text.begun', async (at, { about, data }) => {
  const brought = (data['promises'] ?? []) as { clauseId: Id; promised: unknown }[]
  const promised = Begun.parse(brought.map(({ promised }) => promised))
  const known = new Set((await commitmentsUnder(at.db, [about])).map(({ clauseId }) => clauseId))
  const ids = brought.map(() => newId())
  const agreement = await findWhose(at.db, house, about)
  const drafts = promised.map(({ kind, what, measure, dueMonths, after }, place): New => ({
    id: ids[place]!, place: known.size + place + 1, clauseId: brought[place]!.clauseId, kind, what, ...measure, dueOn: null, dueMonths, afterId: after === null ? null : ids[after] ?? null,
    amount: null, currency: null, payerId: null, origin: 'text', offices: [],
  })).filter(({ clauseId }) => !known.has(clauseId))
  if (drafts.length === 0) return
  const here = new Set(drafts.map(({ id }) => id))
  await insert(at, agreement, drafts.map((draft) => ({ ...draft, afterId: draft.afterId && here.has(draft.afterId) ? draft.afterId : null })))
  await record(at, { what: 'commitment.proposed', about, data: { count: drafts.length } })
  await refreshPulses(at.db, [about], at.now)
})

/** What changes the term, or whether it holds at all, changes how everything in it stands. */
for (const deed of ['agreement.in-force', 'agreement.revised', 'agreement.ended', 'agreement.end-taken-back', 'agreement.restored', 'agreement.renewed']) {
  when(deed, async (at, { about }) => refreshPulses(at.db, [about], at.now))
}

/** An office given or ended changes who answers for what: the agreements for which it does are looked at again. */
for (const deed of ['office.given', 'office.ended', 'office.changed']) {
  when(deed, async (at, { data }) => {
    const { organisationId, role } = await officeIn(at.db, data)
    if (!organisationId) return
    const rows = await at.db.selectFrom('commitmentOffice').innerJoin('commitment', 'commitment.id', 'commitmentOffice.commitmentId').select('commitment.agreementId').distinct()
      .where('commitmentOffice.organisationId', '=', organisationId).where('commitmentOffice.role', '=', role).where('commitment.withdrawnAt', 'is', null).execute()
    await refreshPulses(at.db, rows.map(({ agreementId }) => agreementId), at.now)
  })
}

async function officeIn(db: Writing, data: Record<string, unknown>) {
  const office = await db.selectFrom('office').select(['organisationId', 'role']).where('id', '=', sql<Id>`${data['officeId'] as Id}::uuid`).executeTakeFirst()
  return office ?? { organisationId: null, role: 'director' as const }
}
