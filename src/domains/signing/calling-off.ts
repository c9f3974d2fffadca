// A signing is called off before it is sealed.
import { record } from '#platform/audit/journal.ts'
import type { Doing } from '#platform/http/serve.ts'
import type { Id } from '#platform/kinds.ts'
import { demand } from '#platform/refusals.ts'
import { whyNotCallOff } from './rules.ts'
import { holdSigning } from './store.ts'
import { followStage } from './text-desk.ts'

/** What was signed so far stays in the history; what is signed next is a new paper. */
export async function callOff(at: Doing, agreementId: Id, because: string): Promise<{}> {
  const held = await holdSigning(at.db, at.viewer, agreementId)
  demand(whyNotCallOff({ ...held.signing, parties: held.parties, signed: held.signed }, at.viewer))
  await at.db.updateTable('signing').set({ calledOffAt: at.now, calledOffBecause: because }).where('id', '=', held.signing.id).execute()
  await record(at, { what: 'signing.called-off', about: agreementId, data: { because, signatures: held.signed.length } })
  await followStage(at, { agreementId, versionNumber: held.signing.versionNumber, stage: 'agreed' })
  return {}
}
