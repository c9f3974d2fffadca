// The commitments API: what an agreement promises, and what was done for it. A withdrawal is a noun that is added; nothing here is erased.
import * as z from 'zod'
import { get, post, put } from '#platform/http/contract.ts'
import { Id } from '#platform/kinds.ts'
import { Activities, ActivityDraft, ActivityShown, Beginning, Link, Listing, Withdrawal } from './activity-model.ts'
import { HandoverFile, Passing } from './handover-model.ts'
import { CommitmentDraft, CommitmentRevision, Promises } from './model.ts'
import { Acting, Ladder, TermFile } from './term-model.ts'

export const commitmentsApi = {
  promises: get('/agreements/:id/commitments', { answer: Promises, says: 'What an agreement promises: each commitment with its standing and the arithmetic, and the pulse of it all' }),
  record: post('/agreements/:id/commitments', { body: CommitmentDraft, answer: Promises, says: 'Records a commitment; the other sides are asked to confirm that it is one' }),
  revise: put('/commitments/:id', { body: CommitmentRevision, answer: Promises, says: 'Revises it; `seen` is the `changedAt` that was seen' }),
  withdraw: post('/commitments/:id/withdrawal', { body: Withdrawal, answer: Promises, says: 'Takes it back, with a reason' }),
}

export const activitiesApi = {
  ofAgreement: get('/agreements/:id/activities', { query: Listing.extend({ commitment: Id.optional() }), answer: Activities, says: 'What was done for an agreement, newest first' }),
  begin: get('/activities/beginning', { query: z.object({ agreement: Id.optional() }), answer: Beginning, says: 'What the form for logging begins with: agreements, commitments, and what was filled in last time' }),
  log: post('/activities', { body: ActivityDraft, answer: ActivityShown, says: 'Logs what was done; the same id sent again changes nothing and answers with what was kept' }),
  read: get('/activities/:id', { answer: ActivityShown, says: 'One activity: numbers, what it serves, evidence' }),
  withdrawActivity: post('/activities/:id/withdrawal', { body: Withdrawal, answer: ActivityShown, says: 'Takes it back, with a reason; it stays to be read and counts nowhere' }),
  addEvidence: post('/activities/:id/evidence', { takes: 'file', answer: ActivityShown, says: 'Adds a file; what a photograph tells of place and camera is taken out first' }),
  keepUpload: post('/activities/:id/uploads', { body: z.object({ upload: Id }), answer: ActivityShown, says: 'Keeps a whole upload as evidence, as `addEvidence` keeps a file; the same upload again changes nothing' }),
  addLink: post('/activities/:id/links', { body: Link, answer: ActivityShown, says: 'Adds a link as evidence' }),
  openEvidence: get('/activities/:id/evidence/:evidenceId', { answer: z.unknown(), gives: 'file', says: 'A file that is evidence' }),
  withdrawEvidence: post('/activities/:id/evidence/:evidenceId/withdrawal', { body: Withdrawal, answer: ActivityShown, says: 'Takes a piece of evidence back, with a reason' }),
}

export const termsApi = {
  term: get('/agreements/:id/term', { answer: TermFile, says: 'When its term ends or renews itself, what was decided, what may be decided, and what would remain open' }),
  act: post('/agreements/:id/term-acts', { body: Acting, answer: TermFile, says: 'Renews it as it is, begins a changed one, lets it lapse, or gives notice; what binds the other sides waits for them' }),
  withdrawAct: post('/agreements/:id/term-acts/:actId/withdrawal', { body: Withdrawal, answer: TermFile, says: 'Takes back what the others have not agreed to yet' }),
  changeLadder: put('/agreements/:id/ladder', { body: Ladder, answer: TermFile, says: 'Changes the months before its end at which both sides are reminded' }),
  handovers: get('/handovers', { answer: z.array(HandoverFile), says: 'Offices that were vacated, with what they answered for' }),
  passOn: post('/handovers/:id/successors', { body: Passing, answer: z.array(HandoverFile), says: 'Passes what a vacated office answered for to a successor, with a note' }),
}
