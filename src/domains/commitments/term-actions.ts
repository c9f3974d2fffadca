// The four acts, and what follows from them. An act that binds the other sides waits for their confirmation and is carried out in the
// transaction in which the last of them confirms.
import { type Hand, record } from '#platform/audit/journal.ts'
import { when } from '#platform/audit/news.ts'
import { closeAgreement, draftAgreement, prolongAgreement } from '#domains/agreements/actions.ts'
import { Draft } from '#domains/agreements/model.ts'
import { dayOf, sidesHeld, sidesOf } from '#domains/agreements/rules.ts'
import { makeClaims, withdrawClaim } from '#domains/confirmations/actions.ts'
import { claimsAbout } from '#domains/confirmations/store.ts'
import { house } from '#platform/auth/viewer.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Day, type Id, newId } from '#platform/kinds.ts'
import { demand, found } from '#platform/refusals.ts'
import { refreshPulses } from './pulse-store.ts'
import { renewDue, resetClock } from './term-clock.ts'
import type { Acting, TermAct, TermFile } from './term-model.ts'
import { nextTerm, noticeOn, presentTerm, whyNotAct, whyNotNotice } from './term-rules.ts'
import { actsOn, findHeld, findTerm, type Held, holdTerm } from './term-store.ts'

/** A side decides what becomes of the term that runs. */
export async function actOnTerm(at: Doing, agreementId: Id, { act, reason, effectiveOn, years }: Acting): Promise<TermFile> {
  await holdTerm(at.db, at.viewer, agreementId)
  // What was to happen by itself before now has happened, whether the clock has come round yet or not.
  await renewDue(at, agreementId)
  const agreement = await findHeld(at.db, at.viewer, agreementId)
  const sides = sidesHeld(agreement.parties, at.viewer)
  const today = dayOf(at.now, agreement)
  demand(whyNotAct(act, { agreement, acts: await actsOn(at.db, agreementId), sides, today }))
  await ({ 'renew': renew, 'renew-changed': renewChanged, 'let-lapse': letLapse, 'notice': giveNotice })[act](at, { agreement, side: sides[0]!, today, reason, wanted: effectiveOn, years })
  return findTerm(at.db, at.viewer, agreementId, at.now)
}

type Taking = { agreement: Held; side: Id; today: Day; reason: string | null; wanted: Day | null; years: number | null }

async function renew(at: Doing, taking: Taking): Promise<void> {
  const { endsOn } = presentTerm(taking.agreement, taking.today)
  const { from, until } = nextTerm(taking.agreement, endsOn!, taking.years)
  const id = await put(at, taking, { act: 'renew', effectiveOn: from, untilOn: until, state: 'proposed' })
  await makeClaims(at, [{ kind: 'renewal', about: id, scope: taking.agreement.id, side: taking.side, others: sidesOf(taking.agreement.parties) }])
  await tell(at, taking, 'renewal-proposed', { from, until })
}

/** A draft under this one, with the same parties: negotiated, cleared and signed like any other. */
async function renewChanged(at: Doing, taking: Taking): Promise<void> {
  const { id: parentId } = taking.agreement
  const row = await at.db.selectFrom('agreement').select(['kind', 'title', 'titleLang', 'titles', 'fields', 'visibility']).where('id', '=', parentId).executeTakeFirstOrThrow()
  const parties = await at.db.selectFrom('agreementParty').select(['organisationId', 'unit', 'role', 'signatory', 'signatoryTitle']).where('agreementId', '=', parentId).orderBy('place').execute()
  const { termKind, termYears, renewalYears, noticeMonths } = taking.agreement
  const kept = termKind === 'fixed' || termKind === 'auto-renew' || termKind === 'until-ended' ? { termKind, termYears, renewalYears } : { termKind: 'not-stated' as const }
  const draft = await draftAgreement(at, Draft.parse({ ...row, ...kept, noticeMonths, parties, parentId }))
  await put(at, taking, { act: 'renew-changed', draftId: draft.id, state: 'done' })
  await tell(at, taking, 'renewal-drafted', { draft: draft.id })
}

async function letLapse(at: Doing, taking: Taking): Promise<void> {
  const { endsOn } = presentTerm(taking.agreement, taking.today)
  await put(at, taking, { act: 'let-lapse', effectiveOn: endsOn, state: 'done' })
  await tell(at, taking, 'let-lapse', { until: endsOn, because: taking.reason })
}

