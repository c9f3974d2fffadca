// From scores to confidence: a candidate's share against "none" and against the rivals for the same words of the text.
import { apart } from './relate.ts'
import type { Found } from './search.ts'

/** Accepted unasked from here on: on labelled affiliations held back from the fit, about 97 of 100 are right. */
export const matchedFrom = 0.9
/** Enough for a name written just so: among those as sure as this, as many are right. */
export const matchedWhenExactFrom = 0.82
/** Shown to a person from here on. */
export const offeredFrom = 0.06
/** Shown although the text states another country. */
export const offeredAgainst = 0.25
export const shownFrom = 0.01

export function confidenceOf(found: Found, all: readonly Found[]): number {
  const own = Math.exp(Math.min(40, found.score))
  let rivals = 1
  for (const other of all) if (other !== found && !apart(other.mention, found.mention)) rivals += Math.exp(Math.min(40, other.score))
  return own / (own + rivals)
}

export function isSure(found: Found, confidence: number): boolean {
  const exact = found.values.wholeName && !found.mention.slipped && (found.values.exactSegment || found.values.sameConcepts)
  return confidence >= (exact ? matchedWhenExactFrom : matchedFrom)
}
