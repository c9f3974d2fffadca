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
