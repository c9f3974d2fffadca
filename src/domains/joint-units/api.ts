// The joint units API. An end is a noun that is added; nothing here is erased.
import * as z from 'zod'
import { get, post, put } from '#platform/http/contract.ts'
import { Id } from '#platform/kinds.ts'
import { Closing, UnitChange, UnitDraft, UnitFile, UnitLine } from './model.ts'

export const jointUnitsApi = {
  units: get('/joint-units', { query: z.object({ agreementId: Id.optional(), organisationId: Id.optional() }), answer: z.array(UnitLine), says: 'Joint units: of an agreement, of an organisation, or all that one sees' }),
  unit: get('/joint-units/:id', { answer: UnitFile, says: 'A joint unit: who runs it, by which agreements' }),
  found: post('/joint-units', { body: UnitDraft, answer: UnitFile, says: 'Records a joint unit that an agreement founded' }),
  change: put('/joint-units/:id', { body: UnitChange, answer: UnitFile, says: 'Changes it; `seen` is the `changedAt` that was seen' }),
  close: post('/joint-units/:id/closing', { body: Closing, answer: UnitFile, says: 'Closes it on a day, with a reason' }),
}
