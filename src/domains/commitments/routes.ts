// The promises of this room kept. Nothing is decided here.
import { type Routes, serve } from '#platform/http/serve.ts'
import { recordCommitment, reviseCommitment, withdrawCommitment } from './actions.ts'
import { logActivity, withdrawActivity } from './activity-actions.ts'
import { activitiesOf, findActivity } from './activity-store.ts'
import { activitiesApi, commitmentsApi, termsApi } from './api.ts'
import { findBeginning } from './beginning.ts'
import './archived-files.ts'
import './claim-turns.ts'
import './claims.ts'
import { findPromises } from './commitment-store.ts'
import { listHandovers, passOn } from './handovers.ts'
import { actOnTerm, changeLadder, withdrawAct } from './term-actions.ts'
import { findTerm } from './term-store.ts'
import './turn-store.ts'
import { addEvidence, addEvidenceLink, keepUpload, openEvidence, withdrawEvidence } from './evidence-actions.ts'

export const commitmentRoutes: Routes = [
  ...serve(commitmentsApi, {
    promises: ({ db, viewer, now }, { params }) => findPromises(db, viewer, params.id, now),
    record: (at, { params, body }) => recordCommitment(at, params.id, body),
    revise: (at, { params, body }) => reviseCommitment(at, params.id, body),
    withdraw: (at, { params, body }) => withdrawCommitment(at, params.id, body.because),
  }),
  ...serve(activitiesApi, {
    ofAgreement: ({ db, viewer }, { params, query }) => activitiesOf(db, viewer, { agreement: params.id, ...query }),
    begin: ({ db, viewer, now }, { query }) => findBeginning(db, viewer, query.agreement, now),
    log: (at, { body }) => logActivity(at, body),
    read: ({ db, viewer }, { params }) => findActivity(db, viewer, params.id),
    withdrawActivity: (at, { params, body }) => withdrawActivity(at, params.id, body.because),
    addEvidence: (at, { params, file }) => addEvidence(at, params.id, file),
    keepUpload: (at, { params, body }) => keepUpload(at, params.id, body.upload),
    addLink: (at, { params, body }) => addEvidenceLink(at, params.id, body),
    openEvidence: ({ db, viewer }, { params }) => openEvidence(db, viewer, params.id, params.evidenceId),
    withdrawEvidence: (at, { params, body }) => withdrawEvidence(at, params.id, params.evidenceId, body.because),
  }),
  ...serve(termsApi, {
    term: ({ db, viewer, now }, { params }) => findTerm(db, viewer, params.id, now),
    act: (at, { params, body }) => actOnTerm(at, params.id, body),
    withdrawAct: (at, { params, body }) => withdrawAct(at, params.id, params.actId, body.because),
    changeLadder: (at, { params, body }) => changeLadder(at, params.id, body.months),
    handovers: ({ db, viewer, today }) => listHandovers(db, viewer, today),
    passOn: (at, { params, body }) => passOn(at, params.id, body),
  }),
]
