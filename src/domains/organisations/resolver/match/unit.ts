// The text of a unit beside the institution it belongs to: "School of Dentistry" of "School of Dentistry of Seoul National University".
import type { Found } from './search.ts'
import type { Reading } from './reading.ts'

const units = new Set(['department', 'faculty', 'school', 'division', 'section', 'laboratory', 'unit', 'group', 'chair', 'college', 'institute', 'centre', 'hospital',
  'clinic', 'library', 'office', 'programme', 'program', 'academy', 'branch', 'campus', 'museum'])
const edges = /^(?:\s|[,;:()\-–—]|(?:of|at|the|in|de|der|des|di|and|on behalf of its)\s)+|(?:\s|[,;:(\-–—]|\s(?:of|at|the|in|de|der|des|di|and|&|on behalf of its))+$/gi

export function unitBeside(found: Found, reading: Reading): string | null {
  const words = found.mention.spots.map(at => reading.spots[at]?.word ?? 0)
  if (isBracketed(found, reading)) return null
  const first = Math.min(...words)
  const last = Math.max(...words)
  return unitIn(reading, 0, first) ?? unitIn(reading, last + 1, reading.words.length)
}

/** An acronym in brackets stands for the name before it: that is no unit. */
function isBracketed(found: Found, reading: Reading): boolean {
  const at = reading.words[reading.spots[found.mention.spots[0] ?? 0]?.word ?? 0]?.at ?? 0
  return Boolean(found.values.acronymInCapitals) && reading.text[at - 1] === '('
}

/** The whole run of words when one of them is the word of a unit; places and other names at its edges are left out. */
function unitIn(reading: Reading, from: number, to: number): string | null {
  const places = new Set(reading.places.filter(place => place.alone).flatMap(place => range(place.from, place.to)))
  const kept = range(from, to).filter(at => !places.has(at))
  if (!kept.some(at => reading.words[at]?.concepts.some(concept => units.has(concept)))) return null
  const start = reading.words[kept[0] ?? 0]
  const end = reading.words[kept.at(-1) ?? 0]
  if (!start || !end) return null
  const text = reading.text.slice(start.at, end.end).replace(edges, '').trim()
  return text === '' ? null : text
}

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
