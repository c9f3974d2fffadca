// From scores to confidence: a candidate's share against "none" and against the rivals for the same words of the text.
import type { Reading } from './reading.ts'
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

/** Why even a high confidence is not enough to match unasked. */
export function doubtsAbout(found: Found, all: readonly Found[], reading: Reading): string[] {
  const { values } = found
  const doubts: string[] = []
  const placed = (values.countryFirm ?? 0) + (values.countrySoft ?? 0) + (values.city ?? 0) + (values.domain ?? 0) > 0
  const acronym = (values.acronymInCapitals ?? 0) + (values.acronymNot ?? 0) > 0
  if (values.conflictFirm) doubts.push('country-conflict')
  if (found.known.status === 'withdrawn') doubts.push('withdrawn')
  if (acronym && !placed && !values.otherName && ((values.namesakes ?? 0) > 0 || !values.exactText)) doubts.push('ambiguous')
  else if (hasTwin(found, all)) doubts.push('ambiguous')
  if ((values.missing ?? 0) > 0.01 && !placed) doubts.push('name-partly')
  if (isUncertainScript(found, reading)) doubts.push('name-partly')
  return doubts
}

/** Scripts without spaces or vowels: there a part of a longer name, or a corrected word, is easily another name. */
function isUncertainScript({ mention, values }: Found, reading: Reading): boolean {
  const words = new Set(mention.spots.map(at => reading.spots[at]?.word ?? -1))
  const foreign = [...words].some(word => unspaced.test(reading.words[word]?.text ?? ''))
  if (!foreign) return false
  const leftOver = reading.spots.some((spot, at) => words.has(spot.word) && !mention.spots.includes(at))
  return leftOver || mention.slipped > 0 || (values.missing ?? 0) > 0.01
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Thai}\p{Script=Hebrew}]/u

/** Another organisation answers to the same words as fully and nothing in the text tells them apart. */
function hasTwin(found: Found, all: readonly Found[]): boolean {
  const { values } = found
  return all.some(other => other !== found && other.known.status === 'active' && !apart(other.mention, found.mention)
    && (other.values.wholeName ?? 0) >= (values.wholeName ?? 0) && (other.values.missing ?? 0) <= (values.missing ?? 0)
    && other.mention.spots.length >= found.mention.spots.length && sameGround(other, found)
    && other.known.parentId !== found.known.id && other.known.successorId !== found.known.id)
}

function sameGround(a: Found, b: Found): boolean {
  const ground = ({ values }: Found): number => (values.countryFirm ?? 0) + (values.countrySoft ?? 0) + (values.city ?? 0) - (values.conflictFirm ?? 0) - (values.conflictSoft ?? 0)
  return ground(a) >= ground(b) && (a.values.exactSegment ?? 0) >= (b.values.exactSegment ?? 0)
}
