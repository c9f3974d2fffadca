// What a clause promises, before anyone answers for it: a template brings these along, and the floor above makes commitments of
// them. A target is what is promised for one period: for `year` in each year of the term, for `total` over the whole of it.
import * as z from 'zod'
import { Locale, ShortText } from '#platform/kinds.ts'

/** What is promised, by the field's own kinds (the nine of a memorandum on a joint research centre among them). */
export const promiseKinds = [
  'exchange', 'training', 'supervision', 'seminar', 'joint-unit', 'programme', 'patent', 'resource', 'meeting', 'report', 'other',
] as const
export const PromiseKind = z.enum(promiseKinds)
export type PromiseKind = z.infer<typeof PromiseKind>

/** What is counted. `milestone` is done or not done: its target is 1. */
export const units = ['milestone', 'persons', 'person-months', 'events', 'hours', 'theses', 'programmes', 'patents', 'publications', 'meetings', 'reports', 'items', 'money'] as const
export const Unit = z.enum(units)
export type Unit = z.infer<typeof Unit>

export const periods = ['once', 'year', 'total'] as const
export const Period = z.enum(periods)
export type Period = z.infer<typeof Period>

/** How much of what, in which period. `eachWay`: every side owes the target for itself, as in an exchange. */
export const Measure = z.object({ unit: Unit, target: z.number().positive().max(1e9), per: Period, eachWay: z.boolean() })
export type Measure = z.infer<typeof Measure>

export const Promised = z.object({
  kind: PromiseKind,
  /** In a few words, by language. */
  what: z.partialRecord(Locale, ShortText),
  measure: Measure,
  /** Due so many months after it comes into force; nothing where only the period counts. */
  dueMonths: z.int().min(0).max(600).nullable(),
  /** The place, in the same list, of the promise that must be kept first. */
  after: z.int().min(0).nullable(),
})
export type Promised = z.infer<typeof Promised>
