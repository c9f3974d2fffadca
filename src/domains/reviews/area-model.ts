// New areas: what a side proposes to do together beyond what is promised. A proposal names what would be promised, so that one step makes it a
// commitment of the agreement or a draft agreement beneath it.
import * as z from 'zod'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { Measure, PromiseKind } from '#domains/texts/promise-model.ts'
import { Day, Id, Instant, Locale, LongText, ShortText } from '#platform/kinds.ts'
import { Worded } from './challenge-model.ts'

const Texts = z.partialRecord(Locale, LongText)
export const areaStates = ['open', 'commitment', 'draft', 'set-aside'] as const

/** One row of `new_area`. */
export const NewArea = z.object({
  id: Id, agreementId: Id, sideId: Id, what: z.partialRecord(Locale, ShortText), why: Texts, kind: PromiseKind, ...Measure.shape, dueOn: Day.nullable(),
  state: z.enum(areaStates), commitmentId: Id.nullable(), draftId: Id.nullable(), proposedBy: Id, proposedAt: Instant, settledBy: Id.nullable(), settledAt: Instant.nullable(), because: z.string().nullable(),
})
export type NewArea = z.infer<typeof NewArea>

/** What a person fills in; by itself it would be one thing, done once. */
export const AreaDraft = z.object({
  what: Worded, why: Texts.default({}), kind: PromiseKind.default('other'), unit: Measure.shape.unit.default('milestone'), target: Measure.shape.target.default(1),
  per: Measure.shape.per.default('once'), eachWay: z.boolean().default(false), dueOn: Day.nullable().default(null),
})
export type AreaDraft = z.output<typeof AreaDraft>
export const SettingAside = z.object({ because: LongText })

export const AreaShown = NewArea.extend({ side: OrganisationBrief, by: z.string().nullable() })
export type AreaShown = z.infer<typeof AreaShown>
/** The proposals of an agreement: open ones first. `mayTakeUp`: who keeps the records of a side. */
export const AreaRegister = z.object({
  agreement: z.object({ id: Id, names: z.record(z.string(), z.string()) }), sides: z.array(OrganisationBrief), areas: z.array(AreaShown), mayPropose: z.boolean(), mayTakeUp: z.boolean(),
})
export type AreaRegister = z.infer<typeof AreaRegister>