/** Where the agreement gives a right to it, a notice binds alone and the others are asked only to take note; otherwise they have to agree. */
async function giveNotice(at: Doing, taking: Taking): Promise<void> {
  const notice = noticeOn(taking.today, taking.agreement, taking.wanted)
  demand(whyNotNotice(notice, taking.agreement))
  const id = await put(at, taking, { act: 'notice', effectiveOn: notice.effectiveOn, state: notice.bindsAlone ? 'done' : 'proposed' })
  await makeClaims(at, [{ kind: 'notice', about: id, scope: taking.agreement.id, side: taking.side, others: sidesOf(taking.agreement.parties) }])
  await tell(at, taking, 'notice-given', { effectiveOn: notice.effectiveOn, because: taking.reason, alone: notice.bindsAlone })
  if (notice.bindsAlone) await close(at, taking.agreement.id, notice.effectiveOn, taking.reason!)
}

/** Takes back what the others have not agreed to yet. */
export async function withdrawAct(at: Doing, agreementId: Id, actId: Id, because: string): Promise<TermFile> {
  const agreement = await holdTerm(at.db, at.viewer, agreementId)
  const act = found((await actsOn(at.db, agreementId)).find(({ id }) => id === actId))
  demand(!sidesHeld(agreement.parties, at.viewer).includes(act.sideId) ? 'commitments.only-a-record-keeper' : act.state === 'proposed' ? undefined : 'commitments.act-is-settled')
  await at.db.updateTable('termAct').set({ state: 'withdrawn', settledAt: at.now }).where('id', '=', actId).execute()
  for (const kind of ['renewal', 'notice']) for (const claim of await claimsAbout(at.db, kind, [actId])) await withdrawClaim(at, claim.id, because)
  return findTerm(at.db, at.viewer, agreementId, at.now)
}

export async function changeLadder(at: Doing, agreementId: Id, months: number[]): Promise<TermFile> {
  const agreement = await holdTerm(at.db, at.viewer, agreementId)
  demand(sidesHeld(agreement.parties, at.viewer).length > 0 ? undefined : 'commitments.only-a-record-keeper')
  const row = { agreementId, months, changedBy: at.viewer.id, changedAt: at.now }
  await at.db.insertInto('termLadder').values(row).onConflict((conflict) => conflict.column('agreementId').doUpdateSet({ months, changedBy: row.changedBy, changedAt: row.changedAt })).execute()
  await record(at, { what: 'term.ladder-changed', about: agreementId, data: { months } })
  return findTerm(at.db, at.viewer, agreementId, at.now)
}

/** What the other sides agree to is done at once; what they refuse stays proposed until it is withdrawn or claimed again. */
when('claim.confirmed', async (at, { about, data }) => {
  if (data['state'] !== 'confirmed' || (data['kind'] !== 'renewal' && data['kind'] !== 'notice')) return
  await holdTerm(at.db, house, about)
  const act = found(await at.db.selectFrom('termAct').selectAll().where('id', '=', data['thing'] as Id).executeTakeFirst())
  if (act.state !== 'proposed') return
  await at.db.updateTable('termAct').set({ state: 'done', settledAt: at.now }).where('id', '=', act.id).execute()
  if (act.act === 'renew') await prolongAgreement(at, about, { from: act.effectiveOn!, until: act.untilOn!, automatic: false })
  else await close(at, about, act.effectiveOn!, act.reason ?? '')
})

async function close(at: Hand, agreementId: Id, endedOn: Day, because: string): Promise<void> {
  await closeAgreement(at, agreementId, endedOn, because)
  await resetClock(at, agreementId)
}

type New = Pick<TermAct, 'act' | 'state'> & Partial<Pick<TermAct, 'effectiveOn' | 'untilOn' | 'draftId'>>
async function put(at: Doing, { agreement, side, today, reason }: Taking, act: New): Promise<Id> {
  const id = newId()
  const { endsOn } = presentTerm(agreement, today)
  await at.db.insertInto('termAct').values({ id, agreementId: agreement.id, sideId: side, endsOn, effectiveOn: null, untilOn: null, draftId: null, reason, actedBy: at.viewer.id, actedAt: at.now, settledAt: act.state === 'done' ? at.now : null, ...act }).execute()
  return id
}

async function tell(at: Doing, { agreement: { id }, side }: Taking, what: string, data: Record<string, unknown>): Promise<void> {
  await record(at, { what: `term.${what}`, about: id, data: { side, ...data } })
  await refreshPulses(at.db, [id], at.now)
}
