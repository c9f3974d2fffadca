// What committees promise: bodies with their composition and rules, meetings, votes, minutes, and decisions in writing.
import * as z from 'zod'
import { del, get, post, put } from '#platform/http/contract.ts'
import { Flag, Id, Locale, ShortText } from '#platform/kinds.ts'
import { BodyFile, BodyLine } from './body-model.ts'
import { ActionDraft, BodyDraft, SeatChange, SeatDraft, SideChange } from './model.ts'
import { PackFile, PackForm, PackWanted } from './pack-model.ts'
import { ReadyMade, RuleSet } from './rule-model.ts'
import {
  AddendumDraft, Approving, BallotDraft, ConsensusSaid, DeclarationDraft, ItemChange, ItemDraft, Live, MeetingDraft, MeetingFile, MinutesDraft, MinutesSigning, PresenceChange, ProcedureDraft, ProcedureFile, Replying, RequestDraft, SideSaid, Vetoing, VoteCast,
  VoteTaken,
} from './session-model.ts'

const Adoption = z.object({ rules: RuleSet, decisionId: Id.nullable().default(null) })
const Finishing = z.object({ done: z.boolean(), words: ShortText.nullable().default(null) })

export const bodiesApi = {
  ruleSets: get('/rule-sets', { answer: z.array(ReadyMade), says: 'The ready-made sets of rules, each with its sources' }),
  bodies: get('/bodies', { query: z.object({ agreementId: Id.optional(), allianceId: Id.optional(), unitId: Id.optional(), mine: Flag.optional() }), answer: z.array(BodyLine), says: 'The bodies this viewer sees, newest first' }),
  body: get('/bodies/:id', { answer: BodyFile, says: 'One body: composition, rules with sources, what the checks say, meetings, decisions, actions' }),
  draft: post('/bodies', { body: BodyDraft, answer: BodyFile, says: 'Drafts a body of an agreement, an alliance or another body' }),
  addSeat: post('/bodies/:id/seats', { body: SeatDraft, answer: BodyFile, says: 'Adds a seat, with who sits there and who sits for them' }),
  changeSeat: put('/bodies/:id/seats/:seatId', { body: SeatChange, answer: BodyFile, says: 'Puts another person, alternate or office in a seat' }),
  endSeat: del('/bodies/:id/seats/:seatId', { answer: BodyFile, says: 'Ends a seat; what was decided with it stays' }),
  changeSide: put('/bodies/:id/sides/:sideId', { body: SideChange, answer: BodyFile, says: 'Whether a side forbids decisions in writing to its members, and the days on which it rests' }),
  constitute: post('/bodies/:id/constitution', { answer: BodyFile, says: 'Constitutes it, or refuses with the rule that its composition breaks' }),
  adoptRules: post('/bodies/:id/rules', { body: Adoption, answer: BodyFile, says: 'Adopts rules: freely while it is drafted, afterwards by a decision of its own' }),
  dissolve: del('/bodies/:id', { answer: BodyFile, says: 'Dissolves it; its record stays' }),
  addAction: post('/bodies/:id/actions', { body: ActionDraft, answer: BodyFile, says: 'Adds an action: one owner, one day' }),
  finishAction: put('/bodies/:id/actions/:actionId', { body: Finishing, answer: BodyFile, says: 'An action is done, or is not after all' }),
}

const file = { gives: 'file', answer: z.unknown() } as const

