// A text that gives an organisation only by its short name: alone, with its country, or with a unit before or behind it.
import { readCountry } from '../places/countries.ts'
import { heads } from './heads.ts'

const alone = /^(\p{Lu}[\p{L}&]{0,6}\p{Lu})(?:\s*[,(]\s*([^()]+?)\s*\)?)?$/u
const unitFirst = /^(.{4,}?)(?:\s*,|\s+(?:at|of|in))\s+(?:the\s+)?(\p{Lu}[\p{L}&]{0,6}\p{Lu})$/u
const unitLast = /^(\p{Lu}[\p{L}&]{0,6}\p{Lu})\s+(.{4,})$/u

export type ShortName = { short: string; unit: string | null; country: string | null }

export function shortIn(text: string): ShortName | null {
  const [, short, place] = alone.exec(text) ?? []
  if (short) {
    const country = place ? readCountry(place)?.code ?? null : null
    return place && !country ? null : { short, unit: null, country }
  }
  const [, unit, last] = unitFirst.exec(text) ?? []
  if (unit && last && heads(unit) && !readCountry(last)) return { short: last, unit, country: null }
  const [, first, rest] = unitLast.exec(text) ?? []
  return first && rest && heads(rest) ? { short: first, unit: rest, country: null } : null
}
