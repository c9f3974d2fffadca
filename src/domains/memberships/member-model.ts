// What happens to a member: it leaves with notice, is suspended and reinstated, confirms once a year whom to write to.
import * as z from 'zod'
import { Withheld } from '#domains/alliances/model.ts'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { Day, Id, Instant, LongText, ShortText } from '#platform/kinds.ts'
import { AllianceNamed, Contact, Council, LaidKind } from './admission-model.ts'
import { RulesShown } from './rule-model.ts'

/** One row of `suspension`: proposed, decided by a body or by the secretariat where there is none, ended on its day or before. */
export const Suspension = z.object({
  id: Id, allianceId: Id, organisationId: Id, what: z.array(Withheld), because: z.string(), proposedBy: Id, proposedAt: Instant, bodyId: Id.nullable(), laidKind: LaidKind.nullable(), laidId: Id.nullable(),
  decisionId: Id.nullable(), decidedOn: Day.nullable(), decidedSaid: z.string().nullable(), untilOn: Day.nullable(), endedAt: Instant.nullable(), endedBecause: z.string().nullable(),
})
export type Suspension = z.infer<typeof Suspension>

/** One row of `departure`: notice given on a day, effective on another. */
export const Departure = z.object({
  id: Id, allianceId: Id, organisationId: Id, because: z.string(), givenOn: Day, effectiveOn: Day, rulesVersion: z.int(), givenBy: Id, givenAt: Instant, takenBackAt: Instant.nullable(), doneAt: Instant.nullable(),
})
export type Departure = z.infer<typeof Departure>

/** One row of `member_contact`. */
export const MemberContact = Contact.required().extend({ allianceId: Id, organisationId: Id, changedAt: Instant })
export type MemberContact = z.output<typeof MemberContact>

/** Who holds an office that speaks for the organisation, as it stood when it was confirmed. */
export const Holder = z.object({ name: z.string(), role: z.string(), title: z.string().nullable() })
export type Holder = z.infer<typeof Holder>
/** One row of `contact_check`: asked once a year; `remarks` is what is not right with the office-holders. */
export const ContactCheck = z.object({
  id: Id, allianceId: Id, organisationId: Id, askedAt: Instant, dueOn: Day, toAddress: z.string().nullable(), tokenHash: z.string().nullable(), reminders: z.int(), remindedAt: Instant,
  confirmedAt: Instant.nullable(), confirmedBy: Id.nullable(), byName: z.string().nullable(), remarks: z.string().nullable(), seen: z.array(Holder).nullable(),
})
export type ContactCheck = z.infer<typeof ContactCheck>
/** Whether the contact of a member is confirmed: by the day it was last, and what is asked now. */
export const contactStates = ['confirmed', 'asked', 'overdue', 'never'] as const
export const ContactState = z.enum(contactStates)
export type ContactState = z.infer<typeof ContactState>
export const Confirmed = z.object({ state: ContactState, confirmedOn: Day.nullable(), askedOn: Day.nullable(), dueOn: Day.nullable(), remarks: z.string().nullable() })
export type Confirmed = z.infer<typeof Confirmed>

/** What binds a member that leaves, and is not over when it has left: told by the room that knows. */
export const Obligation = z.object({ key: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])), title: z.record(z.string(), z.string()).nullable(), to: z.string().nullable(), dueOn: Day.nullable() })
export type Obligation = z.infer<typeof Obligation>

/** A member as its own office and the secretariat see it. */
export const MemberFile = z.object({
  alliance: AllianceNamed, organisation: OrganisationBrief, rules: RulesShown, standing: z.enum(['applicant', 'observer', 'member', 'left']).nullable(), since: Day.nullable(), suspended: z.array(Withheld),
  contact: MemberContact.pick({ name: true, officeName: true, email: true, locale: true, changedAt: true }).nullable(), holders: z.array(Holder), check: ContactCheck.omit({ tokenHash: true }).nullable(), confirmed: Confirmed, checks: z.array(ContactCheck.pick({ id: true, confirmedAt: true, byName: true, remarks: true })),
  departure: Departure.nullable(), departures: z.array(Departure), suspension: Suspension.nullable(), suspensions: z.array(Suspension), council: Council.nullable(), obligations: z.array(Obligation), bodySits: z.boolean(), hats: z.object({ keeps: z.boolean(), speaks: z.boolean() }),
  meetings: z.array(z.object({ id: Id, number: z.int(), startsAt: Instant })),
})
export type MemberFile = z.infer<typeof MemberFile>

export const Leaving = z.object({ because: LongText, effectiveOn: Day })
export const Suspending = z.object({ what: z.array(Withheld).min(1, 'memberships.suspend-what'), because: LongText, untilOn: Day.nullable().default(null) })
export type Suspending = z.output<typeof Suspending>
export const SuspensionDecided = z.object({ outcome: z.enum(['suspended', 'dropped']), on: Day, said: LongText })
export const Ended = z.object({ because: LongText })
export const Confirming = z.object({ contact: Contact, remarks: LongText.nullable().default(null) })
export type Confirming = z.output<typeof Confirming>
export const Asking = z.object({ organisationIds: z.array(Id).max(500).nullable().default(null) })
export const Visitor = z.object({ name: ShortText })
