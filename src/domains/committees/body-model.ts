// A body as its page shows it.
import * as z from 'zod'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { Day, Id, Instant } from '#platform/kinds.ts'
import { Ballot, Meeting, Request } from './meeting-model.ts'
import { ActionShown, Body, Decision, SeatShown, SideShown } from './model.ts'
import { Check, CheckTold, RulesVersion } from './rule-model.ts'

export const BodyLine = Body.extend({ sides: z.array(z.object({ id: Id, country: z.string().nullable(), organisation: OrganisationBrief.nullable() })), seats: z.int(), nextOn: Instant.nullable(), nextId: Id.nullable(), nextZone: z.string().nullable(), lastOn: Day.nullable() })
export type BodyLine = z.infer<typeof BodyLine>

/** What is asked of a body of its day: `none` where it was never constituted. */
export const Clock = z.object({ lastOn: Day.nullable(), amberOn: Day.nullable(), dueOn: Day.nullable(), status: z.enum(['none', 'good', 'amber', 'late']) })
export const MeetingLine = Meeting.pick({ id: true, number: true, kind: true, state: true, startsAt: true, zone: true, city: true, heldOn: true, quorate: true }).extend({ sealedAt: Instant.nullable() })
export const BodyFile = Body.extend({
  agreement: z.object({ id: Id, title: z.string() }).nullable(), alliance: z.object({ id: Id, slug: z.string(), organisation: OrganisationBrief }).nullable(), unit: z.object({ id: Id, organisation: OrganisationBrief }).nullable(), parent: Body.pick({ id: true, name: true }).nullable(),
  children: z.array(Body.pick({ id: true, name: true, kind: true })), sides: z.array(SideShown), unsided: z.array(SeatShown), rules: RulesVersion, versions: z.array(RulesVersion.pick({ version: true, fromAt: true, decisionId: true })),
  told: z.array(CheckTold), checks: z.array(Check), clock: Clock, meetings: z.array(MeetingLine), decisions: z.array(Decision), actions: z.array(ActionShown),
  procedures: z.array(Ballot), requests: z.array(Request), may: z.object({ compose: z.boolean(), arrange: z.boolean(), speaksFor: z.array(Id), sits: z.boolean() }),
})
export type BodyFile = z.infer<typeof BodyFile>
