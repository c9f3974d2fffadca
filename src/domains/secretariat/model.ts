// The secretariat's table: every member of an alliance with what a secretariat asks first; and sub-alliances with their signs of life.
import * as z from 'zod'
import { StandingKind, Withheld } from '#domains/alliances/model.ts'
import { State as DuesState } from '#domains/dues/model.ts'
import { Confirmed, ContactState } from '#domains/memberships/member-model.ts'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { Day, Flag, Id, Instant, Locale, LongText, pageOf } from '#platform/kinds.ts'

/** A key of the words, and what stands in it. */
export const Reason = z.object({ key: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) })
export type Reason = z.infer<typeof Reason>

/** `turns`: what waits for it, as far as the reader sees it. `asleep`: why it may be asleep; nothing when it is not. */
export const MemberRow = z.object({
  organisation: OrganisationBrief, standing: StandingKind, since: Day.nullable(), suspended: z.array(Withheld), leavesOn: Day.nullable(), lastReport: z.object({ id: Id, year: z.int(), on: Day }).nullable(),
  lastActivityOn: Day.nullable(), contact: Confirmed.omit({ remarks: true }), remarks: z.string().nullable(), turns: z.int(), openCalls: z.int(), lateCalls: z.int(),
  dues: z.object({ state: DuesState, outstanding: z.array(z.object({ currency: z.string(), amount: z.int() })) }).nullable(), asleep: z.array(Reason),
})
export type MemberRow = z.infer<typeof MemberRow>
export const MemberTable = pageOf(MemberRow)

const commaList = z.string().max(500).transform((text) => text.split(',').filter(Boolean))
export const sorts = ['name', 'country', 'standing', 'report', 'activity', 'contact', 'turns', 'calls', 'dues'] as const
export const TableQuery = z.object({
  text: z.string().trim().max(200).optional(), country: commaList.optional(), standing: commaList.pipe(z.array(StandingKind)).optional(), contact: commaList.pipe(z.array(ContactState)).optional(), asleep: Flag.optional(),
  sort: z.string().regex(new RegExp(`^-?(${sorts.join('|')})$`)).default('name'), after: z.string().regex(/^\d{1,6}$/).optional(), limit: z.coerce.number().int().min(1).max(200).default(50), locale: Locale.default('en'),
})
export type TableQuery = z.output<typeof TableQuery>

export const signKinds = ['meeting', 'news', 'report', 'plan', 'activity'] as const
export const SignKind = z.enum(signKinds)
export type SignKind = z.infer<typeof SignKind>
/** The last sign of life of each kind. */
export const Signs = z.record(SignKind, Day.nullable())
export type Signs = z.infer<typeof Signs>

/** One row of `alliance_dormancy`. */
export const Dormancy = z.object({
  id: Id, allianceId: Id, proposedOn: Day, proposedAt: Instant, reasons: z.array(Reason), declaredOn: Day.nullable(), declaredBy: Id.nullable(), declaredSaid: z.string().nullable(), wokenAt: Instant.nullable(), wokenBy: z.string().nullable(),
})
export type Dormancy = z.infer<typeof Dormancy>

/** G33, as every check of the house answers. */
export const DormancyCheck = z.object({ id: z.literal('G33'), status: z.enum(['pass', 'warn']), subject: Id, asOf: Day, inputs: z.object({ months: z.int(), since: Day.nullable(), limit: z.int() }), ruleVersion: z.int(), reasons: z.array(Reason), source: z.string() })
export type DormancyCheck = z.infer<typeof DormancyCheck>
export const SubAlliance = z.object({ id: Id, slug: z.string(), organisation: OrganisationBrief, members: z.int(), signs: Signs, check: DormancyCheck, dormancy: Dormancy.nullable() })
export type SubAlliance = z.infer<typeof SubAlliance>
export const SubAlliances = z.object({ rows: z.array(SubAlliance), mayKeep: z.boolean() })
export const Declaring = z.object({ said: LongText })