export const meetingsApi = {
  call: post('/bodies/:id/meetings', { body: MeetingDraft, answer: MeetingFile, says: 'Calls a meeting; what every session looks at is on its agenda already' }),
  meeting: get('/meetings/:id', { answer: MeetingFile, says: 'One meeting: agenda, who is there, the quorum, votes, decisions, minutes' }),
  live: get('/meetings/:id/live', { answer: Live, says: 'What changes while it sits, and where one stands in it' }),
  change: put('/meetings/:id', { body: MeetingDraft, answer: MeetingFile, says: 'Changes day, place or link before it opens' }),
  callOff: del('/meetings/:id', { answer: MeetingFile, says: 'Calls it off' }),
  invitation: get('/meetings/:id/invitation', { ...file, query: z.object({ locale: Locale.default('en') }), says: 'Its invitation for a calendar (RFC 5545)' }),
  reply: put('/meetings/:id/reply', { body: Replying, answer: MeetingFile, says: 'Whether one comes: into the room, online, perhaps, or not; for another by who arranges it' }),
  addItem: post('/meetings/:id/items', { body: ItemDraft, answer: MeetingFile, says: 'Puts an item on the agenda' }),
  changeItem: put('/meetings/:id/items/:itemId', { body: ItemChange, answer: MeetingFile, says: 'Changes an item; the other sides agree to it anew' }),
  removeItem: del('/meetings/:id/items/:itemId', { answer: MeetingFile, says: 'Takes an item off the agenda' }),
  agreeItem: post('/meetings/:id/items/:itemId/agreements', { body: SideSaid, answer: MeetingFile, says: 'A side agrees to an item' }),
  addPaper: post('/meetings/:id/items/:itemId/papers', { takes: 'file', answer: MeetingFile, says: 'Adds a paper to an item' }),
  paper: get('/meetings/:id/papers/:fileId', { ...file, says: 'A paper of an item' }),
  open: post('/meetings/:id/opening', { answer: MeetingFile, says: 'Opens it' }),
  close: post('/meetings/:id/closing', { answer: MeetingFile, says: 'Closes it' }),
  presence: put('/meetings/:id/presence', { body: PresenceChange, answer: Live, says: 'Comes, goes, or changes between room and line' }),
  declare: post('/meetings/:id/items/:itemId/declarations', { body: DeclarationDraft, answer: MeetingFile, says: 'Declares an interest in an item, and stands back' }),
  consensus: put('/meetings/:id/items/:itemId/consensus', { body: ConsensusSaid, answer: MeetingFile, says: 'Records that consensus was reached, or failed' }),
  openBallot: post('/meetings/:id/items/:itemId/ballots', { body: BallotDraft, answer: MeetingFile, says: 'Opens a vote; who may vote is fixed with it' }),
  closeBallot: post('/ballots/:id/closing', { answer: MeetingFile, says: 'Closes a vote and counts it twice' }),
  vote: put('/ballots/:id/vote', { body: VoteCast, answer: VoteTaken, says: 'Votes; the same vote sent again counts once' }),
  pack: get('/meetings/:id/pack', { query: PackWanted, answer: PackFile, says: 'What a session is given to read: live until it is frozen. The promises of one side in one state, where asked for' }),
  freezePack: post('/meetings/:id/pack', { answer: PackFile, says: 'Freezes it: from then on everybody reads the same' }),
  packFile: get('/meetings/:id/pack/file', { ...file, query: PackForm, says: 'The pack as a PDF or a workbook' }),
  draftMinutes: post('/meetings/:id/minutes', { answer: MeetingFile, says: 'Writes the minutes from what happened' }),
  writeMinutes: put('/meetings/:id/minutes', { body: MinutesDraft, answer: MeetingFile, says: 'Writes them in one language' }),
  approveMinutes: post('/meetings/:id/minutes/approvals', { body: Approving, answer: MeetingFile, says: 'A side approves them as they stand; the last one seals them' }),
  signMinutes: post('/meetings/:id/minutes/signatures', { limit: 20, body: MinutesSigning, answer: MeetingFile, says: 'Signs sealed minutes, or a sealed correction, for a side with its certificate' }),
  minutesPaper: get('/meetings/:id/minutes/paper', { ...file, query: z.object({ addendumId: Id.optional() }), says: 'The paper of sealed minutes, or of a correction, with the signatures so far' }),
  addAddendum: post('/meetings/:id/minutes/addenda', { body: AddendumDraft, answer: MeetingFile, says: 'Proposes a correction of sealed minutes' }),
  approveAddendum: post('/meetings/:id/minutes/addenda/:addendumId/approvals', { body: SideSaid, answer: MeetingFile, says: 'A side approves a correction' }),
}

export const proceduresApi = {
  propose: post('/bodies/:id/procedures', { body: ProcedureDraft, answer: ProcedureFile, says: 'Proposes a decision in writing' }),
  procedure: get('/procedures/:id', { answer: ProcedureFile, says: 'A decision in writing: text, days, answers by side' }),
  veto: post('/procedures/:id/veto', { body: Vetoing, answer: ProcedureFile, says: 'A side says no, with a reason' }),
  settle: post('/procedures/:id/settlement', { answer: ProcedureFile, says: 'Goes on as far as its days allow; the clock does it too' }),
  askSpecial: post('/bodies/:id/requests', { body: RequestDraft, answer: BodyFile, says: 'Asks for a special meeting' }),
  supportRequest: post('/bodies/:id/requests/:requestId/supporters', { answer: BodyFile, says: 'Joins those who ask for one' }),
}
