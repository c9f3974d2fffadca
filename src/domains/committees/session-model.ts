// A meeting as its page shows it, and the small part of it that changes while it sits.
import * as z from 'zod'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { Proof } from '#domains/signing/model.ts'
import { Day, Id, Instant, Locale, LongText, ShortText } from '#platform/kinds.ts'
import { Addendum, aims, Ballot, Choice, Coming, Declaration, Item, Meeting, Minutes, MinutesApproval, MinutesPaper, MinutesSignature, MinutesText, Presence, Reply, Vote } from './meeting-model.ts'
import { ActionShown, Body, Decision, Named, SeatShown, Texts, Titles } from './model.ts'
import { Check, Matter, RulesVersion, StandingItem } from './rule-model.ts'

export const QuorumShown = z.object({
  seats: z.int(), needed: z.int(), represented: z.int(), neededSides: z.int(), ok: z.boolean(), wants: z.enum(['nobody', 'side', 'sides', 'total']).nullable(), wantsSide: Id.nullable(),
  acting: z.array(z.object({ seatId: Id, sideId: Id.nullable(), personId: Id, as: z.enum(['member', 'alternate']) })), sides: z.array(z.object({ sideId: Id, acting: z.int(), seats: z.int(), needed: z.int() })),
})
const SideBrief = z.object({ id: Id, country: z.string().nullable(), organisation: OrganisationBrief.nullable(), zone: z.string().nullable() })
export const Paper = z.object({ id: Id, name: z.string(), size: z.int() })
export const ItemShown = Item.extend({ papers: z.array(Paper), quorum: QuorumShown.omit({ acting: true }).nullable(), check: Check })
export const BallotShown = Ballot.omit({ entitled: true }).extend({ voted: z.int(), entitled: z.int(), votes: z.array(Vote) })
/** `maySign`: the sides for which this viewer signs it now; `null` in it where the body has no sides. */
export const PaperShown = MinutesPaper.extend({ signatures: z.array(MinutesSignature.omit({ paperId: true, personId: true })), maySign: z.array(Id.nullable()) })
export type PaperShown = z.infer<typeof PaperShown>
export const MinutesFile = Minutes.extend({ texts: z.array(MinutesText), approvals: z.array(MinutesApproval.extend({ name: z.string(), valid: z.boolean() })), addenda: z.array(Addendum), papers: z.array(PaperShown), now: z.string(), checks: z.array(Check) })

export const MeetingFile = Meeting.extend({
  body: Body.pick({ id: true, name: true, kind: true, agreementId: true, allianceId: true }), sides: z.array(SideBrief), seats: z.array(SeatShown), people: z.array(Named), rules: RulesVersion, items: z.array(ItemShown),
  spans: z.array(Presence), declarations: z.array(Declaration), replies: z.array(Reply.extend({ valid: z.boolean() })), invited: z.array(z.object({ personId: Id, sideId: Id.nullable(), as: z.enum(['member', 'alternate']), name: z.string(), written: z.boolean() })), ballots: z.array(BallotShown), decisions: z.array(Decision), open: z.array(ActionShown), last: z.array(Decision),
  quorum: QuorumShown, checks: z.array(Check), minutes: MinutesFile.nullable(), may: z.object({ arrange: z.boolean(), speaksFor: z.array(Id), sits: z.boolean() }),
})
export type MeetingFile = z.infer<typeof MeetingFile>

/** The same for everybody in it, so that it is made once and told to all. `version` says when the whole has to be asked again. */
export const Pulse = z.object({
  version: Instant, state: Meeting.shape.state, present: z.int(), ok: z.boolean(), sides: z.array(z.object({ sideId: Id, acting: z.int(), needed: z.int() })),
  ballot: z.object({ id: Id, itemId: Id, text: Texts, secret: z.boolean(), voted: z.int(), entitled: z.int() }).nullable(),
})
export type Pulse = z.infer<typeof Pulse>
export const Live = Pulse.extend({ mine: z.object({ present: z.enum(['room', 'online']).nullable(), entitled: z.boolean(), voted: z.boolean() }) })

