// Files of signing that came piece by piece: each is taken in the transaction in which it is kept, so that what is refused is not sent again,
// and whose answer was lost sends it again and hears how things stand.
import type { Doing } from '#platform/http/serve.ts'
import type { Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import type { Vault } from '#platform/signatures/vault.ts'
import { takeUpload } from '#platform/uploads/uploads.ts'
import { recordInk, takeSigned } from './actions.ts'
import { addDelegation } from './clearance-actions.ts'
import type { DelegationDraft, DelegationShown } from './clearance-model.ts'
import { shownDelegations } from './clearance-store.ts'
import type { InkDraft, SigningFile, UploadDraft } from './model.ts'
import { type Home, openWithPdf } from './opening.ts'
import { currentSigning, mustSee, showSigning } from './store.ts'

type From<Draft> = Draft & { upload: Id }

export async function openWithUpload(at: Doing, home: Home, agreementId: Id, upload: Id): Promise<SigningFile> {
  await mustSee(at.db, at.viewer, agreementId)
  const file = await takeUpload(at, upload, agreementId)
  return file ? openWithPdf(at, home, agreementId, file) : standing(at, agreementId)
}

export async function takeSignedUpload(at: Doing, vault: Vault, agreementId: Id, { upload, ...draft }: From<UploadDraft>): Promise<SigningFile> {
  await mustSee(at.db, at.viewer, agreementId)
  const file = await takeUpload(at, upload, draft.seatId)
  return file ? takeSigned(at, vault, agreementId, draft, file) : standing(at, agreementId)
}

export async function recordInkUpload(at: Doing, vault: Vault, agreementId: Id, { upload, ...draft }: From<InkDraft>): Promise<SigningFile> {
  await mustSee(at.db, at.viewer, agreementId)
  const file = await takeUpload(at, upload, draft.seatId)
  return file ? recordInk(at, vault, agreementId, draft, file) : standing(at, agreementId)
}

export async function addDelegationUpload(at: Doing, organisationId: Id, { upload, ...draft }: From<DelegationDraft>): Promise<DelegationShown[]> {
  const file = await takeUpload(at, upload, organisationId)
  return file ? addDelegation(at, organisationId, draft, file) : shownDelegations(at.db, organisationId, at.today)
}

const standing = async (at: Doing, agreementId: Id): Promise<SigningFile> => showSigning(at.db, at.viewer, found(await currentSigning(at.db, agreementId)), at.today, at.now)
