// The signing API, as promised to every client.
import * as z from 'zod'
import { Locale } from '#platform/kinds.ts'
import { del, get, post, put } from '#platform/http/contract.ts'
import { HistoryLine } from '#domains/agreements/model.ts'
import { Advance, CeremonyDraft, CeremonyFile, CeremonyFilter, CeremonyLine, CeremonyRevision } from './ceremony-model.ts'
import { Bringing, CertificateShown } from './certificate-model.ts'
import { ClearanceAnswer, ClearanceRule, DelegationDraft, DelegationShown, DelegationUpload, RuleDraft } from './clearance-model.ts'
import { Accepting, CallingOff, InkDraft, SeatDraft, SignDraft, SigningFile, SigningPanel, UploadDraft, Uploaded, UploadedInk, UploadedSigned } from './model.ts'
import { Verification, Verified } from './verification-model.ts'

const file = { gives: 'file', answer: z.unknown() } as const
const Done = z.object({})

export const signingApi = {
  panel: get('/agreements/:id/signing', { answer: SigningPanel, says: 'The signing of an agreement: sides, places, clearances, checks, signatures; or what may be opened' }),
  open: post('/agreements/:id/signing', { answer: SigningFile, says: 'Opens it: what is signed is the version to which every side agreed' }),
  openWithPdf: post('/agreements/:id/signing/pdf', { takes: 'file', answer: SigningFile, says: 'Opens it: what is signed is this PDF' }),
  openWithUpload: post('/agreements/:id/signing/pdf-uploads', { body: Uploaded, answer: SigningFile, says: 'Opens it with a whole upload, as `openWithPdf` does with a file; the same upload again changes nothing' }),
  callOff: post('/agreements/:id/signing/calling-off', { body: CallingOff, answer: Done, says: 'Calls it off before it is sealed; what was signed stays in the history' }),
  paper: get('/agreements/:id/signing/paper', { ...file, says: 'What is signed, as PDF, with the signatures so far; once sealed, the sealed file' }),
  accept: put('/agreements/:id/signing/sides/:sideId', { body: Accepting, answer: SigningFile, says: 'What a side accepts: electronic, signed elsewhere, ink' }),
  nameSeat: put('/agreements/:id/signing/seats/:seatId', { body: SeatDraft, answer: SigningFile, says: 'Who signs in this place, and in what rank' }),
  sign: post('/agreements/:id/signing/signatures', { body: SignDraft, answer: SigningFile, limit: 30, says: 'Signs here, with a password or a passkey once more' }),
  takeSigned: post('/agreements/:id/signing/uploads', { takes: 'file', body: UploadDraft, answer: SigningFile, says: 'Takes the paper as it was signed elsewhere, and checks it' }),
  recordInk: post('/agreements/:id/signing/inks', { takes: 'file', body: InkDraft, answer: SigningFile, says: 'Records a signature in ink: scan, place, day, originals, seal' }),
  takeSignedUpload: post('/agreements/:id/signing/signed-uploads', { body: UploadedSigned, answer: SigningFile, says: 'Takes a whole upload, as `takeSigned` takes a file; the same upload again changes nothing' }),
  recordInkUpload: post('/agreements/:id/signing/ink-uploads', { body: UploadedInk, answer: SigningFile, says: 'Records ink with a whole upload, as `recordInk` does with a file; the same upload again changes nothing' }),
  signatureFile: get('/agreements/:id/signing/signatures/:signatureId/file', { ...file, says: 'The file of one signature: the paper after it, or the scan' }),
  answerClearance: put('/agreements/:id/signing/clearances/:clearanceId', { body: ClearanceAnswer, answer: SigningFile, says: 'Gives or refuses a clearance whose turn it is' }),
  takeBackAnswer: del('/agreements/:id/signing/clearances/:clearanceId', { answer: SigningFile, says: 'Takes an answer back' }),
  addClearanceFile: post('/agreements/:id/signing/clearances/:clearanceId/files', { takes: 'file', answer: SigningFile, says: 'Adds a document to a clearance' }),
  clearanceFile: get('/agreements/:id/signing/clearance-files/:fileId', { ...file, says: 'A document of a clearance' }),
}

