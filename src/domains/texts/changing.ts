// What every deed on a text has in common: it is held and asked about, told in the agreement's journal, and a change of what it
// says takes back what was agreed.
import { record } from '#platform/audit/journal.ts'
import type { Hand } from '#platform/audit/journal.ts'
import { withdrawClaim } from '#domains/confirmations/actions.ts'
import type { Id } from '#platform/kinds.ts'
import { translator } from '#platform/i18n/words.ts'
import { demand } from '#platform/refusals.ts'
import type { TextFile } from './negotiation-model.ts'
import type { TextRow } from './model.ts'
import { actingSide, type Step, whyNot } from './rules.ts'
import { findText } from './store.ts'
import { latestVersion } from './version-store.ts'
import { holdText, type HeldText } from './whole.ts'

/** What one is doing it with, and for which side. */
export type Held = HeldText & { id: Id; side: Id }

/** Holds the text until this transaction ends, and asks the rules. */
export async function hold(at: Hand, step: Step, agreementId: Id): Promise<Held> {
  const held = await holdText(at.db, at.viewer, agreementId)
  const judged = { ...held.text, parties: held.parties }
  demand(whyNot(step, judged, at.viewer))
  return { ...held, id: agreementId, side: actingSide(judged, at.viewer)! }
}

export async function putText(at: Hand, held: Held, change: Partial<TextRow>): Promise<void> {
  await at.db.updateTable('agreementText').set(change as never).where('agreementId', '=', held.id).execute()
  Object.assign(held.text, change)
}

/** The journal of the agreement: everybody who sees it reads this, so nothing internal is told here. */
export const tellOf = (at: Hand, { id }: Pick<Held, 'id'>, what: string, data: Record<string, unknown> = {}): Promise<void> => record(at, { what: `text.${what}`, about: id, data })

export const show = (at: Hand, { id }: Pick<Held, 'id'>): Promise<TextFile> => findText(at.db, at.viewer, id)

/** What the text says has changed: whoever had agreed to the latest version has to be asked again. */
export async function hasChanged(at: Hand, held: Held): Promise<void> {
  await putText(at, held, { changedAt: at.now })
  await takeConsentsBack(at, held)
}

/** Nothing that was said is erased: it is marked as taken back. */
export async function takeConsentsBack(at: Hand, held: Pick<Held, 'id' | 'text'>): Promise<void> {
  const latest = await latestVersion(at.db, held.id)
  if (latest) await askNoMore(at, held, latest.number)
  if (!latest || latest.consents.length === 0) return
  await at.db.updateTable('textConsent').set({ withdrawnAt: at.now }).where('versionId', '=', latest.id).where('withdrawnAt', 'is', null).execute()
  await tellOf(at, held, 'consents-lost', { number: latest.number, sides: latest.consents.map(({ sideId }) => sideId) })
}

/** Moves the stage, remembering since when. */
export const moveTo = (at: Hand, held: Held, stage: TextRow['stage'], more: Partial<TextRow> = {}): Promise<void> =>
  putText(at, held, { ...(held.text.stage === stage ? {} : { stage, stageSince: at.now }), ...more })

/** Who was asked without an account to agree to what stood there is not asked any more. */
export async function askNoMore(at: Hand, { id, text }: Pick<Held, 'id' | 'text'>, number: number): Promise<void> {
  const open = await at.db.selectFrom('confirmation').select('id').where('scope', '=', id).where('kind', '=', 'version').where('state', 'in', ['open', 'disputed']).orderBy('id').execute()
  const because = translator(text.languages[0] ?? 'en')('texts.asked.over', { number })
  for (const claim of open) await withdrawClaim(at, claim.id, because)
}
