// The text of a unit beside the institution it belongs to: "School of Dentistry" of "School of Dentistry of Seoul National University".
import { at as valueAt } from './features.ts'
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
  return Boolean(found.values[valueAt.acronymInCapitals]) && reading.text[at - 1] === '('
}

/** The whole run of words when one of them is the word of a unit; places and other names at its edges are left out. */
function unitIn(reading: Reading, from: number, to: number): string | null {
  const places = new Set(reading.places.filter(place => place.alone).flatMap(place => range(place.from, place.to)))
  const kept = range(from, to).filter(at => !places.has(at))
  const start = reading.words[kept[0] ?? 0]
  const end = reading.words[kept.at(-1) ?? 0]
  if (kept.length === 0 || !start || !end) return null
  const text = balanced(reading.text.slice(start.at, end.end)).replace(edges, '').trim()
  const isUnit = kept.some(at => reading.words[at]?.concepts.some(concept => units.has(concept))) || (afterDash.test(reading.text.slice(0, start.at)) && subject.test(text))
  return isUnit && text !== '' ? text : null
}

/** "University of Munich - Infectious Diseases": a dash after the name, and then nothing but a few names of a subject. */
const afterDash = /\S\s*[-–—]\s+$/
const subject = /^(?!.*\b(?:mou|moa|loi|agreement|memorandum|renew|extension|draft|phase|project|exchange|cooperation)\w*\b)\p{Lu}\p{L}{3,}(?: (?:and|of|&|\p{Lu}\p{L}{3,})){0,5}$/u

/** The end of a bracket that began before, such as "CUI), Lahore Campus", is no part of the unit. */
const balanced = (text: string): string => text.replace(/^[^()]*\)/, '').replace(/\([^()]*$/, '')

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
