// What the platform itself promises: who am I, how long work is getting on.
import * as z from 'zod'
import { Viewer } from './auth/viewer.ts'
import { get, post } from './http/contract.ts'
import { Id, Instant } from './kinds.ts'

export const Work = z.object({
  id: Id, kind: z.string(), state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']), done: z.int(), total: z.int().nullable(),
  note: z.string().nullable(), result: z.unknown(), failure: z.object({ key: z.string(), facts: z.record(z.string(), z.unknown()) }).nullable(),
  cancelling: z.boolean(), askedAt: Instant, startedAt: Instant.nullable(), endedAt: Instant.nullable(),
})
export type Work = z.infer<typeof Work>

const Me = z.object({ viewer: Viewer.nullable(), csrf: z.string().nullable(), instance: z.object({ name: z.string(), version: z.string() }) })

export const platformApi = {
  me: get('/me', { door: 'anyone', answer: Me, says: 'Who is asking, and what a change must bring along as x-csrf-token' }),
  works: get('/work', { answer: z.array(Work), says: 'The long work this person began, newest first' }),
  work: get('/work/:id', { answer: Work, says: 'How one piece of long work is getting on' }),
  cancelWork: post('/work/:id/cancellation', { answer: Work, says: 'Asks long work to stop; it stops at its next safe point' }),
}
