// The API kept: each promise in `api.ts` meets the function that fulfils it. Nothing is decided here.
import { amongSides } from '#domains/agreements/inner-store.ts'
import { isInner } from '#domains/agreements/rules.ts'
import { askConsent } from './consent-requests.ts'
import { serve, type Looking, type Routes } from '#platform/http/serve.ts'
import type { Id, Locale } from '#platform/kinds.ts'
import { beginText, giveValue, newDraft, setLanguages } from './actions.ts'
import { textsApi } from './api.ts'
import { board, boardCounts } from './board-store.ts'
import { changesOf } from './change-store.ts'
import { addClause, matchWording, placeClause, removeClause, restoreClause, wordClause } from './clause-actions.ts'
import { comment, removeComment, settleComment } from './comment-actions.ts'
import { commentsOf } from './comment-store.ts'
import { compare } from './comparison.ts'
import { answerProposal, propose, withdrawProposal } from './proposal-actions.ts'
import { writeText } from './files.ts'
import { proposalsOf } from './proposal-store.ts'
import { snapshotOf } from './snapshots.ts'
import { findText, findWhole, textBeside } from './store.ts'
import { showTemplate, templateOrLibrary, templates } from './templates.ts'
import { consent, handOver, reopen, takeConsentBack, takeTurnBack } from './turn-actions.ts'
import { versionFor, versionsFor } from './version-store.ts'
import { takeWord } from './word-actions.ts'
import type { ReadWord } from './word-reading.ts'
import './turns.ts'

amongSides('text.', 'note', 'because')

export const textRoutes = (readWord: ReadWord): Routes => serve(textsApi, {
  board: ({ db, viewer, now }, { query }) => board(db, viewer, query, now),
  boardCounts: ({ db, viewer }, { query }) => boardCounts(db, viewer, query),
  draft: (at, { body }) => newDraft(at, body),
  templates: async () => templates().map(showTemplate),
  template: async (_, { params }) => showTemplate(templateOrLibrary(params.key)),

  beside: ({ db, viewer }, { params }) => textBeside(db, viewer, params.id),
  read: ({ db, viewer }, { params }) => findText(db, viewer, params.id),
  begin: (at, { params, body }) => beginText(at, params.id, body),
  setLanguages: (at, { params, body }) => setLanguages(at, params.id, body),
  giveValue: (at, { params, body }) => giveValue(at, params.id, params.name, body),

  addClause: (at, { params, body }) => addClause(at, params.id, body),
  placeClause: (at, { params, body }) => placeClause(at, params.id, params.clauseId, body),
  removeClause: (at, { params }) => removeClause(at, params.id, params.clauseId),
  restoreClause: (at, { params }) => restoreClause(at, params.id, params.clauseId),
  word: (at, { params, body }) => wordClause(at, params.id, params.clauseId, params.lang as Locale, body),
  match: (at, { params, body }) => matchWording(at, params.id, params.clauseId, params.lang as Locale, body.seen),
  changes: async (at, { params }) => (isInner((await seen(at, params.id)).parties, at.viewer) ? changesOf(at.db, params.id, params.clauseId) : []),

  handOver: (at, { params, body }) => handOver(at, params.id, body),
  takeTurnBack: (at, { params }) => takeTurnBack(at, params.id),
  versions: async (at, { params }) => versionsFor(at.db, at.viewer, await seen(at, params.id)),
  version: async (at, { params }) => versionFor(at.db, at.viewer, await seen(at, params.id), params.versionId),
  compare: async (at, { params, query }) => compare(await state(at, params.id, query.from), await state(at, params.id, query.to)),
  consent: (at, { params, body }) => consent(at, params.id, body.versionId),
  askConsent: (at, { params, body }) => askConsent(at, params.id, body),
  takeConsentBack: (at, { params }) => takeConsentBack(at, params.id),
  reopen: (at, { params, body }) => reopen(at, params.id, body.because),

  file: (at, { params, query }) => writeText(at, params.id, query),
  takeWord: (at, { params, body, file }) => takeWord(at, params.id, file, body, readWord),

  proposals: async (at, { params }) => { const whole = await seen(at, params.id); return isInner(whole.parties, at.viewer) ? proposalsOf(at.db, whole) : [] },
  propose: (at, { params, body }) => propose(at, params.id, body),
  answerProposal: (at, { params, body }) => answerProposal(at, params.id, params.proposalId, body),
  withdrawProposal: (at, { params }) => withdrawProposal(at, params.id, params.proposalId),

  comments: async (at, { params }) => { const { parties } = await seen(at, params.id); return isInner(parties, at.viewer) ? commentsOf(at.db, at.viewer, { agreementId: params.id, parties }) : [] },
  comment: (at, { params, body }) => comment(at, params.id, body),
  settleComment: (at, { params }) => settleComment(at, params.id, params.commentId, true),
  openComment: (at, { params }) => settleComment(at, params.id, params.commentId, false),
  removeComment: (at, { params }) => removeComment(at, params.id, params.commentId),
})

/** What one may not see does not exist. */
const seen = ({ db, viewer }: Looking, id: Id) => findWhole(db, viewer, id)

/** A version, or the text as it stands. */
async function state(at: Looking, id: Id, versionId: Id | undefined) {
  const whole = await seen(at, id)
  return versionId ? versionFor(at.db, at.viewer, whole, versionId) : { number: null, content: snapshotOf(whole) }
}
