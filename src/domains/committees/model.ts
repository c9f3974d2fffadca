// A body in which equals decide: its sides, its seats and who sits in them, what it decided and who does what about it.
import * as z from 'zod'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { Country, Day, Id, Instant, Locale, LongText, ShortText } from '#platform/kinds.ts'
import { DecisionClass, Matter } from './rule-model.ts'

export const Texts = z.partialRecord(Locale, LongText)
export type Texts = z.infer<typeof Texts>
export const Titles = z.partialRecord(Locale, ShortText)
export type Titles = z.infer<typeof Titles>
const someTitle = (titles: Titles) => Object.keys(titles).length > 0

export const bodyKinds = ['joint-committee', 'council', 'executive-council', 'assembly', 'working-group', 'secretariat', 'jury'] as const
export const BodyKind = z.enum(bodyKinds)
export type BodyKind = z.infer<typeof BodyKind>

/** One row of `body`. A body of a body keeps the agreement or alliance at the root, so that who sees it is one question. */
export const Body = z.object({
  id: Id, kind: BodyKind, name: Titles, agreementId: Id.nullable(), allianceId: Id.nullable(), parentId: Id.nullable(), unitId: Id.nullable(),
  constitutedAt: Instant.nullable(), dissolvedAt: Instant.nullable(), changedAt: Instant,
})
export type Body = z.infer<typeof Body>
export type BodyRow = Body & { decisions: number; meetings: number; madeBy: Id; madeAt: Instant }

/** One row of `body_side`: a party, or a nation. `holidays` are days on which it does not answer. */
export const Side = z.object({ id: Id, bodyId: Id, place: z.int(), organisationId: Id.nullable(), country: Country.nullable(), forbidsWritten: z.boolean(), holidays: z.array(Day) })
export type Side = z.infer<typeof Side>

export const SeatRole = z.enum(['member', 'secretary', 'observer'])
export const SeatOffice = z.enum(['chair', 'vice-chair', 'secretary'])
/** One row of `body_seat`. A seat ends, it is never erased: decisions were taken by those who held it. */
export const Seat = z.object({
  id: Id, bodyId: Id, sideId: Id.nullable(), place: z.int(), role: SeatRole, voting: z.boolean(), office: SeatOffice.nullable(),
  memberId: Id.nullable(), alternateId: Id.nullable(), alternateNamedAt: Instant.nullable(), fromOn: Day, untilOn: Day.nullable(), terms: z.int(),
  startedAt: Instant, endedAt: Instant.nullable(), vacantSince: Instant.nullable(),
  /** Its vote rests while its member's vote is suspended. */
  withheld: z.boolean(),
})
export type Seat = z.infer<typeof Seat>

export const Named = z.object({ id: Id, name: z.string(), nameNative: z.string().nullable() })
export type Named = z.infer<typeof Named>
export const SeatShown = Seat.extend({ member: Named.nullable(), alternate: Named.nullable() })
export type SeatShown = z.infer<typeof SeatShown>
export const SideShown = Side.extend({ organisation: OrganisationBrief.nullable(), seats: z.array(SeatShown), mine: z.boolean() })
export type SideShown = z.infer<typeof SideShown>

/** What counted where it was decided. */
export const Tally = z.object({
  for: z.int(), against: z.int(), abstain: z.int(), silent: z.int(), seats: z.int(),
  sides: z.array(z.object({ sideId: Id, for: z.int(), against: z.int(), abstain: z.int(), silent: z.int(), says: z.enum(['for', 'against', 'nothing']) })),
  carried: z.boolean(), why: z.enum(['consensus', 'no-consensus', 'every-side', 'want-of-side', 'two-thirds', 'under-two-thirds', 'majority', 'no-majority', 'tie', 'quorum-lost', 'vetoed']),
})
export type Tally = z.infer<typeof Tally>

/** One row of `decision`. `aboutKind` and `aboutId` name what it decides about, where that is a thing of another room. */
export const Decision = z.object({
  id: Id, bodyId: Id, number: z.int(), meetingId: Id.nullable(), itemId: Id.nullable(), ballotId: Id.nullable(), matter: Matter, class: DecisionClass, how: z.enum(['consensus', 'vote', 'written']),
  text: Texts, effect: z.string().nullable(), takenOn: Day, takenAt: Instant, ruleVersion: z.int(), tally: Tally, aboutKind: z.string().nullable(), aboutId: Id.nullable(), ratifiedAt: Instant.nullable(),
})
export type Decision = z.infer<typeof Decision>

/** One row of `body_action`: what somebody does, by a day, because of a decision or without one. */
export const Action = z.object({
  id: Id, bodyId: Id, decisionId: Id.nullable(), meetingId: Id.nullable(), what: ShortText, ownerId: Id, dueOn: Day, doneAt: Instant.nullable(), doneWords: z.string().nullable(), addedBy: Id, addedAt: Instant,
})
export type Action = z.infer<typeof Action>
export const ActionShown = Action.extend({ owner: Named, decisionNumber: z.int().nullable() })
export type ActionShown = z.infer<typeof ActionShown>

/** What a person fills in. Exactly one of agreement, alliance, joint unit and body is what it belongs to. */
export const BodyDraft = z.object({
  kind: BodyKind, name: Titles.refine(someTitle, 'committees.name-missing'), agreementId: Id.nullable().default(null), allianceId: Id.nullable().default(null), parentId: Id.nullable().default(null), unitId: Id.nullable().default(null),
  rules: z.string().default('joint-coordination-committee'),
  sides: z.array(z.object({ organisationId: Id.nullable().default(null), country: Country.nullable().default(null) })
    .refine(({ organisationId, country }) => (organisationId === null) !== (country === null), 'committees.side-is-party-or-nation')).max(300).default([]),
}).refine(({ agreementId, allianceId, parentId, unitId }) => [agreementId, allianceId, parentId, unitId].filter(Boolean).length === 1, { path: ['agreementId'], error: 'committees.belongs-to-one' })
export type BodyDraft = z.output<typeof BodyDraft>

export const SeatDraft = z.object({
  sideId: Id.nullable().default(null), role: SeatRole.default('member'), voting: z.boolean().default(true), office: SeatOffice.nullable().default(null), memberId: Id.nullable().default(null),
  alternateId: Id.nullable().default(null), fromOn: Day.optional(), untilOn: Day.nullable().default(null), terms: z.int().min(1).max(20).default(1),
})
export type SeatDraft = z.output<typeof SeatDraft>
export const SeatChange = z.object({ memberId: Id.nullable(), alternateId: Id.nullable(), office: SeatOffice.nullable(), untilOn: Day.nullable(), terms: z.int().min(1).max(20) })
export type SeatChange = z.infer<typeof SeatChange>
export const SideChange = z.object({ forbidsWritten: z.boolean(), holidays: z.array(Day).max(400) })
export type SideChange = z.infer<typeof SideChange>
export const ActionDraft = z.object({ what: ShortText, ownerId: Id, dueOn: Day, decisionId: Id.nullable().default(null), meetingId: Id.nullable().default(null) })
export type ActionDraft = z.output<typeof ActionDraft>
