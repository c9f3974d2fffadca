// What a session is given to read beforehand: live until it is frozen, and then as it was.
import * as z from 'zod'
import { Day, Id, Instant, Locale } from '#platform/kinds.ts'
import { Decision, Titles } from './model.ts'

export const Pack = z.object({
  asOf: Instant,
  /** What the agreement promises, and what was claimed and confirmed of it, with the standing that is kept. */
  promises: z.array(z.object({ id: Id, agreementId: Id, what: Titles, unit: z.string().nullable(), target: z.number().nullable(), dueOn: Day.nullable(), status: z.enum(['green', 'amber', 'red', 'grey']), claimed: z.number(), confirmed: z.number() })),
  decisions: z.array(Decision.pick({ id: true, number: true, text: true, takenOn: true, matter: true }).extend({ open: z.int(), done: z.int() })),
  actions: z.array(z.object({ id: Id, what: z.string(), owner: z.string(), dueOn: Day, done: z.boolean(), decisionNumber: z.int().nullable() })),
})
export type Pack = z.infer<typeof Pack>
export const PackFile = Pack.extend({ frozenAt: Instant.nullable(), mayFreeze: z.boolean() })
export type PackFile = z.infer<typeof PackFile>
export const PackForm = z.object({ format: z.enum(['pdf', 'xlsx']).default('pdf'), locale: Locale.default('en') })
