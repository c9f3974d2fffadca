// The promises of this room kept. Nothing is decided here.
import { type Routes, serve } from '#platform/http/serve.ts'
import { areasApi, challengesApi } from './api.ts'
import { makeCommitment, makeDraft, proposeArea, setAside } from './area-actions.ts'
import { findAreas } from './area-store.ts'
import { changeChallenge, recordChallenge } from './challenge-actions.ts'
import { findChallenges } from './challenge-store.ts'

export const reviewRoutes: Routes = [
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
