// Lays one name over the text: which of its words are there, how close, in which order, and what stands between and beside.
import type { Register } from '../index/register.ts'
import { countryNamed } from '../places/countries.ts'
import type { Present, Sighting } from './present.ts'
import type { Reading } from './reading.ts'

export type Mention = {
  name: number
  spots: number[]
  segment: number
  /** Weight of the name in all, of it found, and lost to corrections. */
  weight: number
  found: number
  slipped: number
  heaviestMissing: number
  heaviest: number
  /** Unmatched weight inside the mention, and in the rest of its segment. */
  inside: number
  rest: number
  disorder: number
  /** Words for the stated country that the text leaves out of the name. */
  unsaid: number
  /** Unmatched words directly before and after, in the same segment. */
  before: number
  after: number
}

/** `country` is what the text or the row states: a name's word for it may stay unsaid ("University of Putra", Malaysia). */
export function mentionOf(name: number, reading: Reading, present: Present, register: Register, country: string | null): Mention {
  const mention: Mention = { name, spots: [], segment: 0, weight: 0, found: 0, slipped: 0, heaviestMissing: 0, heaviest: 0, inside: 0, rest: 0, disorder: 0, unsaid: 0, before: -1, after: -1 }
  const anchor = anchorOf(name, present, register)
  const taken: number[] = []
  let last = anchor
  let backwards = 0
  for (let i = 0; i < register.wordCount(name); i++) {
    const word = register.wordAt(name, i)
    const weight = register.lexicon.weight(word)
    const sighting = nearest(present.get(word), anchor, taken)
    if (!sighting && country !== null && countryNamed(register.lexicon.word(word)) === country) {
      mention.unsaid++
      continue
    }
    mention.weight += weight
    mention.heaviest = Math.max(mention.heaviest, weight)
    if (!sighting) {
      mention.heaviestMissing = Math.max(mention.heaviestMissing, weight)
      continue
    }
    mention.found += weight * sighting.likeness
    mention.slipped += weight * (1 - sighting.likeness)
    if (taken.length > 0 && sighting.spot < last) backwards++
    last = sighting.spot
    taken.push(sighting.spot)
  }
  mention.spots = taken.sort((a, b) => a - b)
  mention.disorder = taken.length > 1 ? backwards / (taken.length - 1) : 0
  look(mention, reading)
  return mention
}

/** Where the rarest word of the name stands: the rest is looked for around it. */
function anchorOf(name: number, present: Present, register: Register): number {
  let heaviest = -1
  let anchor = 0
  for (let i = 0; i < register.wordCount(name); i++) {
    const word = register.wordAt(name, i)
    const sightings = present.get(word)
    const weight = register.lexicon.weight(word)
    if (!sightings || weight <= heaviest) continue
    heaviest = weight
    anchor = sightings[0]?.spot ?? 0
  }
  return anchor
}

function nearest(sightings: Sighting[] | undefined, anchor: number, taken: readonly number[]): Sighting | null {
  let best: Sighting | null = null
  for (const sighting of sightings ?? []) {
    if (taken.includes(sighting.spot)) continue
    if (!best || Math.abs(sighting.spot - anchor) < Math.abs(best.spot - anchor)) best = sighting
  }
  return best
}

function look(mention: Mention, reading: Reading): void {
  const { spots } = reading
  const first = mention.spots[0]
  const last = mention.spots.at(-1)
  if (first === undefined || last === undefined) return
  mention.segment = heaviestSegment(mention, reading)
  const matched = new Set(mention.spots)
  for (let at = 0; at < spots.length; at++) {
    const spot = spots[at]
    if (!spot || matched.has(at) || spot.place) continue
    if (at > first && at < last) mention.inside += spot.weight
    if (spot.segment === mention.segment) mention.rest += spot.weight
  }
  mention.before = besides(reading, first, -1)
  mention.after = besides(reading, last, 1)
}

function besides(reading: Reading, at: number, step: 1 | -1): number {
  const next = reading.spots[at + step]
  return next && next.segment === reading.spots[at]?.segment && !next.place ? at + step : -1
}

function heaviestSegment(mention: Mention, reading: Reading): number {
  let best = 0
  let heaviest = -1
  for (const at of mention.spots) {
    const spot = reading.spots[at]
    if (spot && spot.weight > heaviest) {
      heaviest = spot.weight
      best = spot.segment
    }
  }
  return best
}
