// The plans API: indicators with their numbers and the lists behind them; plans, their versions, what was reached and why.
import * as z from 'zod'
import { del, get, post, put } from '#platform/http/contract.ts'
import { Choice, Items, ItemsQuery, OwnDraft, OwnIndicator, Values, ValuesQuery } from './indicator-model.ts'
import { Claiming, Commenting, Laying, NewPlan, PlanFile, PlanLine, PlansQuery, PlanVersion, Writing } from './plan-model.ts'

export const indicatorsApi = {
  values: get('/indicators', { query: ValuesQuery, answer: Values, says: 'The indicators of an alliance, an agreement, an organisation or a country for a year: confirmed, claimed apart, not known where the records do not tell' }),
  items: get('/indicators/items', { query: ItemsQuery, answer: Items, says: 'The activities or agreements behind one number' }),
  choose: put('/alliances/:id/indicators', { body: Choice, answer: z.object({ codes: z.array(z.string()) }), says: 'Chooses the indicators that an alliance reports by' }),
  add: post('/alliances/:id/indicators', { body: OwnDraft, answer: z.array(OwnIndicator), says: 'Adds an indicator of its own' }),
  remove: del('/alliances/:id/indicators/:indicatorId', { answer: z.array(OwnIndicator), says: 'Lets one of its own go; what was reported by it stays' }),
}

export const plansApi = {
  list: get('/plans', { query: PlansQuery, answer: z.array(PlanLine), says: 'The plans this viewer sees, of an alliance or an agreement if one is named' }),
  begin: post('/plans', { body: NewPlan, answer: PlanFile, says: 'Begins a plan of an alliance or an agreement' }),
  read: get('/plans/:id', { answer: PlanFile, says: 'A plan: its text, versions, how each measure stands with the arithmetic, what was claimed, why it stands so' }),
  write: put('/plans/:id', { body: Writing, answer: PlanFile, says: 'Writes its text; `seen` is the `changedAt` that was seen' }),
  lay: post('/plans/:id/versions', { body: Laying, answer: PlanFile, says: 'Lays the text as it stands before the sides; they confirm or dispute it' }),
  version: get('/plans/:id/versions/:versionId', { answer: PlanVersion, says: 'A version as it was laid' }),
  claim: post('/plans/:id/values', { body: Claiming, answer: PlanFile, says: 'A member says what was reached, or that a task is done; another is asked to confirm' }),
  comment: post('/plans/:id/commentaries', { body: Commenting, answer: PlanFile, says: 'Why a measure stands as it does' }),
}
