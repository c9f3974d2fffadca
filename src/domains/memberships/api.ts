// The memberships API: the rules, applications and what is done about them. What is done is a noun that is added.
import * as z from 'zod'
import { get, post, put } from '#platform/http/contract.ts'
import { Id } from '#platform/kinds.ts'
import { AdmissionFile, ApplicationFile, Applying, Checked, Deciding, Identified, Laying, Pledging, Reasoned } from './admission-model.ts'
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