/** What a person fills in. */
export const MeetingDraft = z.object({
  kind: z.enum(['ordinary', 'special']).default('ordinary'), startsAt: Instant, zone: z.string().max(60).refine(isZone, 'committees.zone-unknown'), hostSideId: Id.nullable().default(null), venue: ShortText.nullable().default(null), city: ShortText.nullable().default(null),
  link: z.url({ protocol: /^https?$/ }).max(2000).nullable().default(null), requestId: Id.nullable().default(null),
})
export type MeetingDraft = z.output<typeof MeetingDraft>
function isZone(zone: string): boolean {
  try { return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone })) } catch { return false }
}
const about = { aboutKind: z.string().max(60).nullable().default(null), aboutId: Id.nullable().default(null) }
const someTitle = (titles: object) => Object.keys(titles).length > 0
export const ItemDraft = z.object({ title: Titles.refine(someTitle, 'committees.name-missing'), aim: z.enum(aims), matter: Matter.default('other'), notes: Texts.default({}), sideId: Id.nullable().default(null), standing: StandingItem.nullable().default(null), ...about })
export type ItemDraft = z.output<typeof ItemDraft>
export const ItemChange = z.object({ title: Titles.refine(someTitle, 'committees.name-missing'), aim: z.enum(aims), matter: Matter, notes: Texts, place: z.int().min(0) })
export type ItemChange = z.infer<typeof ItemChange>
/** For oneself, or for another by who arranges the meeting. */
export const Replying = z.object({ coming: Coming, personId: Id.nullable().default(null) })
export const PresenceChange = z.object({ personId: Id.nullable().default(null), mode: z.enum(['room', 'online', 'away']) })
export const DeclarationDraft = z.object({ what: ShortText, recused: z.boolean().default(true), personId: Id.nullable().default(null) })
export const ConsensusSaid = z.object({ outcome: z.enum(['reached', 'failed']), text: Texts.default({}), effect: ShortText.nullable().default(null) })
export const BallotDraft = z.object({ kind: z.enum(['motion', 'amendment']).default('motion'), text: Texts.refine(someTitle, 'committees.text-missing'), secret: z.boolean().default(false) })
export const VoteCast = z.object({ choice: Choice, words: ShortText.nullable().default(null) })
/** `counted` is one however often it was sent. */
export const VoteTaken = z.object({ ballotId: Id, seatId: Id, choice: Choice.nullable(), at: Instant, counted: z.literal(1) })
/** Without a text a further language begins with what happened, as the first ones did. */
export const MinutesDraft = z.object({ locale: Locale, text: LongText.nullable(), seen: z.string().nullable().default(null) })
export const Approving = z.object({ sideId: Id.nullable(), hash: z.string() })
export const AddendumDraft = z.object({ sideId: Id.nullable(), text: LongText })
/** `paperSha256`: the paper that was read; signed with a password or passkey once more. */
export const MinutesSigning = z.object({ sideId: Id.nullable().default(null), addendumId: Id.nullable().default(null), paperSha256: z.string().length(64), proof: Proof })
export type MinutesSigning = z.output<typeof MinutesSigning>
export const SideSaid = z.object({ sideId: Id })
export const ProcedureDraft = z.object({ text: Texts.refine(someTitle, 'committees.text-missing'), matter: Matter, days: z.int().min(1).max(365).nullable().default(null), ...about })
export const ProcedureFile = BallotShown.extend({ body: Body.pick({ id: true, name: true, kind: true }), sides: z.array(SideBrief), seats: z.array(SeatShown), stage: z.enum(['answers', 'to-close', 'veto', 'to-settle', 'settled']), decision: Decision.nullable(), may: MeetingFile.shape.may, mine: z.boolean() })
export type ProcedureFile = z.infer<typeof ProcedureFile>
export const Vetoing = z.object({ sideId: Id, because: ShortText })
export const RequestDraft = z.object({ because: ShortText, sideId: Id.nullable().default(null) })
export { Day }
