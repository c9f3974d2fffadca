// The texts API, as promised to every client: a text is a part of its agreement and lives under its address.
import * as z from 'zod'
import { AgreementFile } from '#domains/agreements/model.ts'
import { del, get, post, put } from '#platform/http/contract.ts'
import { Id, Locale } from '#platform/kinds.ts'
import { Because, Begin, ChangeShown, ClauseDraft, ClauseShown, Given, Languages, Matching, NewDraft, Place, VariableName, WordingDraft } from './model.ts'
import {
  Answer, BoardCounts, BoardFilter, BoardPage, CommentDraft, CommentShown, Comparison, HandOver, ProposalDraft, ProposalShown, TakenIn, TextFile, TextFileQuery, Version, VersionLine, WordComing,
} from './negotiation-model.ts'
import { TemplateShown } from './template-model.ts'

const Named = z.object({ key: z.string().regex(/^[a-z0-9-]{1,60}$/) })
const OfClause = z.object({ id: Id, clauseId: Id, lang: Locale })
const Comments = z.array(CommentShown)

export const textsApi = {
  board: get('/drafts', { query: BoardFilter, answer: BoardPage, says: 'Every draft this viewer sees: by stage, with days in it and whose turn it is; longest there first' }),
  boardCounts: get('/drafts/counts', { query: BoardFilter, answer: BoardCounts, says: 'How many drafts stand in which stage, and whose turn they are, under the same filter' }),
  draft: post('/drafts', { body: NewDraft, answer: AgreementFile, says: 'Begins a draft: the record of the agreement and its text' }),
  templates: get('/text-templates', { answer: z.array(TemplateShown.omit({ articles: true })), says: 'The templates a text may begin from, in four languages' }),
  template: get('/text-templates/:key', { params: Named, answer: TemplateShown, says: 'One template with its clauses; `library` is the library of single clauses' }),

  beside: get('/agreements/:id/text-beside', { answer: TextFile.nullable(), says: 'The text of an agreement for the page of the agreement itself; null where there is none, or none that this viewer may read' }),
  read: get('/agreements/:id/text', { answer: TextFile, says: 'The text of an agreement: clauses in every language, how they match, whose turn it is, proposals' }),
  begin: post('/agreements/:id/text', { body: Begin, answer: TextFile, says: 'Begins the text of a draft: from nothing, a template, or another agreement' }),
  setLanguages: put('/agreements/:id/text/languages', { body: Languages, answer: TextFile, says: 'States its languages, which are authentic, and which prevails' }),
  giveValue: put('/agreements/:id/text/values/:name', { params: z.object({ id: Id, name: VariableName }), body: Given, answer: TextFile, says: 'Says what a variable means in each language; `{}` takes it back' }),

  addClause: post('/agreements/:id/text/clauses', { body: ClauseDraft, answer: TextFile, says: 'Adds an article, or a clause in one' }),
  placeClause: put('/agreements/:id/text/clauses/:clauseId/place', { body: Place, answer: TextFile, says: 'Moves it' }),
  removeClause: del('/agreements/:id/text/clauses/:clauseId', { answer: TextFile, says: 'Takes it out; it can be brought back' }),
  restoreClause: post('/agreements/:id/text/clauses/:clauseId/restoration', { answer: TextFile, says: 'Brings it back' }),
  word: put('/agreements/:id/text/clauses/:clauseId/wordings/:lang', { params: OfClause, body: WordingDraft, answer: ClauseShown, says: 'Words it in one language; `seen` is the edition that was seen' }),
  match: post('/agreements/:id/text/clauses/:clauseId/wordings/:lang/match', { params: OfClause, body: Matching, answer: ClauseShown, says: 'Says that this wording matches what was changed in the others' }),
  changes: get('/agreements/:id/text/clauses/:clauseId/changes', { answer: z.array(ChangeShown), says: 'Who changed what in it, word by word, newest first' }),

  handOver: post('/agreements/:id/text/turn', { body: HandOver, answer: TextFile, says: 'Hands the turn over to another side, with a version of the text as it stands' }),
  takeTurnBack: del('/agreements/:id/text/turn', { answer: TextFile, says: 'Takes the turn back that was handed over' }),
  versions: get('/agreements/:id/text/versions', { answer: z.array(VersionLine), says: 'Its versions, newest first, with their hashes and who agreed' }),
  version: get('/agreements/:id/text/versions/:versionId', { answer: Version, says: 'One version as it stood' }),
  compare: get('/agreements/:id/text/comparison', { query: z.object({ from: Id, to: Id.optional() }), answer: Comparison, says: 'Two versions, or a version and the text as it stands, clause by clause' }),
  consent: post('/agreements/:id/text/consents', { body: z.object({ versionId: Id }), answer: TextFile, says: 'Agrees to the latest version for one\'s side' }),
  askConsent: post('/agreements/:id/text/consent-requests', { body: z.object({ versionId: Id, sideId: Id }), answer: z.object({ claim: Id }), says: 'Asks a side without an account to agree to the latest version: a claim that it answers by a letter or a link' }),
  takeConsentBack: del('/agreements/:id/text/consents', { answer: TextFile, says: 'Takes one\'s own agreement back' }),
  reopen: post('/agreements/:id/text/reopening', { body: Because, answer: TextFile, says: 'Negotiates an agreed text again' }),

  file: get('/agreements/:id/text/file', { query: TextFileQuery, answer: z.unknown(), gives: 'file', says: 'The text or a version of it as PDF or Word, languages beside or after each other' }),
  takeWord: post('/agreements/:id/text/file', { takes: 'file', body: WordComing, answer: TakenIn, says: 'Takes a Word file in: a text from elsewhere as articles and clauses, an edited copy as proposals' }),

  proposals: get('/agreements/:id/text/proposals', { answer: z.array(ProposalShown), says: 'Every proposal ever made on it, newest first' }),
  propose: post('/agreements/:id/text/proposals', { body: ProposalDraft, answer: TextFile, says: 'Proposes a change, a new clause or the removal of one; `countersId` makes it a counter-proposal' }),
  answerProposal: post('/agreements/:id/text/proposals/:proposalId/answer', { body: Answer, answer: TextFile, says: 'Accepts a proposal into the text, or refuses it with a reason' }),
  withdrawProposal: del('/agreements/:id/text/proposals/:proposalId', { answer: TextFile, says: 'Takes one\'s own proposal back' }),

  comments: get('/agreements/:id/text/comments', { answer: Comments, says: 'What was said about it: to all sides, and within one\'s own' }),
  comment: post('/agreements/:id/text/comments', { body: CommentDraft, answer: Comments, says: 'Says something about it; `internal`: to one\'s own side alone' }),
  settleComment: post('/agreements/:id/text/comments/:commentId/settlement', { answer: Comments, says: 'Settles it' }),
  openComment: del('/agreements/:id/text/comments/:commentId/settlement', { answer: Comments, says: 'Opens it again' }),
  removeComment: del('/agreements/:id/text/comments/:commentId', { answer: Comments, says: 'Takes back what one said' }),
}
