// The promises of memberships kept. Nothing is decided here.
import { type Routes, serve } from '#platform/http/serve.ts'
import { answer, appeal, apply, check, decide, identify, keepPaper, openPaper, pledge, withdraw } from './admission-actions.ts'
import { findAdmission, findApplication } from './admission-store.ts'
import { admissionApi } from './api.ts'
import { lay } from './lay-actions.ts'
import { adoptRules } from './rule-actions.ts'
import './turns.ts'

export const membershipRoutes: Routes = serve(admissionApi, {
  admission: (at, { params }) => findAdmission(at, params.id),
  adopt: (at, { params, body }) => adoptRules(at, params.id, body),
  apply: (at, { params, body }) => apply(at, params.id, body),
  application: (at, { params }) => findApplication(at, params.id),
  keepPaper: (at, { params, body }) => keepPaper(at, params.id, params.requirement, body.upload),
  openPaper: (at, { params }) => openPaper(at, params.id, params.paperId),
  identify: (at, { params, body }) => identify(at, params.id, body.organisationId),
  check: (at, { params, body }) => check(at, params.id, body),
  answer: (at, { params, body }) => answer(at, params.id, body.said),
  lay: (at, { params, body }) => lay(at, params.id, body.meetingId),
  decide: (at, { params, body }) => decide(at, params.id, body),
  pledge: (at, { params, body }) => pledge(at, params.id, body),
  appeal: (at, { params, body }) => appeal(at, params.id, body.said),
  withdraw: (at, { params, body }) => withdraw(at, params.id, body.said),
})
