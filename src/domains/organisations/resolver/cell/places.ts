// The places a party's text states at its end: country as a code, city as text, and all of them as written.
import { clean } from '../text/fold.ts'
import { wordsOf } from '../text/words.ts'
import { placesIn, statedCountry, textOf } from '../places/mentions.ts'
import type { Tools } from './cell.ts'

export function placesOf(text: string, tools: Pick<Tools, 'isCity'>): { country: string | null; city: string | null; texts: string[] } {
  const words = wordsOf(clean(text)).slice(0, 120)
  const cities = { has: tools.isCity, countryOf: () => null }
  const places = placesIn(words, cities)
  const last = words.length
  const outside = places.filter(place => place.from > 0 && (place.alone || place.to === last))
  const city = outside.find(place => place.kind === 'city' && place.alone)
  const stated = statedCountry(words, places, cities)
  const named = outside.some(place => place.kind === 'country' || place.kind === 'region')
  return { country: named ? stated?.code ?? null : null, city: city ? textOf(words, city) : null, texts: outside.map(place => textOf(words, place)) }
}
