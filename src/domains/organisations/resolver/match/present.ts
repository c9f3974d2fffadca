// Which registered words a text holds: as written, joined or parted differently, or corrected.
import type { Register } from '../index/register.ts'
import type { Spelling } from '../index/spelling.ts'
import type { Reading, Spot } from './reading.ts'

export type Sighting = { spot: number; likeness: number }
export type Present = Map<number, Sighting[]>

const joined = 0.95
const mostCorrected = 6
const rareEnoughToDoubt = 12

/** `doubting` also corrects words that are registered but rare: "Dehli" is somebody's name. */
export function presentIn(reading: Reading, register: Register, spelling: Spelling, doubting: boolean): Present {
  const present: Present = new Map()
  const sight = (number: number, spot: number, likeness: number): void => {
    const list = present.get(number)
    if (!list) present.set(number, [{ spot, likeness }])
    else if (!list.some(known => known.spot === spot)) list.push({ spot, likeness })
  }
  reading.spots.forEach((spot, index) => { if (spot.number >= 0) sight(spot.number, index, 1) })
  join(reading, register, sight)
  let corrected = 0
  const allCapitals = reading.text === reading.text.toUpperCase() && reading.words.length > 1
  reading.spots.forEach((spot, index) => {
    const doubtful = spot.number < 0 || (doubting && !isPlace(spot, reading) && register.lexicon.count(spot.number) <= rareEnoughToDoubt)
    if (!doubtful || corrected >= mostCorrected || (spot.capitals && spot.folded.length < 7 && !allCapitals)) return
    const corrections = spelling.corrections(spot.folded)
    if (corrections.length > 0) corrected++
    for (const correction of corrections) sight(correction.word, index, correction.likeness)
  })
  return present
}

/** "Udaipur" is no slip for "Raipur". */
const isPlace = (spot: Spot, reading: Reading): boolean => spot.place || reading.cityWords.has(spot.word)

/** Whether correcting registered but rare words could find anything more. */
export function worthDoubting(reading: Reading, register: Register): boolean {
  return reading.spots.some(spot => spot.number >= 0 && register.lexicon.count(spot.number) <= rareEnoughToDoubt && /^[a-z]{4,}$/.test(spot.folded))
}

/** "Jing Gangshan" is Jinggangshan: neighbours that make one registered word. */
function join(reading: Reading, register: Register, sight: (number: number, spot: number, likeness: number) => void): void {
  for (let at = 0; at + 1 < reading.spots.length; at++) {
    const left = reading.spots[at]
    const right = reading.spots[at + 1]
    if (!left || !right || left.segment !== right.segment || right.word !== left.word + 1) continue
    const number = register.lexicon.numberOf(left.folded + right.folded)
    if (number < 0 || left.folded.length + right.folded.length < 5) continue
    sight(number, at, joined)
    sight(number, at + 1, joined)
  }
}
