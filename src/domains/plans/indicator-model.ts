// The indicators by which a cooperation is told: 48 that the field uses, as data, each with its unit, its kind, its disaggregation and its
// sources. Names and counting rules are words (`indicators.<code>.name`, `.rule`). What feeds one from the records is data too.
import * as z from 'zod'
import { ParticipantGroup } from '#domains/commitments/activity-model.ts'
import { PromiseKind, Unit as PromiseUnit } from '#domains/texts/promise-model.ts'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { Country, Day, Id, Locale, LongText, pageOf, ShortText } from '#platform/kinds.ts'

export const indicatorUnits = ['percent', 'ratio', 'score', 'number', 'persons', 'person-months', 'events', 'items', 'families', 'programmes', 'courses', 'enterprises', 'organisations', 'hours', 'usd'] as const
export const IndicatorUnit = z.enum(indicatorUnits)
export type IndicatorUnit = z.infer<typeof IndicatorUnit>

/** What goes in, what comes out, what becomes of it. */
export const indicatorTypes = ['input', 'output', 'outcome'] as const
export const IndicatorType = z.enum(indicatorTypes)
export type IndicatorType = z.infer<typeof IndicatorType>

export const disaggregations = ['side', 'sex', 'level', 'mode'] as const
export const Disaggregation = z.enum(disaggregations)
export type Disaggregation = z.infer<typeof Disaggregation>

/**
 * From which records it is computed. `activities`: what was done for promises of these kinds and units (all when none is named), each activity
 * once; `promises`: done ÷ promised; `agreements`: agreements in force. `ever` counts from the beginning, `years` over so many instead of the year alone. `doi`: only with a DOI as evidence; `firm`: only where an enterprise took part; `leastDays`: so many working days at least, where both days of a stay are known; `who`: only those participants; `balance`: sent ÷ received.
 */
export const Feed = z.object({
  from: z.enum(['activities', 'promises', 'agreements']), kinds: z.array(PromiseKind).default([]), units: z.array(PromiseUnit).default([]),
  count: z.enum(['activities', 'amount', 'participants', 'balance', 'person-months', 'organisations', 'share', 'active', 'enterprises']), who: z.array(ParticipantGroup).default([]), years: z.int().min(1).max(10).default(1), ever: z.boolean().default(false), doi: z.boolean().default(false), firm: z.boolean().default(false), leastDays: z.int().min(0).max(366).default(0),
})
export type Feed = z.output<typeof Feed>

/** `unknown`: why nothing can be computed, where no feed is given. */
export type Indicator = { code: string; unit: IndicatorUnit; type: IndicatorType; by: readonly Disaggregation[]; sources: readonly string[]; feed: Feed | null; unknown: string | null }

/** An alliance's own indicator; its words are the alliance's. */
const OwnFields = {
  name: z.partialRecord(Locale, ShortText), rule: z.partialRecord(Locale, LongText), unit: IndicatorUnit, type: IndicatorType,
  by: z.array(Disaggregation).max(4).default([]), source: ShortText.nullable().default(null), feed: Feed.nullable().default(null),
}
export const OwnIndicator = z.object({ id: Id, allianceId: Id, ...OwnFields, addedBy: Id, addedAt: z.string(), removedAt: z.string().nullable() })
export type OwnIndicator = z.infer<typeof OwnIndicator>
export const OwnDraft = z.object({ ...OwnFields, name: OwnFields.name.refine((name) => Object.keys(name).length > 0, 'plans.own-needs-a-name') })
export type OwnDraft = z.output<typeof OwnDraft>
export const Choice = z.object({ codes: z.array(z.string().max(8)).max(48) })

/** Of what: one of the four, as far as the reader sees it. */
export const Scope = z.object({ alliance: Id.optional(), agreement: Id.optional(), organisation: Id.optional(), country: Country.optional() })
  .refine(({ alliance, agreement, organisation, country }) => [alliance, agreement, organisation, country].filter(Boolean).length === 1, { path: ['alliance'], message: 'plans.one-scope' })
export type Scope = z.output<typeof Scope>
export const ValuesQuery = Scope.safeExtend({ year: z.coerce.number().int().min(1950).max(2200).optional() })
export const ItemsQuery = ValuesQuery.safeExtend({
  of: z.string().max(40), state: z.enum(['confirmed', 'claimed']).default('confirmed'), after: z.string().max(60).optional(), limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ItemsQuery = z.output<typeof ItemsQuery>

/** A number with what it was made of. `claimed` stands apart and is in no number: what would come to it if others confirmed. */
export const Value = z.object({
  code: z.string(), value: z.number().nullable(), claimed: z.number().nullable(), parts: z.array(z.object({ key: z.string(), value: z.number() })), unknown: z.string().nullable(),
})
export type Value = z.infer<typeof Value>
export const ValueShown = Value.extend({ unit: IndicatorUnit, type: IndicatorType, listed: z.boolean(), own: OwnIndicator.pick({ id: true, name: true, rule: true, source: true }).nullable() })
export type ValueShown = z.infer<typeof ValueShown>
export const Values = z.object({
  about: z.object({ kind: z.enum(['alliance', 'agreement', 'organisation', 'country']), id: Id.nullable(), country: Country.nullable(), names: z.record(z.string(), z.string()), organisation: OrganisationBrief.nullable() }),
  year: z.int(), from: Day, until: Day, agreements: z.int(), values: z.array(ValueShown), chosen: z.array(z.string()), mayChoose: z.boolean(),
})
export type Values = z.infer<typeof Values>

/** A line behind a number: an activity, an agreement, a promise with what was done of its target, a session, or what a body decided or took on. */
export const Item = z.object({
  kind: z.enum(['activity', 'agreement', 'commitment', 'meeting', 'body']), target: z.number().optional(), id: Id, what: z.string(), lang: z.string().nullable(), titles: z.record(z.string(), z.string()), onDay: Day.nullable(), amount: z.number().nullable(),
  agreement: z.object({ id: Id, title: z.string(), titleLang: z.string().nullable(), titles: z.record(z.string(), z.string()), public: z.boolean() }).nullable(),
})
export type Item = z.infer<typeof Item>
export const Items = pageOf(Item)
