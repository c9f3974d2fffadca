// The tables of committees.
import { whenMerged } from '#domains/organisations/store.ts'
import type { Id, Instant } from '#platform/kinds.ts'
import type { Addendum, Ballot, Declaration, InvitationLink, Item, Meeting, Minutes, MinutesApproval, MinutesPaper, MinutesSignature, MinutesText, Paper, Presence, Reply, Request, Vote } from './meeting-model.ts'
import type { Action, BodyRow, Decision, Seat, Side } from './model.ts'
import type { RulesVersion } from './rule-model.ts'

declare module '#platform/db/database.ts' {
  interface Tables {
    body: BodyRow; bodySide: Side; bodySeat: Seat; bodyRules: RulesVersion; bodyRequest: Request; bodyAction: Action; decision: Decision
    meeting: Meeting; meetingReply: Reply; meetingLink: InvitationLink; meetingItem: Item; presence: Presence; declaration: Declaration; ballot: Ballot; vote: Vote; ballotPaper: Paper
    minutes: Minutes; minutesText: MinutesText; minutesApproval: MinutesApproval; minutesAddendum: Addendum; minutesPaper: MinutesPaper; minutesSignature: MinutesSignature
    meetingPack: { meetingId: Id; frozenAt: Instant; frozenBy: Id; pack: Record<string, unknown> }
  }
}

whenMerged({ table: 'body_side', column: 'organisation_id', key: ['id'] })
