// A meeting: its call, its agenda, who is there and when, what was declared, what was put to the vote, and its minutes.
import * as z from 'zod'
import { Day, Id, Instant, Locale, LongText, ShortText } from '#platform/kinds.ts'
import { Tally, Texts, Titles } from './model.ts'
import { DecisionClass, Matter, StandingItem } from './rule-model.ts'

export const meetingStates = ['called', 'open', 'closed', 'called-off'] as const
/** One row of `meeting`. `heldOn` is the day it is in the place of meeting when it opens: one that runs past midnight stays one meeting. */
export const Meeting = z.object({
  id: Id, bodyId: Id, number: z.int(), kind: z.enum(['ordinary', 'special']), state: z.enum(meetingStates), startsAt: Instant, zone: z.string().max(60), hostSideId: Id.nullable(),
  venue: z.string().nullable(), city: z.string().nullable(), link: z.string().nullable(), requestId: Id.nullable(), calledAt: Instant, openedAt: Instant.nullable(), closedAt: Instant.nullable(),
  heldOn: Day.nullable(), quorate: z.boolean().nullable(), presidingId: Id.nullable(), sequence: z.int(), packFrozenAt: Instant.nullable(), packAssembledAt: Instant.nullable(), calledBy: Id.nullable(), changedAt: Instant,
})
export type Meeting = z.infer<typeof Meeting>

export const aims = ['information', 'discussion', 'decision'] as const
/** One row of `meeting_item`. `agreed`: the sides whose secretary agreed to it as it stands. */
export const Item = z.object({
  id: Id, meetingId: Id, place: z.int(), title: Titles, aim: z.enum(aims), matter: Matter, standing: StandingItem.nullable(), addedAt: Instant, addedBySide: Id.nullable(), agreed: z.array(Id),
  notes: Texts, aboutKind: z.string().nullable(), aboutId: Id.nullable(), consensus: z.enum(['reached', 'failed']).nullable(), removedAt: Instant.nullable(),
})
export type Item = z.infer<typeof Item>

/** A stretch of time in which a person was there: in the room or on the line. */
export const Presence = z.object({ id: Id, meetingId: Id, personId: Id, fromAt: Instant, untilAt: Instant.nullable(), mode: z.enum(['room', 'online']) })
export type Presence = z.infer<typeof Presence>

/** An interest that a person has in an item; `recused` leaves it to others from that moment on. */
export const Declaration = z.object({ id: Id, meetingId: Id, itemId: Id, personId: Id, what: ShortText, recused: z.boolean(), at: Instant })
export type Declaration = z.infer<typeof Declaration>

export const Choice = z.enum(['for', 'against', 'abstain'])
export type Choice = z.infer<typeof Choice>
/** A seat that may vote, and who acts for it: fixed when the vote opens. */
export const Entitled = z.object({ seatId: Id, sideId: Id.nullable(), personId: Id })
export type Entitled = z.infer<typeof Entitled>

/** One row of `ballot`: in a meeting on an item, or in writing until a day. `seats`: how many may vote on it by right, there or not. */
export const Ballot = z.object({
  id: Id, bodyId: Id, meetingId: Id.nullable(), itemId: Id.nullable(), kind: z.enum(['motion', 'amendment', 'written']), text: Texts, matter: Matter, class: DecisionClass, unit: z.enum(['seat', 'side']), secret: z.boolean(),
  openedAt: Instant, openedBy: Id, entitled: z.array(Entitled), seats: z.int(), ruleVersion: z.int(), closedAt: Instant.nullable(), result: Tally.nullable(),
  deadlineOn: Day.nullable(), vetoUntilOn: Day.nullable(), vetoedBySide: Id.nullable(), vetoBecause: z.string().nullable(), settledAt: Instant.nullable(), aboutKind: z.string().nullable(), aboutId: Id.nullable(),
})
export type Ballot = z.infer<typeof Ballot>

/** Who voted; `choice` is nothing in a secret vote, whose papers lie apart without a name. */
export const Vote = z.object({ ballotId: Id, seatId: Id, personId: Id, choice: Choice.nullable(), at: Instant, words: z.string().nullable() })
export type Vote = z.infer<typeof Vote>
/** A paper of a secret vote: which side it is of, and what it says. Its id and place say nothing about who put it in. */
export type Paper = { id: Id; ballotId: Id; sideId: Id | null; choice: Choice }

/** One row of `minutes`: `hash` is of all its texts as they were sealed. */
export const Minutes = z.object({ meetingId: Id, draftedAt: Instant, sealedAt: Instant.nullable(), hash: z.string().nullable(), facts: z.record(z.string(), z.unknown()) })
export type Minutes = z.infer<typeof Minutes>
export const MinutesText = z.object({ meetingId: Id, locale: Locale, text: z.string(), changedBy: Id, changedAt: Instant })
export type MinutesText = z.infer<typeof MinutesText>
/** A side's word that the minutes are right: by whom, of which texts. One that is changed afterwards has to be approved anew. */
export const MinutesApproval = z.object({ meetingId: Id, sideId: Id, personId: Id, hash: z.string(), at: Instant })
export type MinutesApproval = z.infer<typeof MinutesApproval>
/** A correction; of a body without sides nobody's in particular. */
export const Addendum = z.object({ id: Id, meetingId: Id, text: LongText, proposedBySide: Id.nullable(), at: Instant, approvals: z.array(z.object({ sideId: Id, personId: Id, at: Instant })), sealedAt: Instant.nullable(), hash: z.string() })
export type Addendum = z.infer<typeof Addendum>

/** One row of `minutes_paper`: sealed minutes, or a sealed correction, as the file that each side signs. By its code anyone learns whether it is genuine. */
export const MinutesPaper = z.object({ id: Id, meetingId: Id, addendumId: Id.nullable(), code: z.string().nullable(), paperSha256: z.string(), headSha256: z.string(), madeAt: Instant, signedAt: Instant.nullable() })
export type MinutesPaper = z.infer<typeof MinutesPaper>
/** One row of `minutes_signature`: who signed for which side, by what certificate, and the file that came out. */
export const MinutesSignature = z.object({ id: Id, paperId: Id, sideId: Id.nullable(), personId: Id, name: z.string(), certificate: z.string(), at: Instant, fileSha256: z.string() })
export type MinutesSignature = z.infer<typeof MinutesSignature>

/** A special meeting that a side or so many members asked for. */
export const Request = z.object({ id: Id, bodyId: Id, because: ShortText, askedBySide: Id.nullable(), askedBy: z.array(Id), at: Instant, metAt: Instant.nullable() })
export type Request = z.infer<typeof Request>
export const Coming = z.enum(['room', 'online', 'maybe', 'no'])
export type Coming = z.infer<typeof Coming>
/** What somebody who was invited answered: in the app, by the link of their letter, or noted by who arranges it. One to an earlier `sequence` was about another day or place. */
export const Reply = z.object({ meetingId: Id, personId: Id, coming: Coming, at: Instant, via: z.enum(['app', 'link', 'noted']), sequence: z.int() })
export type Reply = z.infer<typeof Reply>
/** One row of `meeting_link`: a letter that was sent, and what opens its answer. */
export type InvitationLink = { tokenHash: string; meetingId: Id; personId: Id; sequence: number; cancelled: boolean; madeAt: Instant }
