// The confirmations API: a claim as its sides see it. An answer, a further claim and a link are nouns that are added to it.
import * as z from 'zod'
import { del, get, post } from '#platform/http/contract.ts'
import { Answering, Asking, ClaimFile, ClaimingAgain } from './model.ts'

export const confirmationsApi = {
  read: get('/confirmations/:id', { answer: ClaimFile, says: 'A claim: its sides, their answers, the whole conversation, the evidence' }),
  answer: post('/confirmations/:id/answers', { body: Answering, answer: ClaimFile, says: 'Confirms or disputes it, for the sides whose records one keeps' }),
  claimAgain: post('/confirmations/:id/claims', { body: ClaimingAgain, answer: ClaimFile, says: 'The claimant answers a dispute and claims again' }),
  ask: post('/confirmations/:id/links', { body: Asking, answer: z.object({ claim: ClaimFile, address: z.string().nullable() }), limit: 30, says: 'Asks a side without an account by a letter or a link; the address of a link is told this once' }),
  revoke: del('/confirmations/:id/links/:linkId', { answer: ClaimFile, says: 'Takes a link back: it opens nothing any more' }),
}
