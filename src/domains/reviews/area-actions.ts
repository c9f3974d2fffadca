// The verbs of a new area: proposed; taken up as a commitment or as a draft agreement, in one step; set aside with a reason.
import { draftAgreement } from '#domains/agreements/actions.ts'
import { Draft } from '#domains/agreements/model.ts'
import { recordCommitment } from '#domains/commitments/actions.ts'
import { CommitmentDraft } from '#domains/commitments/model.ts'
import { json } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand } from '#platform/refusals.ts'
import type { AreaDraft, AreaRegister, NewArea } from './area-model.ts'
import { whyNotPropose, whyNotTakeUp } from './area-rules.ts'
import { findAreas, holdArea } from './area-store.ts'
import { tellOf } from './telling.ts'
import { whoseAgreement } from './whose-store.ts'

export async function proposeArea(at: Doing, agreementId: Id, { what, why, ...promised }: AreaDraft): Promise<AreaRegister> {
  const whose = await whoseAgreement(at.db, at.viewer, agreementId)
  demand(whyNotPropose(whose))
  const id = newId()
  await at.db.insertInto('newArea').values({
    id, agreementId, sideId: whose.acting[0]!, what: json(what), why: json(why), ...promised, state: 'open', commitmentId: null, draftId: null, proposedBy: at.viewer.id, proposedAt: at.now, settledBy: null, settledAt: null, because: null,
  }).execute()
  return tell(at, { id, agreementId }, 'proposed', { what, side: whose.acting[0]! })
}

/** It becomes a commitment of the agreement; the other sides are asked to confirm that it is one. */
export async function makeCommitment(at: Doing, id: Id): Promise<AreaRegister> {
  const area = await held(at, id)
  const { kind, what, unit, target, per, eachWay, dueOn, agreementId } = area
  const { commitments } = await recordCommitment(at, agreementId, CommitmentDraft.parse({ kind, what, unit, target, per, eachWay, dueOn }))
  // Ids are in the order in which they were made.
  const commitmentId = commitments.map((one) => one.id).toSorted().at(-1)!
  return settle(at, area, { state: 'commitment', commitmentId })
}

/** It becomes a draft beneath the agreement, with the same parties: negotiated, cleared and signed like any other. */
export async function makeDraft(at: Doing, id: Id): Promise<AreaRegister> {
  const area = await held(at, id)
  const { fields, visibility, spoken } = await at.db.selectFrom('agreement').select(['fields', 'visibility', 'titleLang as spoken']).where('id', '=', area.agreementId).executeTakeFirstOrThrow()
  const parties = await at.db.selectFrom('agreementParty').select(['organisationId', 'unit', 'role', 'signatory', 'signatoryTitle']).where('agreementId', '=', area.agreementId).orderBy('place').execute()
  const titles = area.what as Record<string, string>
  const titleLang = [spoken, 'en', ...Object.keys(titles)].find((lang) => lang && titles[lang])!
  const draft = await draftAgreement(at, Draft.parse({ kind: 'implementing-agreement', title: titles[titleLang], titleLang, titles, fields, visibility, termKind: 'not-stated', parties, parentId: area.agreementId }))
  return settle(at, area, { state: 'draft', draftId: draft.id })
}

export async function setAside(at: Doing, id: Id, because: string): Promise<AreaRegister> {
  return settle(at, await held(at, id), { state: 'set-aside', because })
}

async function held(at: Doing, id: Id): Promise<NewArea> {
  const area = await holdArea(at.db, at.viewer, id)
  demand(whyNotTakeUp(area, await whoseAgreement(at.db, at.viewer, area.agreementId)))
  return area
}

type Outcome = Pick<NewArea, 'state'> & Partial<Pick<NewArea, 'commitmentId' | 'draftId' | 'because'>>
async function settle(at: Doing, { id, agreementId, what }: NewArea, outcome: Outcome): Promise<AreaRegister> {
  await at.db.updateTable('newArea').set({ ...outcome, settledBy: at.viewer.id, settledAt: at.now }).where('id', '=', id).execute()
  return tell(at, { id, agreementId }, outcome.state === 'set-aside' ? 'set-aside' : 'taken-up', { what, ...outcome })
}

async function tell(at: Doing, { id, agreementId }: Pick<NewArea, 'id' | 'agreementId'>, what: string, data: Record<string, unknown>): Promise<AreaRegister> {
  await tellOf(at, { what: `new-area.${what}`, thing: id, agreementId, data, open: data['state'] ? { state: data['state'] } : {} })
  return findAreas(at.db, at.viewer, agreementId)
}