export const authorityApi = {
  certificate: get('/organisations/:id/certificate', { answer: z.object({ certificate: CertificateShown.nullable(), mayAdjust: z.boolean() }), says: 'The certificate with which an organisation signs' }),
  bringCertificate: post('/organisations/:id/certificate', { takes: 'file', body: Bringing, answer: CertificateShown, limit: 20, says: 'Brings a PKCS#12 file; its password is used once and not kept' }),
  issueCertificate: post('/organisations/:id/certificate/issue', { answer: CertificateShown, says: 'Has one issued by the installation’s own authority' }),
  retireCertificate: del('/organisations/:id/certificate', { answer: Done, says: 'Signs with it no longer' }),
  rules: get('/organisations/:id/clearance-rules', { answer: z.object({ rules: z.array(ClearanceRule), mayAdjust: z.boolean() }), says: 'What an organisation asks for before it signs: its country’s rules and its own' }),
  adjustRule: post('/organisations/:id/clearance-rules', { body: RuleDraft, answer: z.array(ClearanceRule), says: 'Adds a rule, or puts one in the place of its country’s' }),
  dropRule: del('/organisations/:id/clearance-rules/:ruleId', { answer: z.array(ClearanceRule), says: 'Takes a rule of its own away' }),
  delegations: get('/organisations/:id/delegations', { answer: z.array(DelegationShown), says: 'Who may sign for it or its units, by whose authority' }),
  addDelegation: post('/organisations/:id/delegations', { takes: 'file', body: DelegationDraft, answer: z.array(DelegationShown), says: 'Records a delegation of authority, with its scan' }),
  addDelegationUpload: post('/organisations/:id/delegation-uploads', { body: DelegationUpload, answer: z.array(DelegationShown), says: 'Records a delegation with a whole upload; the same upload again changes nothing' }),
  withdrawDelegation: del('/organisations/:id/delegations/:delegationId', { answer: z.array(DelegationShown), says: 'Withdraws it' }),
  delegationFile: get('/organisations/:id/delegation-files/:fileId', { ...file, says: 'The scan of a delegation' }),
}

export const verificationApi = {
  byCode: get('/verification/:code', { door: 'anyone', limit: 60, params: z.object({ code: z.string().max(40) }), query: z.object({ locale: Locale.default('en') }), answer: Verified, says: 'What was sealed under a code' }),
  byFile: post('/verification', { door: 'anyone', limit: 20, takes: 'file', answer: Verification, says: 'Whether a PDF is one that was sealed here, and what its signatures say' }),
}

export const ceremoniesApi = {
  ceremonies: get('/ceremonies', { query: CeremonyFilter, answer: z.array(CeremonyLine), says: 'The ceremonies this viewer hosts or takes part in, newest first' }),
  ceremony: get('/ceremonies/:id', { answer: CeremonyFile, says: 'One ceremony: agreements in their order, people, places, and how far it is' }),
  ceremonyHistory: get('/ceremonies/:id/history', { answer: z.array(HistoryLine), says: 'What happened to a ceremony, newest first' }),
  prepare: post('/ceremonies', { body: CeremonyDraft, answer: CeremonyFile, says: 'Prepares one; who signs follows from the parties unless it is said' }),
  change: put('/ceremonies/:id', { body: CeremonyRevision, answer: CeremonyFile, says: 'Changes it before it has begun' }),
  remove: del('/ceremonies/:id', { answer: Done, says: 'Removes it before it has begun' }),
  move: put('/ceremonies/:id/progress', { body: Advance, answer: CeremonyFile, says: 'One step on, or one back' }),
  publish: post('/ceremonies/:id/publication', { answer: CeremonyFile, says: 'Shows its result to everybody' }),
  unpublish: del('/ceremonies/:id/publication', { answer: CeremonyFile, says: 'Shows it no longer' }),
}
