// Lays one name over the text: which of its words are there, how close, in which order, and what stands between and beside.
import type { Register } from '../index/register.ts'
import { countryNamed } from '../places/countries.ts'
import type { Present, Sighting } from './present.ts'
import type { Reading } from './reading.ts'
import { isShortFor } from './short.ts'

export type Mention = {
  name: number
  spots: number[]
  segment: number
  /** Weight of the name in all, of it found, found in the segment of the mention, lost to corrections, met as a short form. */
  weight: number
  found: number
  near: number
  slipped: number
  short: number
  heaviestMissing: number
  heaviest: number
  heaviestFound: number
  /** Weight of the missing words that say what it is: "technology", "hospital". */
  missingKinds: number
  firstMet: boolean
  lastMet: boolean
  words: number
  /** Unmatched weight inside the mention, and in the rest of its segment. */
  inside: number
  rest: number
  /** The heaviest word of that rest, and the weight of those that no name holds. */
  heaviestRest: number
  unknownRest: number
  wordsMissing: number
  disorder: number
  /** Words for the stated country that the text leaves out of the name. */
  unsaid: number
  /** Unmatched words directly before and after, in the same segment. */
  before: number
  after: number
}

type Met = { word: number; weight: number; sighting: Sighting | null; folded: string }

/** A word in another part of the text is as far as this many words. */
const acrossSegments = 6
const mostAnchors = 3

/** `country` is what the text or the row states: a name's word for it may stay unsaid ("University of Putra", Malaysia). */
export function mentionOf(name: number, reading: Reading, present: Present, register: Register, country: string | null): Mention {
  const met = wordsOf(name, register)
  const heaviestFirst = met.map((_, at) => at).sort((a, b) => (met[b] as Met).weight - (met[a] as Met).weight)
  let best: Place | null = null
  let most = -Infinity
  for (const anchor of anchorsOf(met, present)) {
    const placed = place(met, heaviestFirst, anchor, reading, present)
    const worth = worthOf(met, placed, anchor, reading)
    if (worth <= most) continue
    best = placed
    most = worth
  }
  best?.forEach((sighting, at) => { (met[at] as Met).sighting = sighting })
  fillShort(met, reading, country)
  return measure(name, met, reading, country)
}

/** Where each word of the name was met. */
type Place = (Sighting | null)[]

function wordsOf(name: number, register: Register): Met[] {
  const words: Met[] = []
  for (let i = 0; i < register.wordCount(name); i++) {
    const word = register.wordAt(name, i)
    words.push({ word, weight: register.lexicon.weight(word), sighting: null, folded: register.lexicon.word(word) })
  }
  return words
}

/** Where the rarest word of the name stands: the rest is looked for around it. */
function anchorsOf(words: readonly Met[], present: Present): number[] {
  let heaviest: Met | null = null
  for (const word of words) if (present.has(word.word) && (!heaviest || word.weight > heaviest.weight)) heaviest = word
  return heaviest ? (present.get(heaviest.word) ?? []).slice(0, mostAnchors).map(sighting => sighting.spot) : []
}

function place(words: readonly Met[], heaviestFirst: readonly number[], anchor: number, reading: Reading, present: Present): Place {
  const taken: number[] = []
  const home = reading.spots[anchor]?.segment ?? 0
  const placed: Place = words.map(() => null)
  for (const at of heaviestFirst) {
    const sighting = nearest(present.get((words[at] as Met).word), anchor, home, reading, taken)
    if (!sighting) continue
    placed[at] = sighting
    taken.push(sighting.spot)
  }
  return placed
}

const distance = (spot: number, anchor: number, home: number, reading: Reading): number =>
  Math.abs(spot - anchor) + acrossSegments * Math.abs((reading.spots[spot]?.segment ?? 0) - home)

function nearest(sightings: Sighting[] | undefined, anchor: number, home: number, reading: Reading, taken: readonly number[]): Sighting | null {
  let best: Sighting | null = null
  let least = Infinity
  for (const sighting of sightings ?? []) {
    const far = distance(sighting.spot, anchor, home, reading)
    if (far >= least || (!sighting.half && taken.includes(sighting.spot))) continue
    best = sighting
    least = far
  }
  return best
}

