// What keeps a candidate from being matched unasked, however high its confidence: a wrong match is worse than an offered one.
import { at } from './features.ts'
import type { Reading } from './reading.ts'
import { apart } from './relate.ts'
import type { Found } from './search.ts'
import { unitConcepts } from './values.ts'

/** A word more than this weighs inside a name makes another name of it. */
const mostInside = 5

/** Why even a high confidence is not enough to match unasked. */
export function doubtsAbout(found: Found, all: readonly Found[], reading: Reading): string[] {
  const { values } = found
  const doubts: string[] = []
  const placed = (values[at.countryFirm] as number) + (values[at.countrySoft] as number) + (values[at.city] as number) + (values[at.domain] as number) > 0
  const acronym = (values[at.acronymInCapitals] as number) + (values[at.acronymNot] as number) > 0
  if (values[at.conflictFirm]) doubts.push('country-conflict')
  if (found.known.status === 'withdrawn' && !found.known.successorId) doubts.push('withdrawn')
  if (acronym && !placed && !values[at.otherName] && ((values[at.namesakes] as number) > 1 || !values[at.exactText])) doubts.push('ambiguous')
  else if (hasTwin(found, all)) doubts.push('ambiguous')
  if ((values[at.missing] as number) > 0.01 && !placed) doubts.push('name-partly')
  if (isUncertainScript(found, reading)) doubts.push('name-partly')
  if ((values[at.inside] as number) > mostInside || goesOn(found, reading) || isElsewhere(found, reading)) doubts.push('name-goes-on')
  return doubts
}

/** "University of Lahore Islamabad": another city right behind the name is another campus. */
function isElsewhere({ known, mention, values }: Found, reading: Reading): boolean {
  if (!known.city || values[at.city]) return false
  const last = Math.max(...mention.spots.map(spot => reading.spots[spot]?.word ?? 0))
  return reading.places.some(place => place.kind === 'city' && place.from === last + 1 && reading.words[place.from]?.segment === mention.segment)
}

/** "Tianjin Polytechnic University" is not Tianjin University: a word more makes another name, unless it is the word of a unit. */
function goesOn({ mention }: Found, reading: Reading): boolean {
  if (mention.segment !== reading.words[0]?.segment) return false
  const side = (of: number, step: 1 | -1): boolean => {
    if (of < 0 || (step < 0 && reading.spots[of]?.weight === 0)) return false
    for (let at = of; reading.spots[at]?.segment === mention.segment; at += step) if (unitConcepts.has(reading.spots[at]?.folded ?? '')) return false
    return true
  }
  return side(mention.before, -1) || side(mention.after, 1)
}

/** Scripts without spaces or vowels: there a part of a longer name, or a corrected word, is easily another name. */
function isUncertainScript({ mention, values }: Found, reading: Reading): boolean {
  const words = new Set(mention.spots.map(spot => reading.spots[spot]?.word ?? -1))
  const foreign = [...words].some(word => unspaced.test(reading.words[word]?.text ?? ''))
  if (!foreign) return false
  const leftOver = reading.spots.some((spot, at) => words.has(spot.word) && !mention.spots.includes(at))
  return leftOver || mention.slipped > 0 || (values[at.missing] as number) > 0.01
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Thai}\p{Script=Hebrew}]/u

/** Another organisation answers to the same words as fully and nothing in the text tells them apart. */
function hasTwin(found: Found, all: readonly Found[]): boolean {
  const { values } = found
  return all.some(other => other !== found && other.known.status === 'active' && !apart(other.mention, found.mention)
    && (other.values[at.wholeName] as number) >= (values[at.wholeName] as number) && (other.values[at.missing] as number) <= (values[at.missing] as number)
    && other.mention.spots.length >= found.mention.spots.length && sameGround(other, found)
    && other.known.parentId !== found.known.id && other.known.successorId !== found.known.id)
}

function sameGround(a: Found, b: Found): boolean {
  const ground = ({ values }: Found): number => (values[at.countryFirm] as number) + (values[at.countrySoft] as number) + (values[at.city] as number) - (values[at.conflictFirm] as number) - (values[at.conflictSoft] as number)
  return ground(a) >= ground(b) && (a.values[at.exactSegment] as number) >= (b.values[at.exactSegment] as number)
}
