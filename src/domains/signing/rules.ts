// Who may do what in a signing, and when. The pages close their buttons with the same rules.
import type { Party } from '#domains/agreements/model.ts'
import { sidesHeld } from '#domains/agreements/rules.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Id, Instant } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import type { CheckedSignature } from '#platform/signatures/checked.ts'
import type { Means, SigningRow } from './model.ts'

type Bound = Pick<Party, 'organisationId' | 'role'>
type Judged = Pick<SigningRow, 'sealedAt' | 'paperSha256'> & { parties: Bound[]; signed: { seatId: Id; sideId: Id }[] }

/** Why a signing cannot be opened. */
export function whyNotOpen(agreement: { draft: boolean; parties: Bound[] }, viewer: Viewer, open: boolean): Reason | undefined {
  if (sidesHeld(agreement.parties, viewer).length === 0) return 'signing.only-a-side'
  if (!agreement.draft) return 'signing.not-a-draft'
  return open ? 'signing.open-already' : undefined
}

/** Why this viewer may not arrange it: what its side accepts, who signs for it. */
export function whyNotArrange(sideId: Id, signing: Judged, viewer: Viewer): Reason | undefined {
  if (signing.sealedAt) return 'signing.is-sealed'
  if (!sidesHeld(signing.parties, viewer).includes(sideId)) return 'signing.only-its-side'
  return signing.signed.some((one) => one.sideId === sideId) ? 'signing.side-has-signed' : undefined
}

/** Why it cannot be called off: once sealed, only an amendment changes it. */
export function whyNotCallOff(signing: Judged, viewer: Viewer): Reason | undefined {
  if (sidesHeld(signing.parties, viewer).length === 0) return 'signing.only-a-side'
  return signing.sealedAt ? 'signing.is-sealed' : undefined
}

/** Why a signature cannot be given for this seat by these means. `seen`: the paper that was on the screen. */
export function whyNotSign(seat: { id: Id; sideId: Id }, by: Means, seen: string, signing: Judged & { accepts: readonly { sideId: Id; accepts: readonly Means[] }[] }, viewer: Viewer): Reason | undefined {
  if (signing.sealedAt) return 'signing.is-sealed'
  const mine = by === 'electronic' ? sidesHeld(signing.parties, viewer, 'signatory', 'director') : sidesHeld(signing.parties, viewer)
  if (!mine.includes(seat.sideId)) return by === 'electronic' ? 'signing.only-a-signatory' : 'signing.only-its-side'
  if (signing.signed.some(({ seatId }) => seatId === seat.id)) return 'signing.signed-already'
  if (seen !== signing.paperSha256) return 'signing.changed-meanwhile'
  return signing.accepts.every(({ accepts }) => accepts.includes(by)) ? undefined : 'signing.not-accepted'
}

/** A way in which another side has signed already stays accepted: that signature stands. */
export const whyNotAccept = (accepts: readonly Means[], signed: readonly { means: Means }[]): Reason | undefined =>
  (signed.some(({ means }) => !accepts.includes(means)) ? 'signing.way-is-used' : undefined)

/** A clock may be wrong by so much; more would make an expired certificate look in date. */
const aDay = 86_400_000
function wrongClock({ stamped, statedAt }: CheckedSignature, { openedAt, now }: { openedAt: Instant; now: Instant }): boolean {
  const said = stamped?.at ?? statedAt
  return said !== null && (Date.parse(said) < Date.parse(openedAt) - aDay || Date.parse(said) > Date.parse(now) + aDay)
}

/** What is wrong with the signatures of a PDF that was signed elsewhere; the first fault that is found. No paper is signed before it is there. */
export function whyNotTake(signatures: readonly CheckedSignature[], when: { openedAt: Instant; now: Instant }): Reason | undefined {
  if (signatures.length === 0) return 'signing.upload-unsigned'
  const faults: [Reason, (one: CheckedSignature) => boolean][] = [
    ['signing.upload-forged', ({ integrity }) => integrity === 'forged'], ['signing.upload-partial', ({ integrity }) => integrity === 'partial'],
    ['signing.upload-changed', ({ integrity, after }) => integrity === 'changed' || after === 'content'], ['signing.upload-unreadable', ({ integrity }) => integrity === 'unreadable'],
    ['signing.upload-expired', ({ validThen }) => validThen === 'expired'], ['signing.upload-not-yet', ({ validThen }) => validThen === 'not-yet'],
    ['signing.upload-wrong-clock', (one) => wrongClock(one, when)],
  ]
  return faults.find(([, is]) => signatures.some(is))?.[0]
}
