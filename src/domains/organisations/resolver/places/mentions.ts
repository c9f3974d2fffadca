// Finds the countries, regions and cities that a text mentions, and which country it states.
import type { Word } from '../text/words.ts'
import type { Cities } from './cities.ts'
import { countryNamed, isStateCode, longestCountryName, misspelt, regionNamed } from './countries.ts'

export type CityList = Pick<Cities, 'has' | 'countryOf'>

export type Place = {
  kind: 'country' | 'region' | 'city'
  code: string | null
  key: string
  from: number
  to: number
  /** The place fills its segment: "…, Bishkek, …". */
  alone: boolean
  corrected: string | null
}

export type StatedCountry = { code: string; found: string; from: number; to: number; firm: boolean }

const joining = new Set(['of', 'at', 'de', 'di', 'du', 'do', 'da', 'der', 'del', 'des', 'the'])

export function placesIn(words: readonly Word[], cities: CityList): Place[] {
  const places: Place[] = []
  for (let from = 0; from < words.length;) {
    const place = placeAt(words, from, cities)
    if (place && !isPartOfName(words, place)) places.push(place)
    from = place ? place.to : from + 1
  }
  return places
}

/** The country that the text states: one that stands alone or last, else that of a region or city which does. */
export function statedCountry(words: readonly Word[], places: readonly Place[], cities: CityList): StatedCountry | null {
  const last = lastMeaning(words)
  for (const kind of ['country', 'region', 'city'] as const) {
    for (const place of places.toReversed()) {
      if (place.kind !== kind || !(place.alone || place.to - 1 === last)) continue
      if (kind === 'city' && !place.alone) continue
      const code = place.code ?? cities.countryOf(place.key)
      if (code && place.from > 0) return { code, found: textOf(words, place), from: place.from, to: place.to, firm: kind === 'country' && place.alone }
    }
  }
  return null
}

export const textOf = (words: readonly Word[], place: { from: number; to: number }): string =>
  words.slice(place.from, place.to).map(word => word.text).join(' ')

/** "University of Albany": what follows an "of" belongs to the name; only a country says something besides. */
function isPartOfName(words: readonly Word[], place: Place): boolean {
  const before = words[place.from - 1]
  return place.kind !== 'country' && before !== undefined && before.segment === words[place.from]?.segment && joining.has(before.folded)
}

function placeAt(words: readonly Word[], from: number, cities: CityList): Place | null {
  const longest = sameSegment(words, from)
  for (let to = from + longest; to > from; to--) {
    const key = keyBetween(words, from, to)
    const make = (kind: Place['kind'], code: string | null, corrected: string | null = null): Place =>
      ({ kind, code, key, from, to, alone: isAlone(words, from, to), corrected })
    const country = countryNamed(key)
    if (country && (key.length > 2 || /^[A-Z.]+$/.test(words[from]?.text ?? ''))) return make('country', country)
    const region = regionNamed(key)
    if (region) return make('region', region)
    if (to - from <= 3 && cities.has(key) && /^[^\p{Ll}]/u.test(words[from]?.text ?? '')) return make('city', null)
  }
  return endingPlace(words, from)
}

/** Only an ending may be a state's code or a misspelt country: inside a name both would be guesses. */
function endingPlace(words: readonly Word[], from: number): Place | null {
  const word = words[from]
  if (!word || from === 0) return null
  const alone = isAlone(words, from, from + 1)
  const key = word.folded
  if (isStateCode(word.text) && words[from - 1]?.segment !== word.segment) return { kind: 'region', code: 'US', key, from, to: from + 1, alone: true, corrected: null }
  if (!alone || from !== words.length - 1) return null
  const slip = misspelt(key)
  return slip ? { kind: 'country', code: slip.code, key, from, to: from + 1, alone, corrected: slip.corrected } : null
}

function sameSegment(words: readonly Word[], from: number): number {
  let count = 0
  while (count < longestCountryName && words[from + count] && words[from + count]?.segment === words[from]?.segment) count++
  return count
}

function keyBetween(words: readonly Word[], from: number, to: number): string {
  if (to - from === 1) return words[from]?.folded ?? ''
  return words.slice(from, to).map(word => word.folded).join(' ')
}

/** Post codes beside it do not keep a place from standing alone. */
function isAlone(words: readonly Word[], from: number, to: number): boolean {
  const segment = words[from]?.segment
  for (let at = from - 1; words[at]?.segment === segment; at--) if (!/\d/.test(words[at]?.text ?? '')) return false
  for (let at = to; words[at]?.segment === segment; at++) if (!/\d/.test(words[at]?.text ?? '')) return false
  return true
}

function lastMeaning(words: readonly Word[]): number {
  let last = words.length - 1
  while (last > 0 && /\d/.test(words[last]?.text ?? '')) last--
  return last
}
