// The plans API: indicators with their numbers and the lists behind them.
import * as z from 'zod'
import { del, get, post, put } from '#platform/http/contract.ts'
import { Choice, Items, ItemsQuery, OwnDraft, OwnIndicator, Values, ValuesQuery } from './indicator-model.ts'

export const indicatorsApi = {
  values: get('/indicators', { query: ValuesQuery, answer: Values, says: 'The indicators of an alliance, an agreement, an organisation or a country for a year: confirmed, claimed apart, not known where the records do not tell' }),
  items: get('/indicators/items', { query: ItemsQuery, answer: Items, says: 'The activities or agreements behind one number' }),
  choose: put('/alliances/:id/indicators', { body: Choice, answer: z.object({ codes: z.array(z.string()) }), says: 'Chooses the indicators that an alliance reports by' }),
  add: post('/alliances/:id/indicators', { body: OwnDraft, answer: z.array(OwnIndicator), says: 'Adds an indicator of its own' }),
  remove: del('/alliances/:id/indicators/:indicatorId', { answer: z.array(OwnIndicator), says: 'Lets one of its own go; what was reported by it stays' }),
}
