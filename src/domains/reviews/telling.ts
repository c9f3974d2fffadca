// Where a deed of this room is written down. The agreement's history is read by whoever reads the agreement, so it hears that something happened and
// not what was found; the whole of it stands in the history of the review, the challenge or the new area, which is for the sides.
import { type Hand, record } from '#platform/audit/journal.ts'
import type { Id } from '#platform/kinds.ts'

type Told = { what: string; thing: Id; agreementId: Id | null; data: Record<string, unknown>; open?: Record<string, unknown> }

/** `open` is what whoever reads the agreement may hear of it. */
export async function tellOf(at: Hand, { what, thing, agreementId, data, open = {} }: Told): Promise<void> {
  await record(at, { what, about: thing, data })
  if (agreementId) await record(at, { what, about: agreementId, data: { thing, ...open } })
}
