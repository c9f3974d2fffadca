// The promises of memberships kept. Nothing is decided here.
import { type Routes, serve } from '#platform/http/serve.ts'
import { answer, appeal, apply, check, decide, identify, keepPaper, openPaper, pledge, withdraw } from './admission-actions.ts'
import { findAdmission, findApplication } from './admission-store.ts'
import { admissionApi, membersApi } from './api.ts'
import { askContacts, confirmContact } from './contact-actions.ts'
import { leave, stay } from './departure-actions.ts'
import { lay } from './lay-actions.ts'
import type { Installation } from './letters.ts'
import { findMember } from './member-store.ts'
import { adoptRules } from './rule-actions.ts'
import { decideSuspension, endSuspension, laySuspension, proposeSuspension } from './suspension-actions.ts'
import './turns.ts'

export const membershipRoutes = (home: Installation): Routes => [...admissionRoutes, ...memberRoutes(home)]

const admissionRoutes: Routes = serve(admissionApi, {
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

const memberRoutes = (home: Installation): Routes => serve(membersApi, {
  member: (at, { params }) => findMember(at, params.id, params.organisationId),
  leave: (at, { params, body }) => leave(at, params.id, params.organisationId, body),
  stay: (at, { params }) => stay(at, params.id, params.organisationId),
  proposeSuspension: (at, { params, body }) => proposeSuspension(at, params, body),
  laySuspension: (at, { params, body }) => laySuspension(at, params, body.meetingId),
  decideSuspension: (at, { params, body }) => decideSuspension(at, params, body),
  endSuspension: (at, { params, body }) => endSuspension(at, params, body.because),
  confirm: (at, { params, body }) => confirmContact(at, params.id, params.organisationId, body),
  askContacts: (at, { params, body }) => askContacts(at, home, params.id, body.organisationIds),
})
