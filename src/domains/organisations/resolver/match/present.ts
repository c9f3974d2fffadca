// Which registered words a text holds: as written, joined or parted differently, or corrected.
import type { Register } from '../index/register.ts'
import type { SoundIndex } from '../index/sound-index.ts'
import type { Spelling } from '../index/spelling.ts'
import { isKnownWord } from '../text/concepts.ts'
import type { Reading, Spot } from './reading.ts'

export type Indexes = { register: Register; spelling: Spelling; sounds: SoundIndex }

/** `half`: the spot holds two words of the name at once. */
export type Sighting = { spot: number; likeness: number; half?: true }
export type Present = Map<number, Sighting[]>

const joined = 0.95
const mostCorrected = 6
const mostHeard = 12
const rareEnoughToDoubt = 12
const halvesFrom = 9
const commonHalf = 20

/** `doubting` also corrects words that are registered but rare: "Dehli" is somebody's name. */
export function presentIn(reading: Reading, { register, spelling, sounds }: Indexes, doubting: boolean): Present {
  const present: Present = new Map()
  const sight = (number: number, sighting: Sighting): void => {
    const list = present.get(number)
    if (!list) present.set(number, [sighting])
    else if (!list.some(known => known.spot === sighting.spot)) list.push(sighting)
  }
  reading.spots.forEach((spot, index) => { if (spot.number >= 0) sight(spot.number, { spot: index, likeness: 1 }) })
  join(reading, register, sight)
  part(reading, register, sight)
  umlauts(reading, register, sight)
  let corrected = 0
  const allCapitals = reading.text === reading.text.toUpperCase() && reading.words.length > 1
  reading.spots.forEach((spot, index) => {
    const doubtful = spot.number < 0 || (doubting && !isPlace(spot, reading) && register.lexicon.count(spot.number) <= rareEnoughToDoubt)
    if (!doubtful || corrected >= mostCorrected || isCut(spot, index, reading) || (spot.capitals && spot.folded.length < 7 && !allCapitals)) return
    const corrections = spelling.corrections(spot.folded)
    if (corrections.length > 0) corrected++
    else if (spot.folded.length > 4 && !isForeign(spot)) for (const alike of sounds.alike(spot.folded)) sight(alike.word, { spot: index, likeness: alike.likeness })
    for (const correction of corrections) sight(correction.word, { spot: index, likeness: correction.likeness })
  })
  let heard = 0
  reading.spots.forEach((spot, index) => {
    if (!isForeign(spot) || isKnownWord(spot.folded) || heard >= mostHeard) return
    heard++
    for (const spelt of spellingsOf(spot.folded, reading.words[spot.word]?.text ?? '')) for (const alike of sounds.alike(spelt)) sight(alike.word, { spot: index, likeness: alike.likeness })
  })
  return present
}

/** Which sounds these scripts do not tell apart, or their ways into Latin letters do not: 건국 is Geonguk, Kŏn'guk and Konkuk. */
const confused: [RegExp, Record<string, string>][] = [
  [/\p{Script=Hangul}/u, { g: 'k', d: 't', b: 'p', j: 'ch', l: 'r', r: 'l' }],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, { r: 'l', b: 'v', s: 'th', h: 'f' }],
  [/\p{Script=Thai}/u, { c: 's', r: 'n', d: 't', p: 'b', l: 'n' }],
]
const mostVaried = 5

function spellingsOf(folded: string, written: string): string[] {
  const letters = confused.find(([script]) => script.test(written))?.[1]
  if (!letters) return [folded]
  let found = ['']
  let varied = 0
  for (const letter of folded) {
    const other = letters[letter]
    if (other && varied < mostVaried) {
      varied++
      found = found.flatMap(before => [before + letter, before + other])
    } else found = found.map(before => before + letter)
  }
  return folded.startsWith('u') ? [...found, ...found.map(spelt => `w${spelt}`)] : found
}

/** Written in a script of its own: Cyrillic, Arabic, Devanagari. */
const isForeign = (spot: Spot): boolean => spot.foreign

/** "Udaipur" is no slip for "Raipur". */
const isPlace = (spot: Spot, reading: Reading): boolean => spot.place || reading.cityWords.has(spot.word)

/** "Coll. of" is a short form, no slip for coal; a stop at the end of the text ends the text. */
const isCut = (spot: Spot, index: number, reading: Reading): boolean => spot.short && index < reading.spots.length - 1 && spot.folded.length < 8

/** Whether correcting registered but rare words could find anything more. */
export function worthDoubting(reading: Reading, register: Register): boolean {
  return reading.spots.some(spot => spot.number >= 0 && register.lexicon.count(spot.number) <= rareEnoughToDoubt && /^[a-z]{4,}$/.test(spot.folded))
}

type Sight = (number: number, sighting: Sighting) => void

/** "Jing Gangshan" is Jinggangshan: neighbours that make one registered word. */
function join(reading: Reading, register: Register, sight: Sight): void {
  for (let at = 0; at + 1 < reading.spots.length; at++) {
    const left = reading.spots[at]
    const right = reading.spots[at + 1]
    if (!left || !right || left.segment !== right.segment || right.word !== left.word + 1) continue
    if (left.folded.length + right.folded.length < 5) continue
    const number = register.lexicon.numberOf(left.folded + right.folded)
    if (number < 0) continue
    sight(number, { spot: at, likeness: joined })
    sight(number, { spot: at + 1, likeness: joined })
  }
}

/** "Postgraduate" holds post and graduate. */
function part(reading: Reading, register: Register, sight: Sight): void {
  reading.spots.forEach((spot, index) => {
    if (spot.folded.length < halvesFrom || spot.folded.length > 24 || (spot.number >= 0 && register.lexicon.count(spot.number) > 2000)) return
    for (let at = 4; at <= spot.folded.length - 4; at++) {
      const left = register.lexicon.numberOf(spot.folded.slice(0, at))
      if (left < 0 || register.lexicon.count(left) < commonHalf) continue
      const right = register.lexicon.numberOf(spot.folded.slice(at))
      if (right < 0 || register.lexicon.count(right) < commonHalf) continue
      for (const number of [left, right]) sight(number, { spot: index, likeness: joined, half: true })
    }
  })
}

/** "Wuerzburg" is Würzburg. */
function umlauts(reading: Reading, register: Register, sight: Sight): void {
  reading.spots.forEach((spot, index) => {
    if (spot.number >= 0 && register.lexicon.count(spot.number) > 5) return
    if (!/[aou]e/.test(spot.folded) || spot.folded.length < 5) return
    const number = register.lexicon.numberOf(spot.folded.replace(/([aou])e/g, '$1'))
    if (number >= 0) sight(number, { spot: index, likeness: joined + 0.03 })
  })
}
