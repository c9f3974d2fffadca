// What the column beside a cell says of the country; an acronym or a city that stands there is not taken for one.
import { readCountry } from '../places/countries.ts'
import { keyOf } from '../text/fold.ts'
import type { CellHints, Evidence } from '../types.ts'
import type { Tools } from './cell.ts'

export function columnCountry(hints: CellHints, tools: Pick<Tools, 'isCity'>): { country: string | null; city: string | null; written: string | null; problems: Evidence[] } {
  const written = hints.country?.trim() ?? ''
  const city = hints.city ?? null
  if (written === '') return { country: null, city, written: null, problems: [] }
  const read = readCountry(written)
  if (read) {
    const problems = read.corrected ? [{ rule: 'typing-error', found: written, against: read.corrected }] : []
    return { country: read.code, city, written, problems }
  }
  const isCity = tools.isCity(keyOf(written))
  const problem = { rule: 'not-a-country', found: written, against: isCity ? 'city' : '' }
  return { country: null, city: city ?? (isCity ? written : null), written, problems: [problem] }
}

const front = /^([^/|:;()]{2,40}?)\s*(?:[/|:]|\s[-–—]\s)\s*(\S.*)$/u
const end = /^(.*\S)\s*[/|]\s*([^/|;()]{2,40})$/u

/** "Japan / Osaka University": under a heading such as "Country/University" one cell holds both. */
export function takeCountry(text: string): { text: string; country: string | null } {
  const [, first = '', after = ''] = front.exec(text) ?? []
  if (after.length > 3 && isCountry(first)) return { text: after.trim(), country: first.trim() }
  const [, before = '', last = ''] = end.exec(text) ?? []
  return before.length > 3 && isCountry(last) ? { text: before.trim(), country: last.trim() } : { text, country: null }
}

const isCountry = (text: string): boolean => { const read = readCountry(text.trim()); return read !== null && !read.corrected }
