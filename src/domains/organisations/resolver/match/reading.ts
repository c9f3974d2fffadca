// A text as the search sees it: its words' numbers and weights, its segments, its places and the country it states.
import { hashOf } from '../index/hash.ts'
import type { Register } from '../index/register.ts'
import type { Cities } from '../places/cities.ts'
import { type Place, placesIn, type StatedCountry, statedCountry } from '../places/mentions.ts'
import { cleanLines, fold } from '../text/fold.ts'
import { conceptsOf, isKnownWord } from '../text/concepts.ts'
import { unglued } from '../text/glued.ts'
import { type Word, wordsOf } from '../text/words.ts'

/** One concept at one place in the text; `number` is -1 for a word no name holds. */
export type Spot = { word: number; segment: number; number: number; weight: number; folded: string; raw: string; place: boolean; capitals: boolean; short: boolean; foreign: boolean }

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
  /** Weight of all words that are no place. */
  weight: number
  /** Host names that the text holds, as of an address of mail. */
  domains: string[]
}

const otherScript = /[^\P{L}\p{Script=Latin}\p{Script=Han}]/u
const mostWords = 120
/** "UoS": an acronym with a small word. */
const inCapitals = /^\p{Lu}(?:\p{Lu}|\p{Ll}(?!\p{Ll})){1,3}\p{Lu}$/u
const legalForms = new Set('co ltd inc llc gmbh corp corporation company limited pvt plc ag sarl srl bhd jsc ooo oao'.split(' '))
const hosts = /(?:@|www\.|https?:\/\/)((?:[a-z\d-]+\.)+[a-z]{2,})/gi

export function read(given: string, register: Register, cities: Cities): Reading {
  const text = cleanLines(given)
  const domains = [...text.matchAll(hosts)].map(found => (found[1] ?? '').toLowerCase())
  const words = wordsOf(text).slice(0, mostWords).flatMap(word => parted(word, register))
  const places = placesIn(words, cities)
  const spots = spotsOf(text, words, places, register)
  let weight = 0
  for (const spot of spots) if (!spot.place) weight += spot.weight
  return {
    text,
    words,
    spots,
    places,
    weight,
    domains,
    stated: statedCountry(words, places, cities),
    textHash: hashOf(words.map(word => word.folded).join(' ')),
    segmentHashes: hashesOf(words),
    conceptHashes: hashesOf(spots),
    legalSegments: new Set(words.filter(word => legalForms.has(word.folded)).map(word => word.segment)),
    segments: (words.at(-1)?.segment ?? 0) + 1,
    cityWords: new Set(words.keys().filter(at => cities.has(words[at]?.folded ?? ''))),
  }
}

const commonEnough = 20

/** A word nobody knows may be two that lost their space. */
function parted(word: Word, register: Register): Word[] {
  if (word.folded.length < 6 || isKnownWord(word.folded) || !/^[a-z0-9]+$/.test(word.folded)) return [word]
  const number = register.lexicon.numberOf(word.concepts[0] ?? '')
  if (number >= 0 && register.lexicon.count(number) > 0) return [word]
  const isKnown = (part: string): boolean => {
    const folded = fold(part)
    return isKnownWord(folded) || register.lexicon.count(register.lexicon.numberOf(conceptsOf(folded)[0] ?? '')) >= commonEnough
  }
  const parts = unglued(word.text, word.folded, isKnown)
  if (!parts) return [word]
  let at = word.at
  return parts.map(part => {
    const folded = fold(part)
    const made = { text: part, folded, at, end: at + part.length, segment: word.segment, concepts: conceptsOf(folded) }
    at += part.length
    return made
  }).filter(part => part.folded !== '')
}

function spotsOf(text: string, words: readonly Word[], places: readonly Place[], register: Register): Spot[] {
  const inPlace = new Set<number>()
  for (const place of places) for (let at = place.from; at < place.to; at++) inPlace.add(at)
  const any = words.some(word => word.concepts.length > 0)
  return words.flatMap((word, index) => (isUniversity(word, text) ? ['university'] : any ? word.concepts : [word.folded]).map(concept => {
    const number = register.lexicon.numberOf(concept)
    const weight = number >= 0 ? register.lexicon.weight(number) : /^\d+$/.test(concept) ? 0 : register.lexicon.unknownWeight(concept)
    const capitals = word.text.length > 1 && (word.text === word.text.toUpperCase() || inCapitals.test(word.text))
    return { word: index, segment: word.segment, number, weight, folded: concept, raw: word.folded, place: inPlace.has(index), capitals, short: text[word.end] === '.', foreign: otherScript.test(word.text) }
  }))
}

/** "Tilburg U." */
const isUniversity = (word: Word, text: string): boolean => word.text === 'U' && text[word.end] === '.'

function hashesOf(words: readonly { segment: number; folded: string }[]): Map<number, number> {
  const texts = new Map<number, string>()
  for (const word of words) texts.set(word.segment, texts.has(word.segment) ? `${texts.get(word.segment)} ${word.folded}` : word.folded)
  return new Map([...texts].map(([segment, text]) => [segment, hashOf(text)]))
}
