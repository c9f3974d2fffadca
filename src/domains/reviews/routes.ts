// The promises of this room kept. Nothing is decided here.
import { type Routes, serve } from '#platform/http/serve.ts'
import { areasApi, challengesApi, reviewsApi } from './api.ts'
import { makeCommitment, makeDraft, proposeArea, setAside } from './area-actions.ts'
import { findAreas } from './area-store.ts'
import { changeChallenge, recordChallenge } from './challenge-actions.ts'
import { findChallenges } from './challenge-store.ts'
import './archived-files.ts'
import './claims.ts'
import { listDue, reviewsOf } from './due-store.ts'
import { writeReviewFile } from './paper.ts'
import { beginReview, carryOut, layReview, reopenReview, writeReview } from './review-actions.ts'
import { findReviewFile } from './review-store.ts'

export const reviewRoutes: Routes = [
  ...serve(reviewsApi, {
    due: ({ db, viewer, today }, { query }) => listDue(db, viewer, query, today),
    ofAgreement: ({ db, viewer, today }, { params }) => reviewsOf(db, viewer, params.id, today),
    begin: (at, { params, body }) => beginReview(at, params.id, body.year),
    review: ({ db, viewer, today, now }, { params }) => findReviewFile(db, viewer, params.id, today, now),
    write: (at, { params, body }) => writeReview(at, params.id, body),
    lay: (at, { params }) => layReview(at, params.id),
    reopen: (at, { params, body }) => reopenReview(at, params.id, body.because),
    carryOut: (at, { params }) => carryOut(at, params.id),
    reviewFile: async ({ db, viewer, today, now }, { params, query }) => writeReviewFile(await findReviewFile(db, viewer, params.id, today, now), query, now),
  }),
  ...serve(challengesApi, {
    challenges: ({ db, viewer }, { params }) => findChallenges(db, viewer, params.id),
    recordChallenge: (at, { body }) => recordChallenge(at, body),
    changeChallenge: (at, { params, body }) => changeChallenge(at, params.id, body),
  }),
  ...serve(areasApi, {
    areas: ({ db, viewer }, { params }) => findAreas(db, viewer, params.id),
    propose: (at, { params, body }) => proposeArea(at, params.id, body),
    toCommitment: (at, { params }) => makeCommitment(at, params.id),
    toDraft: (at, { params }) => makeDraft(at, params.id),
    setAside: (at, { params, body }) => setAside(at, params.id, body.because),
  }),
]
