// A text as the search sees it: its words' numbers and weights, its segments, its places and the country it states.
import { hashOf } from '../index/hash.ts'
import type { Register } from '../index/register.ts'
import type { Cities } from '../places/cities.ts'
import { type Place, placesIn, type StatedCountry, statedCountry } from '../places/mentions.ts'
import { clean } from '../text/fold.ts'
import { type Word, wordsOf } from '../text/words.ts'

/** One concept at one place in the text; `number` is -1 for a word no name holds. */
export type Spot = { word: number; segment: number; number: number; weight: number; folded: string; place: boolean; capitals: boolean }

export type Reading = {
  text: string
  words: Word[]
  spots: Spot[]
  places: Place[]
  stated: StatedCountry | null
  textHash: number
  segmentHashes: Map<number, number>
  conceptHashes: Map<number, number>
  /** Segments that hold the legal form of a company. */
  legalSegments: Set<number>
  segments: number
  /** Words that are a city's name, also inside another name. */
  cityWords: Set<number>
}

const mostWords = 120
const legalForms = new Set('co ltd inc llc gmbh corp corporation company limited pvt plc ag sarl srl bhd jsc ooo oao'.split(' '))

export function read(given: string, register: Register, cities: Cities): Reading {
  const text = clean(given)
  const words = wordsOf(text).slice(0, mostWords)
  const places = placesIn(words, cities)
  const spots = spotsOf(words, places, register)
  return {
    text,
    words,
    spots,
    places,
    stated: statedCountry(words, places, cities),
    textHash: hashOf(words.map(word => word.folded).join(' ')),
    segmentHashes: hashesOf(words),
    conceptHashes: hashesOf(spots),
    legalSegments: new Set(words.filter(word => legalForms.has(word.folded)).map(word => word.segment)),
    segments: (words.at(-1)?.segment ?? 0) + 1,
    cityWords: new Set(words.keys().filter(at => cities.has(words[at]?.folded ?? ''))),
  }
}

function spotsOf(words: readonly Word[], places: readonly Place[], register: Register): Spot[] {
  const inPlace = new Set<number>()
  for (const place of places) for (let at = place.from; at < place.to; at++) inPlace.add(at)
  const any = words.some(word => word.concepts.length > 0)
  return words.flatMap((word, index) => (any ? word.concepts : [word.folded]).map(concept => {
    const number = register.lexicon.numberOf(concept)
    const weight = number >= 0 ? register.lexicon.weight(number) : /^\d+$/.test(concept) ? 0 : register.lexicon.unknownWeight(concept)
    const capitals = word.text.length > 1 && word.text === word.text.toUpperCase()
    return { word: index, segment: word.segment, number, weight, folded: concept, place: inPlace.has(index), capitals }
  }))
}

function hashesOf(words: readonly { segment: number; folded: string }[]): Map<number, number> {
  const texts = new Map<number, string>()
  for (const word of words) texts.set(word.segment, texts.has(word.segment) ? `${texts.get(word.segment)} ${word.folded}` : word.folded)
  return new Map([...texts].map(([segment, text]) => [segment, hashOf(text)]))
}
