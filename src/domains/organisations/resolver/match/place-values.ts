// What country and city say for and against a candidate.
import { keyOf } from '../text/fold.ts'
import type { Known, Question } from '../types.ts'
import { at, type Values } from './features.ts'
import type { Mention } from './mention.ts'
import type { Reading } from './reading.ts'

export function placeValues(v: Values, known: Known, mention: Mention, reading: Reading, question: Question): void {
  const stated = question.country ? { code: question.country, firm: true } : statedBeside(mention, reading)
  countryValues(v, known, stated)
  const named = reading.places.flatMap(({ code }) => code ? [code] : [])
  v[at.countryAnywhere] = known.country !== null && named.includes(known.country) ? 1 : 0
  v[at.countries] = new Set(named).size
  v[at.countryUnsaid] = stated ? 0 : 1
  v[at.unsaid] = mention.unsaid
  cityValues(v, known, mention, reading, question)
}

function countryValues(v: Values, known: Known, stated: { code: string; firm: boolean } | null): void {
  if (!stated || !known.country) return
  const agrees = known.country === stated.code || (stated.code === 'CN' && ['HK', 'MO', 'TW'].includes(known.country))
  v[agrees ? stated.firm ? at.countryFirm : at.countrySoft : stated.firm ? at.conflictFirm : at.conflictSoft] = 1
}

/** A country inside the name itself states nothing: "University of Gambia" may stand anywhere. */
function statedBeside(mention: Mention, reading: Reading): { code: string; firm: boolean } | null {
  const { stated } = reading
  if (!stated) return null
  const inside = mention.spots.some(spot => {
    const word = reading.spots[spot]?.word ?? -1
    return word >= stated.from && word < stated.to
  })
  return inside && !stated.firm ? null : stated
}

function cityValues(v: Values, known: Known, mention: Mention, reading: Reading, question: Question): void {
  v[at.hasCity] = known.city ? 1 : 0
  const cities = reading.places.filter(place => place.kind === 'city')
  const beside = cities.filter(place => !mention.spots.some(spot => within(reading.spots[spot]?.word ?? -1, place)))
  v[at.cityWord] = cities.length > beside.length ? 1 : 0
  if (!known.city) return
  const city = cityKey(known.city)
  if (question.city && ` ${city} `.includes(` ${cityKey(question.city)} `)) v[at.city] = 1
  else if (beside.some(place => place.key === city)) v[at.city] = 1
  else if (beside.some(place => place.alone)) v[at.otherCity] = 1
}

const cityKeys = new Map<string, string>()

function cityKey(city: string): string {
  const known = cityKeys.get(city)
  if (known !== undefined) return known
  const key = keyOf(city)
  if (cityKeys.size < 50_000) cityKeys.set(city, key)
  return key
}

const within = (word: number, place: { from: number; to: number }): boolean => word >= place.from && word < place.to
