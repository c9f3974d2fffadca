// The API kept: each promise in `api.ts` meets the function that fulfils it. Nothing is decided here.
import { sidesHeld } from '#domains/agreements/rules.ts'
import { serve, type Looking, type Routes } from '#platform/http/serve.ts'
import type { Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import type { Vault } from '#platform/signatures/vault.ts'
import { accept, nameSeat, recordInk, signHere, takeSigned } from './actions.ts'
import { authorityApi, ceremoniesApi, signingApi, verificationApi } from './api.ts'
import { changeCeremony, moveCeremony, prepareCeremony, publishCeremony, removeCeremony } from './ceremony-actions.ts'
import { ceremonyHistory, findCeremony, listCeremonies } from './ceremony-store.ts'
import { bringCertificate, issueCertificate, retireCertificate } from './certificate-actions.ts'
import { shownCertificate } from './certificate-store.ts'
import { addClearanceFile, addDelegation, adjustRule, answerClearance, dropRule, openClearanceFile, openDelegation, takeBackAnswer, withdrawDelegation } from './clearance-actions.ts'
import { mayAdjust } from './clearance-rules.ts'
import { rulesOf, shownDelegations } from './clearance-store.ts'
import { openPaper, openSignature, panelOf } from './panel.ts'
import { callOff } from './calling-off.ts'
import { type Home, openWithPdf } from './opening.ts'
import { openWithText } from './text-desk.ts'
import { addDelegationUpload, openWithUpload, recordInkUpload, takeSignedUpload } from './uploaded.ts'
import { sealedUnder, verifyFile } from './verification-store.ts'
import { amongSides } from '#domains/agreements/inner-store.ts'
import './archived-files.ts'
import './turns.ts'

amongSides('signing.', 'note', 'because')

export const signingRoutes = ({ vault, home }: { vault: Vault; home: Home }): Routes => [...serve(signingApi, {
  panel: ({ db, viewer, today, now }, { params }) => panelOf(db, viewer, params.id, today, now),
  open: (at, { params }) => openWithText(at, home, params.id),
  openWithPdf: (at, { params, file }) => openWithPdf(at, home, params.id, file),
  openWithUpload: (at, { params, body }) => openWithUpload(at, home, params.id, body.upload),
  callOff: (at, { params, body }) => callOff(at, params.id, body.because),
  paper: ({ db, viewer }, { params }) => openPaper(db, viewer, params.id),
  accept: (at, { params, body }) => accept(at, params.id, params.sideId, body.accepts),
  nameSeat: (at, { params, body }) => nameSeat(at, params.id, params.seatId, body),
  sign: (at, { params, body }) => signHere(at, vault, params.id, body),
  takeSigned: (at, { params, body, file }) => takeSigned(at, vault, params.id, body, file),
  recordInk: (at, { params, body, file }) => recordInk(at, vault, params.id, body, file),
  takeSignedUpload: (at, { params, body }) => takeSignedUpload(at, vault, params.id, body),
  recordInkUpload: (at, { params, body }) => recordInkUpload(at, vault, params.id, body),
  signatureFile: ({ db, viewer }, { params }) => openSignature(db, viewer, params.id, params.signatureId),
  answerClearance: (at, { params, body }) => answerClearance(at, params.id, params.clearanceId, body),
  takeBackAnswer: (at, { params }) => takeBackAnswer(at, params.id, params.clearanceId),
  addClearanceFile: (at, { params, file }) => addClearanceFile(at, params.id, params.clearanceId, file),
  clearanceFile: ({ db, viewer }, { params }) => openClearanceFile(db, viewer, params.id, params.fileId),
}), ...serve(authorityApi, {
  certificate: async (at, { params }) => ({ certificate: await shownCertificate(at.db, own(at, params.id), at.now), mayAdjust: mayAdjust(params.id, at.viewer) }),
  bringCertificate: (at, { params, body, file }) => bringCertificate(at, vault, params.id, file, body.password),
  issueCertificate: (at, { params }) => issueCertificate(at, vault, params.id),
  retireCertificate: (at, { params }) => retireCertificate(at, params.id),
  rules: async (at, { params }) => ({ rules: await rulesOf(at.db, own(at, params.id)), mayAdjust: mayAdjust(params.id, at.viewer) }),
  adjustRule: (at, { params, body }) => adjustRule(at, params.id, body),
  dropRule: (at, { params }) => dropRule(at, params.id, params.ruleId),
  delegations: (at, { params }) => shownDelegations(at.db, own(at, params.id), at.today),
  addDelegation: (at, { params, body, file }) => addDelegation(at, params.id, body, file),
  addDelegationUpload: (at, { params, body }) => addDelegationUpload(at, params.id, body),
  withdrawDelegation: (at, { params }) => withdrawDelegation(at, params.id, params.delegationId),
  delegationFile: (at, { params }) => openDelegation(at.db, at.viewer, params.id, params.fileId),
}), ...serve(verificationApi, {
  byCode: async ({ db, now }, { params, query }) => found(await sealedUnder(db, params.code, query.locale, now)),
  byFile: (at, { file }) => verifyFile(at.db, file.bytes, at.viewer.locale ?? 'en', at.now),
}), ...serve(ceremoniesApi, {
  ceremonies: ({ db, viewer }, { query }) => listCeremonies(db, viewer, query),
  ceremony: ({ db, viewer }, { params }) => findCeremony(db, viewer, params.id),
  ceremonyHistory: ({ db, viewer }, { params }) => ceremonyHistory(db, viewer, params.id),
  prepare: (at, { body }) => prepareCeremony(at, body),
  change: (at, { params, body }) => changeCeremony(at, params.id, body),
  remove: (at, { params }) => removeCeremony(at, params.id),
  move: (at, { params, body }) => moveCeremony(at, params.id, body),
  publish: (at, { params }) => publishCeremony(at, params.id, true),
  unpublish: (at, { params }) => publishCeremony(at, params.id, false),
})]

/** An organisation's ways of signing are shown to those who hold an office there. */
function own({ viewer }: Pick<Looking, 'viewer'>, id: Id): Id {
  return found(viewer.admin || sidesHeld([{ organisationId: id, role: 'party' }], viewer, ...viewer.offices.map(({ role }) => role)).length > 0 ? id : null)
}
