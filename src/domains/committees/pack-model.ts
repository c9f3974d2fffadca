// What a session is given to read. Live it is worked out for each reader; frozen it is kept as it was.
import * as z from 'zod'
import { Status, Why } from '#domains/commitments/model.ts'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { IndicatorUnit } from '#domains/plans/indicator-model.ts'
import { Day, Id, Instant, Locale } from '#platform/kinds.ts'
import { Decision, Texts, Titles } from './model.ts'

/** Each promise and side is in one of these, so that they add up to what was promised. */
export const owedStates = ['confirmed', 'done', 'under-way', 'late', 'not-started'] as const
export const OwedState = z.enum(owedStates)
export type OwedState = z.infer<typeof OwedState>

/** `target`, `expected`: nothing where the sides owe it together; then `claimed` and `confirmed` are what this side brought to it. */
export const OwedBySide = z.object({ side: Id, target: z.number().nullable(), expected: z.number().nullable(), claimed: z.number(), confirmed: z.number(), state: OwedState })
export type OwedBySide = z.infer<typeof OwedBySide>
export const PackPromise = z.object({
  id: Id, agreementId: Id, what: Titles, unit: z.string().nullable(), target: z.number().nullable(), dueOn: Day.nullable(), status: Status, claimed: z.number(), confirmed: z.number(),
  per: z.enum(['once', 'year', 'total']).default('once'), eachWay: z.boolean().default(false), expected: z.number().nullable().default(null), pace: z.number().nullable().default(null), why: Why.nullable().default(null), state: OwedState.default('under-way'), sides: z.array(OwedBySide).default([]),
})
export type PackPromise = z.infer<typeof PackPromise>
/** How often, and by whom: its words are those of commitments. */
export const oftenOf = ({ per, eachWay }: Pick<PackPromise, 'per' | 'eachWay'>): string => `commitments.claim.per.${per}${eachWay ? '-each-way' : ''}`

/** `nothing`: nobody was given anything to do because of it. */
export const became = ['carried-out', 'open', 'late', 'nothing'] as const
export const PackDecision = Decision.pick({ id: true, number: true, text: true, takenOn: true, matter: true }).extend({ open: z.int(), done: z.int(), became: z.enum(became).default('nothing'), meetingId: Id.nullable().default(null) })
export const PackIndicator = z.object({ code: z.string(), own: Titles.nullable(), unit: IndicatorUnit, value: z.number().nullable(), claimed: z.number().nullable(), listed: z.boolean() })
export const PackScope = z.object({ kind: z.enum(['agreement', 'alliance']), id: Id, year: z.int() })

/** What hinders it, with who answers for it and with what; and what a side proposes to do beyond what is promised. */
export const PackChallenge = z.object({ id: Id, what: Titles, cause: Texts, answer: Texts, ownerId: Id.nullable(), since: Day, resolvedOn: Day.nullable() })
export const PackProposal = z.object({ id: Id, what: Titles, why: Texts, sideId: Id, state: z.enum(['open', 'commitment', 'draft', 'set-aside']), proposedOn: Day })

export const Pack = z.object({
  asOf: Instant, scope: PackScope.nullable().default(null),
  /** The organisations that owe something, and the agreements they owe it in, by id. */
  names: z.record(Id, OrganisationBrief).default({}), agreements: z.record(Id, z.string()).default({}),
  promises: z.array(PackPromise), decisions: z.array(PackDecision),
  actions: z.array(z.object({ id: Id, what: z.string(), owner: z.string(), dueOn: Day, done: z.boolean(), decisionNumber: z.int().nullable() })),
  indicators: z.array(PackIndicator).default([]), challenges: z.array(PackChallenge).default([]), proposals: z.array(PackProposal).default([]),
})
export type Pack = z.infer<typeof Pack>

/** Of a side: so many promises, and how they stand. */
export const SideSums = z.object({ side: Id, promised: z.int(), confirmed: z.int(), done: z.int(), underWay: z.int(), late: z.int(), notStarted: z.int() })
export type SideSums = z.infer<typeof SideSums>
/** The page shows so many promises, those that lag first; the files hold all of them. */
export const PackFile = Pack.extend({ frozenAt: Instant.nullable(), mayFreeze: z.boolean(), assembledAt: Instant.nullable(), sums: z.array(SideSums), promised: z.int() })
export type PackFile = z.infer<typeof PackFile>
/** Of one side, in one state: the list behind a number. */
export const PackWanted = z.object({ side: Id.optional(), state: OwedState.optional() })
export type PackWanted = z.infer<typeof PackWanted>
export const PackForm = z.object({ format: z.enum(['pdf', 'xlsx']).default('pdf'), locale: Locale.default('en') })
