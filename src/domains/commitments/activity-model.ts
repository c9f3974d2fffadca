// What was done: when, where, who took part in numbers, which commitments it serves with how much, and the evidence for it.
import * as z from 'zod'
import { ClaimState } from '#domains/confirmations/model.ts'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { Day, Id, Instant, LongText, pageOf, ShortText } from '#platform/kinds.ts'
import { Measure } from '#domains/texts/promise-model.ts'

const Count = z.int().min(0).max(1_000_000)
/** Students of a first degree or a vocational course, those of a master's, candidates for a doctorate, staff who teach, research or administer. */
export const participantGroups = ['students', 'masters', 'doctoral', 'staff', 'others'] as const
export const ParticipantGroup = z.enum(participantGroups)
export type ParticipantGroup = z.infer<typeof ParticipantGroup>
/** How many came from an organisation, to the place and by the line; who they were and how many of them were women, where it was said. */
export const TookPart = z.object({ organisationId: Id, inPerson: Count, online: Count, who: ParticipantGroup.nullable().default(null), women: Count.nullable().default(null) })
export type TookPart = z.infer<typeof TookPart>
/** A person by name: only where a promise is about persons. */
export const Named = z.object({ name: ShortText, organisationId: Id.nullable() })
export type Named = z.infer<typeof Named>

/** Which agreement it serves and, of it, which commitment; without an amount the usual one is worked out (`usualAmount`). */
export const Serving = z.object({ agreementId: Id, commitmentId: Id.nullable().default(null), sideId: Id.nullable().default(null), amount: z.number().min(0).max(1e9).nullable().default(null) })
export type Serving = z.output<typeof Serving>

const zones = (name: string) => { try { return Boolean(new Intl.DateTimeFormat('en', { timeZone: name })) } catch { return false } }

/** What a person fills in. An id made where it was written makes a repeated sending harmless. */
export const ActivityDraft = z.object({
  id: z.uuidv7({ error: 'commitments.id-not-v7' }).optional(),
  what: ShortText, lang: z.string().max(20).default('en'), onDay: Day, untilDay: Day.nullable().default(null),
  zone: z.string().max(60).refine(zones, { error: 'organisations.not-a-time-zone' }).nullable().default(null),
  place: ShortText.nullable().default(null), online: z.boolean().default(false),
  /** The side that says so: one at which an office is held. */
  sideId: Id,
  numbers: z.array(TookPart).max(60).default([]), persons: z.array(Named).max(200).default([]), serves: z.array(Serving).min(1).max(60),
  links: z.array(z.object({ url: z.url({ protocol: /^https?$/ }).max(2000), title: ShortText.nullable().default(null) })).max(20).default([]),
}).refine(({ onDay, untilDay }) => !untilDay || untilDay >= onDay, { path: ['untilDay'], error: 'commitments.ends-before-it-starts' })
  .refine(({ numbers }) => numbers.every(({ inPerson, online, women }) => (women ?? 0) <= inPerson + online), { path: ['numbers'], error: 'commitments.more-women-than-all' })
export type ActivityDraft = z.output<typeof ActivityDraft>

/** One row of `activity`. */
export const Activity = z.object({
  id: Id, what: z.string(), lang: z.string(), onDay: Day, untilDay: Day.nullable(), zone: z.string().nullable(), place: z.string().nullable(), online: z.boolean(),
  sideId: Id, recordedBy: Id, office: Id.nullable(), recordedAt: Instant, withdrawnAt: Instant.nullable(), withdrawnBy: Id.nullable(), withdrawnBecause: z.string().nullable(),
})
export type Activity = z.infer<typeof Activity>

export const Evidence = z.object({
  id: Id, title: z.string(), url: z.string().nullable(), type: z.string().nullable(), size: z.int().nullable(), sha256: z.string().nullable(),
  /** What was taken out of a photograph before it was kept: `location`, `camera`, `time`, `text`. */
  stripped: z.array(z.string()), addedAt: Instant, withdrawnAt: Instant.nullable(), withdrawnBecause: z.string().nullable(),
})
export type Evidence = z.infer<typeof Evidence>

/** An agreement it serves, as far as the reader may see it, with the claim that its other sides answer. */
export const Served = z.object({
  agreementId: Id, title: z.string(), titleLang: z.string().nullable(), titles: z.record(z.string(), z.string()), claim: z.object({ id: Id, state: ClaimState }),
  commitments: z.array(z.object({ id: Id, what: z.record(z.string(), z.string()), unit: Measure.shape.unit, sideId: Id.nullable(), amount: z.number() })),
})
export type Served = z.infer<typeof Served>

/** An activity as lists and its own page show it. */
export const ActivityShown = Activity.extend({
  side: OrganisationBrief, by: z.string().nullable(), numbers: z.array(TookPart.extend({ organisation: OrganisationBrief })), persons: z.array(Named),
  serves: z.array(Served), evidence: z.array(Evidence), mayWithdraw: z.boolean(), mayAdd: z.boolean(),
})
export type ActivityShown = z.infer<typeof ActivityShown>
export const Activities = pageOf(ActivityShown)

export const Listing = z.object({ after: z.string().max(60).optional(), limit: z.coerce.number().int().min(1).max(100).default(20) })
export const Withdrawal = z.object({ because: LongText })
export const Link = z.object({ url: z.url({ protocol: /^https?$/ }).max(2000), title: ShortText.nullable().default(null) })

/** What the form for logging begins with: the agreements one may log for, newest activity first, and what was filled in last time. */
export const Beginning = z.object({
  agreements: z.array(z.object({
    id: Id, title: z.string(), titleLang: z.string().nullable(), titles: z.record(z.string(), z.string()), sides: z.array(OrganisationBrief),
    commitments: z.array(z.object({ id: Id, what: z.record(z.string(), z.string()), kind: z.string(), ...Measure.shape })),
  })),
  last: z.object({ agreementIds: z.array(Id), place: z.string().nullable(), online: z.boolean(), sideId: Id, lang: z.string() }).nullable(),
})
export type Beginning = z.infer<typeof Beginning>
