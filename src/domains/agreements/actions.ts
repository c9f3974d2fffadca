// The verbs. Each is one transaction: hold it, ask the rules, change it, write it in the journal, show the result.
import { record } from '#platform/audit/journal.ts'
import { house } from '#platform/auth/viewer.ts'
import type { Doing } from '#platform/http/serve.ts'
import type { Day, Id } from '#platform/kinds.ts'
import { demand, Refused } from '#platform/refusals.ts'
import { addAgreements, type Hand } from './bulk.ts'
import type { AgreementFile, Draft, Revision } from './model.ts'
import { complete, given, partyRows } from './rows.ts'
import { mayWrite, type Step, whyNot, whyNotEndOn } from './rules.ts'
import { changesBetween } from './differences.ts'
import { findAgreement, holdAgreement, type Held, stillSeen } from './store.ts'
import { refresh, replaceParties, updateAgreements } from './writing.ts'

export { addAgreements, reviseAgreements } from './bulk.ts'

export async function recordAgreement(at: Doing, draft: Draft): Promise<AgreementFile> {
  demand(mayWrite(draft.parties, at.viewer) ? undefined : 'agreements.only-a-record-keeper')
  await mustSeeParent(at, draft.parentId)
  const [id] = await addAgreements(at, [draft])
  return findAgreement(at.db, at.viewer, id!, at.now)
}

/** Begins an agreement that is yet to be written, cleared and signed. Its parties alone see it. */
export async function draftAgreement(at: Doing, draft: Draft): Promise<AgreementFile> {
  demand(mayWrite(draft.parties, at.viewer) ? undefined : 'agreements.only-a-record-keeper')
  await mustSeeParent(at, draft.parentId)
  const [id] = await addAgreements(at, [{ ...draft, draft: true, signedOn: null, signedPrecision: null }])
  return findAgreement(at.db, at.viewer, id!, at.now)
}

/** Every party has signed: it holds from its start, or else from the day of the last signature; unless its text says a zone, its days count where that was given. `sealed`: signed here, so that only an amendment changes it. */
export async function bringIntoForce(at: Hand, id: Id, { signedOn, zone, sealed }: { signedOn: Day; zone: string | null; sealed: boolean }): Promise<void> {
  const held = await holdAgreement(at.db, at.viewer, id)
  demand(held.row.draft ? undefined : 'agreements.not-a-draft')
  await put(at, held, { draft: false, signedOn, signedPrecision: 'day', sealedAt: sealed ? at.now : null, zone: held.row.zone ?? zone })
  await record(at, { what: 'agreement.in-force', about: id, data: { signedOn, ...(sealed && { sealed }) } })
}

/** What was seen must still be what stands there; of two who revise at once the second is told. */
export async function reviseAgreement(at: Doing, id: Id, { seen, parties, ...filled }: Revision): Promise<AgreementFile> {
  const held = await hold(at, 'revise', id)
  if (held.row.changedAt !== seen) throw new Refused('agreements.changed-meanwhile', { seen, changedAt: held.row.changedAt })
  await mustSeeParent(at, filled.parentId, id)
  const next = complete({ ...held.row, ...given(filled), changedAt: at.now }, partyRows(id, parties))
  demand(mayWrite(next.parties, at.viewer) ? undefined : 'agreements.would-lose-hold')
  const changes = changesBetween(held, next)
  if (!changes) return findAgreement(at.db, at.viewer, id, at.now)
  await updateAgreements(at.db, [next.row])
  if (changes.parties) await replaceParties(at.db, [id], next.parties)
  await refresh(at.db, [id])
  return tell(at, 'agreement.revised', id, changes)
}

export async function endAgreement(at: Doing, id: Id, endedOn: Day, because: string): Promise<AgreementFile> {
  const held = await hold(at, 'end', id)
  demand(whyNotEndOn(endedOn, held.row))
  await put(at, held, { endedOn, endedBecause: because })
  return tell(at, 'agreement.ended', id, { endedOn, because })
}

export async function takeBackEnd(at: Doing, id: Id): Promise<AgreementFile> {
  const held = await hold(at, 'take-back-end', id)
  await put(at, held, { endedOn: null, endedBecause: null })
  return tell(at, 'agreement.end-taken-back', id, { endedOn: held.row.endedOn })
}

/**
 * A term follows the one that ends: agreed by the sides, or by itself. Who may bring it about is for the caller to ask; here only
 * what an agreement can bear. One that renews itself stays open-ended.
 */
export async function prolongAgreement(at: Hand, id: Id, { from, until, automatic }: { from: Day; until: Day; automatic: boolean }): Promise<void> {
  const held = await holdAgreement(at.db, house, id)
  demand(held.row.draft ? 'agreements.is-a-draft' : held.row.endedOn ? 'agreements.has-ended-already' : undefined)
  if (!automatic) await put(at, held, { renewedUntil: until })
  await record(at, { what: 'agreement.renewed', about: id, data: { from, until, automatic } })
}

/** It ends by a notice or by agreement of the sides, from a day on. Who may bring it about is for the caller to ask. */
export async function closeAgreement(at: Hand, id: Id, endedOn: Day, because: string): Promise<void> {
  const held = await holdAgreement(at.db, house, id)
  demand(held.row.draft ? 'agreements.is-a-draft' : held.row.endedOn ? 'agreements.has-ended-already' : whyNotEndOn(endedOn, held.row))
  await put(at, held, { endedOn, endedBecause: because })
  await record(at, { what: 'agreement.ended', about: id, data: { endedOn, because } })
}

/** Puts it out of sight; it can be brought back. */
export async function removeAgreement(at: Doing, id: Id): Promise<{ id: Id; title: string }> {
  const held = await hold(at, 'remove', id)
  await put(at, held, { removedAt: at.now })
  await record(at, { what: 'agreement.removed', about: id })
  return { id, title: held.row.title }
}

export async function restoreAgreement(at: Doing, id: Id): Promise<AgreementFile> {
  const held = await hold(at, 'restore', id)
  await put(at, held, { removedAt: null })
  return tell(at, 'agreement.restored', id)
}

/** Holds it until this transaction ends, and asks the rules. */
export async function hold(at: Doing, step: Step, id: Id): Promise<Held> {
  const held = await holdAgreement(at.db, at.viewer, id, step === 'restore')
  demand(whyNot(step, { ...held.row, parties: held.parties }, at.viewer))
  return held
}

export async function tell(at: Doing, what: string, about: Id, data: Record<string, unknown> = {}): Promise<AgreementFile> {
  await record(at, { what, about, data })
  return findAgreement(at.db, at.viewer, about, at.now)
}

async function put(at: Hand, { row, parties }: Held, change: Partial<Held['row']>): Promise<void> {
  await updateAgreements(at.db, [complete({ ...row, ...change, changedAt: at.now }, parties).row])
}

/** A parent must be one that this viewer sees, and no descendant of its own child. */
async function mustSeeParent(at: Doing, parentId: Id | null | undefined, id?: Id): Promise<void> {
  if (!parentId) return
  if (!(await stillSeen(at.db, at.viewer, parentId))) throw new Refused('agreements.parent-unknown')
  if (id && (await at.db.withRecursive('up', (query) => query.selectFrom('agreement').select(['id', 'parentId']).where('id', '=', parentId)
    .union(query.selectFrom('agreement').innerJoin('up', 'up.parentId', 'agreement.id').select(['agreement.id', 'agreement.parentId'])))
    .selectFrom('up').select('id').where('id', '=', id).executeTakeFirst())) throw new Refused('agreements.parent-is-below')
}
