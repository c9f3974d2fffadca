// The memberships API: the rules, applications and what is done about them. What is done is a noun that is added.
import * as z from 'zod'
import { del, get, post, put } from '#platform/http/contract.ts'
import { Id } from '#platform/kinds.ts'
import { AdmissionFile, ApplicationFile, Applying, Checked, Deciding, Identified, Laying, Pledging, Reasoned } from './admission-model.ts'
import { Asking, Confirming, Ended, Leaving, MemberFile, Suspending, SuspensionDecided } from './member-model.ts'
import { MembershipRules } from './rule-model.ts'

const Kept = { params: z.object({ id: Id, requirement: z.string().max(40) }) }

export const admissionApi = {
  admission: get('/alliances/:id/admission', { answer: AdmissionFile, says: 'How one becomes a member of an alliance: its rules with their sources, the applications this viewer has to do with' }),
  adopt: put('/alliances/:id/membership-rules', { body: z.object({ seen: z.int(), rules: MembershipRules }), answer: AdmissionFile, says: 'Adopts rules of membership as a new version; `seen` is the version that was seen' }),
  apply: post('/alliances/:id/applications', { body: Applying, answer: ApplicationFile, says: 'Applies for an organisation whose records one keeps' }),
  application: get('/applications/:id', { answer: ApplicationFile, says: 'An application: its steps with owner and day, its papers, what is asked, what was decided and why' }),
  keepPaper: post('/applications/:id/requirements/:requirement/uploads', { ...Kept, body: z.object({ upload: Id }), answer: ApplicationFile, says: 'Keeps a whole upload as the paper for a requirement; another takes its place' }),
  openPaper: get('/applications/:id/papers/:paperId', { answer: z.unknown(), gives: 'file', says: 'A paper that was handed in' }),
  identify: post('/applications/:id/organisation', { body: Identified, answer: ApplicationFile, says: 'Says which organisation applies, or adds it as it was written' }),
  check: post('/applications/:id/checks', { body: Checked, answer: ApplicationFile, says: 'The secretariat finds it complete, asks for more, or refuses with a reason' }),
  answer: post('/applications/:id/answers', { body: Reasoned, answer: ApplicationFile, says: 'The applicant has handed in what was asked for' }),
  lay: post('/applications/:id/matters', { body: Laying, answer: ApplicationFile, says: 'Lays it before the body that decides: into a session, or as a decision in writing' }),
  decide: post('/applications/:id/decisions', { body: Deciding, answer: ApplicationFile, says: 'Writes down a decision with its day and reason, where no body sits or it has not carried' }),
  pledge: post('/applications/:id/pledges', { body: Pledging, answer: ApplicationFile, says: 'The applicant accepts the pledge by name and office; `hash` is of the words that were read' }),
  appeal: post('/applications/:id/appeals', { body: Reasoned, answer: ApplicationFile, says: 'Asks the council to look at a refusal, once' }),
  withdraw: post('/applications/:id/withdrawals', { body: Reasoned, answer: ApplicationFile, says: 'The applicant takes it back' }),
}

const Member = { params: z.object({ id: Id, organisationId: Id }), answer: MemberFile }
export const membersApi = {
  member: get('/alliances/:id/membership/:organisationId', { ...Member, says: 'A member as its own office and the secretariat see it: standing, contact, notice, suspension, what still binds it' }),
  leave: post('/alliances/:id/membership/:organisationId/departures', { ...Member, body: Leaving, says: 'Gives notice: the member has left on a day that the rules allow' }),
  stay: del('/alliances/:id/membership/:organisationId/departures', { ...Member, says: 'Takes the notice back before its day' }),
  proposeSuspension: post('/alliances/:id/membership/:organisationId/suspensions', { ...Member, body: Suspending, says: 'Proposes to suspend a member, with the reason' }),
  laySuspension: post('/alliances/:id/membership/:organisationId/suspensions/matters', { ...Member, body: Laying, says: 'Lays the proposal before the body that decides' }),
  decideSuspension: post('/alliances/:id/membership/:organisationId/suspensions/decisions', { ...Member, body: SuspensionDecided, says: 'Writes the decision down where no body sits, or drops the proposal' }),
  endSuspension: post('/alliances/:id/membership/:organisationId/suspensions/endings', { ...Member, body: Ended, says: 'Reinstates the member before the day, with the reason' }),
  confirm: post('/alliances/:id/membership/:organisationId/confirmations', { ...Member, body: Confirming, says: 'Confirms whom to write to and who holds the offices' }),
  askContacts: post('/alliances/:id/contact-checks', { body: Asking, answer: z.object({ asked: z.int(), letters: z.int() }), says: 'Asks the members now whether their contacts are right' }),
}
