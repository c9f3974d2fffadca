// What committees promise: bodies with their composition and rules, meetings, votes, minutes, and decisions in writing.
import * as z from 'zod'
import { del, get, post, put } from '#platform/http/contract.ts'
import { Flag, Id, ShortText } from '#platform/kinds.ts'
import { BodyFile, BodyLine } from './body-model.ts'
import { ActionDraft, BodyDraft, SeatChange, SeatDraft, SideChange } from './model.ts'
import { ReadyMade, RuleSet } from './rule-model.ts'

const Adoption = z.object({ rules: RuleSet, decisionId: Id.nullable().default(null) })
const Finishing = z.object({ done: z.boolean(), words: ShortText.nullable().default(null) })

export const bodiesApi = {
  ruleSets: get('/rule-sets', { answer: z.array(ReadyMade), says: 'The ready-made sets of rules, each with its sources' }),
  bodies: get('/bodies', { query: z.object({ agreementId: Id.optional(), allianceId: Id.optional(), mine: Flag.optional() }), answer: z.array(BodyLine), says: 'The bodies this viewer sees, newest first' }),
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
