// What becomes of an agreement when its term ends: the ladder of reminders, the four acts, and what remains open.
import * as z from 'zod'
import { ClaimState } from '#domains/confirmations/model.ts'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { Day, Id, Instant, LongText } from '#platform/kinds.ts'

/** Renew as it is; renew changed, which begins a draft; let it lapse; end it early, or keep it from renewing itself, by notice. */
export const acts = ['renew', 'renew-changed', 'let-lapse', 'notice'] as const
export const Act = z.enum(acts)
export type Act = z.infer<typeof Act>

/** Months before the end at which both sides are reminded, unless they say otherwise. */
export const usualLadder = [12, 6, 3, 1]
export const Ladder = z.object({ months: z.array(z.int().min(1).max(60)).max(12).transform((months) => [...new Set(months)].toSorted((a, b) => b - a)) })

/** One row of `term_act`. `endsOn` is the last day of the term it is about. `proposed`: the other sides have still to agree. */
export const TermAct = z.object({
  id: Id, agreementId: Id, act: Act, sideId: Id, endsOn: Day.nullable(), effectiveOn: Day.nullable(), untilOn: Day.nullable(), reason: z.string().nullable(), draftId: Id.nullable(),
  state: z.enum(['proposed', 'done', 'withdrawn']), actedBy: Id, actedAt: Instant, settledAt: Instant.nullable(),
})
export type TermAct = z.infer<typeof TermAct>

/** `years`: renewed for so many years, where the sides want another length than the term had. */
export const Acting = z.object({ act: Act, reason: LongText.nullable().default(null), effectiveOn: Day.nullable().default(null), years: z.int().min(1).max(50).nullable().default(null) })
  .refine(({ act, reason }) => act !== 'notice' || reason, { path: ['reason'], error: 'commitments.because-missing' })
export type Acting = z.output<typeof Acting>

/** What a notice would do on a day: from when it would hold no longer, whether that keeps it from renewing, and whether it binds without the others' consent. */
export const Notice = z.object({ months: z.int().nullable(), effectiveOn: Day, stopsRenewalOn: Day.nullable(), lastDayToStop: Day.nullable(), bindsAlone: z.boolean() })
export type Notice = z.infer<typeof Notice>

/** An agreement's term with what may be done about it, and what would remain open. `whyNot` says of each act why it is closed. */
export const TermFile = z.object({
  agreementId: Id, dayZone: z.string(), endsOn: Day.nullable(), renewsOn: Day.nullable(), next: z.object({ from: Day, until: Day }).nullable(), notice: Notice.nullable(),
  ladder: z.array(z.object({ months: z.int(), on: Day, told: z.boolean() })),
  acts: z.array(TermAct.extend({ side: OrganisationBrief, by: z.string().nullable(), claim: z.object({ id: Id, state: ClaimState }).nullable() })),
  remains: z.object({ commitments: z.array(z.object({ id: Id, what: z.record(z.string(), z.string()) })), claims: z.int() }),
  whyNot: z.record(Act, z.string().nullable()), mayChange: z.boolean(),
})
export type TermFile = z.infer<typeof TermFile>
