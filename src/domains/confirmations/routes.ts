// The promises of confirmations kept. Nothing is decided here.
import { type Routes, serve } from '#platform/http/serve.ts'
import { answerClaim, claimAgain } from './actions.ts'
import { confirmationsApi } from './api.ts'
import type { Installation } from './letters.ts'
import { askSide, revokeLink } from './link-actions.ts'
import { findClaimFile } from './store.ts'

export const confirmationRoutes = (home: Installation): Routes => serve(confirmationsApi, {
  read: ({ db, viewer }, { params }) => findClaimFile(db, viewer, params.id),
  answer: (at, { params, body }) => answerClaim(at, params.id, body),
  claimAgain: (at, { params, body }) => claimAgain(at, params.id, body.words),
  ask: (at, { params, body }) => askSide(at, home, params.id, body),
  revoke: (at, { params }) => revokeLink(at, params.id, params.linkId),
})