function worthOf(words: readonly Met[], placed: Place, anchor: number, reading: Reading): number {
  const home = reading.spots[anchor]?.segment ?? 0
  let worth = 0
  placed.forEach((sighting, at) => {
    if (sighting) worth += (words[at] as Met).weight * sighting.likeness * (reading.spots[sighting.spot]?.segment === home ? 1 : 0.6) - distance(sighting.spot, anchor, home, reading) * 0.02
  })
  return worth
}

/** "Telecommun." for a word of the name that was not met: short forms are looked for where the name stands. */
function fillShort(met: Met[], reading: Reading, country: string | null): void {
  if (met.every(({ sighting }) => sighting !== null)) return
  const spots = met.flatMap(({ sighting }) => sighting ? [sighting.spot] : [])
  const from = Math.max(0, Math.min(...spots) - 4)
  const to = Math.min(reading.spots.length - 1, Math.max(...spots) + 4)
  for (const word of met) {
    if (word.sighting || (country !== null && countryNamed(word.folded) === country)) continue
    for (let at = from; at <= to; at++) {
      const spot = reading.spots[at]
      if (!spot || spots.includes(at) || !isShortFor(spot, word.folded)) continue
      word.sighting = { spot: at, likeness: 0.9 }
      spots.push(at)
      break
    }
  }
}

function measure(name: number, met: readonly Met[], reading: Reading, country: string | null): Mention {
  const mention: Mention = {
    name, spots: [], segment: 0, weight: 0, found: 0, near: 0, slipped: 0, short: 0, heaviestMissing: 0, heaviest: 0, heaviestFound: 0, missingKinds: 0,
    firstMet: Boolean(met[0]?.sighting), lastMet: Boolean(met.at(-1)?.sighting), words: met.length, inside: 0, rest: 0, disorder: 0, unsaid: 0, before: -1, after: -1,
    heaviestRest: 0, unknownRest: 0, wordsMissing: 0,
  }
  const taken: number[] = []
  let last = -1
  let backwards = 0
  for (const { folded, weight, sighting } of met) {
    if (!sighting && country !== null && countryNamed(folded) === country) {
      mention.unsaid++
      continue
    }
    mention.weight += weight
    mention.heaviest = Math.max(mention.heaviest, weight)
    if (!sighting) {
      mention.wordsMissing++
      mention.heaviestMissing = Math.max(mention.heaviestMissing, weight)
      if (weight < 7) mention.missingKinds += weight
      continue
    }
    mention.heaviestFound = Math.max(mention.heaviestFound, weight)
    mention.found += weight * sighting.likeness
    mention.slipped += weight * (1 - sighting.likeness)
    if (last >= 0 && sighting.spot < last) backwards++
    last = sighting.spot
    taken.push(sighting.spot)
  }
  mention.disorder = taken.length > 1 ? backwards / (taken.length - 1) : 0
  mention.spots = [...new Set(taken)].sort((a, b) => a - b)
  look(mention, reading)
  for (const { weight, sighting } of met) if (sighting && reading.spots[sighting.spot]?.segment === mention.segment) mention.near += weight
  return mention
}

function look(mention: Mention, reading: Reading): void {
  const { spots } = reading
  const first = mention.spots[0]
  const last = mention.spots.at(-1)
  if (first === undefined || last === undefined) return
  mention.segment = heaviestSegment(mention, reading)
  for (let at = 0; at < spots.length; at++) {
    const spot = spots[at]
    if (!spot || spot.place || mention.spots.includes(at)) continue
    if (at > first && at < last) mention.inside += spot.weight
    if (spot.segment !== mention.segment) continue
    mention.rest += spot.weight
    mention.heaviestRest = Math.max(mention.heaviestRest, spot.weight)
    if (spot.number < 0) mention.unknownRest += spot.weight
  }
  mention.before = besides(reading, first, -1)
  mention.after = besides(reading, last, 1)
}

function besides(reading: Reading, at: number, step: 1 | -1): number {
  const next = reading.spots[at + step]
  return next && next.segment === reading.spots[at]?.segment && !next.place ? at + step : -1
}

function heaviestSegment(mention: Mention, reading: Reading): number {
  const weights = new Map<number, number>()
  let best = 0
  let heaviest = -1
  for (const at of mention.spots) {
    const spot = reading.spots[at]
    if (!spot) continue
    const sum = (weights.get(spot.segment) ?? 0) + spot.weight
    weights.set(spot.segment, sum)
    if (sum <= heaviest) continue
    heaviest = sum
    best = spot.segment
  }
  return best
}
