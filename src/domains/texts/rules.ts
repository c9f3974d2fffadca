// What may happen to a text, by whom and when. The side whose turn it is writes; the others propose; every side may say that a
// wording matches, comment, and agree. The pages close their buttons with the same rules.
import type { Party } from '#domains/agreements/model.ts'
import { sidesHeld, sidesOf } from '#domains/agreements/rules.ts'
import { holds, type Viewer } from '#platform/auth/viewer.ts'
import type { Id } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import type { TextRow } from './model.ts'

type Bound = Pick<Party, 'organisationId' | 'role'>
export type Judged = Pick<TextRow, 'stage' | 'turnId' | 'turnFromId'> & { parties: Bound[] }
export type Step = 'write' | 'match' | 'hand-over' | 'take-back-turn' | 'propose' | 'answer' | 'comment' | 'consent' | 'withdraw-consent' | 'reopen'

/** Why a text cannot be begun. */
export function whyNotBegin(agreement: { draft?: boolean; parties: Bound[] }, viewer: Viewer, begun: boolean): Reason | undefined {
  if (sidesHeld(agreement.parties, viewer).length === 0) return 'texts.only-a-side'
  if (!agreement.draft) return 'texts.not-a-draft'
  return begun ? 'texts.begun-already' : undefined
}

/** Why this viewer may not take this step, or nothing when they may. */
export function whyNot(step: Step, text: Judged, viewer: Viewer): Reason | undefined {
  const mine = sidesHeld(text.parties, viewer)
  if (mine.length === 0) return 'texts.only-a-side'
  if (step === 'comment') return undefined
  if (step === 'reopen') return text.stage === 'agreed' || text.stage === 'clearing' ? undefined : isOpen(text) ? 'texts.not-agreed-yet' : 'texts.being-signed'
  if (!isOpen(text)) return text.stage === 'agreed' || text.stage === 'clearing' ? 'texts.is-agreed' : 'texts.being-signed'
  if ((step === 'write' || step === 'hand-over') && !isMine(text.turnId, mine)) return 'texts.not-your-turn'
  if (step === 'take-back-turn' && isMine(text.turnId, mine)) return 'texts.your-turn-already'
  if (step === 'take-back-turn' && !isMine(text.turnFromId, mine)) return 'texts.not-yours-to-take-back'
  if (step === 'consent' && text.stage === 'drafting') return 'texts.no-version-yet'
  return undefined
}

const isMine = (side: Id | null, mine: readonly Id[]) => side !== null && mine.includes(side)

/** While it is open it may be written; once agreed it must be reopened first. */
export const isOpen = ({ stage }: Pick<TextRow, 'stage'>): boolean => stage === 'drafting' || stage === 'negotiating'

/** Why the turn cannot go there. */
export function whyNotTo(toId: Id, { turnId, parties }: Judged): Reason | undefined {
  if (!sidesOf(parties).includes(toId)) return 'texts.not-a-side'
  return toId === turnId ? 'texts.has-the-turn' : undefined
}

/** A proposal is answered by another side than the one that made it, and taken back by that one. */
export function whyNotAnswer(proposal: { state: string; sideId: Id }, text: Judged, viewer: Viewer): Reason | undefined {
  if (proposal.state !== 'open') return 'texts.proposal-answered-already'
  return sidesHeld(text.parties, viewer).some((side) => side !== proposal.sideId) ? undefined : 'texts.own-proposal'
}
/** A clause of a new article has nowhere to stand while nobody has accepted the article. */
export const whyNotAccept = ({ underId }: { underId: Id | null }, open: readonly { id: Id }[]): Reason | undefined =>
  open.some(({ id }) => id === underId) ? 'texts.article-first' : undefined
export function whyNotWithdraw(proposal: { state: string; sideId: Id }, text: Judged, viewer: Viewer): Reason | undefined {
  if (proposal.state !== 'open') return 'texts.proposal-answered-already'
  return sidesHeld(text.parties, viewer).includes(proposal.sideId) ? undefined : 'texts.not-your-proposal'
}

/** What is said of a clause is settled by its side; internal talk only by the side it belongs to, whom alone it reaches. */
export const hears = (comment: { internalToId: Id | null }, parties: Bound[], viewer: Viewer): boolean =>
  comment.internalToId === null || sidesHeld(parties, viewer).includes(comment.internalToId)

/** Before it is handed over for the first time only the side that drafts it reads it. */
export const mayRead = ({ stage, turnId }: Pick<TextRow, 'stage' | 'turnId'>, viewer: Viewer): boolean =>
  stage !== 'drafting' || viewer.admin || (turnId !== null && holds(viewer, turnId))

/** For which side this viewer acts: that of the office acted in, else the one whose turn it is, else the first. */
export function actingSide({ parties, turnId }: Pick<Judged, 'parties' | 'turnId'>, viewer: Viewer): Id | null {
  const mine = sidesHeld(parties, viewer)
  const acting = viewer.offices.find(({ id }) => id === viewer.acting)
  return mine.find((side) => acting?.within.includes(side) && side === turnId) ?? mine.find((side) => acting?.within.includes(side))
    ?? mine.find((side) => side === turnId) ?? mine[0] ?? null
}

/** The one next step of a viewer, for the button at the top. */
export type Next = 'hand-over' | 'answer-proposals' | 'match' | 'consent' | 'fill' | 'wait' | 'clear' | 'none'
type Looked = { text: Judged & Pick<TextRow, 'turnFor'>; open: readonly { sideId: Id }[]; behind: number; missing: number; consented: readonly Id[]; current: boolean }
export function nextStep({ text, open, behind, missing, consented, current }: Looked, viewer: Viewer): Next {
  const side = actingSide(text, viewer)
  if (!side) return 'none'
  if (!isOpen(text)) return text.stage === 'agreed' ? 'clear' : 'none'
  if (open.some((proposal) => proposal.sideId !== side)) return 'answer-proposals'
  if (text.turnId !== side) return current && !consented.includes(side) && text.stage === 'negotiating' && consented.length > 0 ? 'consent' : 'wait'
  if (missing > 0) return 'fill'
  if (behind > 0) return 'match'
  return text.turnFor === 'agreement' && current && !consented.includes(side) ? 'consent' : 'hand-over'
}

