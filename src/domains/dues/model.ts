// Dues: a scale in versions, a year asked of the members, payments as members claim them and the treasurer confirms them. Amounts are whole
// numbers of the smallest unit of their currency; no money moves here.
import * as z from 'zod'
import { Kind } from '#domains/organisations/model.ts'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { Country, Day, Id, Instant, Locale, ShortText } from '#platform/kinds.ts'

const Titles = z.partialRecord(Locale, ShortText)
export const Year = z.int().min(1990).max(2200)
export const Minor = z.int().min(0).max(1_000_000_000_000)
export const Currency = z.string().regex(/^[A-Z]{3}$/, { error: 'dues.not-a-currency' })

/** Members of these kinds and countries pay so much; an empty list is no condition. The first band that fits counts. */
export const Band = z.object({ id: z.string().regex(/^b\d{1,2}$/), name: Titles.refine((name) => Object.keys(name).length > 0, { error: 'dues.band-needs-a-name' }), kinds: z.array(Kind).max(30).default([]), countries: z.array(Country).max(250).default([]), amount: Minor })
export type Band = z.infer<typeof Band>

/** One row of `dues_scale`: holds from a year on until a later version does. */
export const Scale = z.object({ id: Id, allianceId: Id, version: z.int(), fromYear: Year, currency: z.string(), bands: z.array(Band), source: z.string().nullable(), madeBy: Id, madeAt: Instant })
export type Scale = z.infer<typeof Scale>
export const NewScale = z.object({ fromYear: Year, currency: Currency, bands: z.array(Band).min(1, { error: 'dues.needs-a-band' }).max(30), source: ShortText.nullable().default(null) })

/** One row of `dues_year`. */
export type YearRow = { id: Id; allianceId: Id; year: number; scaleId: Id; dueOn: Day; askedBy: Id; askedAt: Instant }
export const NewYear = z.object({ year: Year, dueOn: Day })

/** One row of `due`. */
export type Due = { id: Id; yearId: Id; organisationId: Id; band: string; amount: number; waivedAt: Instant | null; waivedBy: Id | null; waivedBecause: string | null }
export const Payment = z.object({ id: Id, amount: z.int(), paidOn: Day, reference: z.string().nullable(), state: z.enum(['claimed', 'confirmed', 'refused']), claimedBy: Id, claimedAt: Instant, settledAt: Instant.nullable(), because: z.string().nullable() })
export type Payment = z.infer<typeof Payment>
export type PaymentRow = Payment & { dueId: Id; settledBy: Id | null }

export const states = ['asked', 'late', 'claimed', 'paid', 'waived'] as const
export const State = z.enum(states)
export type State = z.infer<typeof State>

/** What one member owes for a year. `outstanding`: what is neither confirmed nor waived. `mine`: this viewer may say that it was paid. */
export const DueLine = z.object({
  id: Id, yearId: Id, year: Year, dueOn: Day, organisation: OrganisationBrief, band: Titles, currency: z.string(), amount: z.int(), confirmed: z.int(), claimed: z.int(), outstanding: z.int(), state: State,
  waivedBecause: z.string().nullable(), payments: z.array(Payment), mine: z.boolean(),
})
export type DueLine = z.infer<typeof DueLine>

const Head = z.object({ id: Id, name: Titles })
export const Totals = z.object({ members: z.int(), amount: z.int(), confirmed: z.int(), claimed: z.int(), waived: z.int(), outstanding: z.int() })
export type Totals = z.infer<typeof Totals>
export const YearLine = z.object({ id: Id, year: Year, dueOn: Day, currency: z.string(), scaleVersion: z.int(), totals: Totals })
/** The dues of an alliance: to the house that keeps it all years and scales; to a member its own lines, and the scales. */
export const DuesFile = z.object({ alliance: Head, mayManage: z.boolean(), scales: z.array(Scale), years: z.array(YearLine), arrears: z.array(DueLine), mine: z.array(DueLine) })
export type DuesFile = z.infer<typeof DuesFile>
/** What happened in a year: to the house all of it, to a member what concerns all and what concerns itself. */
export const YearEvent = z.object({ id: Id, at: Instant, what: z.string(), who: z.string().nullable(), organisation: OrganisationBrief.nullable(), amount: z.int().nullable(), count: z.int().nullable(), because: z.string().nullable() })
export type YearEvent = z.infer<typeof YearEvent>
export const YearFile = YearLine.extend({ alliance: Head, mayManage: z.boolean(), lines: z.array(DueLine), notAsked: z.array(OrganisationBrief), history: z.array(YearEvent) })
export type YearFile = z.infer<typeof YearFile>
/** All years of one member. */
export const Statement = z.object({ alliance: Head, organisation: OrganisationBrief, mayManage: z.boolean(), lines: z.array(DueLine) })
export type Statement = z.infer<typeof Statement>

export const Paying = z.object({ amount: Minor.min(1, { error: 'dues.nothing-paid' }), paidOn: Day, reference: ShortText.nullable().default(null) })
export type Paying = z.output<typeof Paying>
export const Settling = z.object({ answer: z.enum(['confirmed', 'refused']), because: ShortText.nullable().default(null) }).refine(({ answer, because }) => answer === 'confirmed' || because, { path: ['because'], error: 'dues.reason-missing' })
export const Waiving = z.object({ because: ShortText })

/** How a member stands with its dues in an alliance, for whoever lists members. */
export type DuesStanding = { organisationId: Id; state: State; outstanding: { currency: string; amount: number }[]; late: number }
