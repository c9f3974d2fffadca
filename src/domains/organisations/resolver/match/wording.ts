// How far the very words of the text are those of the name, before they were taken for concepts: "Polytechnic" is not "Polytechnical".
import type { Register } from '../index/register.ts'
import { countryNamed } from '../places/countries.ts'
import { keyOf } from '../text/fold.ts'
import { at } from './features.ts'
import type { Mention } from './mention.ts'
import type { Reading } from './reading.ts'
import type { Found } from './search.ts'

const small = new Set(['of', 'and', 'the', 'for', 'in', 'at', 'de', 'la', 'der', 'des', 'di', 'do', 'da', 'du', 'del', 'della', 'et', 'und', 'y', 'e'])
const bracketed = /\(([^()]{2,40})\)\s*$/
const mostNames = 4

export function wordingValues(found: Found, reading: Reading, register: Register): void {
  const { known, values, mention, others } = found
  let wording = 0
  for (const one of [mention, ...others.slice(0, mostNames)]) wording = Math.max(wording, likeness(one, register.text(one.name, known), reading))
  values[at.wording] = wording
  values[at.bracket] = bracketOf(register.text(mention.name, known), reading)
}

/** The share of words that text and name have in common, of both together. */
function likeness(mention: Mention, text: string, reading: Reading): number {
  const words = new Set(mention.spots.map(spot => reading.spots[spot]?.word ?? -1))
  const name = keyOf(text.replace(bracketed, '')).split(' ').filter(word => !small.has(word))
  let same = 0
  let written = 0
  for (let word = Math.min(...words); word <= Math.max(...words); word++) {
    const { folded, segment } = reading.words[word] ?? { folded: '', segment: -1 }
    if (small.has(folded) || (segment !== mention.segment && !words.has(word))) continue
    written++
    if (name.includes(folded)) same++
  }
  return 2 * same / Math.max(1, name.length + written)
}

/** What tells namesakes apart in brackets, (Oder) or (Guangzhou): 1 where the text says it too, -1 where it does not, 0 for none. */
function bracketOf(name: string, reading: Reading): number {
  const key = keyOf(bracketed.exec(name)?.[1] ?? '')
  if (key === '' || countryNamed(key)) return 0
  return key.split(' ').every(part => reading.words.some(({ folded }) => folded === part)) ? 1 : -1
}
