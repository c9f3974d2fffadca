// The promises of elections kept. Nothing is decided here.
import { type Routes, serve } from '#platform/http/serve.ts'
import { acceptNomination, addRules, callElection, cancelElection, countVotes, installElected, nominate, openVoting, protest, settleProtest, vote } from './actions.ts'
import { electionsApi } from './api.ts'
import type { Installation } from './letters.ts'
import { findElection, findOffices } from './store.ts'
import './turns.ts'

export const electionRoutes = (home: Installation): Routes => serve(electionsApi, {
  offices: ({ db, viewer, today }, { params }) => findOffices(db, viewer, params.id, today),
  addRules: (at, { params, body }) => addRules(at, params.id, body),
  call: (at, { params, body }) => callElection(at, params.id, body),
  read: ({ db, viewer, today }, { params }) => findElection(db, viewer, params.id, today),
  nominate: (at, { params, body }) => nominate(at, params.id, body),
  accept: (at, { params, body }) => acceptNomination(at, params.id, body),
  open: (at, { params }) => openVoting(at, home, params.id),
  vote: (at, { params, body }) => vote(at, params.id, body),
  count: (at, { params, body }) => countVotes(at, home, params.id, body.voteUntil),
  protest: (at, { params, body }) => protest(at, params.id, body),
  settle: (at, { params, body }) => settleProtest(at, params.id, body),
  install: (at, { params }) => installElected(at, params.id),
  cancel: (at, { params, body }) => cancelElection(at, params.id, body.because),
})
